// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "studio/network/network_json.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

class WarningsTest : public CommandTest {
protected:
    /// Points, a dense layer, what is given, and two classes behind it.
    [[nodiscard]] std::string with(const std::string& type, const Settings& settings = {}) const {
        Network drawn;
        const auto put = [&](std::uint32_t id, const std::string& kind, const Settings& own) {
            drawn.add(Layer{.id = LayerId{id},
                            .type = kind,
                            .name = kind + "-" + std::to_string(id),
                            .settings = own,
                            .position = {}});
            if (id > 1)
                drawn.add(Wire{.id = WireId{id}, .from = LayerId{id - 1}, .to = LayerId{id}});
        };
        put(1, "input", {{"shape", std::vector<std::int64_t>{2}}});
        put(2, "dense", {{"units", std::int64_t{4}}});
        put(3, type, settings);
        put(4, "dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}});
        return write(type + ".json", toJson(drawn).dump());
    }
};

TEST_F(WarningsTest, TrainingSaysBeforeItsFirstStepWhatKeepsItFromLearning) {
    const CommandRun run =
        command({"train", network(), "--data", "gaussians", "--lr", "1000", "--epochs", "2", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_THAT(run.err, HasSubstr("Warning: The learning rate is 1000"));
    EXPECT_THAT(run.err, HasSubstr("Set the learning rate to 0.001."));
    ASSERT_EQ(run.events("warning").size(), 1u);
    EXPECT_EQ(run.events("warning")[0].at("severity"), "warning");
    ASSERT_EQ(run.result().at("warnings").size(), 1u);
    EXPECT_EQ(run.result().at("warnings")[0].at("sentence"), run.events("warning")[0].at("sentence"));
    std::size_t warned = 0;
    std::size_t begun = 0;
    const auto events = run.events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        warned = events[i].at("event") == "warning" ? i : warned;
        begun = events[i].at("event") == "begun" ? i : begun;
    }
    EXPECT_LT(warned, begun);
}

TEST_F(WarningsTest, ReadableReportsWarnOnStandardErrorAlone) {
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--lr", "0", "--epochs", "1"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_THAT(run.err, HasSubstr("Warning: The learning rate is 0"));
    EXPECT_THAT(run.out, Not(HasSubstr("Warning")));
}

TEST_F(WarningsTest, ASoundTrainingIsSilent) {
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--epochs", "1", "--json"});
    EXPECT_EQ(run.err, "");
    EXPECT_TRUE(run.events("warning").empty());
    EXPECT_TRUE(run.result().at("warnings").empty());
}

TEST_F(WarningsTest, BatchesOfOneSampleAreWarnedOfByTrainAndDescribe) {
    const std::string norm = with("batch_norm");
    const CommandRun trained =
        command({"train", norm, "--data", "gaussians", "--batch", "1", "--steps", "3", "--json"});
    EXPECT_THAT(trained.err, HasSubstr("a batch is a single sample"));
    const CommandRun described = command({"describe", norm, "--data", "gaussians", "--batch", "1", "--json"});
    ASSERT_EQ(described.events("problem").size(), 1u);
    EXPECT_EQ(described.events("problem")[0].at("sentence"), trained.events("warning").at(0).at("sentence"));
    EXPECT_TRUE(command({"describe", norm, "--data", "gaussians", "--json"}).events("problem").empty());
}

TEST_F(WarningsTest, WarningsOfTheDrawingAreSaidToo) {
    const CommandRun run = command({"train", with("activation", {{"function", std::string("softmax")}}),
                                    "--data", "gaussians", "--steps", "1", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_THAT(run.err, HasSubstr("activation-3 has a softmax, but other layers follow"));
}

TEST_F(WarningsTest, ALossThatFallsWithoutEndIsRefused) {
    Network drawn;
    drawn.add(Layer{.id = LayerId{1},
                    .type = "input",
                    .name = "x",
                    .settings = {{"shape", std::vector<std::int64_t>{1}}},
                    .position = {}});
    drawn.add(Layer{.id = LayerId{2},
                    .type = "dense",
                    .name = "y",
                    .settings = {{"units", std::int64_t{1}}},
                    .position = {}});
    drawn.add(Wire{.id = WireId{1}, .from = LayerId{1}, .to = LayerId{2}});
    const std::string line = write("line.json", toJson(drawn).dump());
    const CommandRun described =
        command({"describe", line, "--data", "line", "--loss", "binary_cross_entropy", "--json"});
    ASSERT_EQ(described.events("problem").size(), 1u) << described.out << described.err;
    EXPECT_EQ(described.events("problem")[0].at("severity"), "error");
    const CommandRun run =
        command({"train", line, "--data", "line", "--loss", "binary_cross_entropy", "--steps", "1"});
    EXPECT_EQ(run.status, kExitWords);
    EXPECT_THAT(run.err, HasSubstr("could be made smaller without end"));
}

TEST_F(WarningsTest, DescribeHoldsAProjectAgainstItsOwnDataAndSettings) {
    ASSERT_EQ(command({"train", network(), "--data", "gaussians", "--lr", "0", "--epochs", "1", "-o",
                       path("still.protomind")})
                  .status,
              kExitDone);
    EXPECT_THAT(command({"describe", path("still.protomind")}).out,
                HasSubstr("Warning: The learning rate is 0"));
    EXPECT_THAT(command({"describe", path("still.protomind"), "--data", "line"}).out,
                HasSubstr("The samples of"));
    EXPECT_THAT(command({"describe", path("still.protomind"), "--lr", "0.01"}).out,
                Not(HasSubstr("Warning")));
}

} // namespace
} // namespace protomind
