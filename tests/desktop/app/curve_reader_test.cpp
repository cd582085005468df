// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/curve_reader.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

using Mood = CurveReading::Mood;

std::vector<HistoryPoint> curve(std::initializer_list<double> losses,
                                std::initializer_list<double> validation = {}, double accuracy = 0.8) {
    std::vector<HistoryPoint> history;
    for (const double loss : losses)
        history.push_back({.step = 0,
                           .epoch = static_cast<double>(history.size() + 1),
                           .loss = loss,
                           .accuracy = accuracy});
    std::size_t index = 0;
    for (const double loss : validation)
        history.at(index++).validationLoss = loss;
    return history;
}

TEST(CurveReaderTest, SaysWhatToDoBeforeTheFirstEpoch) {
    EXPECT_TRUE(readCurves(RunState::Idle, {}, 2).sentence.contains(QLatin1String("Train")));
    EXPECT_TRUE(readCurves(RunState::Paused, {}, 2).sentence.contains(QLatin1String("Train")));
    EXPECT_EQ(readCurves(RunState::Training, {}, 2).mood, Mood::Neutral);
}

TEST(CurveReaderTest, AFallingLossIsLearning) {
    const auto history = curve({1.0, 0.8, 0.6, 0.5});
    const CurveReading reading = readCurves(RunState::Training, history, 10);
    EXPECT_EQ(reading.mood, Mood::Good);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("falls")));
}

TEST(CurveReaderTest, ARisingLossBlamesTheLearningRate) {
    const auto history = curve({1.0, 1.2, 1.5, 2.0});
    const CurveReading reading = readCurves(RunState::Training, history, 10);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("learning rate")));
}

TEST(CurveReaderTest, ValidationRisingWhileTrainingFallsIsMemorising) {
    const auto history = curve({1.0, 0.5, 0.3, 0.2, 0.1, 0.05}, {1.0, 0.6, 0.7, 0.8, 0.9, 1.1});
    const CurveReading reading = readCurves(RunState::Training, history, 10);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("memorise")));
}

TEST(CurveReaderTest, ValidationThatWobblesIsNotMemorising) {
    const auto history = curve({1.0, 0.5, 0.3, 0.2, 0.1, 0.05}, {1.0, 0.6, 0.61, 0.59, 0.6, 0.59});
    EXPECT_EQ(readCurves(RunState::Training, history, 10).mood, Mood::Good);
}

TEST(CurveReaderTest, NotesWhenItIsNoBetterThanGuessing) {
    const auto history = curve({2.30, 2.30, 2.30, 2.30, 2.30}, {}, 0.1);
    const CurveReading reading = readCurves(RunState::Training, history, 10);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("guessing")));
    // The same figures with a good accuracy are something else.
    const auto good = curve({0.1, 0.1, 0.1, 0.1, 0.1}, {}, 0.96);
    EXPECT_NE(readCurves(RunState::Training, good, 10).mood, Mood::Attention);
}

TEST(CurveReaderTest, ValuesHaveNoGuessing) {
    const auto history = curve({0.5, 0.5, 0.5, 0.5, 0.5}, {}, -1);
    EXPECT_EQ(readCurves(RunState::Training, history, 0).mood, Mood::Neutral);
}

TEST(CurveReaderTest, TheEndSaysHowToGoOn) {
    const auto history = curve({1.0, 0.8, 0.6, 0.5});
    EXPECT_TRUE(
        readCurves(RunState::Finished, history, 10).sentence.contains(QLatin1String("as many epochs again")));
    EXPECT_TRUE(readCurves(RunState::Paused, history, 10).sentence.contains(QLatin1String("from here")));
    EXPECT_EQ(readCurves(RunState::Diverged, history, 10).mood, Mood::Attention);
}

} // namespace
} // namespace protomind
