// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

std::vector<Field> makeDropoutFields() {
    return {{.name = "rate",
             .label = "Rate",
             .type = FieldType::Real,
             .defaultValue = 0.5,
             .minimum = 0,
             .maximum = 0.95,
             .help = "The share of numbers that are set to zero, chosen anew at every training step: p in "
                     "the formula. "
                     "The others grow, so that their sum stays the same on average.",
             .shownOnCard = true,
             .role = FieldRole::Rate}};
}

const std::vector<Field>& dropoutFields() {
    static const std::vector<Field> all = makeDropoutFields();
    return all;
}

/// Srivastava et al., JMLR 15 (2014); scaled in training ("inverted"), so that inference has nothing to do.
Node buildDropout(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const double rate = real(dropoutFields(), settings, "rate");
    if (!builder.training() || rate == 0)
        return inputs[0];
    Graph& graph = builder.graph();
    const Node chance = randomUniform(graph, inputs[0].shape(), builder.seed(), builder.nextStream());
    const Node dropped = less(chance, constant(graph, static_cast<float>(rate)));
    return inputs[0] *
           where(dropped, constant(graph, 0.0f), constant(graph, static_cast<float>(1 / (1 - rate))));
}

/// A number that came in as zero goes out as zero, dropped or not: nothing tells, and nothing depends on it.
Arithmetic dropoutArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const double rate = real(dropoutFields(), source.settings, "rate");
    if (!source.training() || rate == 0)
        return copiedFrom(source, wanted.index);
    ArithmeticWriter writer(source);
    const ArithmeticFactor x = writer.input(wanted.index);
    const bool dropped = source.given->values[static_cast<std::size_t>(wanted.index)] == 0 && x.value != 0;
    const double kept = static_cast<float>(1 / (1 - rate));
    writer.step("y", ArithmeticKind::Sum, {{{ArithmeticWriter::constant(dropped ? 0 : kept), x}}});
    return writer.take();
}

} // namespace

const LayerType& dropoutLayer() {
    static const LayerType type{
        .name = "dropout",
        .title = "Dropout",
        .category = LayerCategory::Regularisation,
        .summary =
            "While training, silences numbers at random, so that the network can't rely on any single one. "
            "Does nothing afterwards.",
        .formula = R"(y_i = \frac{m_i \, x_i}{1 - p}, \quad P(m_i = 0) = p, \quad P(m_i = 1) = 1 - p)",
        .inputs = 1,
        .fields = dropoutFields(),
        .outputShape = sameShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildDropout,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = dropoutArithmetic}};
    return type;
}

} // namespace protomind
