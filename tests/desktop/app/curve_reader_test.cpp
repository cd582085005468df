// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/curve_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

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

TEST(CurveReaderTest, ALossThatJumpsNearItsFloorIsNoRise) {
    // 0.7 at first, then between 0.004 and 0.02: five times as much means nothing there.
    const auto jumping = curve({0.7, 0.3, 0.1, 0.02, 0.01, 0.004, 0.004, 0.02, 0.018, 0.02});
    EXPECT_NE(readCurves(RunState::Training, jumping, 2).mood, Mood::Attention);
    const auto right = curve({0.7, 0.3, 0.1, 0.05, 0.04, 0.07}, {}, 0.99);
    EXPECT_EQ(readCurves(RunState::Training, right, 2).sentence,
              QStringLiteral("Nearly every answer is right."));
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

/// A tiny net on a handful of points kept aside: its validation loss settles and jumps about, by such a part
/// of itself.
std::vector<HistoryPoint> settlingCurve(std::size_t epochs, double jumps, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::vector<HistoryPoint> history;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const double loss = 0.1 + 0.6 * std::exp(-static_cast<double>(epoch) / 10);
        history.push_back({.step = 0,
                           .epoch = static_cast<double>(epoch + 1),
                           .loss = loss,
                           .accuracy = 0.9,
                           .validationLoss = std::max(0.01, 1.1 * loss * (1 + jumps * normal(random))),
                           .validationAccuracy = 0.9});
    }
    return history;
}

bool saysMemorise(std::span<const HistoryPoint> history) {
    return readCurves(RunState::Training, history, 2).sentence.contains(QLatin1String("memorise"));
}

TEST(CurveReaderTest, JumpsOfATinyNetAreNotMemorising) {
    int alarms = 0;
    int looks = 0;
    for (const double jumps : {0.05, 0.15, 0.3})
        for (unsigned seed = 1; seed <= 40; ++seed) {
            const auto history = settlingCurve(100, jumps, seed);
            // A person looks after every epoch.
            for (std::size_t epochs = 2; epochs <= history.size(); ++epochs, ++looks)
                alarms += saysMemorise(std::span(history).first(epochs));
        }
    EXPECT_LT(alarms, looks / 200) << "of " << looks;
}

TEST(CurveReaderTest, ARiseIsSeenThroughTheJumps) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        auto history = settlingCurve(100, 0.1, seed);
        for (std::size_t epoch = 0; epoch < history.size(); ++epoch) {
            history[epoch].loss *= std::exp(-static_cast<double>(epoch) / 50);
            if (epoch > 30)
                history[epoch].validationLoss *= 1 + 0.03 * static_cast<double>(epoch - 30);
        }
        EXPECT_TRUE(saysMemorise(history)) << seed;
        EXPECT_FALSE(saysMemorise(std::span(history).first(30))) << seed;
    }
}

TEST(CurveReaderTest, ATrifleIsNotMemorising) {
    // From 0.002 to 0.004 is twice as much, and nothing beside the 0.7 it came from.
    const auto history = curve({0.7, 0.3, 0.1, 0.01, 0.005, 0.004, 0.003, 0.002, 0.001, 0.001},
                               {0.7, 0.3, 0.1, 0.01, 0.002, 0.002, 0.003, 0.003, 0.004, 0.004});
    EXPECT_FALSE(saysMemorise(history));
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
