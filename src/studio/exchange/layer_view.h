// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_store.h"
#include "engine/nn/layers/window.h"
#include "engine/nn/model.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// One layer with what comes in and goes out, its settings by their roles, and its numbers: what every
/// exporter asks a layer for. Shapes are those of a single sample.
class LayerView {
public:
    LayerView(const ModelLayer& layer, std::vector<Shape> inputs, Shape output,
              const VariableValues* values = nullptr);

    [[nodiscard]] const std::string& name() const { return m_layer->name; }
    [[nodiscard]] const LayerType& type() const { return *m_layer->type; }
    /// Of the type, as in files: "dense".
    [[nodiscard]] const std::string& kind() const { return m_layer->type->name; }
    [[nodiscard]] bool is(std::string_view kind) const { return m_layer->type->name == kind; }
    /// Indices of the layers that come in.
    [[nodiscard]] const std::vector<int>& sources() const { return m_layer->inputs; }
    [[nodiscard]] const std::vector<Shape>& inputs() const { return m_inputs; }
    [[nodiscard]] const Shape& input() const { return m_inputs.front(); }
    [[nodiscard]] const Shape& output() const { return m_output; }

    // Settings, by role or by name; std::logic_error where the layer has no such field.
    [[nodiscard]] bool has(FieldRole role) const;
    [[nodiscard]] std::int64_t integer(FieldRole role) const;
    [[nodiscard]] double real(FieldRole role) const;
    [[nodiscard]] bool boolean(FieldRole role) const;
    [[nodiscard]] const std::string& choice(FieldRole role) const;
    [[nodiscard]] const std::vector<std::int64_t>& sizes(FieldRole role) const;
    [[nodiscard]] const FieldValue& setting(const std::string& name) const;
    /// "linear" where the layer has none.
    [[nodiscard]] std::string activation() const;

    [[nodiscard]] const std::vector<LayerVariable>& variables() const { return m_variables; }
    [[nodiscard]] bool holds(VariableRole role, bool backward = false) const;
    /// The numbers of a variable, in the axes' order that it declares. std::logic_error where there is none,
    /// or no values were given.
    [[nodiscard]] const HostArray& values(VariableRole role, bool backward = false) const;
    [[nodiscard]] const LayerVariable& variable(VariableRole role, bool backward = false) const;

private:
    [[nodiscard]] const FieldValue& valueOfRole(FieldRole role) const;
    [[nodiscard]] const LayerVariable* find(VariableRole role, bool backward) const;

    const ModelLayer* m_layer;
    std::vector<Shape> m_inputs;
    Shape m_output;
    std::vector<LayerVariable> m_variables;
    const VariableValues* m_values;
};

/// All layers of a model, in its order. model and values outlive what is given.
[[nodiscard]] std::vector<LayerView> layerViews(const Model& model, const VariableValues* values = nullptr);

/// The window of a convolution (of any kind) or of a pooling layer.
[[nodiscard]] Window windowOf(const LayerView& layer);
/// How many zeros (of a pooling: nothing) are put around what comes in; of a transposed convolution: how much
/// is cut off from what goes out.
[[nodiscard]] WindowPadding windowPadding(const LayerView& layer);

} // namespace protomind
