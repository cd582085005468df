// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/layer_scribe.h"

#include "engine/nn/activation.h"

#include <algorithm>
#include <array>

namespace protomind {

LayerScribe::LayerScribe(const LayerView& layer, KerasDialect dialect, std::string name,
                         std::vector<std::size_t> inputs, std::vector<KerasLayer>& layers)
    : m_layer(layer)
    , m_dialect(dialect)
    , m_name(std::move(name))
    , m_inputs(std::move(inputs))
    , m_layers(layers) {}

KerasLayer& LayerScribe::append(std::string name, std::string className, nlohmann::json config,
                                const Shape& output) {
    m_layers.push_back({.className = std::move(className),
                        .name = std::move(name),
                        .config = std::move(config),
                        .inputs = m_inputs,
                        .output = output,
                        .ours = {{"layer", m_layer.name()}}});
    m_inputs = {m_layers.size() - 1};
    return m_layers.back();
}

KerasLayer& LayerScribe::main(std::string className, nlohmann::json config, const Shape& output) {
    KerasLayer& keras = append(m_name, std::move(className), std::move(config), output);
    if (m_layer.has(FieldRole::Initialiser))
        keras.ours["initialiser"] = m_layer.choice(FieldRole::Initialiser);
    return keras;
}

KerasLayer& LayerScribe::part(const std::string& part, std::string className, nlohmann::json config,
                              const Shape& output) {
    return append(m_name + "." + part, std::move(className), std::move(config), output);
}

std::string LayerScribe::activationByName() const {
    const std::string name = m_layer.activation();
    // Keras' own leaky ReLU by name has another slope.
    return name == "leaky_relu" ? "linear" : name;
}

void LayerScribe::activationPart() {
    if (m_layer.activation() != "leaky_relu")
        return;
    const double slope = findActivation("leaky_relu")->defaultParameter;
    part("activation", "LeakyReLU", {{isKeras3() ? "negative_slope" : "alpha", slope}}, m_layer.output());
}

const KerasScript* kerasScript(std::string_view kind) {
    for (const auto& scripts : {denseScripts(), sequenceScripts(), shapeScripts(), elementwiseScripts()}) {
        const auto found = std::ranges::find(scripts, kind, &KerasScript::kind);
        if (found != scripts.end())
            return &*found;
    }
    return nullptr;
}

} // namespace protomind
