// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/latent.h"

#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/latent_fields.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

std::vector<Field> makeLatentFields() {
    return {{.name = "dimension",
             .label = "Dimension",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{2},
             .minimum = 1,
             .maximum = static_cast<double>(kMaxLatentDimension),
             .help = "How many random numbers a sample is made of.",
             .shownOnCard = true,
             .role = FieldRole::OutputSize},
            {.name = kDistribution,
             .label = "Distribution",
             .type = FieldType::Choice,
             .defaultValue = std::string("normal"),
             .choices = {"normal", kUniform},
             .help = "How they are drawn: normal, with mean 0 and spread 1, or uniform, all numbers from -1 "
                     "to 1 alike.",
             .shownOnCard = true}};
}

Result<Shape> latentShape(const Settings& settings, std::span<const Shape>) {
    return Shape{integer(latentFields(), settings, "dimension")};
}

/// As an Input is given the samples, so a Latent is given what was drawn.
Node buildLatent(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    return inputs[0];
}

Arithmetic latentArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return copiedFrom(source, wanted.index, 0, "z");
}

} // namespace

const std::vector<Field>& latentFields() {
    static const std::vector<Field> all = makeLatentFields();
    return all;
}

const LayerType& latentLayer() {
    static const LayerType type{
        .name = kLatentType,
        .title = "Latent",
        .category = LayerCategory::Data,
        .summary = "Where random numbers enter a generator, new ones for each sample: what it makes of them "
                   "goes into an Input, whose network learns to tell it from the data.",
        .formula = "z",
        .inputs = 0,
        .fields = latentFields(),
        .outputShape = latentShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildLatent,
        .arithmetic = {.inner = nullptr, .work = latentArithmetic}};
    return type;
}

} // namespace protomind
