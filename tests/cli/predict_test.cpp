// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "cli/inputs/rows.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "source_folder.h"

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
    const std::string table = write("points.csv", "x,y\n1.5,1.5\n\n-1.5,-1.5\n");
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

TEST_F(CommandTest, PredictOfANetworkAloneNeedsSomethingToLookAt) {
    const std::string project = trainedProject();
    const CommandRun run = command({"predict", project});
    EXPECT_EQ(run.status, kExitWords);
    EXPECT_THAT(run.err, HasSubstr("What is it to look at?"));
    EXPECT_EQ(command({"predict", project, "--samples", "3"}).status, kExitWords);
}

TEST_F(CommandTest, PredictOfTwoPlayersMakesSamples) {
    const std::string project = path("ring.protomind");
    ASSERT_EQ(
        command({"train", "gan-2d", "--data", "ring?samples=256", "--epochs", "1", "-o", project}).status,
        kExitDone);
    const CommandRun run = command({"predict", project, "--samples", "3", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto samples = run.events("sample");
    ASSERT_EQ(samples.size(), 3u);
    EXPECT_EQ(samples[0].at("values").size(), 2u);
    EXPECT_EQ(command({"predict", project, "--samples", "3", "--json"}).events("sample"), samples);
    EXPECT_NE(command({"predict", project, "--samples", "3", "--seed", "5", "--json"}).events("sample"),
              samples);

    const std::string table = path("made.csv");
    EXPECT_EQ(command({"predict", project, "--samples", "7", "-o", table}).status, kExitDone);
    std::ifstream file(table);
    EXPECT_EQ(std::count(std::istreambuf_iterator<char>(file), {}, '\n'), 7);
    const CommandRun picture = command({"predict", project, "-o", path("made.png")});
    EXPECT_EQ(picture.status, kExitWords);
    EXPECT_THAT(picture.err, HasSubstr("no pictures"));
    // The discriminator still answers about points.
    EXPECT_EQ(command({"predict", project, "0.5,0.5"}).status, kExitDone);
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

TEST_F(CommandTest, PredictReadsOneHalfWithAPointOrACommaFromAnyTable) {
    const std::string project = trainedProject();
    const auto probabilities = [&](const std::string& input) {
        const CommandRun run = command({"predict", project, input, "--json"});
        EXPECT_EQ(run.status, kExitDone) << input << ": " << run.err;
        std::vector<nlohmann::json> all;
        for (const nlohmann::json& one : run.events("prediction"))
            all.push_back(one.at("probabilities"));
        return all;
    };
    const auto expected = probabilities("0.5,-0.25");
    ASSERT_EQ(expected.size(), 1u);
    for (const char* row : {"0,5;-0,25", "0.5;-0.25", "0,5\t-0,25", "0.5 -0.25"})
        EXPECT_EQ(probabilities(row), expected) << row;
    for (const char* name : {"daten.csv", "DATEN.CSV", "daten.Csv", "daten.tsv", "daten.TXT"})
        for (const char* content : {"0,5;-0,25", "x;y\n0,5;-0,25\n",
                                    "\xef\xbb\xbf"
                                    "0,5;-0,25\r\n",
                                    "0.5,-0.25\r", "\xef\xbb\xbfx,y\r0.5,-0.25\r"})
            EXPECT_EQ(probabilities(write(name, content)), expected) << name << ": " << content;
    EXPECT_EQ(probabilities("-0,5;0,25"), probabilities("-0.5,0.25")) << "a minus begins no option";
}

TEST_F(CommandTest, PredictSaysWhatItPassesOver) {
    const std::string project = trainedProject();
    const std::string table = write("points.csv", "x,y\n1,2\n");
    EXPECT_THAT(command({"predict", project, table}).out,
                HasSubstr("points.csv:1 names the columns and is no sample: x,y"));
    ASSERT_EQ(command({"predict", project, table, "--json"}).events("note").size(), 1u);
    EXPECT_TRUE(command({"predict", project, write("plain.csv", "1,2\n"), "--json"}).events("note").empty());
}

TEST_F(CommandTest, PredictLosesNoRowThatHasABadCell) {
    const std::string project = trainedProject();
    for (const char* first : {"1,5x", "1,", "x,2", "1.O,2"}) {
        const CommandRun run =
            command({"predict", project, write("points.csv", std::string(first) + "\n3,4\n")});
        EXPECT_EQ(run.status, kExitInput) << first;
        EXPECT_THAT(run.err, HasSubstr("points.csv:1, column ")) << first;
        EXPECT_EQ(run.out, "") << first;
    }
    for (const char* empty : {"", "\n", "x,y\n"}) {
        const CommandRun run = command({"predict", project, write("points.csv", empty)});
        EXPECT_EQ(run.status, kExitInput);
        EXPECT_THAT(run.err, HasSubstr("no rows"));
    }
}

TEST_F(CommandTest, PredictRefusesNumbersThatCouldBeOthers) {
    const std::string project = trainedProject();
    for (const char* row : {"1,5,2", "0,5,-0,25", "1.5", "1,2;3,4;5", "1.234,5;2", "1;", "nan,1"}) {
        const CommandRun run = command({"predict", project, row});
        EXPECT_EQ(run.status, kExitWords) << row;
        EXPECT_EQ(run.out, "") << row;
    }
    EXPECT_THAT(command({"predict", project, "1,5,2"}).err, HasSubstr("0,5;-0,25"));
    const CommandRun both = command({"predict", project, write("both.csv", "1.234;1\n0,5;1\n")});
    EXPECT_EQ(both.status, kExitInput);
    EXPECT_THAT(both.err, HasSubstr("both.csv:1, column 1: \"1.234\" could be 1234 or 1.234."));
}

TEST_F(CommandTest, OptionsTakeAPointOrAComma) {
    const auto losses = [this](const std::string& rate) {
        const CommandRun run =
            command({"train", network(), "--data", "gaussians", "--steps", "5", "--lr", rate, "--json"});
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run.result().at("test_loss");
    };
    EXPECT_EQ(losses("0,05"), losses("0.05"));
    for (const char* batch : {"1.000", "1,000", "1.5"})
        EXPECT_EQ(
            command({"train", network(), "--data", "gaussians", "--steps", "5", "--batch", batch}).status,
            kExitWords)
            << batch;
    for (const char* rate : {"1,234", "0,0,5", "0,5x", "0.1;"}) {
        const CommandRun run =
            command({"train", network(), "--data", "gaussians", "--steps", "5", "--lr", rate});
        EXPECT_EQ(run.status, kExitWords) << rate;
        EXPECT_THAT(run.err, HasSubstr("--lr")) << rate;
    }
    EXPECT_THAT(command({"train", network(), "--data", "gaussians", "--lr", "1,234"}).err,
                HasSubstr("could be 1234 or 1.234"));
    EXPECT_THAT(command({"train", network(), "--data", "gaussians", "--steps", "1,500"}).err,
                HasSubstr("could be 1500 or 1.500"));
}

TEST_F(CommandTest, EndingsInCapitalsAreTheSame) {
    std::filesystem::copy_file(trainedProject(), path("MINE.PROTOMIND"));
    EXPECT_EQ(command({"evaluate", path("MINE.PROTOMIND")}).status, kExitDone);
    std::filesystem::copy_file(network(), path("SMALL.JSON"));
    EXPECT_EQ(command({"describe", path("SMALL.JSON")}).status, kExitDone);
}

TEST_F(CommandTest, HelpSaysHowNumbersAndPicturesAreRead) {
    const std::string help = command({"predict", "--help"}).out;
    EXPECT_THAT(help, HasSubstr("0,5;-0,25"));
    EXPECT_THAT(help, HasSubstr("laid on white"));
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

TEST(Rows, OfOneNumberMayHaveADecimalComma) {
    EXPECT_EQ(readRow("0,5", 1).value(), (std::vector<float>{0.5f}));
    EXPECT_EQ(readRow("\u22120,5", 1).value(), (std::vector<float>{-0.5f}));
    EXPECT_THAT(readRow("1,234", 1).error().sentence, HasSubstr("could be 1234 or 1.234"));
    EXPECT_FALSE(readRow("1,5,2", 1));
    EXPECT_FALSE(readRow("1e39", 1));
    EXPECT_EQ(readRow("1,2.5,-3e2", 3).value(), (std::vector<float>{1, 2.5f, -300}));
    EXPECT_EQ(readRow(" 1 ; \"2\" ", 2).value(), (std::vector<float>{1, 2}));
    for (const char* text : {"1,", ",1", "1,,2", "1.0.0", "1e99,2"})
        EXPECT_FALSE(readRow(text, 2)) << text;
    for (const char* text : {"", "a", "nan", "inf", "cat.png", "0x10", "-", "e", "daten.csv"})
        EXPECT_FALSE(looksLikeRow(text)) << text;
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
    const std::string clear = (sourceFolder() / "tests/engine/image/png/grey-alpha-8.png").string();
    EXPECT_THAT(command({"predict", project, clear}).out, HasSubstr("laid on white"));
    EXPECT_EQ(command({"predict", project, clear, "--json"}).events("prediction")[0].at("laid_on_white"),
              true);
    EXPECT_EQ(predictions[0].at("laid_on_white"), false);
    EXPECT_EQ(command({"predict", project, path("missing.png")}).status, kExitInput);
}

} // namespace
} // namespace protomind
