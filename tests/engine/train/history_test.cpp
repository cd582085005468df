// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/history.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr auto kMostPoints = static_cast<std::int64_t>(kMostHistoryPoints);

/// A point whose figures follow from its epoch.
HistoryPoint pointAt(std::int64_t epoch) {
    return {.step = 5 * epoch,
            .epoch = static_cast<double>(epoch),
            .loss = 1 / static_cast<double>(epoch),
            .validationLoss = std::sin(static_cast<double>(epoch))};
}

std::vector<HistoryPoint> curve(std::int64_t epochs) {
    std::vector<HistoryPoint> history;
    for (std::int64_t epoch = 1; epoch <= epochs; ++epoch)
        history.push_back(pointAt(epoch));
    return history;
}

TEST(History, OfUsualLengthStays) {
    for (const std::int64_t epochs : {std::int64_t{0}, std::int64_t{1}, kMostPoints}) {
        std::vector<HistoryPoint> history = curve(epochs);
        thinHistory(history);
        EXPECT_EQ(history, curve(epochs));
    }
}

TEST(History, KeepsItsEndsAndItsNewestPoints) {
    const std::vector<HistoryPoint> whole = curve(kMostPoints + 1);
    std::vector<HistoryPoint> history = whole;
    thinHistory(history);
    EXPECT_LE(history.size(), kThinnedHistoryPoints);
    EXPECT_GT(history.size(), kThinnedHistoryPoints * 9 / 10);
    EXPECT_EQ(history.front(), whole.front());
    const auto newest = static_cast<std::ptrdiff_t>(kNewestHistoryPoints);
    EXPECT_EQ(std::vector(history.end() - newest, history.end()),
              std::vector(whole.end() - newest, whole.end()));
}

/// However often it is thinned on the way, no part of it is left out, the oldest as little as the others.
TEST(History, KeepsItsShapeOverAllOfItsLength) {
    const std::int64_t epochs = 10 * kMostPoints;
    std::vector<HistoryPoint> history;
    for (std::int64_t epoch = 1; epoch <= epochs; ++epoch) {
        history.push_back(pointAt(epoch));
        thinHistory(history);
        ASSERT_LE(history.size(), kMostHistoryPoints);
    }
    EXPECT_EQ(history.front(), pointAt(1));
    EXPECT_EQ(history.back(), pointAt(epochs));
    // Ten tenths of a thinned curve's points would lie 20 epochs apart; spans don't always fit each other.
    double before = 0;
    for (const HistoryPoint& point : history) {
        ASSERT_EQ(point, pointAt(std::llround(point.epoch)));
        ASSERT_GT(point.epoch, before);
        ASSERT_LE(point.epoch - before, 100);
        before = point.epoch;
    }
}

/// What is told of a run is its best epoch, which has to be there, wherever in the curve it was.
TEST(History, KeepsItsBestPoints) {
    constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
    for (const std::int64_t best : {2, 3, 1'001, 70'002, 70'003}) {
        std::vector<HistoryPoint> history;
        for (std::int64_t epoch = 1; epoch <= 4 * kMostPoints; ++epoch) {
            HistoryPoint point = pointAt(epoch);
            point.validationLoss = epoch == best ? 0.1 : 0.5;
            point.validationAccuracy = epoch == best + 10 ? 0.9 : 0.5;
            if (epoch == best + 4) // where nothing was validated, or to no avail
                point.validationLoss = point.validationAccuracy = -1;
            if (epoch == best + 5)
                point.validationLoss = point.validationAccuracy = kNoNumber;
            history.push_back(point);
            thinHistory(history);
            ASSERT_LE(history.size(), kMostHistoryPoints);
        }
        const auto has = [&history](std::int64_t epoch) {
            return std::ranges::count(history, static_cast<double>(epoch), &HistoryPoint::epoch);
        };
        EXPECT_EQ(has(best), 1) << best;
        EXPECT_EQ(has(best + 10), 1) << best;
    }
}

TEST(History, IsThinnedWhateverItsEpochsAre) {
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
    for (const double epoch : {0.0, -1.0, 1e308, kEndless, -kEndless, kNoNumber}) {
        std::vector<HistoryPoint> history = curve(kMostPoints + 1);
        for (std::size_t i = 0; i < history.size(); i += 2)
            history[i].epoch = epoch;
        thinHistory(history);
        EXPECT_LE(history.size(), kThinnedHistoryPoints) << epoch;
        EXPECT_EQ(history.back().step, 5 * (kMostPoints + 1)) << epoch;
    }
}

TEST(History, IsTakenBackToAPoint) {
    std::vector<HistoryPoint> history = curve(7);
    cutHistory(history, pointAt(4));
    EXPECT_EQ(history, curve(4));
    history = {pointAt(1), pointAt(3), pointAt(5)}; // 4 was left out meanwhile
    cutHistory(history, pointAt(4));
    EXPECT_EQ(history, (std::vector{pointAt(1), pointAt(3), pointAt(4)}));
    cutHistory(history, std::nullopt);
    EXPECT_TRUE(history.empty());
}

/// A run that is at the end of such a curve, of five steps an epoch.
class LongRun : public testing::Test {
protected:
    LongRun() {
        m_settings.batchSize = 8;
        m_settings.validation = 0;
        m_settings.epochs = 2 * kMostPoints;
    }
    std::unique_ptr<Trainer> restoredAt(std::int64_t epoch) {
        std::unique_ptr<Trainer> trainer =
            prepared(smallMlp(1, 4, 1), sourceOf(straightLine(40)), m_settings, *m_device);
        Checkpoint checkpoint = trainer->checkpoint();
        checkpoint.history = curve(epoch);
        checkpoint.step = checkpoint.history.back().step;
        const Result<RestoreReport> report = trainer->restore(checkpoint);
        EXPECT_TRUE(report && report->exact);
        return trainer;
    }

    std::unique_ptr<Device> m_device = testDevice();
    TrainingSettings m_settings;
};

TEST_F(LongRun, ThinsItsCurveAndGoesOnFromItAlike) {
    const auto trainer = restoredAt(kMostPoints);
    EXPECT_EQ(trainer->history(), curve(kMostPoints));
    trainTo(*trainer, 5 * (kMostPoints + 1));
    EXPECT_LE(trainer->history().size(), kThinnedHistoryPoints);
    EXPECT_EQ(trainer->history().front(), pointAt(1));
    EXPECT_EQ(trainer->history().back().step, 5 * (kMostPoints + 1));

    const auto other = prepared(smallMlp(1, 4, 1), sourceOf(straightLine(40)), m_settings, *m_device);
    ASSERT_TRUE(other->restore(trainer->checkpoint()));
    trainTo(*trainer, 5 * (kMostPoints + 3));
    trainTo(*other, 5 * (kMostPoints + 3));
    EXPECT_EQ(other->checkpoint(), trainer->checkpoint());
}

TEST_F(LongRun, TakesALongerCurveThinned) {
    EXPECT_LE(restoredAt(3 * kMostPoints)->history().size(), kThinnedHistoryPoints);
}

/// The way back to the last finite state is one to its curve too, which was whole then.
TEST_F(LongRun, ComesBackFromADivergence) {
    m_settings.optimizer = "sgd";
    const auto trainer = restoredAt(kMostPoints);
    trainer->setLearningRate(0); // a state is kept
    trainTo(*trainer, 5 * (kMostPoints + 1) - 1);
    trainer->setLearningRate(1e30);
    const Checkpoint kept = trainer->checkpoint();
    Result<StepFigures> figures;
    for (int i = 0; i < 20 && figures; ++i)
        figures = trainer->step();
    ASSERT_FALSE(figures);
    EXPECT_EQ(figures.error().kind, ProblemKind::Diverged);
    EXPECT_EQ(trainer->stepsDone(), kept.step);
    EXPECT_LE(trainer->history().size(), kThinnedHistoryPoints);
    EXPECT_EQ(trainer->history().back(), kept.history.back());
    EXPECT_EQ(trainer->checkpoint().variables, kept.variables);
}

} // namespace
} // namespace protomind
