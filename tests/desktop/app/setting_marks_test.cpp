// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/setting_marks.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TrainingSettings with(double learningRate, std::int64_t batchSize = 32) {
    TrainingSettings settings;
    settings.learningRate = learningRate;
    settings.batchSize = batchSize;
    return settings;
}

TEST(SettingMarksTest, SayWhatChangedWithBothValues) {
    SettingMarks marks;
    marks.note(3.5, with(0.5), with(0.25), false);
    ASSERT_EQ(marks.marks().size(), 1u);
    EXPECT_EQ(marks.marks()[0].epoch, 3.5);
    EXPECT_EQ(marks.marks()[0].label, QStringLiteral("learning rate 0.5 → 0.25"));
    marks.note(4, with(0.25, 32), with(0.25, 64), false);
    ASSERT_EQ(marks.marks().size(), 2u);
    EXPECT_EQ(marks.marks()[1].label, QStringLiteral("batch size 32 → 64"));
}

TEST(SettingMarksTest, ADragIsOneMark) {
    SettingMarks marks;
    marks.note(1, with(0.5), with(0.4), false);
    marks.note(1.1, with(0.4), with(0.3), true);
    marks.note(1.2, with(0.3), with(0.25), true);
    ASSERT_EQ(marks.marks().size(), 1u);
    EXPECT_EQ(marks.marks()[0].epoch, 1);
    EXPECT_EQ(marks.marks()[0].label, QStringLiteral("learning rate 0.5 → 0.25"));
    marks.note(1.3, with(0.25), with(0.5), true);
    EXPECT_TRUE(marks.marks().empty()) << "It ended where it began.";
}

TEST(SettingMarksTest, LaterChangesAreMarksOfTheirOwn) {
    SettingMarks marks;
    marks.note(1, with(0.5), with(0.25), false);
    marks.note(2, with(0.25), with(0.5), false);
    EXPECT_EQ(marks.marks().size(), 2u);
    // While it stands still time does not count: the same place is the same mark.
    marks.note(2, with(0.5), with(0.25), false);
    EXPECT_EQ(marks.marks().size(), 1u);
}

TEST(SettingMarksTest, AnotherOptimizerIsOneMarkAndItsOwnSettingsAreMarks) {
    SettingMarks marks;
    TrainingSettings adam = with(0.5);
    TrainingSettings sgd = adam;
    sgd.optimizer = "momentum";
    sgd.optimizerSettings["momentum"] = 0.5;
    marks.note(1, adam, sgd, false);
    ASSERT_EQ(marks.marks().size(), 1u);
    EXPECT_TRUE(marks.marks()[0].label.startsWith(QStringLiteral("optimiser")));
    TrainingSettings heavier = sgd;
    heavier.optimizerSettings["momentum"] = 0.75;
    marks.note(2, sgd, heavier, false);
    ASSERT_EQ(marks.marks().size(), 2u);
    EXPECT_EQ(marks.marks()[1].label, QStringLiteral("momentum 0.5 → 0.75"));
}

TEST(SettingMarksTest, EpochsAndSeedBendNoCurve) {
    SettingMarks marks;
    TrainingSettings other = with(0.5);
    other.seed = 99;
    other.epochs = 1234;
    marks.note(1, with(0.5), other, false);
    EXPECT_TRUE(marks.marks().empty());
}

} // namespace
} // namespace protomind
