// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/layer_commands.h"

#include "desktop/words/worded.h"
#include "engine/nn/layer_type.h"

#include <algorithm>

namespace protomind {

namespace {

const Layer& layerOf(const Document& document, LayerId id) {
    const Layer* layer = document.network().layer(id);
    require(layer != nullptr, "a command names a layer that is not there");
    return *layer;
}

const Field* findField(const Layer& layer, const std::string& name) {
    const LayerType* type = findLayerType(layer.type);
    if (type == nullptr)
        return nullptr;
    const auto found = std::ranges::find(type->fields, name, &Field::name);
    return found == type->fields.end() ? nullptr : &*found;
}

QString nameOf(const Document& document, LayerId id) {
    return QString::fromStdString(layerOf(document, id).name);
}

std::optional<FieldValue> withoutDefault(const Layer& layer, const std::string& name, FieldValue value) {
    const Field* field = findField(layer, name);
    if (field != nullptr && field->defaultValue == value)
        return std::nullopt;
    return value;
}

QString fieldLabel(const Layer& layer, const std::string& name) {
    const Field* field = findField(layer, name);
    return field == nullptr ? QString::fromStdString(name) : wordedInside(field->label);
}

std::set<LayerId> keysOf(const std::map<LayerId, Position>& positions) {
    std::set<LayerId> keys;
    for (const auto& [layer, position] : positions)
        keys.insert(layer);
    return keys;
}

} // namespace

RenameLayer::RenameLayer(Document& document, LayerId layer, std::string name, Gesture gesture)
    : SetValue(document, tr("Rename layer to %1").arg(QString::fromStdString(name)), name, gesture,
               WeightEffect::None)
    , m_layer(layer) {}

std::string RenameLayer::get() const {
    return layerOf(document(), m_layer).name;
}

void RenameLayer::set(const std::string& name) {
    experiment().network.layer(m_layer)->name = name;
    tell(LayerChanged{m_layer});
    analyseAgain(); // problems name the layer
}

bool RenameLayer::hasTargetOf(const SetValue& other) const {
    return static_cast<const RenameLayer&>(other).m_layer == m_layer;
}

SetField::SetField(Document& document, LayerId layer, std::string field, FieldValue value, Gesture gesture)
    : SetValue(document,
               tr("Set %1 of %2").arg(fieldLabel(layerOf(document, layer), field), nameOf(document, layer)),
               withoutDefault(layerOf(document, layer), field, std::move(value)), gesture,
               WeightEffect::Structure)
    , m_layer(layer)
    , m_field(std::move(field)) {}

std::optional<FieldValue> SetField::get() const {
    const Settings& settings = layerOf(document(), m_layer).settings;
    const auto found = settings.find(m_field);
    return found == settings.end() ? std::nullopt : std::optional(found->second);
}

void SetField::set(const std::optional<FieldValue>& value) {
    Settings& settings = experiment().network.layer(m_layer)->settings;
    if (value)
        settings[m_field] = *value;
    else
        settings.erase(m_field);
    tell(LayerChanged{m_layer});
    analyseAgain();
}

bool SetField::hasTargetOf(const SetValue& other) const {
    const auto& that = static_cast<const SetField&>(other);
    return that.m_layer == m_layer && that.m_field == m_field;
}

MoveLayers::MoveLayers(Document& document, std::map<LayerId, Position> positions, Gesture gesture)
    : SetValue(document,
               positions.size() == 1 ? tr("Move %1").arg(nameOf(document, positions.begin()->first))
                                     : tr("Move %1 layers").arg(positions.size()),
               positions, gesture, WeightEffect::None)
    , m_layers(keysOf(positions)) {}

MoveLayers::MoveLayers(Document& document, std::map<LayerId, Position> positions, const QString& text)
    : SetValue(document, text, positions, newGesture(), WeightEffect::None)
    , m_layers(keysOf(positions)) {}

std::map<LayerId, Position> MoveLayers::get() const {
    std::map<LayerId, Position> positions;
    for (const LayerId layer : m_layers)
        positions[layer] = layerOf(document(), layer).position;
    return positions;
}

void MoveLayers::set(const std::map<LayerId, Position>& positions) {
    for (const auto& [id, position] : positions) {
        Layer* layer = experiment().network.layer(id);
        if (layer->position == position)
            continue;
        layer->position = position;
        tell(LayerMoved{id});
    }
}

bool MoveLayers::hasTargetOf(const SetValue& other) const {
    return static_cast<const MoveLayers&>(other).m_layers == m_layers;
}

} // namespace protomind
