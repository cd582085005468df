// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/adversarial_training.h"
#include "engine/data/augmentation.h"
#include "engine/gan/gan_training.h"
#include "engine/nn/field.h"

#include <cstdint>
#include <limits>
#include <string>
#include <variant>

namespace protomind {

/// How a network is trained. Names are those of engine/nn's tables (losses, optimisers, schedules).
struct TrainingSettings {
    std::string loss = "auto"; ///< auto: cross-entropy for classes, mean squared error for values
    std::string optimizer = "adam";
    double learningRate = 0.001;
    Settings optimizerSettings; ///< momentum, beta1, ...: the optimiser's own fields
    std::string schedule = "constant";
    Settings scheduleSettings;
    double l1 = 0;
    double l2 = 0;
    std::int64_t batchSize = 32;
    std::int64_t epochs = 10;
    double validation = 0.1; ///< share of the training samples kept aside
    std::uint64_t seed = 7;
    Augmentation augmentation; ///< of pictures, each time they are trained on
    AdversarialTraining adversarial;
    GanTraining gan; ///< where two networks play
    bool operator==(const TrainingSettings&) const = default;
};

/// What a file may hold of a number. It may be more than can be set: older versions wrote it, and other
/// programs do. It is shown as it is, and training refuses it.
struct FileRange {
    double minimum = 0;
    double maximum = std::numeric_limits<double>::max();
};

/// One of the members above, declared once: window, files, command line and lessons read this.
struct TrainingSetting {
    Field field;         ///< its name is the key in files and, behind "training.", the name in lessons
    std::string option;  ///< on the command line: --lr
    std::string meaning; ///< for who writes a lesson: one sentence
    std::variant<std::string TrainingSettings::*, double TrainingSettings::*,
                 std::int64_t TrainingSettings::*, std::uint64_t TrainingSettings::*, double Augmentation::*,
                 bool Augmentation::*, std::string AdversarialTraining::*, double AdversarialTraining::*,
                 std::int64_t AdversarialTraining::*, bool AdversarialTraining::*, std::string GanTraining::*,
                 double GanTraining::*, std::int64_t GanTraining::*>
        member;
    FileRange inFiles{};
};
/// Whether it says how training pictures are changed at random.
[[nodiscard]] inline bool isOfAugmentation(const TrainingSetting& setting) {
    return std::holds_alternative<double Augmentation::*>(setting.member) ||
           std::holds_alternative<bool Augmentation::*>(setting.member);
}
/// Whether it says how training pictures are attacked.
[[nodiscard]] bool isOfAdversarial(const TrainingSetting& setting);
/// Whether it says how two players are trained.
[[nodiscard]] bool isOfGan(const TrainingSetting& setting);
/// How many networks are trained together.
enum class PlayerCount { One, Two };
/// Whether it makes a difference as the other settings are: of adversarial training only its method does
/// where that is none; two players have a loss of their own, and no samples kept aside.
[[nodiscard]] bool isInUse(const TrainingSetting& setting, const TrainingSettings& settings,
                           PlayerCount players = PlayerCount::One);
/// What a setting's member is in some settings.
template<class Settings, class T>
[[nodiscard]] auto& memberOf(Settings& settings, T TrainingSettings::*member) {
    return settings.*member;
}
template<class Settings, class T>
[[nodiscard]] auto& memberOf(Settings& settings, T Augmentation::*member) {
    return settings.augmentation.*member;
}
template<class Settings, class T>
[[nodiscard]] auto& memberOf(Settings& settings, T AdversarialTraining::*member) {
    return settings.adversarial.*member;
}
template<class Settings, class T>
[[nodiscard]] auto& memberOf(Settings& settings, T GanTraining::*member) {
    return settings.gan.*member;
}
/// In the order of the window, but for optimizerSettings and scheduleSettings: those are declared by the
/// optimiser and the schedule themselves.
[[nodiscard]] std::span<const TrainingSetting> trainingTable();
/// Their fields alone.
[[nodiscard]] std::span<const Field> trainingFields();
/// The field that sets one kind of augmentation: "augment_shift" for "shift".
[[nodiscard]] const Field& augmentationField(const AugmentationKind& kind);
/// Null where there is none of that name.
[[nodiscard]] const Field* findTrainingField(std::string_view name);

/// One of the fields above by its name in trainingFields(). Throws std::logic_error for another name.
[[nodiscard]] FieldValue trainingField(const TrainingSettings& settings, const std::string& name);
/// value has passed checkField.
void setTrainingField(TrainingSettings& settings, const std::string& name, const FieldValue& value);

/// Whether every value is one that trainingFields(), the optimiser and the schedule allow.
[[nodiscard]] Result<void> checkSettings(const TrainingSettings& settings);

} // namespace protomind
