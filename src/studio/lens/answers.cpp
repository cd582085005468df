// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/answers.h"

#include "engine/data/fill.h"
#include "engine/instance/network_instance.h"
#include "engine/nn/metric.h"
#include "engine/train/computations.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace protomind {

namespace {

constexpr std::int64_t kLargestLayerOfBatch = std::int64_t{1} << 23;

} // namespace

Answers::Answers(const LensContext& context)
    : m_context(context)
    , m_outputs(context.network.model().outputShape.elementCount()) {
    if (context.objective == nullptr)
        return;
    m_reading = outputReading(context.network.model(), *context.objective);
    if (context.objective->form != TargetForm::Classes)
        return;
    m_classes = context.objective->classes;
    Graph graph;
    m_scoreThreshold = decisionThreshold(
        *context.objective->loss, buildModel(graph, context.network.model(), 1, BuildMode::Inference, 0));
}

std::string Answers::name(std::int64_t which) const {
    const DataSet* data = m_context.anySamples();
    if (areClasses() && data != nullptr &&
        which < static_cast<std::int64_t>(data->description().classNames.size()))
        return data->description().classNames[static_cast<std::size_t>(which)];
    return std::to_string(which);
}

Sentence Answers::title(std::int64_t which) const {
    if (areClasses())
        return sentence("class {:s}", name(which));
    return m_outputs == 1 ? Sentence("the output") : sentence("output {}", which);
}

Result<HostArray> Answers::to(const HostArray& samples) const {
    NetworkInstance& network = m_context.network;
    if (m_context.objective == nullptr)
        return network.outputs(samples);
    auto found =
        network.run("answers",
                    [&]() -> Result<Computation> {
                        TrainingSettings settings;
                        settings.seed = m_context.seed;
                        return prediction(network.model(), *m_context.objective, settings, samples.shape[0]);
                    },
                    {{kSamples, samples}});
    if (!found)
        return std::unexpected(found.error());
    return std::move(found->at(kOutputs));
}

std::int64_t Answers::decided(std::span<const float> scores) const {
    if (areClasses() && scores.size() == 1)
        return scores[0] > m_scoreThreshold ? 1 : 0;
    return std::ranges::max_element(scores) - scores.begin();
}

Answers::Score Answers::scoreOf(std::int64_t which) const {
    if (areClasses() && m_outputs == 1)
        return {.output = 0, .sign = which == 0 ? -1.0f : 1.0f};
    return {.output = which};
}

ReadSamples readSamples(const DataSet& data, std::int64_t first, std::int64_t count, int threads) {
    const DataDescription& description = data.description();
    ReadSamples read{.samples = HostArray(description.sampleShape.prepended(count)),
                     .targets = std::vector<float>(
                         static_cast<std::size_t>(count * description.targetShape.elementCount()))};
    std::vector<std::uint32_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(first));
    fillBatch(data, indices, read.samples.values, read.targets, threads);
    return read;
}

std::int64_t fittingBatch(const Model& model, std::int64_t most) {
    std::int64_t largest = std::max<std::int64_t>(model.inputShape.elementCount(), 1);
    for (const Shape& shape : layerShapes(model))
        largest = std::max(largest, shape.elementCount());
    const std::int64_t fitting = std::clamp<std::int64_t>(kLargestLayerOfBatch / largest, 1, most);
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(fitting)));
}

} // namespace protomind
