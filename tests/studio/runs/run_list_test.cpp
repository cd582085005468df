// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/template.h"
#include "studio/runs/limits.h"
#include "studio/runs/run_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

RunRecord run(double accuracy, std::int64_t parameters, std::int64_t steps = 100) {
    RunRecord run{
        .when = steps, .samples = 500, .accuracy = accuracy, .parameters = parameters, .steps = steps};
    run.experiment.network = findTemplate("playground")->make();
    run.experiment.data = "spiral";
    run.loss = 1 - accuracy;
    return run;
}

std::vector<std::int64_t> sizes(const std::vector<RunRecordPtr>& runs) {
    std::vector<std::int64_t> all;
    for (const RunRecordPtr& one : runs)
        all.push_back(one->parameters);
    return all;
}

TEST(RunList, RanksByAccuracyThenBySize) {
    RunList list;
    for (const RunRecord& one : {run(0.9, 100, 1), run(0.95, 300, 2), run(0.95, 200, 3), run(0.5, 10, 4)})
        list.add(one);
    const auto ranking = list.ranking(groundOf(*list.runs()[0]));
    EXPECT_THAT(sizes(ranking), ElementsAre(200, 300, 100, 10));
}

TEST(RunList, OfValuesTheLowerLossComesFirst) {
    RunList list;
    for (const auto& [loss, parameters] : {std::pair(0.5, 1), std::pair(0.1, 9), std::pair(0.1, 4)}) {
        RunRecord one = run(-1, parameters, parameters);
        one.loss = loss;
        list.add(one);
    }
    EXPECT_THAT(sizes(list.ranking(groundOf(*list.runs()[0]))), ElementsAre(4, 9, 1));
}

TEST(RunList, WhoWasTestedOnWhatItLearnedFromComesLast) {
    RunList list;
    RunRecord cheat = run(1, 1, 5);
    cheat.learnedFrom = 20;
    list.add(cheat);
    list.add(run(0.6, 2));
    EXPECT_THAT(sizes(list.ranking(groundOf(cheat))), ElementsAre(2, 1));
}

TEST(RunList, OtherDataIsAnotherGround) {
    RunList list;
    list.add(run(0.9, 1));
    RunRecord moons = run(0.99, 2);
    moons.experiment.data = "moons";
    list.add(moons);
    RunRecord fewer = run(0.98, 3);
    fewer.samples = 100;
    list.add(fewer);
    RunRecord unseen = run(0.97, 4);
    unseen.split = Split::Unseen;
    list.add(unseen);
    EXPECT_THAT(list.grounds(), SizeIs(4));
    EXPECT_EQ(list.grounds()[0], groundOf(unseen)) << "the last first";
    EXPECT_THAT(sizes(list.ranking(groundOf(moons))), ElementsAre(2));
}

TEST(RunList, TheSameWeightsTestedAgainAreOneLine) {
    RunList list;
    list.add(run(0.9, 1));
    RunRecord again = run(0.9, 1);
    again.when = 999;
    again.loss += 1e-7; // on another device
    list.add(again);
    again.experiment.training.learningRate = 0.5; // did not make these weights
    list.add(again);
    ASSERT_THAT(list.runs(), SizeIs(1));
    EXPECT_EQ(list.runs()[0]->when, 999);
    EXPECT_EQ(list.runs()[0]->experiment.training, TrainingSettings());

    list.add(run(0.9, 1, 200)); // trained on
    RunRecord moved = again;
    moved.loss += 0.01; // by hand
    list.add(moved);
    RunRecord other = run(0.9, 1);
    other.experiment.training.seed = 8;
    list.add(other);
    RunRecord changed = run(0.9, 1);
    changed.experiment.network.layer(changed.experiment.network.layers()[1].id)->settings["units"] =
        std::int64_t{3};
    list.add(changed);
    EXPECT_THAT(list.runs(), SizeIs(5));
}

TEST(RunList, TheSameTestWithTheSameResultChangesNothing) {
    RunList list;
    EXPECT_TRUE(list.add(run(0.9, 1)));
    const RunRecordPtr before = list.runs()[0];
    RunRecord again = run(0.9, 1);
    again.when = before->when + 60;
    EXPECT_FALSE(list.add(again));
    EXPECT_EQ(list.runs()[0], before);
}

TEST(RunList, OtherSettingsWithNearlyTheSameResultAreAnotherLine) {
    const auto lines = [](const auto& change, double loss, double nextLoss) {
        RunList list;
        RunRecord one = run(1, 1);
        one.loss = loss;
        list.add(one);
        change(one.experiment.training);
        one.loss = nextLoss;
        list.add(one);
        EXPECT_EQ(list.runs().back()->experiment.training, one.experiment.training);
        return list.size();
    };
    const double near = 0.5 * (1 + 1e-7);
    EXPECT_EQ(lines([](TrainingSettings& training) { training.learningRate = 0.5; }, 0.5, near), 2u);
    EXPECT_EQ(lines([](TrainingSettings& training) { training.optimizer = "sgd"; }, 0.5, near), 2u);
    EXPECT_EQ(lines([](TrainingSettings& training) { training.batchSize = 8; }, 0.5, near), 2u);
    EXPECT_EQ(lines([](TrainingSettings& training) { training.augmentation.flip = true; }, 0.5, near), 2u);
    EXPECT_EQ(lines([](TrainingSettings& training) { training.l2 = 0.1; }, 0, 0), 2u)
        << "every training that fits all samples comes to 0";
}

TEST(RunList, SmallLossesAreComparedByTheirRatio) {
    RunList list;
    RunRecord one = run(1, 1);
    one.loss = 2e-6;
    list.add(one);
    one.loss *= 1 + 1e-7;
    list.add(one);
    EXPECT_THAT(list.runs(), SizeIs(1));
    one.loss = 3e-6;
    list.add(one);
    EXPECT_THAT(list.runs(), SizeIs(2));
    one.accuracy = 0.998;
    list.add(one);
    EXPECT_THAT(list.runs(), SizeIs(3));
}

TEST(RunList, BeyondItsLimitTheOldestGoesButNotTheBest) {
    RunList list;
    list.add(run(0.99, 7, 1));
    list.add(run(0.5, 8, 2));
    for (std::size_t i = list.size(); i < kMaxRuns + 1; ++i)
        list.add(run(0.6, 9, static_cast<std::int64_t>(100 + i)));
    ASSERT_THAT(list.runs(), SizeIs(kMaxRuns));
    EXPECT_EQ(list.runs()[0]->parameters, 7);
    EXPECT_EQ(list.runs()[1]->parameters, 9);
}

TEST(RunList, IsAsSmallAsAFileCanHold) {
    RunList list;
    RunRecord large = run(0.5, 1);
    large.experiment.data = "points?data=" + std::string(kMaxRunsBytes / 3, '1');
    for (std::int64_t i = 1; i <= 4; ++i) {
        large.steps = i;
        list.add(large);
    }
    EXPECT_THAT(list.runs(), SizeIs(2));
    EXPECT_EQ(list.runs().back()->steps, 4);
}

TEST(RunList, FieldsOfLaterVersionsCountAsWell) {
    const std::string third(kMaxRunsBytes / 3, '1');
    for (const nlohmann::json& unknown :
         {nlohmann::json{{"later", third}}, nlohmann::json{{"experiment", {{"later", third}}}},
          nlohmann::json{{"later", third + "\xff"}}}) {
        RunList list;
        for (std::int64_t i = 1; i <= 4; ++i) {
            RunRecord large = run(0.5, 1, i);
            large.unknown = unknown;
            list.add(large);
        }
        EXPECT_THAT(list.runs(), SizeIs(2));
    }
}

TEST(RunList, WhatWasDeletedGoesBackToItsPlace) {
    RunList list;
    for (const std::int64_t steps : {1, 2, 3})
        list.add(run(0.5, steps, steps));
    const RunList before = list;
    const RunRecordPtr second = list.runs()[1];
    list.remove(second);
    EXPECT_THAT(sizes(list.runs()), ElementsAre(1, 3));
    list.insert(1, second);
    EXPECT_EQ(list, before);
}

} // namespace
} // namespace protomind
