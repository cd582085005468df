// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "engine/nn/layers/recurrent_arithmetic.h"
#include "engine/nn/recurrent.h"

namespace protomind {

/// What the recurrent layers have in common: all but the step of a cell, which can depend on a setting (an
/// activation).
struct RecurrentKind {
    std::string title;
    std::vector<Field> ownFields;
    RecurrentStep (*step)(const Settings& settings) = nullptr;
    std::vector<AxisPart> gates; ///< whose matrices lie side by side, in this order; empty: a single matrix
    bool hasRecurrentBias = false;
    InitialiserKind firstBias = InitialiserKind::Zeros;
    CellArithmetic arithmetic{};
};

[[nodiscard]] Result<Shape> recurrentShape(const RecurrentKind& kind, const Settings& settings,
                                           const Shape& input);
[[nodiscard]] std::vector<LayerVariable> recurrentVariables(const RecurrentKind& kind,
                                                            const Settings& settings, const Shape& input);
[[nodiscard]] std::int64_t recurrentMultiplyAdds(const RecurrentKind& kind, const Settings& settings,
                                                 const Shape& input);
[[nodiscard]] Node buildRecurrent(const RecurrentKind& kind, LayerBuilder& builder, const Settings& settings,
                                  Node sequence);
/// How a layer with these settings reads.
[[nodiscard]] RecurrentRun recurrentRun(const RecurrentKind& kind, const Settings& settings);
/// Units, both directions, which steps are given, and the kind's own.
[[nodiscard]] std::vector<Field> recurrentFields(const RecurrentKind& kind);

/// The layer of a kind; declares is a function that returns the kind.
template<const RecurrentKind& (*declares)()>
[[nodiscard]] LayerType recurrentLayer(std::string name, std::string summary, std::string formula) {
    return {.name = std::move(name),
            .title = declares().title,
            .category = LayerCategory::Sequence,
            .summary = std::move(summary),
            .formula = std::move(formula),
            .inputs = 1,
            .fields = recurrentFields(declares()),
            .outputShape =
                [](const Settings& settings, std::span<const Shape> inputs) {
                    return recurrentShape(declares(), settings, inputs[0]);
                },
            .variables =
                [](const Settings& settings, std::span<const Shape> inputs) {
                    return recurrentVariables(declares(), settings, inputs[0]);
                },
            .multiplyAdds =
                [](const Settings& settings, std::span<const Shape> inputs) {
                    return recurrentMultiplyAdds(declares(), settings, inputs[0]);
                },
            .build =
                [](LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
                    return buildRecurrent(declares(), builder, settings, inputs[0]);
                },
            .arithmetic = {[](const Settings& settings, std::span<const Shape> inputs) {
                               return recurrentInner(declares().arithmetic,
                                                     recurrentRun(declares(), settings), inputs[0]);
                           },
                           [](const ArithmeticSource& source, const NumberPlace& wanted) {
                               return recurrentArithmetic(declares().arithmetic,
                                                          recurrentRun(declares(), source.settings), source,
                                                          wanted);
                           }}};
}

} // namespace protomind
