// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/normalisation_arithmetic.h"
#include "engine/nn/layers/scale_and_shift.h"

namespace protomind {

namespace {

const std::vector<Field>& layerNormFields() {
    static const std::vector<Field> all{epsilonField()};
    return all;
}

std::int64_t layerNormMultiplyAdds(const Settings&, std::span<const Shape> inputs) {
    return inputs[0].elementCount();
}

std::int64_t layerNormTogether(const Settings&, const Shape& input, std::int64_t) {
    return input.back(0);
}

/// Ba, Kiros and Hinton, "Layer normalization", 2016, eq. 4, over the last axis.
Node buildLayerNorm(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const int last = inputs[0].shape().rank() - 1;
    return scaleAndShift(builder, standardise(inputs[0], {last}, epsilonOf(layerNormFields(), settings)));
}

/// Every row of the last axis is a set.
Normalisation layerNormalisation(const Settings& settings, const Shape& input) {
    const std::int64_t features = input.back(0);
    return {.rows = input.elementCount() / features,
            .together = features,
            .epsilon = epsilonOf(layerNormFields(), settings)};
}

std::vector<InnerNumbers> layerNormInner(const Settings& settings, std::span<const Shape> inputs) {
    const Shape& input = inputs[0];
    const Shape rows = input.rank() == 1 ? Shape{1} : input.without(input.rank() - 1);
    return innerOfNormalisation(layerNormalisation(settings, input), rows, input);
}

Arithmetic layerNormArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return normalised(source, wanted, layerNormalisation(source.settings, source.inputs[0].shape));
}

} // namespace

const LayerType& layerNormLayer() {
    static const LayerType type{
        .name = "layer_norm",
        .title = "Layer normalisation",
        .category = LayerCategory::Regularisation,
        .summary = "Gives the numbers of each sample (of each step, of each pixel) the mean 0 and the spread "
                   "1, then lets the network choose both. It does not depend on the other samples.",
        .formula =
            R"(y = \gamma \, \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta, \quad \sigma^2 = \frac{1}{n} \sum (x - \mu)^2)",
        .inputs = 1,
        .fields = layerNormFields(),
        .outputShape = sameShape,
        .variables = scaleVariables,
        .multiplyAdds = layerNormMultiplyAdds,
        .build = buildLayerNorm,
        .normalisedTogether = layerNormTogether,
        .arithmetic = {layerNormInner, layerNormArithmetic}};
    return type;
}

} // namespace protomind
