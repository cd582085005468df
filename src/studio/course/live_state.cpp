// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/live_state.h"

#include "engine/base/parallel.h"
#include "engine/nn/layer_type.h"
#include "studio/course/filter_state.h"
#include "studio/course/fitted_line.h"
#include "studio/course/layer_reach.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

StateValue count(std::size_t number) {
    return static_cast<double>(number);
}

constexpr const char* kRunStates[] = {"idle", "ready", "training", "paused", "finished", "diverged"};

std::string runStateName(RunState state) {
    return kRunStates[static_cast<std::size_t>(state)];
}

StateValue lineM(const LiveState& state) {
    const Layer* layer = lineLayer(state.experiment.network);
    const auto line = layer != nullptr ? presentLine(*layer, state.weights) : std::nullopt;
    return line ? knownValue(line->m) : UnknownValue{};
}

StateValue lineB(const LiveState& state) {
    const Layer* layer = lineLayer(state.experiment.network);
    const auto line = layer != nullptr ? presentLine(*layer, state.weights) : std::nullopt;
    return line ? knownValue(line->b) : UnknownValue{};
}

StateValue lineLoss(const LiveState& state) {
    const Layer* layer = lineLayer(state.experiment.network);
    const auto line = layer != nullptr ? presentLine(*layer, state.weights) : std::nullopt;
    return line ? knownValue(meanSquaredError(*line, state.pairs)) : UnknownValue{};
}

StateValue lineBestLoss(const LiveState& state) {
    const Layer* layer = lineLayer(state.experiment.network);
    if (layer == nullptr)
        return UnknownValue{};
    return knownValue(meanSquaredError(leastSquares(state.pairs, hasIntercept(*layer)), state.pairs));
}

StateValue linePoints(const LiveState& state) {
    if (lineLayer(state.experiment.network) == nullptr)
        return UnknownValue{};
    return count(state.pairs.size());
}

StateValue lastPoint(const LiveState& state, std::size_t axis) {
    if (lineLayer(state.experiment.network) == nullptr || state.pairs.empty())
        return UnknownValue{};
    return knownValue(asWritten(state.pairs.back()[axis]));
}

/// Of the way that was measured last among those that are wanted.
StateValue speedOf(const LiveState& state, bool (*isWanted)(const MeasuredWay& way)) {
    const auto found = std::find_if(state.ways.rbegin(), state.ways.rend(), isWanted);
    return found == state.ways.rend() ? StateValue() : StateValue(found->stepsPerSecond);
}

constexpr std::string_view kTraining = "training.";

/// Of a name that begins so; null for all others.
const Field* trainingFieldOf(std::string_view name) {
    return name.starts_with(kTraining) ? findTrainingField(name.substr(kTraining.size())) : nullptr;
}

/// The settings of training under their names for lessons.
std::span<const StateName> trainingStateNames() {
    static const std::vector<std::string> kTexts = [] {
        std::vector<std::string> texts;
        for (const TrainingSetting& setting : trainingTable())
            texts.push_back(std::string(kTraining) + setting.field.name);
        return texts;
    }();
    static const std::vector<StateName> kNames = [] {
        std::vector<StateName> names;
        for (std::size_t i = 0; i < kTexts.size(); ++i) {
            const TrainingSetting& setting = trainingTable()[i];
            names.push_back({kTexts[i].c_str(), stateTypeOf(setting.field.type), setting.meaning.c_str()});
        }
        return names;
    }();
    return kNames;
}

StateValue accuracyOf(const RunRecord& run) {
    return run.accuracy >= 0 ? knownValue(run.accuracy) : UnknownValue{};
}

StateValue parametersOf(const RunRecord& run) {
    return static_cast<double>(run.parameters);
}

constexpr RunFieldName kRunFields[] = {
    {"accuracy", accuracyOf},
    {"loss", [](const RunRecord& run) { return knownValue(run.loss); }},
    {"parameters", parametersOf},
    {"epochs", [](const RunRecord& run) { return knownValue(run.epochs); }},
};

/// A name of the table, and how its value is found. Settings of training have a table of their own.
struct StateRow {
    StateName name;
    StateValue (*value)(const LiveState& state);
};

using enum StateType;

constexpr StateRow kRows[] = {
    {{"network.parameters", Number, "How many numbers the network learns."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.analysis.parameters); }},
    {{"network.layers", Number, "How many layers are drawn, Input among them."},
     [](const LiveState& s) { return count(s.experiment.network.layers().size()); }},
    {{"network.multiply_adds", Number, "How many multiplications one sample takes."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.analysis.multiplyAdds); }},
    {{"network.problems", Number, "How many problems the drawing has, warnings among them."},
     [](const LiveState& s) { return count(s.analysis.problems.size()); }},

    {{"data.name", Text, "The name of the data: spiral."},
     [](const LiveState& s) -> StateValue {
         return s.dataName.empty() ? StateValue() : StateValue(s.dataName);
     }},
    {{"data.samples", Number, "How many samples there are to learn from."},
     [](const LiveState& s) { return knownValue(s.dataSamples); }},
    {{"data.classes", Number, "How many classes the data has; 0 where it asks for numbers."},
     [](const LiveState& s) { return knownValue(s.dataClasses); }},

    {{"run.state", Text, "What training does: idle, ready, training, paused, finished or diverged."},
     [](const LiveState& s) -> StateValue { return runStateName(s.run); }},
    {{"run.trained", Truth, "Whether the present network has weights that training changed."},
     [](const LiveState& s) -> StateValue { return s.trained; }},
    {{"run.diverged", Truth, "Whether training diverged since the step was entered."},
     [](const LiveState& s) -> StateValue { return s.diverged; }},
    {{"run.steps", Number, "How many steps were trained since the first weights."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.steps); }},
    {{"run.steps_since_change", Number,
      "How many steps were trained since the network, the data or a setting was changed, other than how fast "
      "and how "
      "long it learns."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.steps - s.stepOfChange); }},
    {{"run.epochs", Number, "How many epochs were trained, with the fraction of the present one."},
     [](const LiveState& s) { return knownValue(s.epochs); }},
    {{"run.by_hand", Number, "How often a weight was moved by hand since the first weights."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.movesByHandInRun); }},
    {{"run.speed", Number, "Steps a second at most; 0 for as fast as it goes."},
     [](const LiveState& s) { return knownValue(s.speed); }},

    {{"run.device", Text, "What really computes: cpu, or the name of another device such as opencl:0."},
     [](const LiveState& s) -> StateValue { return s.device.empty() ? StateValue() : StateValue(s.device); }},
    {{"run.threads", Number,
      "How many threads of the processor compute, or compute units of another device."},
     [](const LiveState& s) -> StateValue {
         return s.threads > 0 ? StateValue(static_cast<double>(s.threads)) : StateValue();
     }},
    {{"run.steps_per_second", Number, "How many steps a second the last ones were."},
     [](const LiveState& s) { return knownValue(s.stepsPerSecond); }},

    {{"machine.processors", Number, "How many threads the processor of this machine runs at once."},
     [](const LiveState&) -> StateValue { return static_cast<double>(processorThreads()); }},

    {{"speed.ways", Number,
      "In how many ways - devices, numbers of threads - the same network was trained at full speed since the "
      "step was entered, for 20 steps in a row at least."},
     [](const LiveState& s) { return count(s.ways.size()); }},
    {{"speed.one_thread", Number, "How many steps a second that was on the processor with one thread."},
     [](const LiveState& s) {
         return speedOf(s, [](const MeasuredWay& way) { return way.isProcessor() && way.threads == 1; });
     }},
    {{"speed.more_threads", Number, "How many steps a second that was on the processor with more threads."},
     [](const LiveState& s) {
         return speedOf(s, [](const MeasuredWay& way) { return way.isProcessor() && way.threads > 1; });
     }},
    {{"speed.processor", Number, "How many steps a second that was on the processor, in the last such way."},
     [](const LiveState& s) { return speedOf(s, [](const MeasuredWay& way) { return way.isProcessor(); }); }},
    {{"speed.other_device", Number,
      "How many steps a second that was on another device, in the last such way."},
     [](const LiveState& s) {
         return speedOf(s, [](const MeasuredWay& way) { return !way.isProcessor(); });
     }},

    {{"train.loss", Number,
      "The mean loss on all samples learned from, as augmentation changed them, in the last complete epoch."},
     [](const LiveState& s) { return knownValue(s.train.loss); }},
    {{"train.accuracy", Number,
      "The share of right answers on all samples learned from, as augmentation changed them, in the last "
      "complete epoch: from 0 to 1."},
     [](const LiveState& s) { return knownValue(s.train.accuracy); }},
    {{"validation.loss", Number, "The loss on the samples kept aside."},
     [](const LiveState& s) { return knownValue(s.validation.loss); }},
    {{"validation.accuracy", Number, "The share of right answers on the samples kept aside, from 0 to 1."},
     [](const LiveState& s) { return knownValue(s.validation.accuracy); }},
    {{"test.loss", Number, "The loss of the last test."},
     [](const LiveState& s) { return knownValue(s.test.loss); }},
    {{"test.accuracy", Number, "The share of right answers in the last test, from 0 to 1."},
     [](const LiveState& s) { return knownValue(s.test.accuracy); }},

    {{"runs.tested", Number,
      "How many trained networks were tested on the present data since the step was entered, when training "
      "rested; the same weights count once."},
     [](const LiveState& s) { return count(s.runs.size()); }},
    {{"runs.best_accuracy", Number, "The largest share of right answers among these tests, from 0 to 1."},
     [](const LiveState& s) { return s.runs.empty() ? StateValue() : accuracyOf(*s.runs.front()); }},
    {{"runs.best_parameters", Number,
      "How many numbers the network learned that the largest share is of; of several the smallest."},
     [](const LiveState& s) { return s.runs.empty() ? StateValue() : parametersOf(*s.runs.front()); }},

    {{"line.m", Number, "The slope, where the network is a straight line: one neuron over one number."},
     lineM},
    {{"line.b", Number, "Where such a line crosses x = 0."}, lineB},
    {{"line.loss", Number, "The mean squared error of such a line over all training points."}, lineLoss},
    {{"line.points", Number, "How many training points there are for such a line."}, linePoints},
    {{"line.last_x", Number, "Where the last of these points lies: x."},
     [](const LiveState& s) { return lastPoint(s, 0); }},
    {{"line.last_y", Number, "Where the last of these points lies: y."},
     [](const LiveState& s) { return lastPoint(s, 1); }},
    {{"line.best_loss", Number, "The smallest mean squared error that any such line has."}, lineBestLoss},

    {{"steps.by_hand", Number, "How often a weight was moved by hand since the step was entered."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.movesByHand); }},
    {{"page.exports", Number,
      "How often the network was written for another program, read back and found to answer the same, since "
      "the step was entered."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.exports); }},
};

const StateRow* findRow(std::string_view name) {
    const auto* row =
        std::ranges::find(kRows, name, [](const StateRow& one) { return std::string_view(one.name.name); });
    return row == std::end(kRows) ? nullptr : row;
}

std::vector<LayerFieldName> makeLayerFieldNames() {
    std::vector<LayerFieldName> all = {
        {"type", Text, {}}, {"name", Text, {}}, {"parameters", Number, {}}, {"receptive_field", Number, {}}};
    for (const LayerType& type : layerTypes()) {
        all[0].choices.push_back(type.name);
        for (const Field& field : type.fields) {
            auto knownValue = std::ranges::find(all, field.name, &LayerFieldName::name);
            if (knownValue == all.end())
                knownValue = all.insert(all.end(), {field.name, stateTypeOf(field.type), {}});
            require(knownValue->type == stateTypeOf(field.type), "layerFieldNames: a setting has two types");
            for (const std::string& choice : field.choices)
                if (std::ranges::find(knownValue->choices, choice) == knownValue->choices.end())
                    knownValue->choices.push_back(choice);
        }
    }
    return all;
}

} // namespace

std::span<const StateName> stateNames() {
    static const std::vector<StateName> names = [] {
        std::vector<StateName> all(trainingStateNames().begin(), trainingStateNames().end());
        for (const StateRow& row : kRows)
            all.push_back(row.name);
        for (const FilterStateRow& row : filterStateRows())
            all.push_back(row.name);
        all.insert(all.end(), lensStateNames().begin(), lensStateNames().end());
        return all;
    }();
    return names;
}

const StateName* findStateName(std::string_view name) {
    const auto found = std::ranges::find(stateNames(), name,
                                         [](const StateName& one) { return std::string_view(one.name); });
    return found != stateNames().end() ? &*found : nullptr;
}

const std::vector<std::string>& stateChoices(std::string_view name) {
    static const std::vector<std::string> none;
    static const std::vector<std::string> runStates(std::begin(kRunStates), std::end(kRunStates));
    if (name == "run.state")
        return runStates;
    if (name == "filter.picture")
        return filterPictureNames();
    if (name.starts_with(kLensNames))
        return lensStateChoices(name);
    const Field* field = trainingFieldOf(name);
    return field != nullptr ? field->choices : none;
}

std::span<const LayerFieldName> layerFieldNames() {
    static const std::vector<LayerFieldName> names = makeLayerFieldNames();
    return names;
}

const LayerFieldName* findLayerFieldName(std::string_view name) {
    const auto found = std::ranges::find(layerFieldNames(), name, &LayerFieldName::name);
    return found == layerFieldNames().end() ? nullptr : &*found;
}

std::span<const RunFieldName> runFieldNames() {
    return kRunFields;
}

const RunFieldName* findRunFieldName(std::string_view name) {
    const auto* found = std::ranges::find(kRunFields, name, &RunFieldName::name);
    return found == std::end(kRunFields) ? nullptr : found;
}

LearningFigures figuresOf(const HistoryPoint& point) {
    const auto known = [](double figure) { return figure < 0 ? std::nullopt : std::optional(figure); };
    return {.train = {known(point.loss), known(point.accuracy)},
            .validation = {known(point.validationLoss), known(point.validationAccuracy)}};
}

double epochsAfter(std::int64_t steps, const Prepared& facts) {
    const std::int64_t perEpoch = std::max<std::int64_t>(facts.stepsPerEpoch, 1);
    const auto whole = static_cast<double>(steps / perEpoch);
    if (facts.trainingSamples <= 0)
        return whole;
    const std::int64_t seen = std::min(steps % perEpoch * facts.batchSize, facts.trainingSamples);
    return whole + static_cast<double>(seen) / static_cast<double>(facts.trainingSamples);
}

void LiveState::setFigures(std::span<const HistoryPoint> history) {
    const auto since = std::ranges::upper_bound(history, stepOfChange, {}, &HistoryPoint::step);
    history = history.subspan(static_cast<std::size_t>(since - history.begin()));
    const LearningFigures last = history.empty() ? LearningFigures{} : figuresOf(history.back());
    train = last.train;
    validation = last.validation;
    epochBefore = history.size() < 2 ? LearningFigures{} : figuresOf(history[history.size() - 2]);
}

bool trainsTheSame(const Experiment& a, const Experiment& b) {
    TrainingSettings settings = a.training;
    settings.learningRate = b.training.learningRate;
    settings.epochs = b.training.epochs;
    settings.schedule = b.training.schedule;
    settings.scheduleSettings = b.training.scheduleSettings;
    return settings == b.training && a.data == b.data && sameStructure(a.network, b.network);
}

LiveState LiveState::anEpochBefore() const {
    LiveState before = *this;
    before.train = epochBefore.train;
    before.validation = epochBefore.validation;
    return before;
}

StateValue LiveState::value(std::string_view name) const {
    if (const Field* field = trainingFieldOf(name))
        return stateOf(trainingField(experiment.training, field->name));
    if (const StateRow* row = findRow(name))
        return row->value(*this);
    if (name.starts_with(kLensNames))
        return lensStateValue(looks, name);
    const auto ofFilter = std::ranges::find(
        filterStateRows(), name, [](const FilterStateRow& one) { return std::string_view(one.name.name); });
    return ofFilter != filterStateRows().end() ? ofFilter->value(*this) : UnknownValue{};
}

StateValue LiveState::weight(const std::string& name, std::int64_t index) const {
    const auto found = weights.find(name);
    if (found == weights.end() || index < 0 || index >= static_cast<std::int64_t>(found->second.size()))
        return UnknownValue{};
    return knownValue(asWritten(found->second[static_cast<std::size_t>(index)]));
}

StateValue LiveState::layerValue(const Layer& layer, std::string_view field) const {
    if (field == "type")
        return layer.type;
    if (field == "name")
        return layer.name;
    if (field == "parameters") {
        const auto facts = analysis.layers.find(layer.id);
        if (facts == analysis.layers.end())
            return UnknownValue{};
        return static_cast<double>(facts->second.parameters.count);
    }
    if (field == "receptive_field") {
        const std::optional<std::int64_t> side = receptiveSide(experiment.network, layer.name);
        return side ? StateValue(static_cast<double>(*side)) : UnknownValue{};
    }
    const LayerType* type = findLayerType(layer.type);
    if (type == nullptr)
        return UnknownValue{};
    const auto declared = std::ranges::find(type->fields, field, &Field::name);
    if (declared == type->fields.end())
        return UnknownValue{};
    // Files may hold values of any type: they are problems of the drawing, and unknown here.
    const FieldValue& value = valueOf(type->fields, layer.settings, declared->name);
    return checkField(*declared, value) ? stateOf(value) : UnknownValue{};
}

} // namespace protomind
