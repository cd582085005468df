// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/fitted_line.h"

#include "engine/nn/layer_type.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace protomind {

namespace {

/// A setting that a file may have put anything into; null where that is not allowed.
const FieldValue* settingOf(const Layer& layer, const std::string& name) {
    const LayerType* type = findLayerType(layer.type);
    if (type == nullptr)
        return nullptr;
    const auto field = std::ranges::find(type->fields, name, &Field::name);
    if (field == type->fields.end())
        return nullptr;
    const FieldValue& value = valueOf(type->fields, layer.settings, name);
    return checkField(*field, value) ? &value : nullptr;
}

bool hasSetting(const Layer& layer, const std::string& name, const FieldValue& wanted) {
    const FieldValue* value = settingOf(layer, name);
    return value != nullptr && *value == wanted;
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
    const bool straight = hasSetting(*input, "shape", std::vector<std::int64_t>{1}) &&
                          hasSetting(*dense, "units", std::int64_t{1}) &&
                          hasSetting(*dense, "activation", std::string("linear"));
    return straight && wire.port == 0 ? dense : nullptr;
}

bool hasIntercept(const Layer& layer) {
    return hasSetting(layer, "use_bias", true);
}

std::optional<StraightLine> presentLine(const Layer& layer,
                                        const std::map<std::string, std::vector<float>>& weights) {
    const auto number = [&](const std::string& name) -> std::optional<double> {
        const auto found = weights.find(layer.name + "/" + name);
        if (found == weights.end() || found->second.size() != 1)
            return std::nullopt;
        return asWritten(found->second[0]);
    };
    const std::optional<double> m = number("kernel");
    const std::optional<double> b = hasIntercept(layer) ? number("bias") : 0.0;
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
