// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/training_data.h"

namespace protomind {

namespace {

Sentence noteOnSplit(const ValidationSplit& split, bool known) {
    const std::int64_t aside = split.validation ? split.validation->size() : 0;
    if (aside == 0 && split.wanted > 0)
        return "Nothing is kept aside: these weights have learned from all samples. Begin with fresh "
               "weights to keep some aside.";
    if (aside < split.wanted)
        return sentence("Kept aside: {}, not {}. These weights have learned from all other samples; begin "
                        "with fresh weights to keep more aside.",
                        aside, split.wanted);
    if (aside > 0 && !known)
        return "It isn't known which samples these weights have learned from: those kept aside may be among "
               "them. Begin with fresh weights to be sure.";
    return {};
}

} // namespace

TrainingData::TrainingData(const DataSource& source, double share, std::uint64_t seed)
    : m_whole(source.training)
    , m_share(share)
    , m_seed(seed)
    , m_test(source.test)
    , m_learnedFrom(m_whole, source.fingerprints) {
    take(splitForValidation(m_whole, m_share, m_seed));
}

TrainingData TrainingData::withWeightsOf(const Checkpoint& checkpoint, bool all) const {
    TrainingData data = *this;
    data.m_learnedFrom.restore(checkpoint, all);
    ValidationSplit split = splitForValidation(m_whole, m_share, m_seed, data.m_learnedFrom.marks());
    data.m_unseen = data.m_learnedFrom.unseen();
    data.take(std::move(split));
    return data;
}

void TrainingData::take(ValidationSplit split) {
    m_asideNote = noteOnSplit(split, m_learnedFrom.isKnown());
    m_learnedFrom.setAside(split.validation);
    m_training = std::move(split.training);
    m_validation = std::move(split.validation);
}

DataSetPtr TrainingData::pointerTo(Split split) const {
    switch (split) {
    case Split::Training:
        return m_training;
    case Split::Validation:
        return m_validation;
    case Split::Unseen:
        return m_unseen && !m_learnedFrom.isStepped() && m_unseen->size() > size(Split::Validation) ? m_unseen
                                                                                                    : nullptr;
    case Split::Test:
        break;
    }
    return m_test;
}

const DataSet* TrainingData::of(Split split) const {
    return pointerTo(split).get();
}

std::optional<std::int64_t> TrainingData::learnedFromOf(Split split) const {
    const DataSetPtr data = pointerTo(split);
    return data ? m_learnedFrom.countIn(data) : 0;
}

const char* nameOf(Split split) {
    switch (split) {
    case Split::Test:
        return "the test samples";
    case Split::Validation:
        return "the samples kept aside";
    case Split::Unseen:
        return "the samples not learned from";
    case Split::Training:
        break;
    }
    return "the training samples";
}

} // namespace protomind
