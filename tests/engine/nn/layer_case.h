// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/reference/evaluate.h"
#include "engine/nn/layer_type.h"

#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// One layer with settings and input shapes (of a single sample) to be tried in every way.
struct LayerCase {
    std::string label;
    std::string type;
    Settings settings;
    std::vector<Shape> inputs;

    [[nodiscard]] const LayerType& layer() const { return *findLayerType(type); }
    [[nodiscard]] Shape outputShape() const { return layer().outputShape(settings, inputs).value(); }
};

/// Every layer type, most with several settings and shapes.
[[nodiscard]] const std::vector<LayerCase>& layerCases();

/// A case built into a graph, with numbers for its inputs and variables.
struct BuiltCase {
    std::unique_ptr<Graph> graph; ///< null where the graph is someone else's
    std::unique_ptr<LayerBuilder> builder;
    std::vector<Node> inputs;
    Node output;
    NamedValues values;

    /// The inputs and trainable variables: what gradients are asked for.
    [[nodiscard]] std::vector<Node> targets() const;
};

inline constexpr std::int64_t kCaseBatch = 3;
[[nodiscard]] BuiltCase buildCase(const LayerCase& which, BuildMode mode);
[[nodiscard]] BuiltCase buildCase(const LayerCase& which, BuildMode mode, Graph& graph);

} // namespace protomind
