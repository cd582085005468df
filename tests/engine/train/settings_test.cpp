// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/settings.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace protomind {
namespace {

TEST(TrainingFields, DefaultsAreThoseOfTheStruct) {
    const TrainingSettings standard;
    for (const Field& field : trainingFields())
        EXPECT_EQ(trainingField(standard, field.name), field.defaultValue) << field.name;
    EXPECT_TRUE(checkSettings(standard));
}

TEST(TrainingFields, NamesAreUniqueAndExplained) {
    std::set<std::string> names;
    for (const Field& field : trainingFields()) {
        EXPECT_TRUE(names.insert(field.name).second) << field.name;
        EXPECT_FALSE(field.label.empty());
        EXPECT_TRUE(field.help.ends_with('.')) << field.name;
    }
}

TEST(TrainingTable, EverySettingHasItsPlaces) {
    std::set<std::string> options;
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        EXPECT_TRUE(options.insert(setting.option).second) << setting.option;
        EXPECT_TRUE(setting.meaning.ends_with('.')) << field.name;
        EXPECT_EQ(findTrainingField(field.name)->label, field.label);
        if (field.type == FieldType::Choice || field.type == FieldType::Boolean)
            continue;
        EXPECT_LE(setting.inFiles.minimum, field.minimum) << field.name << ": what can be set can be kept";
        EXPECT_GE(setting.inFiles.maximum, field.maximum) << field.name;
    }
    EXPECT_EQ(trainingTable().size(), trainingFields().size());
    EXPECT_EQ(findTrainingField("colour"), nullptr);
}

TEST(TrainingFields, EveryFieldCanBeSetAndReadBack) {
    for (const Field& field : trainingFields()) {
        TrainingSettings settings;
        FieldValue other;
        switch (field.type) {
        case FieldType::Choice:
            other = field.choices.back();
            break;
        case FieldType::Integer:
            other = static_cast<std::int64_t>(field.maximum);
            break;
        case FieldType::Boolean:
            other = !std::get<bool>(field.defaultValue);
            break;
        default:
            other = field.maximum;
        }
        EXPECT_NE(other, field.defaultValue) << field.name;
        setTrainingField(settings, field.name, other);
        EXPECT_EQ(trainingField(settings, field.name), other) << field.name;
        EXPECT_NE(settings, TrainingSettings()) << field.name;
        EXPECT_TRUE(checkSettings(settings)) << field.name;
    }
}

TEST(TrainingFields, AnUnknownNameIsOurOwnMistake) {
    TrainingSettings settings;
    EXPECT_THROW(static_cast<void>(trainingField(settings, "colour")), std::logic_error);
    EXPECT_THROW(setTrainingField(settings, "colour", 1.0), std::logic_error);
}

TEST(CheckSettings, RefusesWhatIsOutOfRange) {
    const auto refused = [](auto change) {
        TrainingSettings settings;
        change(settings);
        const auto checked = checkSettings(settings);
        return !checked && checked.error().kind == ProblemKind::Request && !checked.error().sentence.empty();
    };
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.loss = "envy"; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.optimizer = ""; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.schedule = "sometimes"; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.learningRate = -0.1; }));
    EXPECT_TRUE(
        refused([](TrainingSettings& s) { s.learningRate = std::numeric_limits<double>::quiet_NaN(); }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.batchSize = 0; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.epochs = 0; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.validation = 1; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.l2 = -1; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.optimizerSettings["colour"] = 1.0; }));
    EXPECT_TRUE(refused([](TrainingSettings& s) { s.scheduleSettings["colour"] = 1.0; }));
}

TEST(TrainingTable, HoldsEveryKindOfAugmentation) {
    for (const AugmentationKind& kind : augmentationTable()) {
        const Field& field = augmentationField(kind);
        EXPECT_EQ(field.name, "augment_" + kind.name);
        EXPECT_EQ(field.help, kind.help);
    }
    TrainingSettings settings;
    setTrainingField(settings, "augment_shift", 0.25);
    setTrainingField(settings, "augment_flip", true);
    EXPECT_EQ(settings.augmentation, (Augmentation{.shift = 0.25, .flip = true}));
    settings.augmentation.turn = 400;
    EXPECT_FALSE(checkSettings(settings));
}

} // namespace
} // namespace protomind
