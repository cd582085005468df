// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/observer.h"

#include "engine/data/fill.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace protomind {

Result<std::vector<HostArray>> Observer::look(const Model& model, const HostArray& samples,
                                              const std::vector<OutputView>& views) {
    if (auto checked = checkSamples(model, samples.shape); !checked)
        return std::unexpected(checked.error());
    const std::int64_t batch = samples.shape[0];
    std::string key = fmt::format("views {} {}", batch, model.layers.front().name);
    for (const OutputView& view : views)
        key += fmt::format(" {}:{}", view.layer, view.channels);
    const auto make = [&]() -> Result<Computation> { return observation(model, m_settings, batch, views); };
    auto computation = m_network.compiled(key, make);
    if (!computation)
        return std::unexpected(computation.error());
    CompiledComputation& compiled = **computation;
    std::ranges::copy(samples.values, compiled.input(kSamples)->span().begin());
    if (auto ran = compiled.run(0); !ran)
        return std::unexpected(ran.error());
    std::vector<HostArray> outputs;
    for (std::size_t view = 0; view < views.size(); ++view)
        outputs.push_back(compiled.read(viewName(view)));
    if (auto sound = m_network.device().check(); !sound)
        return std::unexpected(sound.error());
    return outputs;
}

Result<std::vector<WeightGradient>> Observer::gradients(const std::vector<std::string>& weights,
                                                        const DataSet& data,
                                                        std::span<const std::uint32_t> indices,
                                                        std::uint64_t run) {
    const auto batch = std::ssize(indices);
    const auto make = [&]() -> Result<Computation> {
        return weightGradients(m_network.model(), m_objective, m_settings, batch, weights);
    };
    auto computation =
        m_network.compiled(fmt::format("training gradients {} {}", batch, fmt::join(weights, "\n")), make);
    if (!computation)
        return std::unexpected(computation.error());
    CompiledComputation& compiled = **computation;
    fillBatch(data, indices, compiled.input(kSamples)->span(), compiled.input(kTargets)->span(),
              compiled.threads());
    if (auto ran = compiled.run(run); !ran)
        return std::unexpected(ran.error());
    std::vector<WeightGradient> found;
    for (const std::string& weight : weights) {
        WeightGradient& gradient = found.emplace_back(compiled.read(weight));
        if (const std::string penalty = penaltyGradientName(weight); compiled.gives(penalty))
            gradient.ofPenalty = compiled.read(penalty);
    }
    if (auto sound = m_network.device().check(); !sound)
        return std::unexpected(sound.error());
    return found;
}

} // namespace protomind
