// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/fingerprint_cache.h"
#include "engine/data/split.h"
#include "engine/train/checkpoint.h"

#include <optional>

namespace protomind {

/// Which samples the weights of a run have learned from: those of the runs before, and from the first step on
/// all of the training part. Samples are read only once somebody asks.
class LearnedFrom {
public:
    LearnedFrom() = default;
    /// Of fresh weights. whole: what training and validation part are of. cache: null: one of its own.
    LearnedFrom(DataSetPtr whole, std::shared_ptr<FingerprintCache> cache)
        : m_whole(std::move(whole))
        , m_cache(cache ? std::move(cache) : std::make_shared<FingerprintCache>()) {}

    /// Weights of a checkpoint are taken over: all of them, or some beside those that were there.
    void restore(const Checkpoint& checkpoint, bool all);
    /// Steps from now on use all but what is kept aside.
    void setAside(std::shared_ptr<const Subset> aside);
    /// Whether a step was done. Taken back where the weights go back to those of before it.
    void setStepped(bool stepped) { m_stepped = stepped; }
    [[nodiscard]] bool isStepped() const { return m_stepped; }

    /// Whether all() are all: see learnedFromIsKnown of Checkpoint.
    [[nodiscard]] bool isKnown() const;
    /// Those on record; none where they are more than kMostLearnedFrom.
    [[nodiscard]] const FingerprintSet& all() const { return m_stepped ? withTraining() : m_before; }
    /// The same without this run's steps.
    [[nodiscard]] const FingerprintSet& before() const { return m_before; }
    [[nodiscard]] bool isKnownBefore() const { return m_known; }
    /// Which samples of the whole it was learned from, by index; empty: none.
    [[nodiscard]] std::vector<bool> marks() const;
    /// How many samples of a set have the content of one that was learned from; none: not known.
    [[nodiscard]] std::optional<std::int64_t> countIn(const DataSetPtr& set) const;
    /// The samples of the whole that the runs before have not learned from, nor from any equal one; null
    /// where there were no such runs, where they are not known, and where no sample is left.
    [[nodiscard]] DataSetPtr unseen() const;

private:
    [[nodiscard]] const std::vector<Fingerprint>& ofWhole() const { return m_cache->of(m_whole); }
    [[nodiscard]] const FingerprintSet& withTraining() const;

    DataSetPtr m_whole;
    std::shared_ptr<FingerprintCache> m_cache;
    std::shared_ptr<const Subset> m_aside; ///< null: nothing
    bool m_known = true;                   ///< of m_before
    bool m_stepped = false;
    FingerprintSet m_before;
    mutable std::optional<FingerprintSet> m_withTraining;
    mutable bool m_tooMany = false; ///< to keep m_withTraining
};

} // namespace protomind
