// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attacked_set.h"

#include "engine/attack/attacked_network.h"

#include <algorithm>
#include <stdexcept>

namespace protomind {

AttackedSet::AttackedSet(AttackBatch batch)
    : m_batch(std::move(batch)) {
    m_description.sampleShape = m_batch.samples.shape.without(0);
    m_description.classNames = {"a", "b", "c", "d"};
}

void AttackedSet::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    std::copy_n(m_batch.samples.values.begin() + index * std::ssize(sample), sample.size(), sample.begin());
    target[0] = m_batch.classes[static_cast<std::size_t>(index)];
}

std::unique_ptr<AttackedSet> mostlyRight(NetworkInstance& network) {
    AttackBatch batch = attackBatch({150, 8, 8, 1}, 4);
    Attack attack(network, *findLoss("cross_entropy"), {.start = AttackStart::Sample, .steps = 0}, batch, 1);
    if (!attack.advance())
        throw std::runtime_error("no answer");
    batch.classes.assign(attack.decided().begin(), attack.decided().end());
    for (std::size_t i = 0; i < 150; i += 10)
        batch.classes[i] = static_cast<float>((static_cast<int>(batch.classes[i]) + 1) % 4);
    return std::make_unique<AttackedSet>(std::move(batch));
}

} // namespace protomind
