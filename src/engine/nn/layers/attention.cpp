// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/attention.h"

#include "engine/graph/build.h"
#include "engine/nn/layers/attention_arithmetic.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/sequence.h"

#include <fmt/format.h>

#include <array>

namespace protomind {

namespace {

std::vector<Field> makeAttentionFields() {
    return {{.name = "heads",
             .label = "Heads",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{4},
             .minimum = 1,
             .maximum = 64,
             .help =
                 "How many times the layer looks around at once, each time for something else; the "
                 "features are shared out among the heads, d of them to each. What they find stands side by "
                 "side in A.",
             .shownOnCard = true,
             .role = FieldRole::Heads},
            {.name = "causal",
             .label = "Only backwards",
             .type = FieldType::Boolean,
             .defaultValue = false,
             .help = "Each step sees itself and earlier steps only, as a network must that is to say what "
                     "comes next: the softmax leaves later ones out.",
             .shownOnCard = true,
             .role = FieldRole::Causal}};
}

const std::vector<Field>& attentionFields() {
    static const std::vector<Field> all = makeAttentionFields();
    return all;
}

Result<Shape> attentionShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> sequence = checkSequence("Attention", inputs[0]); !sequence)
        return std::unexpected(sequence.error());
    const std::int64_t heads = integer(attentionFields(), settings, "heads");
    const std::int64_t steps = inputs[0][0];
    const std::int64_t features = inputs[0][1];
    if (features % heads != 0)
        return fail(
            ProblemKind::Request,
            sentence("The input's {} features can't be shared out evenly among {} heads.", features, heads));
    const bool tooLarge = !Shape::checked(std::array{features, 3 * features}) ||
                          !Shape::checked(std::array{heads, steps, steps});
    if (tooLarge)
        return fail(ProblemKind::Memory,
                    sentence("Attention over {} is too much to keep.", inputs[0].text()));
    return inputs[0];
}

/// The matrices of queries, keys and values lie side by side in one kernel.
std::vector<LayerVariable> attentionVariables(const Settings&, std::span<const Shape> inputs) {
    const std::int64_t features = inputs[0][1];
    const VariableAxis in{AxisMeaning::InputChannel, features};
    const VariableAxis out{AxisMeaning::OutputChannel, features};
    const VariableAxis projections{
        AxisMeaning::Projections, 3 * features, {AxisPart::Query, AxisPart::Key, AxisPart::Value}};
    const Initialiser first = randomWeights(InitialiserKind::Glorot, features, features);
    return {{.name = "kernel", .role = VariableRole::Kernel, .axes = {in, projections}, .initialiser = first},
            {.name = "bias", .role = VariableRole::Bias, .axes = {projections}},
            {.name = "output_kernel",
             .role = VariableRole::OutputKernel,
             .axes = {in, out},
             .initialiser = first},
            {.name = "output_bias", .role = VariableRole::OutputBias, .axes = {out}}};
}

std::int64_t attentionMultiplyAdds(const Settings&, std::span<const Shape> inputs) {
    const std::int64_t steps = inputs[0][0];
    const std::int64_t features = inputs[0][1];
    return 4 * steps * features * features + 2 * steps * steps * features;
}

/// Vaswani et al., "Attention is all you need", 2017, section 3.2.2, with queries, keys and values of the
/// same sequence.
Node buildAttention(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const std::int64_t samples = inputs[0].shape()[0];
    const std::int64_t steps = inputs[0].shape()[1];
    const std::int64_t features = inputs[0].shape()[2];
    const std::int64_t heads = integer(attentionFields(), settings, "heads");
    const std::int64_t size = features / heads;
    const Node kernel = builder.variable(VariableRole::Kernel);
    const Node bias = builder.variable(VariableRole::Bias);
    const Node outputKernel = builder.variable(VariableRole::OutputKernel);
    const Node outputBias = builder.variable(VariableRole::OutputBias);

    const Node projected = matmul(reshape(inputs[0], {samples * steps, features}), kernel) + bias;
    const Node byRole = transpose(reshape(projected, {samples, steps, 3, heads, size}), {2, 0, 3, 1, 4});
    const auto role = [&](std::int64_t which) {
        return reshape(slice(byRole, {which, 0, 0, 0, 0}, {1, samples, heads, steps, size}),
                       {samples, heads, steps, size});
    };
    const Node seen =
        scaledDotProductAttention(role(0), role(1), role(2), boolean(attentionFields(), settings, "causal"));
    const Node together = reshape(transpose(seen, {0, 2, 1, 3}), {samples * steps, features});
    return reshape(matmul(together, outputKernel) + outputBias, inputs[0].shape());
}

std::vector<InnerNumbers> attentionInner(const Settings& settings, std::span<const Shape> inputs) {
    return innerOfAttention(integer(attentionFields(), settings, "heads"), inputs[0]);
}

Arithmetic attentionArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return workAttention(source, wanted, integer(attentionFields(), source.settings, "heads"),
                         boolean(attentionFields(), source.settings, "causal"));
}

} // namespace

const LayerType& attentionLayer() {
    static const LayerType type{
        .name = "attention",
        .title = "Attention",
        .category = LayerCategory::Sequence,
        .summary =
            "Every step of a sequence looks at all the others, decides which of them matter to it, and "
            "takes a mean of what they have to say.",
        .formula =
            R"(Q, K, V = X W + b, \quad A = \mathrm{softmax}\Big(\frac{Q K^{\top}}{\sqrt{d}}\Big) V, \quad )"
            R"(Y = A W' + b')",
        .inputs = 1,
        .fields = attentionFields(),
        .outputShape = attentionShape,
        .variables = attentionVariables,
        .multiplyAdds = attentionMultiplyAdds,
        .build = buildAttention,
        .arithmetic = {attentionInner, attentionArithmetic}};
    return type;
}

} // namespace protomind
