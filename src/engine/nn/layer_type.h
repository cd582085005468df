// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/field.h"
#include "engine/nn/layer_builder.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// Groups of the palette, in its order.
enum class LayerCategory { Data, Learned, Sequence, Shape, Pooling, Activation, Regularisation, Merging };

/// The name of the wire that a layer's input is, for ports and messages; one entry a port.
inline constexpr int kAnyNumberOfInputs = -1;

/// What the numbers in a layer's card add up from.
struct ParameterCount {
    std::int64_t count = 0;
    std::string arithmetic; ///< "5×5×1×16 + 16"; empty where there are none
};

/// A kind of layer, declared as data and four functions. Shapes here are those of a single sample: no batch
/// axis.
struct LayerType {
    std::string name;  ///< in files: "dense"
    std::string title; ///< for a person: "Dense"
    LayerCategory category = LayerCategory::Learned;
    std::string summary; ///< one or two sentences: what it does
    std::string formula; ///< TeX; empty where there is none
    int inputs = 1;      ///< ports; kAnyNumberOfInputs: two or more wires into the one port
    std::vector<Field> fields;

    /// The output's shape, or what is wrong in a sentence with the sizes in it ("The 5×5 kernel is larger
    /// than its 4×4 input."). settings have passed checkField; inputs has the right number.
    Result<Shape> (*outputShape)(const Settings& settings, std::span<const Shape> inputs) = nullptr;
    ParameterCount (*parameters)(const Settings& settings, std::span<const Shape> inputs) = nullptr;
    /// Multiplications with an addition, for one sample, forward.
    std::int64_t (*multiplyAdds)(const Settings& settings, std::span<const Shape> inputs) = nullptr;
    /// Adds the layer to a graph; inputs carry a batch axis in front. Where Dense and Convolution have an
    /// activation, it is built too.
    Node (*build)(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) = nullptr;
    /// What it gives are numbers that it was given: moved, picked out, averaged or left out. Numbers between
    /// 0 and 1 stay so.
    bool passesOn = false;
    /// For a normalisation: over how many numbers of a batch a mean and a spread are taken. Null for all
    /// other layers.
    std::int64_t (*normalisedTogether)(const Settings& settings, const Shape& input,
                                       std::int64_t batch) = nullptr;
};

/// Every kind of layer, in the palette's order.
[[nodiscard]] std::span<const LayerType> layerTypes();
/// Null where there is none of that name.
[[nodiscard]] const LayerType* findLayerType(const std::string& name);

} // namespace protomind
