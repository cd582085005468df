// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/augmented_set.h"

#include "engine/data/picture_change.h"
#include "engine/data/random_streams.h"

namespace protomind {

AugmentedSet::AugmentedSet(DataSetPtr whole, const Augmentation& augmentation, std::uint64_t seed,
                           std::int64_t epoch)
    : m_whole(std::move(whole))
    , m_augmentation(augmentation) {
    require(m_whole != nullptr && canBeAugmented(m_whole->description()),
            "AugmentedSet: these are no pictures");
    // Each epoch has a seed of its own, and each sample of it a stream.
    RandomStream random(seed, streamOf(DataStream::AugmentedEpoch, static_cast<std::uint64_t>(epoch)));
    m_epochSeed = random.bits();
    m_epochSeed = m_epochSeed << 32 | random.bits();
}

void AugmentedSet::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    m_whole->read(index, sample, target);
    const Shape& shape = m_whole->description().sampleShape;
    RandomStream random(m_epochSeed,
                        streamOf(DataStream::AugmentedSample, static_cast<std::uint64_t>(index)));
    changePicture(drawChange(m_augmentation, shape, random), shape, sample, random);
}

} // namespace protomind
