// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/layer_view.h"

#include <algorithm>

namespace protomind {

LayerView::LayerView(const ModelLayer& layer, std::vector<Shape> inputs, Shape output,
                     const VariableValues* values)
    : m_layer(&layer)
    , m_inputs(std::move(inputs))
    , m_output(output)
    , m_variables(layer.type->variables(layer.settings, m_inputs))
    , m_values(values) {}

bool LayerView::has(FieldRole role) const {
    return findField(type().fields, role) != nullptr;
}

const FieldValue& LayerView::valueOfRole(FieldRole role) const {
    const Field* field = findField(type().fields, role);
    require(field != nullptr, "LayerView: the layer has no field of this role");
    return valueOf(type().fields, m_layer->settings, field->name);
}

std::int64_t LayerView::integer(FieldRole role) const {
    return std::get<std::int64_t>(valueOfRole(role));
}

double LayerView::real(FieldRole role) const {
    const FieldValue& value = valueOfRole(role);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    return std::get<double>(value);
}

bool LayerView::boolean(FieldRole role) const {
    return std::get<bool>(valueOfRole(role));
}

const std::string& LayerView::choice(FieldRole role) const {
    return std::get<std::string>(valueOfRole(role));
}

const std::vector<std::int64_t>& LayerView::sizes(FieldRole role) const {
    return std::get<std::vector<std::int64_t>>(valueOfRole(role));
}

const FieldValue& LayerView::setting(const std::string& name) const {
    return valueOf(type().fields, m_layer->settings, name);
}

std::string LayerView::activation() const {
    return has(FieldRole::Activation) ? choice(FieldRole::Activation) : "linear";
}

const LayerVariable* LayerView::find(VariableRole role, bool backward) const {
    const auto found = std::ranges::find_if(m_variables, [&](const LayerVariable& variable) {
        return variable.role == role && variable.backward == backward;
    });
    return found == m_variables.end() ? nullptr : &*found;
}

bool LayerView::holds(VariableRole role, bool backward) const {
    return find(role, backward) != nullptr;
}

const LayerVariable& LayerView::variable(VariableRole role, bool backward) const {
    const LayerVariable* found = find(role, backward);
    require(found != nullptr, "LayerView: the layer has no variable of this role");
    return *found;
}

const HostArray& LayerView::values(VariableRole role, bool backward) const {
    require(m_values != nullptr, "LayerView: no values were given");
    const auto found = m_values->find(variable(role, backward).nameIn(name()));
    require(found != m_values->end(), "LayerView: there are no values for a variable");
    return found->second;
}

std::vector<LayerView> layerViews(const Model& model, const VariableValues* values) {
    const std::vector<Shape> outputs = layerShapes(model);
    std::vector<LayerView> views;
    views.reserve(model.layers.size());
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        std::vector<Shape> inputs;
        for (const int input : model.layers[i].inputs)
            inputs.push_back(outputs[static_cast<std::size_t>(input)]);
        // As it is built: the Input layer is given the samples.
        if (inputs.empty())
            inputs.push_back(model.inputShape);
        views.emplace_back(model.layers[i], std::move(inputs), outputs[i], values);
    }
    return views;
}

Window windowOf(const LayerView& layer) {
    return {.noun = "window",
            .size = pairOf(layer.sizes(FieldRole::Window)),
            .stride = pairOf(layer.sizes(FieldRole::Stride)),
            .dilation = layer.has(FieldRole::Dilation) ? pairOf(layer.sizes(FieldRole::Dilation))
                                                       : std::array<std::int64_t, 2>{1, 1},
            .same = layer.choice(FieldRole::Padding) == "same"};
}

WindowPadding windowPadding(const LayerView& layer) {
    const Shape& image = layer.is("transposed_convolution") ? layer.output() : layer.input();
    return paddingOf(windowOf(layer), image[0], image[1]);
}

} // namespace protomind
