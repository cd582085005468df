// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/settings.h"

#include "engine/nn/loss.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"

#include <algorithm>

namespace protomind {

namespace {

template<class Types>
std::vector<std::string> namesOf(const Types& types, std::vector<std::string> names = {}) {
    for (const auto& type : types)
        names.push_back(type.name);
    return names;
}

std::vector<Field> makeFields() {
    const TrainingSettings standard;
    std::vector<Field> fields;
    fields.push_back({.name = "loss",
                      .label = "Loss",
                      .type = FieldType::Choice,
                      .defaultValue = standard.loss,
                      .choices = namesOf(lossTypes(), {"auto"}),
                      .help = "The number that training makes small: how far the answers are from what they "
                              "should be. Auto picks the one that suits the data."});
    fields.push_back({.name = "optimizer",
                      .label = "Optimiser",
                      .type = FieldType::Choice,
                      .defaultValue = standard.optimizer,
                      .choices = namesOf(optimizerTypes()),
                      .help = "The rule that turns gradients into new weights.",
                      .shownOnCard = true});
    fields.push_back({.name = "learning_rate",
                      .label = "Learning rate",
                      .type = FieldType::Real,
                      .defaultValue = standard.learningRate,
                      .minimum = 0,
                      .maximum = 1e9,
                      .help = "How far each step moves the weights. Too small learns slowly, too large does "
                              "not learn at all.",
                      .logarithmic = true,
                      .shownOnCard = true});
    fields.push_back({.name = "schedule",
                      .label = "Schedule",
                      .type = FieldType::Choice,
                      .defaultValue = standard.schedule,
                      .choices = namesOf(scheduleTypes()),
                      .help = "How the learning rate changes in the course of training."});
    fields.push_back({.name = "l1",
                      .label = "L1 penalty",
                      .type = FieldType::Real,
                      .defaultValue = standard.l1,
                      .minimum = 0,
                      .maximum = 1000,
                      .help = "A price on the size of weights that drives many of them to exactly zero.",
                      .logarithmic = true});
    fields.push_back(
        {.name = "l2",
         .label = "L2 penalty",
         .type = FieldType::Real,
         .defaultValue = standard.l2,
         .minimum = 0,
         .maximum = 1000,
         .help =
             "A price on the square of weights that keeps all of them small: this number times the sum of "
             "their squares is added to the loss. Biases cost nothing.",
         .logarithmic = true});
    fields.push_back({.name = "batch_size",
                      .label = "Batch size",
                      .type = FieldType::Integer,
                      .defaultValue = standard.batchSize,
                      .minimum = 1,
                      .maximum = 65536,
                      .help = "How many samples each step looks at before it moves the weights.",
                      .logarithmic = true,
                      .shownOnCard = true});
    fields.push_back({.name = "epochs",
                      .label = "Epochs",
                      .type = FieldType::Integer,
                      .defaultValue = standard.epochs,
                      .minimum = 1,
                      .maximum = 1000000,
                      .help = "How many times training goes through all its samples. Once they are done, "
                              "Train goes on for as many again.",
                      .shownOnCard = true});
    fields.push_back({.name = "validation",
                      .label = "Validation share",
                      .type = FieldType::Real,
                      .defaultValue = standard.validation,
                      .minimum = 0,
                      .maximum = 0.9,
                      .help = "The share of the samples kept aside: the network never learns from them, so "
                              "they show how it does on what it has not seen."});
    fields.push_back({.name = "seed",
                      .label = "Seed",
                      .type = FieldType::Integer,
                      .defaultValue = static_cast<std::int64_t>(standard.seed),
                      .minimum = 0,
                      .maximum = 9007199254740991.0, // 2^53 - 1: exact in every file format
                      .help = "Where the random numbers start. The same seed gives the same run."});
    return fields;
}

Result<void> checkOwnFields(std::span<const Field> fields, const Settings& settings,
                            const std::string& owner) {
    for (const auto& [name, value] : settings) {
        const auto field = std::ranges::find(fields, name, &Field::name);
        if (field == fields.end())
            return fail(ProblemKind::Request, sentence("There is no setting called '{}' here.", name), owner);
        if (auto checked = checkField(*field, value); !checked)
            return checked;
    }
    return {};
}

} // namespace

std::span<const Field> trainingFields() {
    static const std::vector<Field> kFields = makeFields();
    return kFields;
}

FieldValue trainingField(const TrainingSettings& settings, const std::string& name) {
    if (name == "loss")
        return settings.loss;
    if (name == "optimizer")
        return settings.optimizer;
    if (name == "learning_rate")
        return settings.learningRate;
    if (name == "schedule")
        return settings.schedule;
    if (name == "l1")
        return settings.l1;
    if (name == "l2")
        return settings.l2;
    if (name == "batch_size")
        return settings.batchSize;
    if (name == "epochs")
        return settings.epochs;
    if (name == "validation")
        return settings.validation;
    require(name == "seed", "trainingField: no such field");
    return static_cast<std::int64_t>(settings.seed);
}

void setTrainingField(TrainingSettings& settings, const std::string& name, const FieldValue& value) {
    const auto setReal = [&value](double& target) {
        const auto* whole = std::get_if<std::int64_t>(&value);
        target = whole ? static_cast<double>(*whole) : std::get<double>(value);
    };
    if (name == "loss") {
        settings.loss = std::get<std::string>(value);
    } else if (name == "optimizer") {
        settings.optimizer = std::get<std::string>(value);
    } else if (name == "learning_rate") {
        setReal(settings.learningRate);
    } else if (name == "schedule") {
        settings.schedule = std::get<std::string>(value);
    } else if (name == "l1") {
        setReal(settings.l1);
    } else if (name == "l2") {
        setReal(settings.l2);
    } else if (name == "batch_size") {
        settings.batchSize = std::get<std::int64_t>(value);
    } else if (name == "epochs") {
        settings.epochs = std::get<std::int64_t>(value);
    } else if (name == "validation") {
        setReal(settings.validation);
    } else {
        require(name == "seed", "setTrainingField: no such field");
        settings.seed = static_cast<std::uint64_t>(std::get<std::int64_t>(value));
    }
}

Result<void> checkSettings(const TrainingSettings& settings) {
    for (const Field& field : trainingFields()) {
        if (auto checked = checkField(field, trainingField(settings, field.name)); !checked)
            return checked;
    }
    const OptimizerType& optimizer = *findOptimizer(settings.optimizer);
    if (auto checked = checkOwnFields(optimizer.fields, settings.optimizerSettings, optimizer.title);
        !checked)
        return checked;
    const ScheduleType& schedule = *findSchedule(settings.schedule);
    return checkOwnFields(schedule.fields, settings.scheduleSettings, schedule.title);
}

} // namespace protomind
