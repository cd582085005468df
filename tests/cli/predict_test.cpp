// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST_F(CommandTest, EvaluateTellsLossAccuracyAndClasses) {
    const std::string project = trainedProject();
    const CommandRun run = command({"evaluate", project, "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_GT(run.result().at("accuracy"), 0.9);
    ASSERT_EQ(run.events("class").size(), 2u);
    std::int64_t samples = 0;
    for (const nlohmann::json& one : run.events("class"))
        samples += one.at("samples").get<std::int64_t>();
    EXPECT_EQ(run.result().at("samples"), samples);
    const CommandRun readable = command({"evaluate", project});
    EXPECT_THAT(readable.out, HasSubstr("accuracy"));
    EXPECT_THAT(readable.out, HasSubstr("Mostly taken for"));
    const CommandRun other = command({"evaluate", project, "--data", "gaussians?noise=0.5", "--json"});
    EXPECT_EQ(other.status, kExitDone) << other.err;
    EXPECT_NE(other.result().at("loss"), run.result().at("loss"));
}

TEST_F(CommandTest, AnUntrainedProjectIsRefused) {
    const CommandRun run = command({"evaluate", network()});
    EXPECT_EQ(run.status, kExitWords);
    EXPECT_THAT(run.err, HasSubstr("protomind train"));
}

TEST_F(CommandTest, PredictTakesRowsAndTables) {
    const std::string project = trainedProject();
    const std::string table = write("points.csv", "x,y\n1.5,1.5\n\n-1.5;-1.5\n");
    const CommandRun run = command({"predict", project, "1.5,1.5", "-1.5,-1.5", table, "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto predictions = run.events("prediction");
    ASSERT_EQ(predictions.size(), 4u);
    EXPECT_EQ(run.result().at("predictions"), 4);
    EXPECT_NE(predictions[0].at("class"), predictions[1].at("class"));
    EXPECT_EQ(predictions[0].at("class"), predictions[2].at("class"));
    EXPECT_EQ(predictions[1].at("class"), predictions[3].at("class"));
    EXPECT_EQ(predictions[2].at("input"), table + ":2");
    EXPECT_EQ(predictions[3].at("input"), table + ":4");
    EXPECT_NEAR(predictions[0].at("probabilities")[0].get<double>() +
                    predictions[0].at("probabilities")[1].get<double>(),
                1, 1e-5);
    EXPECT_THAT(command({"predict", project, "1.5,1.5"}).out, HasSubstr("1.5,1.5: "));
}

TEST_F(CommandTest, AScoreIsNotPrintedAsAPercentage) {
    std::ostringstream text;
    text << std::ifstream(network()).rdbuf();
    std::string linear = text.str();
    linear.replace(linear.find("softmax"), std::string("softmax").size(), "linear");
    const std::string project = path("hinge.protomind");
    const CommandRun trained = command({"train", write("linear.json", linear), "--data", "gaussians",
                                        "--loss", "hinge", "--epochs", "2", "-o", project, "--json"});
    ASSERT_EQ(trained.status, kExitDone) << trained.err;
    const CommandRun said = command({"predict", project, "1.5,1.5"});
    EXPECT_THAT(said.out, testing::Not(HasSubstr("%")));
    EXPECT_THAT(said.out, HasSubstr("(score "));
    const nlohmann::json told = command({"predict", project, "1.5,1.5", "--json"}).events("prediction").at(0);
    EXPECT_FALSE(told.contains("probability"));
    EXPECT_FALSE(told.contains("probabilities"));
    EXPECT_EQ(told.at("scores").size(), 2u);
    EXPECT_TRUE(told.at("score").is_number());
}

TEST_F(CommandTest, PredictSaysWhatIsWrongWithAnInput) {
    const std::string project = trainedProject();
    const CommandRun width = command({"predict", project, "1,2,3"});
    EXPECT_EQ(width.status, kExitWords);
    EXPECT_THAT(width.err, HasSubstr("3"));
    const CommandRun line = command({"predict", project, write("bad.csv", "1,2\n1,2,3\n")});
    EXPECT_EQ(line.status, kExitInput);
    EXPECT_THAT(line.err, HasSubstr("bad.csv:2"));
    EXPECT_EQ(command({"predict", project, write("words.csv", "1,2\none,two\n")}).status, kExitInput);
    EXPECT_EQ(command({"predict", project, path("missing.csv")}).status, kExitInput);
    const CommandRun image = command({"predict", project, write("picture.pgm", "P2 1 1 1 1 ")});
    EXPECT_EQ(image.status, kExitWords);
    EXPECT_THAT(image.err, HasSubstr("not images"));
}

TEST_F(CommandTest, PicturesAreFittedAndInvertedWhereTheDataIsBrightOnDark) {
    const std::string project = path("digits.protomind");
    ASSERT_EQ(command({"train", "digits-mlp", "--steps", "200", "-o", project, "--json"}).status, kExitDone);
    // A stroke that a person would call a one, in both polarities.
    const std::string dark =
        write("dark.pgm", "P2 5 5 1\n1 1 1 1 1\n1 1 0 1 1\n1 1 0 1 1\n1 1 0 1 1\n1 1 1 1 1\n");
    const std::string bright =
        write("bright.pgm", "P2 5 5 1\n0 0 0 0 0\n0 0 1 0 0\n0 0 1 0 0\n0 0 1 0 0\n0 0 0 0 0\n");
    const CommandRun run = command({"predict", project, dark, bright, "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto predictions = run.events("prediction");
    ASSERT_EQ(predictions.size(), 2u);
    EXPECT_EQ(predictions[0].at("inverted"), true);
    EXPECT_EQ(predictions[1].at("inverted"), false);
    EXPECT_EQ(predictions[0].at("class"), "1");
    ASSERT_EQ(predictions[0].at("probabilities").size(), 10u);
    for (std::size_t i = 0; i < 10; ++i)
        EXPECT_NEAR(predictions[0].at("probabilities")[i].get<double>(),
                    predictions[1].at("probabilities")[i].get<double>(), 1e-4);
    EXPECT_THAT(command({"predict", project, dark}).out, HasSubstr("inverted"));
    EXPECT_EQ(command({"predict", project, path("missing.png")}).status, kExitInput);
}

} // namespace
} // namespace protomind
