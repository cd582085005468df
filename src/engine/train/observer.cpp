// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/observer.h"

#include <algorithm>

namespace protomind {

Result<std::vector<HostArray>> Observer::look(const HostArray& samples, const std::vector<LayerView>& views) {
    if (samples.shape.rank() == 0 || samples.shape.without(0) != m_model.inputShape || samples.shape[0] == 0)
        return fail(ProblemKind::Request,
                    sentence("The samples are {}, but the network takes any number of {}.",
                             samples.shape.text(), m_model.inputShape.text()));
    const std::int64_t batch = samples.shape[0];
    if (!m_look || batch != m_lookBatch || views != m_views) {
        m_look.reset();
        auto runner =
            BatchRunner::load(m_device, observation(m_model, m_settings, batch, views), m_variables);
        if (!runner)
            return std::unexpected(runner.error());
        m_look = std::move(*runner);
        m_lookBatch = batch;
        m_views = views;
    }
    std::ranges::copy(samples.values, m_look->samples().begin());
    if (auto run = m_look->run(0); !run)
        return std::unexpected(run.error());
    std::vector<HostArray> outputs;
    for (std::size_t view = 0; view < views.size(); ++view)
        outputs.push_back(m_look->read(viewName(view)));
    return outputs;
}

Result<std::vector<WeightGradient>> Observer::gradients(const std::vector<std::string>& weights,
                                                        const DataSet& data,
                                                        std::span<const std::uint32_t> indices,
                                                        std::uint64_t run) {
    if (!m_gradients || weights != m_weights) {
        m_weights = weights;
        m_gradients = std::make_unique<BatchRunners>(m_device, m_variables, [this](std::int64_t batch) {
            return weightGradients(m_model, m_objective, m_settings, batch, m_weights);
        });
    }
    auto runner = m_gradients->forBatch(static_cast<std::int64_t>(indices.size()));
    if (!runner)
        return std::unexpected(runner.error());
    (*runner)->fill(data, indices);
    if (auto ran = (*runner)->run(run); !ran)
        return std::unexpected(ran.error());
    std::vector<WeightGradient> found;
    for (const std::string& weight : weights) {
        WeightGradient& gradient = found.emplace_back((*runner)->read(weight));
        if (const std::string penalty = penaltyGradientName(weight); (*runner)->gives(penalty))
            gradient.ofPenalty = (*runner)->read(penalty);
    }
    return found;
}

} // namespace protomind
