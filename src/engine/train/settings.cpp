// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/settings.h"

#include "engine/nn/loss.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "engine/train/adversarial_table.h"
#include "engine/train/gan_table.h"

#include <algorithm>
#include <iterator>

namespace protomind {

namespace {

template<class Types>
std::vector<std::string> namesOf(const Types& types, std::vector<std::string> names = {}) {
    for (const auto& type : types)
        names.push_back(type.name);
    return names;
}

constexpr double kMostCounted = 1e9;              ///< in a file: beyond it only mistakes lie
constexpr double kMostExact = 9007199254740991.0; ///< 2^53 - 1: exact in every file format

const std::string kAugment = "augment";

struct AugmentationSetting {
    const AugmentationKind& kind;
    const Augmentation& standard;

    TrainingSetting operator()(double Augmentation::*member) const {
        return {.field = field(FieldType::Real, standard.*member, kind.maximum),
                .option = option(),
                .meaning = kind.meaning,
                .member = member,
                .inFiles = {0, kind.maximum}};
    }
    TrainingSetting operator()(bool Augmentation::*member) const {
        return {.field = field(FieldType::Boolean, standard.*member, 0),
                .option = option(),
                .meaning = kind.meaning,
                .member = member};
    }

private:
    [[nodiscard]] std::string option() const { return kAugment + "-" + kind.name; }
    [[nodiscard]] Field field(FieldType type, FieldValue value, double maximum) const {
        return {.name = kAugment + "_" + kind.name,
                .label = kind.label,
                .type = type,
                .defaultValue = std::move(value),
                .maximum = maximum,
                .help = kind.help};
    }
};

TrainingSetting augmentationSetting(const AugmentationKind& kind, const Augmentation& standard) {
    return std::visit(AugmentationSetting{kind, standard}, kind.member);
}

std::vector<TrainingSetting> makeTable() {
    using T = TrainingSettings;
    const T standard;
    // Taken apart by name, so that a new member can't be forgotten: the line would not compile.
    const auto& [loss, optimizer, learningRate, optimizerSettings, schedule, scheduleSettings, l1, l2,
                 batchSize, epochs, validation, seed, augmentation, adversarial, gan] = standard;
    std::vector<TrainingSetting> table;
    table.push_back(
        {.field = {.name = "loss",
                   .label = "Loss",
                   .type = FieldType::Choice,
                   .defaultValue = loss,
                   .choices = namesOf(lossTypes(), {"auto"}),
                   .help = "The number that training makes small: how far the answers are from what they "
                           "should be. Auto picks the one that suits the data."},
         .option = "loss",
         .meaning = "The loss as it is set: auto where it follows the data.",
         .member = &T::loss});
    table.push_back({.field = {.name = "optimizer",
                               .label = "Optimiser",
                               .type = FieldType::Choice,
                               .defaultValue = optimizer,
                               .choices = namesOf(optimizerTypes()),
                               .help = "The rule that turns gradients into new weights.",
                               .shownOnCard = true},
                     .option = "optimizer",
                     .meaning = "The optimiser's name: sgd.",
                     .member = &T::optimizer});
    table.push_back(
        {.field = {.name = "learning_rate",
                   .label = "Learning rate",
                   .type = FieldType::Real,
                   .defaultValue = learningRate,
                   .minimum = 0,
                   .maximum = 1e9,
                   .help = "How far each step moves the weights. Too small learns slowly, too large does "
                           "not learn at all.",
                   .logarithmic = true,
                   .shownOnCard = true},
         .option = "lr",
         .meaning = "The learning rate as it is set.",
         .member = &T::learningRate});
    table.push_back({.field = {.name = "schedule",
                               .label = "Schedule",
                               .type = FieldType::Choice,
                               .defaultValue = schedule,
                               .choices = namesOf(scheduleTypes()),
                               .help = "How the learning rate changes in the course of training."},
                     .option = "schedule",
                     .meaning = "The schedule's name: cosine.",
                     .member = &T::schedule});
    table.push_back(
        {.field = {.name = "l1",
                   .label = "L1 penalty",
                   .type = FieldType::Real,
                   .defaultValue = l1,
                   .minimum = 0,
                   .maximum = 1000,
                   .help = "A price on the size of weights that drives many of them to exactly zero.",
                   .logarithmic = true},
         .option = "l1",
         .meaning = "The L1 penalty on weights.",
         .member = &T::l1});
    table.push_back(
        {.field = {.name = "l2",
                   .label = "L2 penalty",
                   .type = FieldType::Real,
                   .defaultValue = l2,
                   .minimum = 0,
                   .maximum = 1000,
                   .help = "A price on the square of weights that keeps all of them small: this "
                           "number times the sum of their squares is added to the loss. Biases cost nothing.",
                   .logarithmic = true},
         .option = "l2",
         .meaning = "The L2 penalty on weights.",
         .member = &T::l2});
    table.push_back({.field = {.name = "batch_size",
                               .label = "Batch size",
                               .type = FieldType::Integer,
                               .defaultValue = batchSize,
                               .minimum = 1,
                               .maximum = 65536,
                               .help = "How many samples each step looks at before it moves the weights.",
                               .logarithmic = true,
                               .shownOnCard = true},
                     .option = "batch",
                     .meaning = "How many samples a step looks at.",
                     .member = &T::batchSize,
                     .inFiles = {1, kMostCounted}});
    table.push_back(
        {.field = {.name = "epochs",
                   .label = "Epochs",
                   .type = FieldType::Integer,
                   .defaultValue = epochs,
                   .minimum = 1,
                   .maximum = 1000000,
                   .help = "How many times training goes through all its samples. Once they are done, "
                           "Train goes on for as many again.",
                   .shownOnCard = true},
         .option = "epochs",
         .meaning = "How many epochs are to be trained.",
         .member = &T::epochs,
         .inFiles = {0, kMostCounted}});
    table.push_back(
        {.field = {.name = "validation",
                   .label = "Validation share",
                   .type = FieldType::Real,
                   .defaultValue = validation,
                   .minimum = 0,
                   .maximum = 0.9,
                   .help = "The share of the samples kept aside: the network never learns from them, so "
                           "they show how it does on what it has not seen."},
         .option = "validation",
         .meaning = "The share of the samples that is kept aside.",
         .member = &T::validation,
         .inFiles = {0, 1}});
    table.push_back({.field = {.name = "seed",
                               .label = "Seed",
                               .type = FieldType::Integer,
                               .defaultValue = static_cast<std::int64_t>(seed),
                               .minimum = 0,
                               .maximum = kMostExact,
                               .help = "Where the random numbers start. The same seed gives the same run."},
                     .option = "seed",
                     .meaning = "Where the random numbers start.",
                     .member = &T::seed});
    for (const AugmentationKind& kind : augmentationTable())
        table.push_back(augmentationSetting(kind, augmentation));
    std::ranges::move(adversarialTable(adversarial), std::back_inserter(table));
    std::ranges::move(ganTable(gan), std::back_inserter(table));
    return table;
}

struct FieldReader {
    const TrainingSettings& settings;

    FieldValue operator()(std::uint64_t TrainingSettings::*seed) const {
        return static_cast<std::int64_t>(settings.*seed);
    }
    template<class T>
    FieldValue operator()(T member) const {
        return memberOf(settings, member);
    }
};

struct FieldWriter {
    TrainingSettings& settings;
    const FieldValue& value;

    void operator()(std::uint64_t TrainingSettings::*seed) const {
        settings.*seed = static_cast<std::uint64_t>(std::get<std::int64_t>(value));
    }
    template<class Member>
    void operator()(Member member) const {
        auto& set = memberOf(settings, member);
        using T = std::remove_reference_t<decltype(set)>;
        const auto* whole = std::get_if<std::int64_t>(&value);
        if constexpr (std::is_same_v<T, double>)
            set = whole ? static_cast<double>(*whole) : std::get<double>(value);
        else
            set = std::get<T>(value);
    }
};

const TrainingSetting& settingNamed(const std::string& name) {
    const auto found =
        std::ranges::find(trainingTable(), name, [](const TrainingSetting& one) { return one.field.name; });
    require(found != trainingTable().end(), "trainingField: no such field");
    return *found;
}

template<class Wanted>
bool isMemberOf(const TrainingSetting& setting) {
    return std::visit([]<class Owner, class T>(T Owner::*) { return std::is_same_v<Owner, Wanted>; },
                      setting.member);
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

std::span<const TrainingSetting> trainingTable() {
    static const std::vector<TrainingSetting> kTable = makeTable();
    return kTable;
}

std::span<const Field> trainingFields() {
    static const std::vector<Field> kFields = [] {
        std::vector<Field> fields;
        for (const TrainingSetting& setting : trainingTable())
            fields.push_back(setting.field);
        return fields;
    }();
    return kFields;
}

bool isOfAdversarial(const TrainingSetting& setting) {
    return isMemberOf<AdversarialTraining>(setting);
}

bool isOfGan(const TrainingSetting& setting) {
    return isMemberOf<GanTraining>(setting);
}

bool isInUse(const TrainingSetting& setting, const TrainingSettings& settings, PlayerCount players) {
    if (isOfGan(setting))
        return players == PlayerCount::Two && isInUse(setting.member, settings.gan);
    if (players == PlayerCount::Two)
        return !isOfAdversarial(setting) && setting.field.name != "loss" &&
               setting.field.name != "validation";
    return !isOfAdversarial(setting) || isInUse(setting.member, settings.adversarial);
}

const Field& augmentationField(const AugmentationKind& kind) {
    const Field* field = findTrainingField(kAugment + "_" + kind.name);
    require(field != nullptr, "augmentationField: no such kind");
    return *field;
}

const Field* findTrainingField(std::string_view name) {
    const auto found = std::ranges::find(trainingFields(), name, &Field::name);
    return found == trainingFields().end() ? nullptr : &*found;
}

FieldValue trainingField(const TrainingSettings& settings, const std::string& name) {
    return std::visit(FieldReader{settings}, settingNamed(name).member);
}

void setTrainingField(TrainingSettings& settings, const std::string& name, const FieldValue& value) {
    std::visit(FieldWriter{settings, value}, settingNamed(name).member);
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
