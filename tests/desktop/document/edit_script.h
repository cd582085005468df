// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/commands/row_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "engine/base/random.h"
#include "engine/nn/layer_type.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/network/connection.h"
#include "studio/network/layer_inputs.h"
#include "studio/network/network_json.h"
#include "studio/project/experiment_json.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace protomind {

/// All that commands may change, byte for byte.
inline std::string textOf(const Document& document) {
    return toJson(document.experiment()).dump();
}

/// What someone who has the run, and hears of weights that are set by hand, holds of them.
class HeldWeights {
public:
    using Place = std::tuple<LayerId, std::string, std::int64_t>;

    explicit HeldWeights(Document& document) {
        QObject::connect(&document, &Document::changed, &m_listener, [this](const ChangeEvent& event) {
            if (const auto* set = std::get_if<WeightSet>(&event))
                m_weights[{set->layer, set->weight, set->index}] = set->value;
        });
    }
    /// 0 where it was never set.
    [[nodiscard]] double at(const Place& place) const {
        const auto found = m_weights.find(place);
        return found == m_weights.end() ? 0 : found->second;
    }
    [[nodiscard]] std::string text() const {
        std::string text;
        for (const auto& [place, value] : m_weights)
            if (value != 0)
                text += std::to_string(std::get<0>(place).value) + '/' + std::get<1>(place) + '/' +
                        std::to_string(std::get<2>(place)) + '=' + std::to_string(value) + '\n';
        return text;
    }

private:
    QObject m_listener;
    std::map<Place, double> m_weights;
};

/// Does what a person might, at random but repeatably: every kind of command, some of them several times in
/// one gesture.
class EditScript {
public:
    static constexpr std::size_t kKinds = 21; ///< of commands

    EditScript(Document& document, std::uint64_t seed)
        : m_document(document)
        , m_weights(document)
        , m_random(seed) {}

    /// All that the commands may change, those weights as well.
    [[nodiscard]] std::string state() const { return textOf(m_document) + m_weights.text(); }

    void step() {
        switch (m_random.below(21)) {
        case 0:
        case 1:
        case 2:
            return push(new AddLayer(m_document, anyType(), anyPosition()));
        case 3:
        case 4:
            return wire();
        case 5:
            return afterLayer();
        case 6:
            return onWire();
        case 7:
            return remove();
        case 8:
            return rename();
        case 9:
            return setField();
        case 10:
            return drag();
        case 11:
            return copy();
        case 12:
            return fix();
        case 13:
            return train();
        case 14:
            return rewire();
        case 15:
            return putOnWire();
        case 16:
            return arrange();
        case 17:
            return editRow();
        case 18:
            return chain();
        case 19:
            return setWeight();
        default:
            return rarely();
        }
    }

private:
    [[nodiscard]] const Network& network() const { return m_document.network(); }
    void push(QUndoCommand* command) { m_document.undoStack().push(command); }

    std::string anyType() { return layerTypes()[m_random.below(layerTypes().size())].name; }
    Position anyPosition() {
        return {8.0 * double(m_random.below(100)), 8.0 * double(m_random.below(60)), m_random.below(2) == 0};
    }

    const Layer* anyLayer() {
        const auto& layers = network().layers();
        return layers.empty() ? nullptr : &layers[m_random.below(layers.size())];
    }
    const Wire* anyWire() {
        const auto& wires = network().wires();
        return wires.empty() ? nullptr : &wires[m_random.below(wires.size())];
    }

    void wire() {
        const Layer* from = anyLayer();
        const Layer* to = anyLayer();
        if (from != nullptr && checkConnection(network(), from->id, to->id, 0))
            push(new AddWire(m_document, from->id, to->id, 0));
    }

    void rewire() {
        const Wire* wire = anyWire();
        const Layer* to = anyLayer();
        if (wire == nullptr)
            return;
        Network without = network();
        without.removeWire(wire->id);
        if (checkConnection(without, wire->from, to->id, 0))
            push(new RewireWire(m_document, wire->id, to->id, 0));
    }

    void afterLayer() {
        if (const Layer* layer = anyLayer())
            push(new AddLayerAfter(m_document, anyType(), layer->id, anyPosition(),
                                   {{layer->id, anyPosition()}}));
    }

    void onWire() {
        if (const Wire* wire = anyWire())
            push(new InsertLayer(m_document, anyType(), wire->id, anyPosition()));
    }

    void putOnWire() {
        const Layer* layer = anyLayer();
        const Wire* wire = anyWire();
        if (layer != nullptr && wire != nullptr && network().wiresInto(layer->id).empty() &&
            network().wiresFrom(layer->id).empty())
            push(new PutOnWire(m_document, layer->id, wire->id, anyPosition()));
    }

    /// Some of the cards, as arranging leaves those that were placed by hand.
    void arrange() {
        std::map<LayerId, Position> positions;
        for (const Layer& layer : network().layers())
            if (!layer.position.byHand || m_random.below(4) == 0)
                positions[layer.id] = anyPosition();
        if (!positions.empty())
            push(new MoveLayers(m_document, positions, QStringLiteral("Arrange layers")));
    }

    /// As it is typed into the table.
    void editRow() {
        const Layer* layer = anyLayer();
        if (layer == nullptr)
            return;
        const LayerType* type = findLayerType(layer->type);
        if (m_random.below(2) == 0 && type != nullptr && !type->fields.empty()) {
            Settings settings;
            const Field& field = type->fields[m_random.below(type->fields.size())];
            settings[field.name] = anyValue(field);
            return push(new SetSettings(m_document, layer->id, settings));
        }
        std::vector<LayerId> sources;
        for (std::uint64_t i = m_random.below(3); i > 0; --i)
            sources.push_back(anyLayer()->id);
        if (const Result<Network> after = withInputs(network(), layer->id, sources))
            push(new SetInputs(m_document, layer->id, *after));
    }

    void remove() {
        std::set<LayerId> layers;
        std::set<WireId> wires;
        const Layer* layer = anyLayer();
        if (layer != nullptr && m_random.below(2) == 0)
            layers.insert(layer->id);
        if (const Wire* wire = anyWire())
            wires.insert(wire->id);
        push(new RemoveParts(m_document, layers, wires));
    }

    void rename() {
        const Layer* layer = anyLayer();
        if (layer == nullptr)
            return;
        const LayerId id = layer->id;
        const Gesture gesture = newGesture();
        std::string name;
        for (std::uint64_t letter = 0; letter <= m_random.below(4); ++letter) {
            name += char('a' + m_random.below(26));
            push(new RenameLayer(m_document, id, network().freeName(name), gesture));
        }
    }

    void setField() {
        const Layer* layer = anyLayer();
        if (layer == nullptr)
            return;
        const LayerType* type = findLayerType(layer->type);
        if (type == nullptr || type->fields.empty())
            return;
        const LayerId id = layer->id;
        const Field& field = type->fields[m_random.below(type->fields.size())];
        const Gesture gesture = newGesture();
        for (std::uint64_t i = 0; i <= m_random.below(3); ++i)
            push(new SetField(m_document, id, field.name, anyValue(field), gesture));
    }

    FieldValue anyValue(const Field& field) {
        if (m_random.below(3) == 0)
            return field.defaultValue;
        switch (field.type) {
        case FieldType::Integer:
            return std::int64_t(field.minimum) + std::int64_t(m_random.below(9));
        case FieldType::Real:
            return double(m_random.uniform(float(field.minimum), float(std::min(field.maximum, 1.0))));
        case FieldType::Boolean:
            return m_random.below(2) == 0;
        case FieldType::Choice:
            return field.choices[m_random.below(field.choices.size())];
        case FieldType::Sizes:
            break;
        }
        return std::vector<std::int64_t>(std::max<std::size_t>(field.sizeCount, 1),
                                         1 + std::int64_t(m_random.below(7)));
    }

    void drag() {
        const Layer* layer = anyLayer();
        const Layer* other = anyLayer();
        if (layer == nullptr)
            return;
        const std::set<LayerId> ids{layer->id, other->id};
        const Gesture gesture = newGesture();
        for (std::uint64_t i = 0; i <= m_random.below(4); ++i) {
            std::map<LayerId, Position> positions;
            for (const LayerId id : ids)
                positions[id] = anyPosition();
            push(new MoveLayers(m_document, positions, gesture));
        }
    }

    void copy() {
        std::set<LayerId> ids;
        for (int i = 0; i < 3; ++i) {
            if (const Layer* layer = anyLayer())
                ids.insert(layer->id);
        }
        if (network().layers().size() < 30 && !ids.empty())
            push(new PasteLayers(m_document, partOf(network(), ids), {24, 24},
                                 m_random.below(2) == 0 ? PasteLayers::Kind::Paste
                                                        : PasteLayers::Kind::Duplicate));
    }

    void fix() {
        std::vector<Fix> fixes;
        for (const NetworkProblem& problem : m_document.analysis().problems)
            fixes.insert(fixes.end(), problem.fixes.begin(), problem.fixes.end());
        if (!fixes.empty())
            push(new ApplyFix(m_document, fixes[m_random.below(fixes.size())]));
    }

    /// Any of the training settings, those of the optimiser and of the schedule as well.
    void train() {
        TrainingSettings settings = m_document.experiment().training;
        const auto fields = trainingFields();
        const Field& field = fields[m_random.below(fields.size())];
        const Gesture gesture = newGesture();
        for (std::uint64_t i = 0; i <= m_random.below(3); ++i) {
            setTrainingField(settings, field.name, anyValue(field));
            // What another one had for itself is nothing to this one.
            settings.optimizerSettings = anySettings(findOptimizer(settings.optimizer)->fields);
            settings.scheduleSettings = anySettings(findSchedule(settings.schedule)->fields);
            push(new SetTraining(m_document, field.name, settings, gesture));
        }
    }

    Settings anySettings(const std::vector<Field>& fields) {
        Settings settings;
        for (const Field& field : fields)
            if (m_random.below(2) == 0)
                settings[field.name] = anyValue(field);
        return settings;
    }

    void chain() {
        const Layer* from = anyLayer();
        const Layer* to = anyLayer();
        if (from == nullptr)
            return;
        const std::vector<LayerId> layers{from->id, to->id};
        if (const Result<Network> after = withChain(network(), layers))
            push(new ConnectLayers(m_document, layers, *after));
    }

    void setWeight() {
        const Layer* layer = anyLayer();
        if (layer == nullptr)
            return;
        const HeldWeights::Place place{layer->id, m_random.below(2) == 0 ? "kernel" : "bias",
                                       std::int64_t(m_random.below(3))};
        push(new SetWeight(m_document, layer->id, std::get<1>(place), std::get<2>(place), m_weights.at(place),
                           0.125 * double(1 + m_random.below(50))));
    }

    void rarely() {
        switch (m_random.below(6)) {
        case 0:
            return push(
                new LoadTemplate(m_document, networkTemplates()[m_random.below(networkTemplates().size())]));
        case 1:
            return push(new SetDataText(m_document, m_random.below(2) == 0 ? "spiral" : "moons"));
        case 2:
            return push(new SetDevice(m_document, m_random.below(2) == 0 ? "cpu" : "reference"));
        case 3:
            return push(new SetThreads(m_document, int(m_random.below(4))));
        default:
            // Back and forth in between, as people do.
            for (std::uint64_t i = 0; i < m_random.below(5); ++i)
                m_document.undoStack().undo();
            if (m_random.below(2) == 0)
                m_document.undoStack().redo();
        }
    }

    Document& m_document;
    HeldWeights m_weights;
    RandomStream m_random;
};

} // namespace protomind
