// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/normalisation_arithmetic.h"
#include "engine/nn/layers/scale_and_shift.h"
#include "engine/nn/layers/window.h"

namespace protomind {

namespace {

const std::vector<Field>& instanceNormFields() {
    static const std::vector<Field> all{epsilonField()};
    return all;
}

Result<Shape> instanceNormShape(const Settings&, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Instance normalisation", inputs[0]); !image)
        return std::unexpected(image.error());
    return inputs[0];
}

std::int64_t instanceNormMultiplyAdds(const Settings&, std::span<const Shape> inputs) {
    return inputs[0].elementCount();
}

std::int64_t instanceNormTogether(const Settings&, const Shape& input, std::int64_t) {
    return input.elementCount() / input.back(0);
}

/// Ulyanov, Vedaldi and Lempitsky, "Instance normalization", 2016, eq. 2.
Node buildInstanceNorm(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    return scaleAndShift(builder, standardise(inputs[0], {1, 2}, epsilonOf(instanceNormFields(), settings)));
}

/// Every channel is a set.
Normalisation instanceNormalisation(const Settings& settings, const Shape& input) {
    return {.places = input[0] * input[1],
            .groups = input[2],
            .epsilon = epsilonOf(instanceNormFields(), settings),
            .mean = R"(\mu_c)",
            .variance = R"(\sigma_c^2)"};
}

std::vector<InnerNumbers> instanceNormInner(const Settings& settings, std::span<const Shape> inputs) {
    return innerOfNormalisation(instanceNormalisation(settings, inputs[0]), {inputs[0][2]}, inputs[0]);
}

Arithmetic instanceNormArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return normalised(source, wanted, instanceNormalisation(source.settings, source.inputs[0].shape));
}

} // namespace

const LayerType& instanceNormLayer() {
    static const LayerType type{
        .name = "instance_norm",
        .title = "Instance normalisation",
        .category = LayerCategory::Regularisation,
        .summary = "Gives each channel of each image the mean 0 and the spread 1: brightness and contrast "
                   "are gone, shapes stay.",
        .formula =
            R"(y_{ijc} = \gamma_c \, \frac{x_{ijc} - \mu_c}{\sqrt{\sigma_c^2 + \epsilon}} + \beta_c, \quad )"
            R"(\sigma_c^2 = \frac{1}{n} \sum_{i,j} (x_{ijc} - \mu_c)^2)",
        .inputs = 1,
        .fields = instanceNormFields(),
        .outputShape = instanceNormShape,
        .variables = scaleVariables,
        .multiplyAdds = instanceNormMultiplyAdds,
        .build = buildInstanceNorm,
        .normalisedTogether = instanceNormTogether,
        .arithmetic = {instanceNormInner, instanceNormArithmetic}};
    return type;
}

} // namespace protomind
