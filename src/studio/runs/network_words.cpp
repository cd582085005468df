// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/runs/network_words.h"

#include "engine/nn/layer_type.h"
#include "studio/network/topology.h"
#include "studio/runs/limits.h"

#include <fmt/format.h>

#include <vector>

namespace protomind {

namespace {

/// The value of the field with a role, where the layer's settings fit its type.
const FieldValue* valueWith(const LayerType& type, const Layer& layer, FieldRole role, bool evenDefault) {
    const Field* field = findField(type.fields, role);
    if (field == nullptr)
        return nullptr;
    const FieldValue& value = valueOf(type.fields, layer.settings, field->name);
    return checkField(*field, value) && (evenDefault || value != field->defaultValue) ? &value : nullptr;
}

Sentence layerInWords(const Layer& layer) {
    const LayerType* type = findLayerType(layer.type);
    if (type == nullptr)
        return Sentence::name(layer.type);
    std::vector<Sentence> words{type->title};
    const auto add = [&](const FieldValue* value) {
        if (value == nullptr)
            return;
        if (const auto* whole = std::get_if<std::int64_t>(value))
            words.push_back(Sentence::name(fmt::format("{}", *whole)));
        else if (const auto* real = std::get_if<double>(value))
            words.push_back(Sentence::name(fmt::format("{}", *real)));
        else if (const auto* word = std::get_if<std::string>(value))
            words.push_back(Sentence::name(*word));
        else if (const auto* sizes = std::get_if<std::vector<std::int64_t>>(value))
            words.push_back(Sentence::name(fmt::format("({})", fmt::join(*sizes, " × "))));
    };
    const bool learns = type->category == LayerCategory::Learned;
    for (const FieldRole role : {FieldRole::OutputSize, FieldRole::Multiplier, FieldRole::Heads,
                                 FieldRole::Rate, FieldRole::Deviation, FieldRole::Scaling})
        add(valueWith(*type, layer, role, true));
    add(valueWith(*type, layer, FieldRole::Window, learns));
    add(valueWith(*type, layer, FieldRole::Activation, type->category == LayerCategory::Activation));
    return Sentence::row(std::move(words));
}

} // namespace

Sentence networkInWords(const Network& network) {
    std::vector<Sentence> layers;
    for (const std::size_t at : Topology(network).order) {
        const Layer& layer = network.layers()[at];
        if (const LayerType* type = findLayerType(layer.type); type != nullptr && type->inputs == 0)
            continue;
        if (layers.size() == kMostLayersNamed) {
            layers.push_back(Sentence::name("…"));
            break;
        }
        layers.push_back(layerInWords(layer));
    }
    return Sentence::row(std::move(layers), " · ");
}

} // namespace protomind
