// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/arithmetic.h"
#include "engine/nn/field.h"
#include "engine/nn/layer_builder.h"
#include "engine/nn/layer_variable.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// Groups of the palette, in its order.
enum class LayerCategory { Data, Learned, Sequence, Shape, Pooling, Activation, Regularisation, Merging };

/// As LayerType::inputs: two or more wires into the one port.
inline constexpr int kAnyNumberOfInputs = -1;

/// Of layers that hold nothing.
[[nodiscard]] std::vector<LayerVariable> noVariables(const Settings& settings, std::span<const Shape> inputs);

/// A kind of layer, declared as data and a few functions. Shapes here are those of a single sample: no batch
/// axis.
struct LayerType {
    std::string name;  ///< in files: "dense"
    std::string title; ///< for a person: "Dense"
    LayerCategory category = LayerCategory::Learned;
    std::string summary; ///< one or two sentences: what it does
    std::string formula; ///< TeX; empty where there is none
    int inputs = 1;      ///< ports, or kAnyNumberOfInputs
    std::vector<Field> fields;

    /// The output's shape, or what is wrong in a sentence with the sizes in it ("The 5×5 kernel is larger
    /// than its 4×4 input."). settings have passed checkField; inputs has the right number.
    Result<Shape> (*outputShape)(const Settings& settings, std::span<const Shape> inputs) = nullptr;
    /// What the layer holds, in the order of its file. outputShape has allowed settings and inputs.
    std::vector<LayerVariable> (*variables)(const Settings& settings,
                                            std::span<const Shape> inputs) = noVariables;
    /// Multiplications with an addition, for one sample, forward.
    std::int64_t (*multiplyAdds)(const Settings& settings, std::span<const Shape> inputs) = nullptr;
    /// Adds the layer to a graph, with an activation where its settings have one: see buildLayer. inputs
    /// carry a batch axis in front.
    Node (*build)(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) = nullptr;
    /// What it gives are numbers that it was given: moved, picked out, averaged or left out. Numbers between
    /// 0 and 1 stay so.
    bool passesOn = false;
    /// For a normalisation: over how many numbers of a batch a mean and a spread are taken. Null for all
    /// other layers.
    std::int64_t (*normalisedTogether)(const Settings& settings, const Shape& input,
                                       std::int64_t batch) = nullptr;

    /// How one of its numbers is worked out.
    LayerArithmetic arithmetic{};

    /// How many numbers the layer learns: those of its variables that are trainable.
    [[nodiscard]] ParameterCount parameters(const Settings& settings, std::span<const Shape> shapes) const {
        return countParameters(variables(settings, shapes));
    }
};

/// Adds a layer with its variables, which are those that its type declares, in that order. inputs carry a
/// batch axis in front. name: of the layer, and what the names of its variables begin with.
Node buildLayer(LayerBuilder& builder, const LayerType& type, const std::string& name,
                const Settings& settings, std::span<const Node> inputs);

/// Every kind of layer, in the palette's order.
[[nodiscard]] std::span<const LayerType> layerTypes();
/// Null where there is none of that name.
[[nodiscard]] const LayerType* findLayerType(const std::string& name);

} // namespace protomind
