// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/curve_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace protomind {
namespace {

using Mood = CurveReading::Mood;

/// Ten and two classes of equal size.
constexpr CurveGround kTen{.commonestShare = 0.1, .trainingSamples = 1000, .validationSamples = 200};
constexpr CurveGround kTwo{.commonestShare = 0.5, .trainingSamples = 1000, .validationSamples = 200};

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
    EXPECT_TRUE(readCurves(RunState::Idle, {}, kTwo).sentence.contains(QLatin1String("Train")));
    EXPECT_TRUE(readCurves(RunState::Paused, {}, kTwo).sentence.contains(QLatin1String("Train")));
    EXPECT_EQ(readCurves(RunState::Training, {}, kTwo).mood, Mood::Neutral);
}

TEST(CurveReaderTest, AFallingLossIsLearning) {
    const auto history = curve({1.0, 0.8, 0.6, 0.5});
    const CurveReading reading = readCurves(RunState::Training, history, kTen);
    EXPECT_EQ(reading.mood, Mood::Good);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("falls")));
}

TEST(CurveReaderTest, ARisingLossBlamesTheLearningRate) {
    const auto history = curve({1.0, 1.2, 1.5, 2.0});
    const CurveReading reading = readCurves(RunState::Training, history, kTen);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("learning rate")));
}

TEST(CurveReaderTest, ALossThatRisesWhileAttacksGrowIsAsItShouldBe) {
    CurveGround ground = kTen;
    ground.attacked = true;
    const auto history = curve({0.5, 0.6, 0.8, 1.0, 1.2, 1.5});
    EXPECT_EQ(readCurves(RunState::Training, history, ground).mood, Mood::Attention);
    ground.rampEpochs = 5;
    const CurveReading reading = readCurves(RunState::Training, history, ground);
    EXPECT_EQ(reading.mood, Mood::Neutral);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("while the attacks grow")));
    EXPECT_FALSE(reading.sentence.contains(QLatin1String("learning rate")));
}

TEST(CurveReaderTest, ALossThatJumpsNearItsFloorIsNoRise) {
    // 0.7 at first, then between 0.004 and 0.02: five times as much means nothing there.
    const auto jumping = curve({0.7, 0.3, 0.1, 0.02, 0.01, 0.004, 0.004, 0.02, 0.018, 0.02});
    EXPECT_NE(readCurves(RunState::Training, jumping, kTwo).mood, Mood::Attention);
    const auto right = curve({0.7, 0.3, 0.1, 0.05, 0.04, 0.07}, {}, 0.99);
    EXPECT_TRUE(readCurves(RunState::Training, right, kTwo)
                    .sentence.startsWith(QStringLiteral("Nearly every answer on the training samples")));
}

TEST(CurveReaderTest, ValidationRisingWhileTrainingFallsIsMemorising) {
    const auto history = curve({1.0, 0.5, 0.3, 0.2, 0.1, 0.05}, {1.0, 0.6, 0.7, 0.8, 0.9, 1.1});
    const CurveReading reading = readCurves(RunState::Training, history, kTen);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("memorise")));
}

TEST(CurveReaderTest, ValidationThatWobblesIsNotMemorising) {
    const auto history = curve({1.0, 0.5, 0.3, 0.2, 0.1, 0.05}, {1.0, 0.6, 0.61, 0.59, 0.6, 0.59});
    EXPECT_EQ(readCurves(RunState::Training, history, kTen).mood, Mood::Good);
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
    return readCurves(RunState::Training, history, kTwo).sentence.contains(QLatin1String("memorise"));
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
    const CurveReading reading = readCurves(RunState::Training, history, kTen);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(
        reading.sentence.startsWith(QStringLiteral("No better than guessing so far: 10.0 % right, and always "
                                                   "giving the same answer would make it 10.0 %.")))
        << qPrintable(reading.sentence);
    // The same figures with a good accuracy are something else.
    const auto good = curve({0.1, 0.1, 0.1, 0.1, 0.1}, {}, 0.96);
    EXPECT_NE(readCurves(RunState::Training, good, kTen).mood, Mood::Attention);
}

bool saysGuessing(double accuracy, const CurveGround& ground) {
    const auto history = curve({0.6, 0.6, 0.6, 0.6, 0.6}, {}, accuracy);
    return readCurves(RunState::Training, history, ground).sentence.contains(QLatin1String("guessing"));
}

TEST(CurveReaderTest, BetterThanGuessingIsWhatChanceDoesNotGive) {
    // 646 right of a thousand in two even classes are nine standard deviations over 500.
    EXPECT_NEAR(overGuessing(0.646, 0.5, 1000), 9.23, 0.01);
    EXPECT_FALSE(saysGuessing(0.646, kTwo));
    EXPECT_TRUE(saysGuessing(0.52, kTwo));
    // The same share of ten samples says little.
    EXPECT_TRUE(saysGuessing(0.646, {.commonestShare = 0.5, .trainingSamples = 10}));
    const auto few = curve({0.6, 0.6, 0.6, 0.6, 0.6}, {}, 0.7);
    EXPECT_TRUE(
        readCurves(RunState::Training, few, {.commonestShare = 0.5, .trainingSamples = 10})
            .sentence.startsWith(QStringLiteral(
                "Not clearly better than guessing so far: 70.0 % right of 10 samples, and always giving "
                "the same answer would make it 50.0 %.")));
}

TEST(CurveReaderTest, AlwaysNamingTheCommonestOfUnevenClassesIsGuessing) {
    const CurveGround uneven{.commonestShare = 0.9, .trainingSamples = 1000};
    EXPECT_TRUE(saysGuessing(0.9, uneven));
    EXPECT_TRUE(saysGuessing(0.85, uneven));
    EXPECT_FALSE(saysGuessing(0.95, uneven));
    // Nearly all right, for no merit of its own.
    EXPECT_TRUE(saysGuessing(0.99, {.commonestShare = 0.99, .trainingSamples = 1000}));
    EXPECT_FALSE(saysGuessing(1, {.commonestShare = 0.99, .trainingSamples = 100}));
}

TEST(CurveReaderTest, AFallingLossThatGuessesIsSaidAsBoth) {
    const auto history = curve({0.70, 0.66, 0.62, 0.58, 0.54}, {}, 0.5);
    const CurveReading reading = readCurves(RunState::Training, history, kTwo);
    EXPECT_EQ(reading.mood, Mood::Neutral);
    EXPECT_TRUE(
        reading.sentence.startsWith(QStringLiteral("The loss falls. No better than guessing so far")));
    EXPECT_FALSE(reading.sentence.contains(QLatin1String("learning rate")));
}

TEST(CurveReaderTest, ARisingLossUnderAPenaltyIsNoFaultOfTheLearningRate) {
    CurveGround ground = kTen;
    ground.penalised = true;
    const CurveReading reading = readCurves(RunState::Training, curve({1.0, 1.2, 1.5, 2.0}), ground);
    EXPECT_EQ(reading.mood, Mood::Neutral);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("penalty")));
    EXPECT_FALSE(reading.sentence.contains(QLatin1String("learning rate")));
}

TEST(CurveReaderTest, GuessingUnderAPenaltyIsTriedWithoutIt) {
    CurveGround ground = kTen;
    ground.penalised = true;
    const auto level = curve({2.30, 2.30, 2.30, 2.30, 2.30}, {}, 0.1);
    EXPECT_TRUE(readCurves(RunState::Training, level, ground)
                    .sentence.endsWith(QLatin1String("See what it does without the penalty.")));
}

TEST(CurveReaderTest, AllRightIsNoMeritWhereThereIsASingleClass) {
    const auto right = curve({0.1, 0.1, 0.1, 0.1, 0.1}, {}, 1);
    const CurveReading reading =
        readCurves(RunState::Training, right, {.commonestShare = 1, .trainingSamples = 40});
    EXPECT_EQ(reading.sentence,
              QStringLiteral("No better than guessing so far: 100.0 % right, and always giving the same "
                             "answer would make it 100.0 %."));
}

TEST(CurveReaderTest, AFallThatSlowsDownIsAFall) {
    for (const auto& history : {curve({0.5, 0.11, 0.07}), curve({0.5, 0.11, 0.07, 0.06, 0.055, 0.05})}) {
        const CurveReading reading = readCurves(RunState::Training, history, kTen);
        EXPECT_EQ(reading.mood, Mood::Good);
        EXPECT_EQ(reading.sentence, QStringLiteral("The loss falls: it is learning."));
    }
}

TEST(CurveReaderTest, WhatHasFallenOnceIsNotSaidToHaveHardlyChanged) {
    EXPECT_EQ(readCurves(RunState::Training, curve({2.5, 0.05, 0.06}), kTen).sentence,
              QStringLiteral("The loss has fallen since the first epoch."));
    EXPECT_EQ(readCurves(RunState::Training, curve({1.0, 1.0, 1.001}), kTen).sentence,
              QStringLiteral("The loss has hardly changed yet."));
    EXPECT_EQ(readCurves(RunState::Training, curve({0.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0}), kTen).sentence,
              QStringLiteral("The loss has not fallen yet."));
}

TEST(CurveReaderTest, TwoEpochsBlameNoLearningRate) {
    const CurveReading reading = readCurves(RunState::Training, curve({1.0, 1.2}), kTen);
    EXPECT_EQ(reading.sentence, QStringLiteral("The loss has not fallen yet."));
}

TEST(CurveReaderTest, JumpsUpAndDownAreNeitherAFallNorARise) {
    const auto jumping = curve({1.0, 0.5, 1.1, 0.45, 1.0, 0.5, 1.05, 0.5, 1.0, 0.5});
    const CurveReading reading = readCurves(RunState::Training, jumping, kTen);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("jumps up and down")));
    // Small ones are neither.
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    for (int run = 0; run < 200; ++run) {
        std::vector<HistoryPoint> level;
        for (int epoch = 1; epoch <= 30; ++epoch)
            level.push_back({.epoch = static_cast<double>(epoch),
                             .loss = (epoch == 1 ? 2.0 : 1.0) * (1 + 0.02 * normal(random)),
                             .accuracy = 0.8});
        EXPECT_FALSE(
            readCurves(RunState::Training, level, kTen).sentence.contains(QLatin1String("too high")));
    }
}

TEST(CurveReaderTest, ALossThatNeverMovedDidNotStopMoving) {
    const QString sentence = readCurves(RunState::Training, curve({2, 2, 2, 2, 2}), kTen).sentence;
    EXPECT_TRUE(sentence.startsWith(QStringLiteral("The loss has hardly changed since the first epoch.")));
    EXPECT_TRUE(readCurves(RunState::Training, curve({4, 2, 2, 2, 2, 2, 2, 2}), kTen)
                    .sentence.startsWith(QStringLiteral("The loss hardly changes any more")));
}

TEST(CurveReaderTest, AFewSamplesKeptAsideProveLittle) {
    const auto history = curve({1.0, 0.5, 0.3, 0.2, 0.1, 0.05}, {1.0, 0.6, 0.7, 0.8, 0.9, 1.1});
    const QString certain = readCurves(RunState::Training, history, kTen).sentence;
    EXPECT_TRUE(certain.contains(QStringLiteral("has risen since epoch 3"))) << qPrintable(certain);
    CurveGround few = kTen;
    few.validationSamples = 8;
    EXPECT_EQ(readCurves(RunState::Training, history, few).sentence,
              certain + QStringLiteral(" But with only 8 samples kept aside it may be chance."));
}

TEST(CurveReaderTest, RightOnWhatItLearnedFromAloneIsSaidToBeThat) {
    auto history = curve({0.1, 0.05, 0.04, 0.03}, {}, 1);
    EXPECT_TRUE(readCurves(RunState::Finished, history, kTwo)
                    .sentence.contains(QLatin1String("None are kept aside")));
    for (HistoryPoint& point : history) {
        point.validationLoss = point.loss;
        point.validationAccuracy = 1;
    }
    EXPECT_TRUE(
        readCurves(RunState::Finished, history, kTwo).sentence.contains(QLatin1String("kept aside as well")));
}

TEST(CurveReaderTest, DivergenceIsNotExplainedBeforeItsCauseIsKnown) {
    EXPECT_FALSE(readCurves(RunState::Diverged, {}, kTwo).sentence.contains(QLatin1String("learning rate")));
}

TEST(CurveReaderTest, ValuesHaveNoGuessing) {
    const auto history = curve({0.5, 0.5, 0.5, 0.5, 0.5}, {}, -1);
    EXPECT_EQ(readCurves(RunState::Training, history, {}).mood, Mood::Neutral);
}

TEST(CurveReaderTest, ALossFarAboveGuessingIsSaidToBeThat) {
    CurveGround ground = kTen;
    ground.guessLoss = std::log(10);
    const CurveReading falling = readCurves(RunState::Training, curve({1e18, 1e17, 1e16, 1e15}), ground);
    EXPECT_EQ(falling.mood, Mood::Neutral);
    EXPECT_EQ(falling.sentence, QStringLiteral("The loss falls. It is still far above what guessing costs: "
                                               "1e+15, where guessing costs 2.3."));
    EXPECT_TRUE(readCurves(RunState::Training, curve({1e3, 1e3, 1e3, 1e3, 1e3}), ground)
                    .sentence.contains(QLatin1String("far above what guessing costs")));
    EXPECT_EQ(readCurves(RunState::Training, curve({4, 3, 2.5, 2}), ground).sentence,
              QStringLiteral("The loss falls: it is learning."));
    // Of a loss whose guessing has no known cost nothing is said.
    EXPECT_EQ(readCurves(RunState::Training, curve({1e18, 1e17, 1e16, 1e15}), kTen).mood, Mood::Good);
}

TEST(CurveReaderTest, TheAccuracyOfAttackedSamplesIsNotTakenForThePlainOne) {
    CurveGround ground = kTen;
    ground.attacked = true;
    auto history = curve({2.4, 2.3, 2.2, 2.1, 2.0}, {1.9, 1.7, 1.5, 1.3, 1.1}, 0.1);
    for (HistoryPoint& point : history)
        point.validationAccuracy = 0.7;
    const CurveReading reading = readCurves(RunState::Training, history, ground);
    EXPECT_EQ(reading.mood, Mood::Neutral);
    EXPECT_FALSE(reading.sentence.contains(QLatin1String("better than guessing")));
    EXPECT_TRUE(reading.sentence.startsWith(QStringLiteral("The loss falls: it is learning.")));
    EXPECT_TRUE(
        reading.sentence.contains(QStringLiteral("Of the attacked training samples 10.0 % are right")));
    // Right answers to samples as they are tell.
    for (HistoryPoint& point : history) {
        point.accuracy = 0.5;
        point.validationAccuracy = 0.1;
    }
    EXPECT_TRUE(readCurves(RunState::Training, history, ground)
                    .sentence.contains(QStringLiteral("No better than guessing so far: 10.0 % right")));
    for (HistoryPoint& point : history)
        point.validationAccuracy = 0.7;
    EXPECT_EQ(readCurves(RunState::Training, history, ground).sentence,
              QStringLiteral("The loss falls: it is learning."));
}

TEST(CurveReaderTest, LostRobustnessIsNoNumberThatGrew) {
    CurveGround ground = kTen;
    ground.robustnessLost = true;
    const CurveReading reading = readCurves(RunState::Diverged, curve({1.0, 0.8}), ground);
    EXPECT_EQ(reading.mood, Mood::Attention);
    EXPECT_TRUE(reading.sentence.contains(QLatin1String("most robust weights are back")));
    EXPECT_FALSE(reading.sentence.contains(QLatin1String("grew")));
}

TEST(CurveReaderTest, TheEndSaysHowToGoOn) {
    const auto history = curve({1.0, 0.8, 0.6, 0.5});
    EXPECT_TRUE(readCurves(RunState::Finished, history, kTen)
                    .sentence.contains(QLatin1String("as many epochs again")));
    EXPECT_TRUE(readCurves(RunState::Paused, history, kTen).sentence.contains(QLatin1String("from here")));
    CurveGround over = kTen;
    over.scheduleIsOver = true;
    for (const RunState state : {RunState::Finished, RunState::Paused})
        EXPECT_TRUE(readCurves(state, history, over).sentence.contains(QLatin1String("is over: Train asks")));
    EXPECT_EQ(readCurves(RunState::Diverged, history, kTen).mood, Mood::Attention);
}

TEST(CurveReader, OfTwoPlayersItSaysWhereToLookAndNotThatALossShouldFall) {
    for (auto history : {curve({1.0}), curve({1.0, 0.8, 0.6, 0.5}), curve({1.0, 1.2, 1.5, 2.0, 9.0})}) {
        const CurveReading plain = readCurves(RunState::Training, history, kTwo);
        history.back().others = {{"loss/discriminator", 1.5}, {"loss/generator", -0.5}};
        const CurveReading players = readCurves(RunState::Training, history, kTwo);
        EXPECT_NE(players.sentence, plain.sentence);
        EXPECT_EQ(players.mood, Mood::Neutral);
        EXPECT_TRUE(players.sentence.contains(QLatin1String("goes to zero")));
        EXPECT_FALSE(players.sentence.contains(QLatin1String("of the time")));
        history.back().others.push_back({"told apart", 0.625});
        EXPECT_TRUE(readCurves(RunState::Training, history, kTwo)
                        .sentence.contains(QLatin1String("62.5 % of the time")));
    }
}

} // namespace
} // namespace protomind
