// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/fitted_line.h"

#include "studio/network/layer_variables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace protomind {

namespace {

/// A setting that a file may have put anything into.
bool hasSetting(const Layer& layer, FieldRole role, const FieldValue& wanted) {
    const LayerType* type = findLayerType(layer.type);
    const Field* field = type != nullptr ? findField(type->fields, role) : nullptr;
    return field != nullptr && valueOf(type->fields, layer.settings, field->name) == wanted;
}

/// What a layer holds that is given one number.
std::vector<LayerVariable> variablesOfLine(const Layer& layer) {
    return layerVariables(layer, std::array{Shape{1}});
}

} // namespace

const Layer* lineLayer(const Network& network) {
    if (network.layers().size() != 2 || network.wires().size() != 1)
        return nullptr;
    const Wire& wire = network.wires()[0];
    const Layer* input = network.layer(wire.from);
    const Layer* dense = network.layer(wire.to);
    if (input == nullptr || dense == nullptr || input->type != "input" || dense->type != "dense")
        return nullptr;
    const bool straight = hasSetting(*input, FieldRole::Shape, std::vector<std::int64_t>{1}) &&
                          hasSetting(*dense, FieldRole::OutputSize, std::int64_t{1}) &&
                          hasSetting(*dense, FieldRole::Activation, std::string("linear"));
    return straight && wire.port == 0 ? dense : nullptr;
}

bool hasIntercept(const Layer& layer) {
    return findVariable(variablesOfLine(layer), VariableRole::Bias) != nullptr;
}

std::optional<StraightLine> presentLine(const Layer& layer,
                                        const std::map<std::string, std::vector<float>>& weights) {
    const std::vector<LayerVariable> variables = variablesOfLine(layer);
    const auto number = [&](const LayerVariable* variable) -> std::optional<double> {
        const auto found = variable != nullptr ? weights.find(variable->nameIn(layer.name)) : weights.end();
        if (found == weights.end() || found->second.size() != 1)
            return std::nullopt;
        return asWritten(found->second[0]);
    };
    const LayerVariable* bias = findVariable(variables, VariableRole::Bias);
    const std::optional<double> m = number(findVariable(variables, VariableRole::Kernel));
    const std::optional<double> b = bias != nullptr ? number(bias) : 0.0;
    if (!m || !b)
        return std::nullopt;
    return StraightLine{*m, *b};
}

std::optional<double> meanSquaredError(StraightLine line, std::span<const std::array<float, 2>> points) {
    if (points.empty())
        return std::nullopt;
    double sum = 0;
    for (const auto& [x, y] : points) {
        const double error = line.m * x + line.b - y;
        sum += error * error;
    }
    return sum / static_cast<double>(points.size());
}

StraightLine leastSquares(std::span<const std::array<float, 2>> points, bool intercept) {
    const auto count = static_cast<double>(std::max<std::size_t>(points.size(), 1));
    // About their means, so that nothing cancels where points lie far from 0.
    double meanX = 0;
    double meanY = 0;
    if (intercept)
        for (const auto& [x, y] : points) {
            meanX += x / count;
            meanY += y / count;
        }
    double squares = 0;
    double products = 0;
    for (const auto& [x, y] : points) {
        squares += (x - meanX) * (x - meanX);
        products += (x - meanX) * (y - meanY);
    }
    const double m = squares > 0 ? products / squares : 0;
    return {m, meanY - m * meanX};
}

double asWritten(float value) {
    if (!std::isfinite(value))
        return value;
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    double number = value;
    std::from_chars(text, end, number);
    return number;
}

} // namespace protomind
