// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "engine/train/computations.h"
#include "studio/lens/answers.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/reduce_picture.h"

#include <fmt/format.h>

/// What layers give: the pictures of their cards, larger and more of them.
namespace protomind {

namespace {

const std::vector<Field>& activationsFields() {
    static const std::vector<Field> all{{.name = "channels",
                                         .label = "Channels",
                                         .type = FieldType::Integer,
                                         .defaultValue = std::int64_t{64},
                                         .minimum = 1,
                                         .maximum = 1024,
                                         .help = "How many neurons or maps of a layer are shown at most.",
                                         .logarithmic = true},
                                        {.name = "side",
                                         .label = "Cells",
                                         .type = FieldType::Integer,
                                         .defaultValue = std::int64_t{56},
                                         .minimum = 8,
                                         .maximum = 256,
                                         .help = "Of networks that take points: in how many places along a "
                                                 "side of the plane is looked.",
                                         .logarithmic = true}};
    return all;
}

Result<void> activationsSuits(const LensTarget& target) {
    return checkLayer(target);
}

class ActivationsWork final : public LensWork {
public:
    ActivationsWork(const LensContext& context, WatchPlan plan)
        : m_context(context)
        , m_answers(context)
        , m_plan(std::move(plan)) {}

    Result<bool> advance() override {
        NetworkInstance& network = m_context.network;
        const std::vector<OutputView> views = m_plan.views();
        std::string key = "observation";
        for (const OutputView& view : views)
            key += fmt::format(" {}/{}", view.layer, view.channels);
        auto outputs =
            network.run(key,
                        [&]() -> Result<Computation> {
                            TrainingSettings settings;
                            settings.seed = m_context.seed;
                            return observation(network.model(), settings, m_plan.samples.shape[0], views);
                        },
                        {{kSamples, m_plan.samples}});
        if (!outputs)
            return std::unexpected(outputs.error());
        m_result.step = m_context.step;
        if (!m_context.sampleTitle.empty() && inputKindOf(network.model().inputShape) == InputKind::Image)
            m_result.sentences.push_back(sentence("Looked at: {}.", m_context.sampleTitle));
        for (std::size_t i = 0; i < m_plan.items.size(); ++i)
            add(m_plan.items[i], std::move(outputs->at(viewName(i))));
        return true;
    }
    double share() const override { return 0; }
    LensResult result() override {
        m_result.layer = m_context.layer;
        return std::move(m_result);
    }

private:
    void add(const WatchPlan::Item& item, HostArray output) {
        const ModelLayer& layer = m_context.network.model().layers[item.view.layer];
        LayerPicture picture = reducePicture(item, layer.name, std::move(output));
        switch (picture.kind) {
        case PictureKind::Plane:
            addTiles(picture, [](std::size_t i) { return sentence("Neuron {}", i); });
            break;
        case PictureKind::Maps:
            addTiles(picture, [](std::size_t i) { return sentence("Map {}", i); });
            break;
        case PictureKind::Image:
            m_result.pictures.push_back(samplePicture(picture.values, Sentence::name(layer.name)));
            break;
        case PictureKind::Curve:
            addCurves(picture);
            break;
        case PictureKind::Bars: {
            std::vector<std::string> names;
            const bool answers = static_cast<int>(item.view.layer) == m_context.network.model().outputLayer &&
                                 m_answers.areClasses() && picture.channels == m_answers.count();
            for (std::int64_t i = 0; answers && i < picture.channels; ++i)
                names.push_back(m_answers.name(i));
            m_result.charts.push_back(sampleChart(picture.values, Sentence::name(layer.name), names));
            break;
        }
        case PictureKind::Histogram:
            addHistogram(picture);
            break;
        }
        const std::int64_t shown = item.view.channels;
        if (shown > 0 && shown < picture.channels)
            m_result.sentences.push_back(
                sentence("{:s}: the first {} of {} are shown.", layer.name, shown, picture.channels));
    }

    /// One picture a neuron or map, all in the same colours for the same numbers.
    void addTiles(const LayerPicture& from, Sentence (*title)(std::size_t)) {
        const float reach = std::max({from.high - from.neutral, from.neutral - from.low, 1e-6f});
        const Shape tile = from.values.shape.without(0);
        const auto size = static_cast<std::size_t>(tile.elementCount());
        for (std::size_t i = 0; i < static_cast<std::size_t>(from.values.shape[0]); ++i) {
            const auto values = std::span(from.values.values).subspan(i * size, size);
            m_result.pictures.push_back({.title = title(i + 1),
                                         .group = Sentence::name(from.layer),
                                         .values = HostArray(tile, {values.begin(), values.end()}),
                                         .colours = PictureColours::Diverging,
                                         .low = from.neutral - reach,
                                         .high = from.neutral + reach,
                                         .neutral = from.neutral});
        }
    }

    void addCurves(const LayerPicture& from) {
        LensChart chart{.title = Sentence::name(from.layer),
                        .kind = ChartKind::Lines,
                        .xLabel = "Input",
                        .yLabel = "Output"};
        const std::int64_t points = from.values.shape[1];
        for (std::int64_t neuron = 0; neuron < from.values.shape[0]; ++neuron) {
            LensCurve& curve = chart.curves.emplace_back();
            curve.name = sentence("Neuron {}", neuron + 1);
            for (std::int64_t i = 0; i < points; ++i) {
                curve.x.push_back(static_cast<double>(m_plan.samples.values[static_cast<std::size_t>(i)]));
                curve.y.push_back(
                    static_cast<double>(from.values.values[static_cast<std::size_t>(neuron * points + i)]));
            }
        }
        m_result.charts.push_back(std::move(chart));
    }

    void addHistogram(const LayerPicture& from) {
        LensChart chart{.title = Sentence::name(from.layer),
                        .kind = ChartKind::Histogram,
                        .xLabel = "Output",
                        .yLabel = "How many"};
        LensCurve& curve = chart.curves.emplace_back();
        const double width =
            static_cast<double>(from.high - from.low) / static_cast<double>(from.values.values.size());
        for (std::size_t i = 0; i < from.values.values.size(); ++i) {
            curve.x.push_back(static_cast<double>(from.low) + width * (static_cast<double>(i) + 0.5));
            curve.y.push_back(static_cast<double>(from.values.values[i]));
        }
        m_result.charts.push_back(std::move(chart));
    }

    const LensContext& m_context;
    Answers m_answers;
    WatchPlan m_plan;
    LensResult m_result;
};

Result<std::unique_ptr<LensWork>> beginActivations(const LensContext& context, const Settings& settings) {
    const Model& model = context.network.model();
    WatchRequest request;
    request.channels = integer(activationsFields(), settings, "channels");
    request.side = integer(activationsFields(), settings, "side");
    request.sample = context.sample;
    auto plan = WatchPlan::of(
        {.model = model, .training = context.anySamples(), .aside = context.anySamples()}, request);
    if (!plan)
        return std::unexpected(plan.error());
    if (!context.layer.empty())
        std::erase_if(plan->items, [&](const WatchPlan::Item& item) {
            return model.layers[item.view.layer].name != context.layer;
        });
    return std::make_unique<ActivationsWork>(context, std::move(*plan));
}

} // namespace

const LensType& activationsLens() {
    static const LensType type{.name = "activations",
                               .title = "Activations",
                               .summary = "Shows what each neuron or map of a layer gives.",
                               .subject = LensSubject::Layer,
                               .usesSample = true,
                               .isLive = true,
                               .fields = activationsFields(),
                               .suits = activationsSuits,
                               .begin = beginActivations};
    return type;
}

} // namespace protomind
