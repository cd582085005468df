// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace protomind {

/// A chain of layers behind an Input, named by their types ("dense", "dense 2", ...).
[[nodiscard]] inline Model chain(const Shape& input,
                                 const std::vector<std::pair<std::string, Settings>>& layers) {
    Model model;
    const std::vector<std::int64_t> sizes(input.sizes().begin(), input.sizes().end());
    model.layers.push_back(
        {.name = "input", .type = findLayerType("input"), .settings = {{"shape", sizes}}, .inputs = {}});
    model.inputShape = input;
    Shape shape = input;
    std::map<std::string, int> uses;
    for (const auto& [type, settings] : layers) {
        const int use = ++uses[type];
        const int before = static_cast<int>(model.layers.size()) - 1;
        model.layers.push_back({.name = use == 1 ? type : type + " " + std::to_string(use),
                                .type = findLayerType(type),
                                .settings = settings,
                                .inputs = {before}});
        shape = model.layers.back().type->outputShape(settings, std::span(&shape, 1)).value();
    }
    model.outputShape = shape;
    model.outputLayer = static_cast<int>(model.layers.size()) - 1;
    return model;
}

/// dense(hidden, tanh) -> dense(outputs).
[[nodiscard]] inline Model smallMlp(std::int64_t inputs, std::int64_t hidden, std::int64_t outputs) {
    return chain({inputs}, {{"dense", {{"units", hidden}, {"activation", std::string("tanh")}}},
                            {"dense", {{"units", outputs}}}});
}

} // namespace protomind
