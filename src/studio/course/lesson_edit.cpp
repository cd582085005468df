// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_edit.h"

#include "engine/nn/layer_type.h"
#include "studio/course/lesson.h"
#include "studio/network/template.h"

#include <fmt/core.h>

#include <algorithm>

namespace protomind {

namespace {

template<class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

std::unexpected<Problem> noLayer(const std::string& name) {
    return fail(ProblemKind::Request, sentence("The network has no layer named \"{:s}\".", name));
}

std::unexpected<Problem> noField(const std::string& owner, const std::string& name) {
    return fail(ProblemKind::Request, sentence("{} has no setting \"{:s}\".", owner, name));
}

const Field* findField(std::span<const Field> fields, const std::string& name) {
    const auto found = std::ranges::find_if(fields, [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

Result<void> setLayer(Network& network, const SetLayerAction& action) {
    const Layer* named = network.layerNamed(action.layer);
    if (!named)
        return noLayer(action.layer);
    const LayerType* type = findLayerType(named->type);
    const Field* field = type ? findField(type->fields, action.field) : nullptr;
    if (!field)
        return noField(named->type, action.field);
    if (const Result<void> checked = checkField(*field, action.value); !checked)
        return checked;
    Layer* layer = network.layer(named->id);
    if (action.value == field->defaultValue)
        layer->settings.erase(action.field);
    else
        layer->settings[action.field] = action.value;
    return {};
}

Result<void> addLayer(Network& network, const AddLayerAction& action) {
    const Layer* after = action.after.empty() ? nullptr : network.layerNamed(action.after);
    if (!after && !action.after.empty())
        return noLayer(action.after);
    if (!after && !network.layers().empty())
        return fail(ProblemKind::Request, "Behind which layer the new one goes is not said.", {},
                    "Only on an empty canvas can \"after\" be absent.");
    const LayerType* type = findLayerType(action.type);
    if (!type)
        return fail(ProblemKind::Request, sentence("There is no kind of layer named \"{:s}\".", action.type));
    for (const auto& [name, value] : action.settings) {
        const Field* field = findField(type->fields, name);
        if (!field)
            return noField(type->title, name);
        if (const Result<void> checked = checkField(*field, value); !checked)
            return checked;
    }
    const LayerId from = after ? after->id : LayerId();
    const LayerId id = network.nextLayerId();
    const Position place = after ? Position{after->position.x, after->position.y, false} : Position{};
    network.add(Layer{.id = id,
                      .type = action.type,
                      .name = network.freeName(action.name.empty() ? type->title : action.name),
                      .settings = action.settings,
                      .position = place});
    if (!from)
        return {};
    for (Wire wire : network.wiresFrom(from)) {
        network.removeWire(wire.id);
        wire.from = id;
        network.add(wire);
    }
    network.add(Wire{.id = network.nextWireId(), .from = from, .to = id, .port = 0});
    return {};
}

/// What came into the layer goes to where its output went.
Result<void> removeLayer(Network& network, const RemoveLayerAction& action) {
    const Layer* named = network.layerNamed(action.layer);
    if (!named)
        return noLayer(action.layer);
    const LayerId id = named->id;
    const std::vector<Wire> into = network.wiresInto(id);
    for (Wire wire : network.wiresFrom(id)) {
        network.removeWire(wire.id);
        if (into.size() != 1)
            continue;
        wire.from = into.front().from;
        network.add(wire);
    }
    for (const Wire& wire : into)
        network.removeWire(wire.id);
    network.removeLayer(id);
    return {};
}

Result<void> setTraining(TrainingSettings& settings, const std::string& name, const FieldValue& value) {
    const Field* field = findTrainingField(name);
    if (!field)
        return noField("Training", name);
    if (const Result<void> checked = checkField(*field, value); !checked)
        return checked;
    setTrainingField(settings, name, value);
    return {};
}

} // namespace

bool isEdit(const LessonAction& action) {
    return std::visit(
        Overloaded{[](const SetTrainingAction&) { return true; }, [](const SetLayerAction&) { return true; },
                   [](const AddLayerAction&) { return true; }, [](const RemoveLayerAction&) { return true; },
                   [](const SetDataAction&) { return true; }, [](const auto&) { return false; }},
        action);
}

Result<Experiment> withEdit(Experiment experiment, const LessonAction& action) {
    const Result<void> done = std::visit(
        Overloaded{
            [&](const SetTrainingAction& it) { return setTraining(experiment.training, it.field, it.value); },
            [&](const SetLayerAction& it) { return setLayer(experiment.network, it); },
            [&](const AddLayerAction& it) { return addLayer(experiment.network, it); },
            [&](const RemoveLayerAction& it) { return removeLayer(experiment.network, it); },
            [&](const SetDataAction& it) {
                experiment.data = it.data;
                return Result<void>{};
            },
            [&](const SetDeviceAction& it) {
                experiment.device = it.device;
                return Result<void>{};
            },
            [&](const SetThreadsAction& it) {
                experiment.threads = it.threads;
                return Result<void>{};
            },
            [](const auto&) { return Result<void>{}; }},
        action);
    if (!done)
        return std::unexpected(done.error());
    return experiment;
}

Result<Experiment> experimentOf(const LessonStep& step, Experiment experiment) {
    if (!step.templateName.empty()) {
        const NetworkTemplate* source = findTemplate(step.templateName);
        if (!source)
            return fail(ProblemKind::Request,
                        sentence("There is no template named \"{:s}\".", step.templateName));
        experiment.network = source->make();
        experiment.data = source->data;
        experiment.training = source->training;
    }
    if (step.network)
        experiment.network = *step.network;
    if (step.data)
        experiment.data = *step.data;
    for (const auto& [name, value] : step.training)
        if (const Result<void> set = setTraining(experiment.training, name, value); !set)
            return std::unexpected(set.error());
    return experiment;
}

} // namespace protomind
