// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/learned_from.h"

#include <algorithm>

namespace protomind {

void LearnedFrom::restore(const Checkpoint& checkpoint, bool all) {
    m_known = checkpoint.learnedFromIsKnown && (all || isKnown());
    m_before = all ? checkpoint.learnedFrom : unionOf(this->all(), checkpoint.learnedFrom);
    if (m_before.size() > kMostLearnedFrom) {
        m_before.clear();
        m_known = false;
    }
    m_stepped = false;
    m_withTraining.reset();
}

void LearnedFrom::setAside(std::shared_ptr<const Subset> aside) {
    m_known = isKnown();
    m_before = FingerprintSet(all());
    m_stepped = false;
    m_withTraining.reset();
    m_aside = std::move(aside);
}

bool LearnedFrom::isKnown() const {
    if (m_known && m_stepped)
        static_cast<void>(withTraining());
    return m_known && !(m_stepped && m_tooMany);
}

const FingerprintSet& LearnedFrom::withTraining() const {
    if (m_withTraining)
        return *m_withTraining;
    std::vector<bool> aside(ofWhole().size(), false);
    if (m_aside) {
        for (const std::uint32_t index : m_aside->indices())
            aside[index] = true;
    }
    std::vector<Fingerprint> training;
    for (std::size_t index = 0; index < aside.size(); ++index) {
        if (!aside[index])
            training.push_back(ofWhole()[index]);
    }
    m_withTraining = unionOf(m_before, setOf(std::move(training)));
    m_tooMany = m_withTraining->size() > kMostLearnedFrom;
    if (m_tooMany)
        m_withTraining->clear();
    return *m_withTraining;
}

std::vector<bool> LearnedFrom::marks() const {
    const FingerprintSet& learned = all();
    if (learned.empty())
        return {};
    std::vector<bool> marks;
    marks.reserve(ofWhole().size());
    for (const Fingerprint sample : ofWhole())
        marks.push_back(contains(learned, sample));
    return marks;
}

std::optional<std::int64_t> LearnedFrom::countIn(const DataSetPtr& set) const {
    if (!isKnown())
        return std::nullopt;
    const FingerprintSet& learned = all();
    if (learned.empty())
        return 0;
    const auto isLearned = [&](Fingerprint sample) { return containsContent(learned, sample); };
    if (const auto* part = dynamic_cast<const Subset*>(set.get());
        part != nullptr && part->whole() == m_whole)
        return std::ranges::count_if(part->indices(),
                                     [&](std::uint32_t index) { return isLearned(ofWhole()[index]); });
    return std::ranges::count_if(m_cache->of(set), isLearned);
}

DataSetPtr LearnedFrom::unseen() const {
    if (!m_known || m_before.empty())
        return nullptr;
    std::vector<std::uint32_t> indices;
    for (std::size_t index = 0; index < ofWhole().size(); ++index) {
        if (!containsContent(m_before, ofWhole()[index]))
            indices.push_back(static_cast<std::uint32_t>(index));
    }
    if (indices.empty())
        return nullptr;
    if (indices.size() == ofWhole().size())
        return m_whole;
    return std::make_shared<Subset>(m_whole, std::move(indices));
}

} // namespace protomind
