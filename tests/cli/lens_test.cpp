// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "cli/inputs/picture.h"
#include "studio/lens/lens_type.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace protomind {
namespace {

using testing::HasSubstr;

class LensCommandTest : public CommandTest {
protected:
    std::string read(const std::string& name) const {
        std::ostringstream text;
        text << std::ifstream(path(name), std::ios::binary).rdbuf();
        return text.str();
    }
    /// A small network for digits, trained for a moment.
    std::string digitsProject() const {
        write("digits.json",
              R"({"format":"protomind-network","version":1,"layers":[
                  {"id":1,"type":"input","name":"Input","settings":{"shape":[28,28,1]},"position":[0,0]},
                  {"id":2,"type":"convolution","name":"Filters","settings":{"filters":4},"position":[200,0]},
                  {"id":3,"type":"flatten","name":"Flatten","settings":{},"position":[400,0]},
                  {"id":4,"type":"dense","name":"Classes","settings":{"units":10,"activation":"softmax"},"position":[600,0]}],
                  "wires":[{"id":1,"from":1,"to":2,"port":0},{"id":2,"from":2,"to":3,"port":0},{"id":3,"from":3,"to":4,"port":0}]})");
        const CommandRun run = command({"train", path("digits.json"), "--data", "digits?samples=400",
                                        "--epochs", "1", "-o", path("digits.protomind"), "--json"});
        if (run.status != 0)
            throw std::runtime_error(run.err);
        return path("digits.protomind");
    }
};

TEST_F(LensCommandTest, EveryLensIsListedWithItsSettings) {
    const CommandRun run = command({"lens", "--list", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    ASSERT_EQ(run.events("lens").size(), lensTypes().size());
    for (const LensType& type : lensTypes()) {
        EXPECT_THAT(command({"lens", "--list"}).out, HasSubstr(type.summary));
        const std::string help = command({"lens", type.name, "--help"}).out;
        EXPECT_THAT(help, HasSubstr(type.summary));
        for (const Field& field : type.fields)
            EXPECT_THAT(help, HasSubstr("--" + field.name));
    }
    EXPECT_THAT(command({"lens", "--help"}).out, HasSubstr("--layer"));
}

TEST_F(LensCommandTest, ConfusionCountsWhatEvaluateCounts) {
    const std::string project = trainedProject();
    const CommandRun run = command(
        {"lens", "confusion", project, "--split", "validation", "-o", path("confusion.csv"), "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto classes = command({"evaluate", project, "--validation", "--json"}).events("class");
    const nlohmann::json result = run.result();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        EXPECT_EQ(result.at("matrix")[i], classes[i].at("taken_for"));
        EXPECT_EQ(result.at("recall")[i], classes[i].at("accuracy"));
    }
    EXPECT_EQ(result.at("precision").size(), 2u);
    EXPECT_EQ(result.at("f1").size(), 2u);
    EXPECT_THAT(read("confusion.csv"), HasSubstr("true / taken for,"));
    EXPECT_THAT(command({"lens", "confusion", project, "--split", "validation"}).out, HasSubstr("Precision"));
}

TEST_F(LensCommandTest, CalibrationAgreesWithEvaluate) {
    const std::string project = digitsProject();
    const auto look = [&](const std::string& temperature) {
        const CommandRun run = command({"lens", "calibration", project, "--split", "validation",
                                        "--temperature", temperature, "--json"});
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run.result();
    };
    const nlohmann::json plain = look("1");
    const nlohmann::json evaluated = command({"evaluate", project, "--validation", "--json"}).result();
    EXPECT_NEAR(plain.at("accuracy"), evaluated.at("accuracy"), 1e-6);
    EXPECT_NEAR(plain.at("nll"), evaluated.at("loss"), 1e-4);
    const nlohmann::json best = look(plain.at("best_temperature").dump());
    EXPECT_EQ(best.at("accuracy"), plain.at("accuracy"));
    EXPECT_LE(best.at("nll"), plain.at("nll"));
    EXPECT_NEAR(best.at("nll"), plain.at("best_nll"), 1e-6);
    EXPECT_GT(plain.at("noise_confidence"), 0.1);
    EXPECT_THAT(command({"lens", "calibration", project}).out, HasSubstr("Best temperature: "));
}

TEST_F(LensCommandTest, ResultsAreWrittenAsTheEndingSays) {
    const std::string project = digitsProject();
    const auto look = [&](const std::string& name, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"lens",     "saliency", project,    "--split",  "training",
                                       "--sample", "3",        "--method", "grad_cam", "--layer",
                                       "Filters",  "-o",       path(name), "--json"};
        words.insert(words.end(), more.begin(), more.end());
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run.result();
    };
    EXPECT_EQ(look("map.png").at("output"), path("map.png"));
    const Result<Picture> picture = readPicture(path("map.png"));
    ASSERT_TRUE(picture) << picture.error().text();
    EXPECT_EQ(picture->channels, 3);
    EXPECT_GT(picture->width, 2 * 28);
    const nlohmann::json result = look("map.json");
    const nlohmann::json whole = nlohmann::json::parse(read("map.json"));
    EXPECT_EQ(whole.at("figures").at("class"), result.at("class"));
    ASSERT_EQ(whole.at("pictures").size(), 2u);
    EXPECT_EQ(whole.at("pictures")[1].at("shape"), (std::vector<int>{28, 28}));
    EXPECT_EQ(whole.at("pictures")[1].at("values").size(), 28u * 28u);
    EXPECT_THAT(whole.at("pictures")[0].at("title").get<std::string>(), HasSubstr("Training sample 3"));
    look("map.csv");
    const std::string csv = read("map.csv");
    EXPECT_EQ(std::ranges::count(csv, '\n'), 2 * (1 + 28) + 1);
    const CommandRun integrated = command(
        {"lens", "saliency", project, "--method", "integrated_gradients", "--steps", "300", "--json"});
    EXPECT_LT(integrated.result().at("completeness"), 0.01);
}

TEST_F(LensCommandTest, SaysTheKernelsThatRun) {
    const std::string project = digitsProject();
    const auto look = [&](const std::string& device, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"lens", "kernel", project, "--device", device};
        words.insert(words.end(), more.begin(), more.end());
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run;
    };
    const nlohmann::json result = look("opencl", {"--json", "-o", path("kernels.txt")}).result();
    EXPECT_EQ(result.at("codes").size(), result.at("program_steps").get<std::size_t>() + 1);
    EXPECT_GT(result.at("kernels"), 0);
    const std::string text = read("kernels.txt");
    for (const nlohmann::json& code : result.at("codes"))
        EXPECT_THAT(text, HasSubstr(code.at("note").get<std::string>()));
    EXPECT_THAT(text, HasSubstr("__kernel void step_0"));
    EXPECT_THAT(look("opencl").out, HasSubstr("__kernel void step_0"));
    EXPECT_THAT(look("cpu").out, HasSubstr("There are no kernels to be read here"));
    const nlohmann::json classes = look("opencl", {"--layer", "Classes", "--json"}).result();
    EXPECT_LT(classes.at("codes").size(), result.at("codes").size());
    const CommandRun refused = command({"lens", "confusion", project, "-o", path("none.txt")});
    EXPECT_NE(refused.status, kExitDone);
    EXPECT_THAT(refused.err, HasSubstr("no code"));
}

TEST_F(LensCommandTest, TakesTheNextStepApart) {
    const std::string project = digitsProject();
    const CommandRun run = command({"lens", "step", project, "--layer", "Filters", "--weight", "0", "--at",
                                    "1,2,0,3", "--place", "5", "-o", path("step.json"), "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const nlohmann::json result = run.result();
    EXPECT_EQ(result.at("batch"), 32);
    EXPECT_THAT(result.at("sentences")[0].get<std::string>(), HasSubstr("1. The batch: 32 of 360"));
    const nlohmann::json whole = nlohmann::json::parse(read("step.json"));
    EXPECT_EQ(whole.at("split"), "training");
    EXPECT_EQ(whole.at("step"), result.at("steps"));
    const nlohmann::json& step = whole.at("training_steps").at(0);
    EXPECT_EQ(step.at("training_samples"), 360);
    EXPECT_EQ(step.at("batch").size(), 32u);
    EXPECT_EQ(step.at("place"), 5);
    EXPECT_EQ(step.at("loss"), result.at("loss"));
    EXPECT_EQ(step.at("sample").at("shape"), (std::vector<int>{28, 28, 1}));
    EXPECT_FALSE(step.contains("penalty"));
    ASSERT_EQ(step.at("layers").size(), 4u);
    const nlohmann::json& filters = step.at("layers")[1];
    EXPECT_EQ(filters.at("layer"), "Filters");
    EXPECT_EQ(filters.at("output").at("shape"), filters.at("output_gradient").at("shape"));
    EXPECT_EQ(filters.at("passed_on")[0].at("name"), "Input");
    EXPECT_FALSE(filters.contains("logits"));
    EXPECT_EQ(step.at("layers")[3].at("logits").at("values").size(), 10u);
    const nlohmann::json& kernel = filters.at("weights")[0];
    EXPECT_EQ(kernel.at("variable"), "Filters/kernel");
    EXPECT_EQ(kernel.at("shape"), (std::vector<int>{3, 3, 1, 4}));
    EXPECT_EQ(kernel.at("gradient").size(), 36u);
    EXPECT_FALSE(kernel.contains("penalty_gradient"));
    const nlohmann::json& weight = step.at("weight");
    EXPECT_EQ(weight.at("variable"), "Filters/kernel");
    EXPECT_EQ(weight.at("at"), (std::vector<int>{1, 2, 0, 3}));
    EXPECT_EQ(weight.at("optimizer"), "Adam");
    const nlohmann::json& last = weight.at("terms").back();
    EXPECT_EQ(last.at("symbol"), "w");
    EXPECT_EQ(last.at("before"), kernel.at("before")[23]);
    EXPECT_EQ(last.at("after"), kernel.at("after")[23]);
    EXPECT_NE(last.at("before"), last.at("after"));
    EXPECT_FALSE(weight.at("terms")[0].contains("after"));
    EXPECT_THAT(command({"lens", "step", project}).out, HasSubstr("Largest weight gradient"));
    EXPECT_THAT(command({"lens", "step", project, "--place", "32"}).err, HasSubstr("32 samples"));
}

TEST_F(LensCommandTest, TriesAttacksOnAnotherProject) {
    const std::string project = trainedProject();
    const std::string other = path("other.protomind");
    ASSERT_EQ(command({"train", network(), "--data", "gaussians", "--lr", "0.05", "--epochs", "10", "--seed",
                       "5", "-o", other})
                  .status,
              0);
    const CommandRun run = command({"lens", "transfer", project, "--other", other, "--epsilon", "0.5",
                                    "--steps", "10", "--split", "training", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const nlohmann::json result = run.result();
    EXPECT_GT(result.at("both_right"), 100);
    EXPECT_GT(result.at("transferred"), 0);
    EXPECT_EQ(result.at("steps"), 10);
    EXPECT_THAT(command({"lens", "transfer", project, "--other", other, "--split", "training"}).out,
                HasSubstr("other"));

    EXPECT_THAT(command({"lens", "transfer", project}).err, HasSubstr("Which other network?"));
    const CommandRun unlike = command({"lens", "transfer", project, "--other", digitsProject()});
    EXPECT_EQ(unlike.status, kExitWords);
    EXPECT_THAT(unlike.err, HasSubstr("does not fit the other"));
    EXPECT_EQ(command({"lens", "transfer", project, "--other", path("nowhere.protomind")}).status,
              kExitInput);
    EXPECT_EQ(command({"lens", "weights", project, "--other", other}).status, kExitWords);
}

TEST_F(LensCommandTest, SaysWhatIsWrong) {
    const std::string project = trainedProject();
    const auto refused = [&](std::vector<std::string> words, int status, const char* sentence) {
        words.insert(words.begin(), "lens");
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, status) << words[1];
        EXPECT_THAT(run.err, HasSubstr(sentence));
    };
    refused({"crystal", project}, kExitWords, "--list");
    refused({}, kExitWords, "Which lens?");
    refused({"weights"}, kExitWords, "Which project?");
    refused({"weights", project, "-o", path("weights.gif")}, kExitWords, ".png");
    refused({"weights", project, "--layer", "Nowhere"}, kExitWords, "Nowhere");
    refused({"weights", project, "--filters", "many"}, kExitWords, "--filters");
    refused({"saliency", project, "--method", "guess"}, kExitWords, "--method");
    refused({"saliency", project, "--sample", "-1"}, kExitWords, "--sample");
    refused({"confusion", project, "--split", "other"}, kExitWords, "split");
    refused({"saliency", project, "-o", path("bars.png")}, kExitWords, ".csv");
    refused({"weights", project, "-o", path("no/such/folder.csv")}, kExitInput, "folder");
    EXPECT_FALSE(std::filesystem::exists(path("bars.png")));
}

} // namespace
} // namespace protomind
