// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "studio/project/project_file.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A project that is trained again and again, each time saved in its place.
class GoingOn : public CommandTest {
protected:
    [[nodiscard]] CommandRun train(std::vector<std::string> more, const std::string& from = {}) const {
        const std::string project = path("run.protomind");
        std::vector<std::string> words{"train", from.empty() ? project : from, "--json", "-o", project};
        words.insert(words.end(), more.begin(), more.end());
        return command(words);
    }
    [[nodiscard]] CommandRun begin(std::vector<std::string> more) const {
        more.insert(more.end(), {"--data", "gaussians"});
        return train(std::move(more), network());
    }
    [[nodiscard]] Checkpoint saved() const { return *readProject(path("run.protomind"))->checkpoint; }
};

TEST_F(GoingOn, TrainingAgainTrainsAsManyEpochsAgainAndSaysFromWhereToWhere) {
    EXPECT_EQ(begin({"--epochs", "5"}).status, kExitDone);
    const Checkpoint first = saved();
    const CommandRun again = train({"--epochs", "5"});
    EXPECT_EQ(again.status, kExitDone) << again.err;
    EXPECT_EQ(again.events("epoch").size(), 5u);
    EXPECT_EQ(again.result().at("steps"), 2 * first.step);
    EXPECT_NE(saved().variables, first.variables);
    ASSERT_EQ(again.events("note").size(), 1u);
    EXPECT_THAT(again.events("note")[0].at("sentence").get<std::string>(),
                HasSubstr("(epoch 5), until step " + std::to_string(2 * first.step) + " (epoch 10)"));
    EXPECT_EQ(train({}).events("epoch").size(), 5u) << "the epochs are those of the project";
}

TEST_F(GoingOn, MoreEpochsThanAreDoneFinishThem) {
    EXPECT_EQ(begin({"--epochs", "2"}).status, kExitDone);
    EXPECT_EQ(train({"--epochs", "5"}).events("epoch").size(), 3u);
}

TEST_F(GoingOn, StepsThatAreDoneAreTakenAgain) {
    EXPECT_EQ(begin({"--steps", "7"}).result().at("steps"), 7);
    EXPECT_EQ(train({"--steps", "10"}).result().at("steps"), 10);
    EXPECT_EQ(train({"--steps", "10"}).result().at("steps"), 20);
}

TEST_F(GoingOn, AScheduleThatIsOverIsSaidWithTheWaysOn) {
    EXPECT_EQ(begin({"--epochs", "3", "--schedule", "cosine"}).status, kExitDone);
    const Checkpoint before = saved();
    const CommandRun refused = train({});
    EXPECT_EQ(refused.status, kExitWords);
    EXPECT_THAT(refused.err, HasSubstr("The schedule Cosine is over after epoch 3: the learning rate is 0"));
    for (const char* way : {"--restart-schedule", "--schedule constant", "--fresh"})
        EXPECT_THAT(refused.err, HasSubstr(way));
    EXPECT_EQ(saved(), before);
}

TEST_F(GoingOn, AScheduleBeginsAgainWhereThatIsAskedFor) {
    EXPECT_EQ(begin({"--epochs", "3", "--schedule", "cosine"}).status, kExitDone);
    const Checkpoint before = saved();
    const CommandRun again = train({"--restart-schedule"});
    EXPECT_EQ(again.status, kExitDone) << again.err;
    EXPECT_EQ(again.events("epoch").size(), 3u);
    EXPECT_NE(saved().variables, before.variables);
    EXPECT_EQ(train({}).status, kExitWords) << "it is over once more";
    EXPECT_EQ(train({"--schedule", "constant"}).events("epoch").size(), 3u);
    EXPECT_EQ(train({"--schedule", "cosine", "--fresh"}).events("epoch").size(), 3u);
}

TEST_F(GoingOn, AConstantRateHasNothingToBeginAgainAndSaysSo) {
    EXPECT_EQ(begin({"--epochs", "2"}).status, kExitDone);
    const CommandRun refused = train({"--restart-schedule"});
    EXPECT_EQ(refused.status, kExitWords);
    EXPECT_THAT(refused.err, HasSubstr("A constant learning rate has nothing to begin again."));
    EXPECT_THAT(refused.err, HasSubstr("--schedule"));
}

TEST_F(GoingOn, AFreshBeginningForgetsWhereTheScheduleBeganAgain) {
    EXPECT_EQ(begin({"--epochs", "2", "--schedule", "cosine"}).status, kExitDone);
    EXPECT_EQ(train({"--restart-schedule"}).status, kExitDone);
    EXPECT_TRUE(readProject(path("run.protomind"))->experiment.training.scheduleSettings.contains("begins"));
    const CommandRun fresh = train({"--fresh", "--epochs", "4"});
    EXPECT_EQ(fresh.events("epoch").size(), 4u) << fresh.err;
    EXPECT_FALSE(readProject(path("run.protomind"))->experiment.training.scheduleSettings.contains("begins"));
    EXPECT_EQ(train({}).status, kExitWords) << "one whole curve is over";
}

TEST_F(GoingOn, StepsThatFadeAreNotSaidToLastLongerWithMoreEpochs) {
    EXPECT_EQ(begin({"--epochs", "1", "--schedule", "step"}).status, kExitDone);
    auto content = readProject(path("run.protomind"));
    ASSERT_TRUE(content);
    content->experiment.training.scheduleSettings = {{"every", std::int64_t{1}}, {"factor", 0.01}};
    ASSERT_TRUE(writeProject(path("run.protomind"), *content));
    const CommandRun run = train({"--epochs", "20"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_THAT(run.err, HasSubstr("the schedule leaves nothing"));
    EXPECT_THAT(run.err, Not(HasSubstr("More epochs")));
    for (const char* way : {"\"every\"", "\"factor\"", "--schedule constant"})
        EXPECT_THAT(run.err, HasSubstr(way));
}

TEST_F(GoingOn, ManyEpochsAreWrittenOut) {
    EXPECT_EQ(begin({"--epochs", "1"}).status, kExitDone);
    Checkpoint checkpoint = saved();
    auto content = readProject(path("run.protomind"));
    ASSERT_TRUE(content);
    const std::int64_t perEpoch = checkpoint.step;
    checkpoint.step = 12345 * perEpoch;
    content->checkpoint = std::make_shared<const Checkpoint>(checkpoint);
    ASSERT_TRUE(writeProject(path("run.protomind"), *content));
    const CommandRun on = train({"--epochs", "1"});
    EXPECT_EQ(on.status, kExitDone) << on.err;
    EXPECT_THAT(on.events("note")[0].at("sentence").get<std::string>(), HasSubstr("(epoch 12345)"));
}

TEST_F(GoingOn, AFloorThatIsLeftIsSaidAndTrainedWith) {
    EXPECT_EQ(begin({"--epochs", "3", "--schedule", "cosine"}).status, kExitDone);
    auto content = readProject(path("run.protomind"));
    ASSERT_TRUE(content);
    content->experiment.training.scheduleSettings["floor"] = 0.5;
    ASSERT_TRUE(writeProject(path("run.protomind"), *content));
    const CommandRun on = train({});
    EXPECT_EQ(on.status, kExitDone) << on.err;
    EXPECT_EQ(on.events("epoch").size(), 3u);
    EXPECT_THAT(on.err, HasSubstr("the learning rate is 0.0005 and stays so"));
    EXPECT_THAT(on.err, HasSubstr("--restart-schedule"));
    EXPECT_EQ(on.result().at("warnings").size(), 1u);
}

TEST_F(GoingOn, StepsPastTheEndOfAScheduleAreNotTakenInSilence) {
    const CommandRun run = begin({"--epochs", "2", "--steps", "1000", "--schedule", "cosine"});
    // One or the other is asked for.
    EXPECT_EQ(run.status, kExitWords);
    const CommandRun steps = begin({"--steps", "100000", "--schedule", "cosine"});
    EXPECT_EQ(steps.status, kExitDone) << steps.err;
    EXPECT_LT(steps.result().at("steps"), 100000);
    EXPECT_THAT(steps.err, HasSubstr("not 100000: the schedule leaves nothing"));
    EXPECT_THAT(steps.err, HasSubstr("More epochs make it longer"));
}

TEST_F(GoingOn, ZeroWeightsAreCounted) {
    const CommandRun run = begin({"--epochs", "20", "--l1", "0.1", "--lr", "0.05"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_EQ(run.result().at("weights"), 16);
    const std::int64_t zero = run.result().at("zero_weights");
    EXPECT_GT(zero, 0);
    std::int64_t counted = 0;
    for (const char* name : {"Hidden/kernel", "Classes/kernel"})
        counted += std::ranges::count(saved().variables.at(name).values, 0.0f);
    EXPECT_EQ(zero, counted);
    EXPECT_EQ(command({"describe", path("run.protomind"), "--json"}).result().at("zero_weights"), zero);
    EXPECT_THAT(command({"describe", path("run.protomind")}).out,
                HasSubstr(std::to_string(zero) + " of 16 weights are exactly zero"));
    EXPECT_THAT(command({"train", path("run.protomind"), "--epochs", "1"}).out,
                HasSubstr("of 16 weights are exactly zero"));
}

} // namespace
} // namespace protomind
