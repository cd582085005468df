// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/layer_numbers.h"

#include <algorithm>

/// A layer opened: what comes in, what it holds, and what goes out, for one sample.
namespace protomind {

namespace {

/// So many products are worked out for what each input channel adds: about 30 ms.
constexpr std::int64_t kMostProducts = 400'000;

const std::vector<Field>& layerFields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields{{.name = "channel",
                                   .label = "Channel",
                                   .type = FieldType::Integer,
                                   .defaultValue = std::int64_t{-1},
                                   .minimum = -1,
                                   .maximum = 1 << 30,
                                   .help = "Which feature map or neuron of the layer is followed to what it "
                                           "is made of, counted from 0. "
                                           "-1: none."}};
        for (const Field& field : numbersFields())
            fields.push_back(field);
        return fields;
    }();
    return all;
}

Result<void> layerSuits(const LensTarget& target) {
    return checkLayer(target);
}

/// The part of a variable that stands at a place of one of its axes.
HostArray sliceOf(const HostArray& values, int axis, std::int64_t place) {
    HostArray slice(values.shape.without(axis));
    std::int64_t inner = 1;
    for (int i = axis + 1; i < values.shape.rank(); ++i)
        inner *= values.shape[i];
    const std::int64_t block = inner * values.shape[axis];
    for (std::int64_t i = 0; i < slice.shape.elementCount(); ++i)
        slice.values[static_cast<std::size_t>(i)] =
            values.values[static_cast<std::size_t>(i / inner * block + place * inner + i % inner)];
    return slice;
}

class LayerWork final : public LensWork {
public:
    LayerWork(const LensContext& context, const Settings& settings, std::size_t layer)
        : m_context(context)
        , m_channel(integer(layerFields(), settings, "channel"))
        , m_wish(numbersWish(settings))
        , m_index(layer)
        , m_layer(context.network.model().layers[layer]) {}

    Result<bool> advance() override {
        auto numbers = numbersOf(m_context, m_index, m_wish);
        if (!numbers)
            return std::unexpected(numbers.error());
        LensLayer opened;
        if (m_channel >= numbers->output.shape.back(0))
            return fail(ProblemKind::Request,
                        sentence("{:s} has {} channels.", m_layer.name, numbers->output.shape.back(0)),
                        "channel");
        if (m_channel >= 0) {
            opened.channel = m_channel;
            opened.weights = weightsOf(*numbers);
            opened.parts = partsOf(*numbers);
        }
        for (std::size_t port = 0; port < numbers->inputs.size(); ++port)
            opened.inputs.push_back(
                {Sentence::name(numbers->inputNames[port]), std::move(numbers->inputs[port])});
        opened.output = {Sentence::name(m_layer.name), std::move(numbers->output)};
        m_result.layer = m_layer.name;
        m_result.step = m_context.step;
        const Sentence title = m_wish.titleIn(m_context);
        if (!title.empty())
            m_result.sentences.push_back(sentence("Looked at: {}.", title));
        m_result.figures.push_back({"channels", static_cast<double>(opened.output.numbers.shape.back(0))});
        m_result.layers.push_back(std::move(opened));
        return true;
    }
    double share() const override { return 0; }
    LensResult result() override { return std::move(m_result); }

private:
    [[nodiscard]] std::vector<LensArray> weightsOf(const LayerNumbers& numbers) const {
        std::vector<LensArray> weights;
        const std::vector<LayerVariable> declared =
            m_layer.type->variables(m_layer.settings, numbers.inputShapes());
        for (std::size_t i = 0; i < declared.size(); ++i) {
            const auto axis = std::ranges::find_if(declared[i].axes, [&numbers](const VariableAxis& one) {
                return one.meaning == AxisMeaning::OutputChannel && one.parts.empty() &&
                       one.size == numbers.output.shape.back(0);
            });
            if (axis == declared[i].axes.end())
                continue;
            const auto place = static_cast<int>(axis - declared[i].axes.begin());
            weights.push_back(
                {Sentence::name(declared[i].name), sliceOf(numbers.variables[i], place, m_channel)});
        }
        return weights;
    }

    /// The products of the sum, gathered by the input channels that they are made of.
    [[nodiscard]] HostArray partsOf(const LayerNumbers& numbers) const {
        const Shape& output = numbers.output.shape;
        if (numbers.inputs.size() != 1 || output.rank() != 3 || numbers.inputs[0].shape.rank() != 3)
            return {};
        const std::int64_t channels = numbers.inputs[0].shape[2];
        HostArray parts(Shape{output[0], output[1], channels});
        const ArithmeticSource source = numbers.source(m_layer);
        for (std::int64_t place = 0; place < output[0] * output[1]; ++place) {
            const Arithmetic one = m_layer.type->arithmetic.work(
                source, {NumberPlace::Kind::Output, 0, place * output[2] + m_channel});
            const ArithmeticStep& sum = one.steps.front();
            const bool isSum = sum.kind == ArithmeticKind::Sum && sum.terms.front().factors.size() > 1;
            if (!isSum || place * static_cast<std::int64_t>(sum.terms.size()) > kMostProducts)
                return {};
            for (const ArithmeticTerm& term : sum.terms)
                for (const ArithmeticFactor& factor : term.factors)
                    if (factor.place.kind == NumberPlace::Kind::Input)
                        parts.values[static_cast<std::size_t>(place * channels +
                                                              factor.place.index % channels)] +=
                            static_cast<float>(term.value());
        }
        return parts;
    }

    const LensContext& m_context;
    std::int64_t m_channel;
    NumbersWish m_wish;
    std::size_t m_index;
    const ModelLayer& m_layer;
    LensResult m_result;
};

Result<std::unique_ptr<LensWork>> beginLayer(const LensContext& context, const Settings& settings) {
    const Model& model = context.network.model();
    if (!numbersWish(settings).training && context.sample.values.empty())
        return fail(ProblemKind::Request, "There is no sample to work with.", {}, "Choose data for it.");
    const std::size_t layer =
        layerNamed(model, context.layer).value_or(static_cast<std::size_t>(model.outputLayer));
    return std::make_unique<LayerWork>(context, settings, layer);
}

} // namespace

const LensType& layerLens() {
    static const LensType type{.name = "layer",
                               .title = "Opened layer",
                               .summary =
                                   "What comes into a layer, what it has learned for one of its channels, "
                                   "and what goes out.",
                               .subject = LensSubject::Layer,
                               .usesSample = true,
                               .hasOwnView = true,
                               .isLive = true,
                               .fields = layerFields(),
                               .figures = {{"channels", "How many output channels the layer has."}},
                               .suits = layerSuits,
                               .begin = beginLayer};
    return type;
}

} // namespace protomind
