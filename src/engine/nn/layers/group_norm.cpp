// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/normalisation_arithmetic.h"
#include "engine/nn/layers/scale_and_shift.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeGroupNormFields() {
    return {{.name = "groups",
             .label = "Groups",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{4},
             .minimum = 1,
             .maximum = 4096,
             .help = "Into how many groups the channels are put; each group has a mean and a spread.",
             .shownOnCard = true,
             .role = FieldRole::Groups},
            epsilonField()};
}

const std::vector<Field>& groupNormFields() {
    static const std::vector<Field> all = makeGroupNormFields();
    return all;
}

Result<Shape> groupNormShape(const Settings& settings, std::span<const Shape> inputs) {
    const std::int64_t groups = integer(groupNormFields(), settings, "groups");
    if (inputs[0].back(0) % groups != 0)
        return fail(ProblemKind::Request,
                    sentence("The input's {} channels can't be split evenly into {} groups.",
                             inputs[0].back(0), groups));
    return inputs[0];
}

std::int64_t groupNormMultiplyAdds(const Settings&, std::span<const Shape> inputs) {
    return inputs[0].elementCount();
}

std::int64_t groupNormTogether(const Settings& settings, const Shape& input, std::int64_t) {
    return input.elementCount() / integer(groupNormFields(), settings, "groups");
}

/// Wu and He, "Group normalization", ECCV 2018, eq. 7.
Node buildGroupNorm(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const Shape& shape = inputs[0].shape();
    const std::int64_t groups = integer(groupNormFields(), settings, "groups");
    const std::int64_t channels = shape.back(0);
    const std::int64_t places = shape.without(0).elementCount() / channels;
    const Node apart = reshape(inputs[0], {shape[0], places, groups, channels / groups});
    const Node standard = standardise(apart, {1, 3}, epsilonOf(groupNormFields(), settings));
    return scaleAndShift(builder, reshape(standard, shape));
}

/// A group's channels, at all places, are a set.
Normalisation groupNormalisation(const Settings& settings, const Shape& input) {
    const std::int64_t groups = integer(groupNormFields(), settings, "groups");
    return {.places = input.elementCount() / input.back(0),
            .groups = groups,
            .together = input.back(0) / groups,
            .epsilon = epsilonOf(groupNormFields(), settings),
            .mean = R"(\mu_g)",
            .variance = R"(\sigma_g^2)"};
}

std::vector<InnerNumbers> groupNormInner(const Settings& settings, std::span<const Shape> inputs) {
    const Normalisation normalisation = groupNormalisation(settings, inputs[0]);
    return innerOfNormalisation(normalisation, {normalisation.groups}, inputs[0]);
}

Arithmetic groupNormArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return normalised(source, wanted, groupNormalisation(source.settings, source.inputs[0].shape));
}

} // namespace

const LayerType& groupNormLayer() {
    static const LayerType type{
        .name = "group_norm",
        .title = "Group normalisation",
        .category = LayerCategory::Regularisation,
        .summary = "Gives each group of channels of each sample the mean 0 and the spread 1. Works with "
                   "small batches, where batch normalisation does not.",
        .formula =
            R"(y = \gamma \, \frac{x - \mu_g}{\sqrt{\sigma_g^2 + \epsilon}} + \beta, \quad \sigma_g^2 = \frac{1}{n} \sum (x - \mu_g)^2)",
        .inputs = 1,
        .fields = groupNormFields(),
        .outputShape = groupNormShape,
        .variables = scaleVariables,
        .multiplyAdds = groupNormMultiplyAdds,
        .build = buildGroupNorm,
        .normalisedTogether = groupNormTogether,
        .arithmetic = {groupNormInner, groupNormArithmetic}};
    return type;
}

} // namespace protomind
