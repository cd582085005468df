// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/universal_evaluation.h"

#include "engine/data/fill.h"

#include <algorithm>
#include <bit>

namespace protomind {

namespace {

constexpr std::int64_t kJudgedBatch = 128;

} // namespace

UniversalEvaluation::UniversalEvaluation(NetworkInstance& network, const LossType& loss, const DataSet& data,
                                         std::vector<std::uint32_t> samples,
                                         std::optional<std::int64_t> target, UniversalChange change,
                                         UniversalChange noise, std::uint64_t seed)
    : m_network(network)
    , m_loss(loss)
    , m_data(data)
    , m_samples(std::move(samples))
    , m_target(target)
    , m_changes{std::move(change), std::move(noise)}
    , m_seed(seed)
    , m_batch(std::min(kJudgedBatch, fittingBatch(network.model()))) {}

/// Rounded up to a power of two by the last sample again, so that few sizes are ever compiled.
AttackBatch UniversalEvaluation::batch() const {
    const Shape& shape = m_network.model().inputShape;
    const std::size_t here = std::min(static_cast<std::size_t>(m_batch), m_samples.size() - m_next);
    const auto first = m_samples.begin() + static_cast<std::ptrdiff_t>(m_next);
    std::vector<std::uint32_t> indices(first, first + static_cast<std::ptrdiff_t>(here));
    indices.resize(std::bit_ceil(here), indices.back());
    AttackBatch batch{.samples = HostArray(shape.prepended(std::ssize(indices))),
                      .classes = std::vector<float>(indices.size()),
                      .places = {indices.begin(), indices.end()}};
    fillBatch(m_data, indices, batch.samples.values, batch.classes, m_network.device().description().threads);
    if (m_look == Plain)
        return batch;
    const UniversalChange& change = m_changes[m_look - Changed];
    const auto size = static_cast<std::size_t>(shape.elementCount());
    for (std::size_t i = 0; i < indices.size(); ++i)
        applyChange(change, placeOf(change, shape, m_seed, indices[i]), shape,
                    std::span(batch.samples.values).subspan(i * size, size));
    return batch;
}

Result<bool> UniversalEvaluation::advance() {
    if (m_next >= m_samples.size())
        return true;
    const std::size_t here = std::min(static_cast<std::size_t>(m_batch), m_samples.size() - m_next);
    AttackBatch next = batch();
    if (m_look == Plain)
        m_classes.insert(m_classes.end(), next.classes.begin(),
                         next.classes.begin() + static_cast<std::ptrdiff_t>(here));
    // Without steps, to hear what the network says.
    Attack said(m_network, m_loss, {.start = AttackStart::Sample, .steps = 0}, std::move(next), m_seed);
    if (auto done = said.advance(); !done)
        return done;
    m_decided[m_look].insert(m_decided[m_look].end(), said.decided().begin(),
                             said.decided().begin() + static_cast<std::ptrdiff_t>(here));
    if (m_look != Noise) {
        m_look = static_cast<Look>(m_look + 1);
        return false;
    }
    count();
    m_look = Plain;
    m_next += here;
    return m_next >= m_samples.size();
}

/// The batch that all three looks are done of.
void UniversalEvaluation::count() {
    for (std::size_t i = m_next; i < m_classes.size(); ++i) {
        const float plain = m_decided[Plain][i];
        const float aim = m_target ? static_cast<float>(*m_target) : m_classes[i];
        if (m_target ? m_classes[i] == aim || plain == aim : plain != aim)
            continue;
        ++m_counted;
        for (const Look look : {Changed, Noise})
            m_fooled[look] += (m_decided[look][i] == aim) == m_target.has_value() ? 1 : 0;
    }
}

double UniversalEvaluation::shareFooled(Look look) const {
    return m_counted == 0 ? 0 : static_cast<double>(m_fooled[look]) / static_cast<double>(m_counted);
}

double UniversalEvaluation::share() const {
    if (m_samples.empty())
        return 1;
    const double here =
        static_cast<double>(std::min(static_cast<std::size_t>(m_batch), m_samples.size() - m_next));
    return (static_cast<double>(m_next) + here * static_cast<double>(m_look) / static_cast<double>(kLooks)) /
           static_cast<double>(m_samples.size());
}

} // namespace protomind
