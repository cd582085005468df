// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_ground.h"

#include "engine/data/file_source.h"
#include "engine/nn/model.h"
#include "engine/train/settings.h"
#include "studio/course/filter_picture.h"
#include "studio/course/lesson_edit.h"
#include "studio/course/lesson_look.h"
#include "studio/course/lesson_problem.h"
#include "studio/course/measured_speeds.h"
#include "studio/exchange/formats/verification.h"
#include "studio/network/lowering.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::unexpected<Problem> refused(Sentence sentence, Sentence remedy = {}) {
    return fail(ProblemKind::Request, std::move(sentence), {}, std::move(remedy));
}

template<class Named>
std::vector<std::string> namesOf(std::span<const Named> all) {
    std::vector<std::string> names;
    for (const Named& one : all)
        names.push_back(one.name);
    return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// Those that are read back once they are written.
std::vector<std::string> exportNames() {
    std::vector<std::string> names;
    for (const Format& format : formats())
        if (format.write != nullptr && isVerified(format))
            names.emplace_back(format.name);
    return names;
}

/// What was perhaps meant by a name that there is not.
class Remedy {
public:
    explicit Remedy(const Network& network)
        : m_network(network) {}

    Sentence operator()(const SetTrainingAction& action) const {
        return unlessKnown(action.field, trainingNames());
    }
    Sentence operator()(const SetLayerAction& action) const {
        const Layer* layer = m_network.layerNamed(action.layer);
        const LayerType* type = layer ? findLayerType(layer->type) : nullptr;
        return type ? unlessKnown(action.field, namesOf<Field>(type->fields)) : ofLayer(action.layer);
    }
    Sentence operator()(const AddLayerAction& action) const {
        if (const Sentence remedy = action.after.empty() ? Sentence() : ofLayer(action.after);
            !remedy.empty())
            return remedy;
        const LayerType* type = findLayerType(action.type);
        if (type == nullptr)
            return nameRemedy(action.type, namesOf<LayerType>(layerTypes()));
        for (const auto& [name, value] : action.settings)
            if (const Sentence remedy = unlessKnown(name, namesOf<Field>(type->fields)); !remedy.empty())
                return remedy;
        return {};
    }
    Sentence operator()(const RemoveLayerAction& action) const { return ofLayer(action.layer); }
    template<class Other>
    Sentence operator()(const Other&) const {
        return {};
    }

private:
    static Sentence unlessKnown(const std::string& name, const std::vector<std::string>& names) {
        return has(names, name) ? Sentence() : nameRemedy(name, names);
    }
    [[nodiscard]] Sentence ofLayer(const std::string& name) const {
        return unlessKnown(name, layerNames(m_network));
    }

    const Network& m_network;
};

} // namespace

Result<const DataSource*> LessonData::open(const std::string& text, std::uint64_t seed) {
    if (namesFiles(text))
        return refused("A lesson can't count on files of one machine.",
                       "Use data that comes with the program.");
    if (!m_source || m_source->text != text || m_seed != seed) {
        auto opened = openData(text, seed);
        if (!opened)
            return std::unexpected(opened.error());
        m_source = std::move(*opened);
        m_source->text = text;
        m_seed = seed;
    }
    return &*m_source;
}

std::map<std::string, std::int64_t> weightSizes(const Network& network) {
    std::map<std::string, std::int64_t> sizes;
    const auto models = lowerAll(network);
    if (!models)
        return sizes;
    for (const Model& model : *models)
        for (const ModelVariable& variable : modelVariables(model))
            sizes[variable.name] = variable.declared.shape().elementCount();
    return sizes;
}

std::map<std::string, std::vector<float>>
fittingWeights(const std::map<std::string, std::vector<float>>& weights, const Network& network) {
    std::map<std::string, std::vector<float>> fitting;
    if (weights.empty())
        return fitting;
    const auto sizes = weightSizes(network);
    for (const auto& [name, numbers] : weights)
        if (const auto found = sizes.find(name);
            found != sizes.end() && found->second == static_cast<std::int64_t>(numbers.size()))
            fitting.emplace(name, numbers);
    return fitting;
}

std::vector<std::string> layerNames(const Network& network) {
    return namesOf<Layer>(network.layers());
}

std::vector<std::string> trainingNames() {
    return namesOf<Field>(trainingFields());
}

Result<void> LessonGround::checkWeight(const std::string& name, std::int64_t index) const {
    const auto sizes = weightSizes(experiment.network);
    const auto found = sizes.find(name);
    if (found == sizes.end()) {
        std::vector<std::string> names;
        for (const auto& [one, size] : sizes)
            names.push_back(one);
        return refused(sentence("The network has no weight \"{:s}\" here.", name), nameRemedy(name, names));
    }
    if (index >= found->second)
        return refused(sentence("There is no number {} in \"{:s}\".", index, name),
                       sentence("They count from 0 to {}.", found->second - 1));
    return {};
}

Result<void> LessonGround::act(const LessonAction& action, LessonData& data) {
    const bool runs =
        std::holds_alternative<TrainAction>(action) || std::holds_alternative<EvaluateAction>(action);
    if (const auto* set = std::get_if<SetDataAction>(&action)) {
        if (auto opened = data.open(set->data, experiment.training.seed); !opened)
            return std::unexpected(opened.error());
    } else if (!std::holds_alternative<SetTrainingAction>(action) &&
               !std::holds_alternative<SetSpeedAction>(action) &&
               !std::holds_alternative<SetDeviceAction>(action) &&
               !std::holds_alternative<SetThreadsAction>(action) && !hasNetwork) {
        return refused("There is no network here that this could be done to.",
                       "Open one in this step or before: \"open\": {\"template\": \"playground\"}.");
    }
    if (runs && experiment.data.empty())
        return refused("There is no data here to learn from.", "Give the step its \"data\".");
    if (const auto* device = std::get_if<SetDeviceAction>(&action); device && device->device != kProcessor)
        return refused("A lesson can't count on a device of one machine.",
                       sentence("Every machine has \"{:s}\".", kProcessor));
    if (const auto* written = std::get_if<ExportAction>(&action)) {
        const auto names = exportNames();
        if (!has(names, written->format))
            return refused(sentence("No format that is read back is named \"{:s}\".", written->format),
                           nameRemedy(written->format, names));
    }
    if (const auto* chosen = std::get_if<SetPictureAction>(&action);
        chosen && !filterPicture(chosen->picture))
        return refused(sentence("No picture to filter is named \"{:s}\".", chosen->picture),
                       nameRemedy(chosen->picture, namesOf<FilterPicture>(filterPictures())));
    if (const auto* look = std::get_if<LookAction>(&action))
        return checkLook(*look, experiment, data);
    if (const auto* weight = std::get_if<SetWeightAction>(&action))
        return checkWeight(weight->weight, weight->index);
    auto after = withEdit(experiment, action);
    if (!after)
        return refused(after.error().sentence, std::visit(Remedy(experiment.network), action));
    experiment = std::move(*after);
    return {};
}

} // namespace protomind
