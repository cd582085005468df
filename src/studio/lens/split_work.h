// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/answers.h"

#include <algorithm>
#include <span>

namespace protomind {

/// The work of a lens that looks at what the network answers to every sample of a split, a batch a slice.
class SplitWork : public LensWork {
public:
    [[nodiscard]] Result<bool> advance() final;
    [[nodiscard]] double share() const final {
        return static_cast<double>(m_done) / static_cast<double>(std::max<std::int64_t>(m_data.size(), 1));
    }

protected:
    /// Both outlive it.
    SplitWork(const LensContext& context, const DataSet& data);

    /// One sample, by its index in the split, with its target and what the network answers.
    virtual void take(std::int64_t index, float label, std::span<const float> answer) = 0;
    virtual void batchTaken() {}

    const LensContext& m_context;
    Answers m_answers;
    const DataSet& m_data;
    std::int64_t m_done = 0; ///< samples

private:
    std::int64_t m_batch;
};

} // namespace protomind
