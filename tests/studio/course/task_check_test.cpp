// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/run_curve.h"
#include "studio/course/task_check.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

LiveState afterEpochs(std::initializer_list<double> accuracies) {
    std::vector<HistoryPoint> history;
    for (const double accuracy : accuracies)
        history.push_back({.step = std::ssize(history) + 1,
                           .epoch = static_cast<double>(history.size() + 1),
                           .loss = 0.5,
                           .accuracy = accuracy});
    LiveState state;
    state.setFigures(history);
    state.epochs = static_cast<double>(history.size());
    return state;
}

Expression check(const char* text) {
    return *Expression::parse(text);
}

TEST(TaskCheck, OneGoodEpochIsNotEnoughTwoAre) {
    const Expression good = check("run.epochs >= 1 and train.accuracy >= 0.95");
    EXPECT_EQ(missingFor(good, LiveState()).size(), 2U);
    const auto once = missingFor(good, afterEpochs({0.8, 0.96}));
    ASSERT_EQ(once.size(), 1U);
    EXPECT_TRUE(once[0].holdsSinceAnEpoch);
    EXPECT_EQ(once[0].text, "train.accuracy >= 0.95");
    EXPECT_EQ(once[0].values[0].second, "0.8") << "that of the epoch before";
    EXPECT_FALSE(missingFor(good, afterEpochs({0.96})).empty()) << "the first epoch alone";
    EXPECT_TRUE(missingFor(good, afterEpochs({0.8, 0.96, 0.95})).empty());
    const auto lost = missingFor(good, afterEpochs({0.96, 0.94}));
    ASSERT_EQ(lost.size(), 1U);
    EXPECT_FALSE(lost[0].holdsSinceAnEpoch);
}

TEST(TaskCheck, WhatIsMeasuredAtOnceCountsAtOnce) {
    LiveState state = afterEpochs({0.5});
    state.test.accuracy = 0.97;
    EXPECT_TRUE(missingFor(check("test.accuracy >= 0.97 and run.epochs >= 1"), state).empty());
}

TEST(RunCurve, IsThatOfTheFigureThatIsNamed) {
    const std::vector<HistoryPoint> history{
        {.epoch = 1, .loss = 3, .accuracy = 0.5, .validationLoss = -1, .validationAccuracy = -1},
        {.epoch = 2, .loss = 2, .accuracy = 0.6, .validationLoss = 4, .validationAccuracy = 0.4}};
    using Curve = std::vector<std::array<double, 2>>;
    EXPECT_EQ(runCurve(history, "train.loss"), (Curve{{1, 3}, {2, 2}}));
    EXPECT_EQ(runCurve(history, "train.accuracy"), (Curve{{1, 0.5}, {2, 0.6}}));
    EXPECT_EQ(runCurve(history, "validation.loss"), (Curve{{2, 4}}));
    EXPECT_EQ(runCurve(history, "validation.accuracy"), (Curve{{2, 0.4}}));
    EXPECT_EQ(runCurve(history, "test.loss"), Curve());
    EXPECT_EQ(runCurveNames().size(), 4U);
}

} // namespace
} // namespace protomind
