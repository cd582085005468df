// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "studio/project/project_file.h"

#include <gmock/gmock.h>

#include <csignal>
#include <thread>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST_F(CommandTest, TrainTellsOnceWhenItHasBegun) {
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--steps", "1", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto begun = run.events("begun");
    ASSERT_EQ(begun.size(), 1u);
    EXPECT_EQ(begun[0].at("step"), 1);
    EXPECT_TRUE(begun[0].at("loss").is_number());
    EXPECT_GT(begun[0].at("seconds"), 0);
    const CommandRun longer = command({"train", network(), "--data", "gaussians", "--epochs", "3", "--json"});
    EXPECT_EQ(longer.events("begun").size(), 1u);
}

TEST_F(CommandTest, TrainTellsEveryEpochAndTheResult) {
    const CommandRun run =
        command({"train", network(), "--data", "gaussians", "--lr", "0.05", "--epochs", "5", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_TRUE(run.err.empty()) << run.err;
    const auto epochs = run.events("epoch");
    ASSERT_EQ(epochs.size(), 5u);
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        EXPECT_EQ(epochs[i].at("epoch"), i + 1);
        for (const char* key :
             {"loss", "accuracy", "validation_loss", "validation_accuracy", "seconds", "steps_per_second"})
            EXPECT_TRUE(epochs[i].at(key).is_number()) << key << epochs[i];
    }
    EXPECT_LT(epochs.back().at("loss"), epochs.front().at("loss"));
    const nlohmann::json result = run.result();
    EXPECT_EQ(result.at("parameters"), 22);
    EXPECT_EQ(result.at("device"), "cpu");
    EXPECT_EQ(result.at("seed"), 7);
    EXPECT_EQ(result.at("steps"), epochs.back().at("step"));
    EXPECT_GT(result.at("seconds"), 0);
    EXPECT_EQ(result.at("interrupted"), false);
}

TEST_F(CommandTest, ALossIsNamedApartFromThePenaltyThatTrainingAddsToIt) {
    const std::vector<std::string> words{"train", network(), "--data", "gaussians", "--epochs", "1"};
    auto penalised = words;
    penalised.insert(penalised.end(), {"--l2", "0.5"});
    EXPECT_THAT(command(penalised).out, HasSubstr(" + penalty "));
    EXPECT_THAT(command(words).out, testing::Not(HasSubstr("penalty")));
    penalised.push_back("--json");
    const nlohmann::json epoch = command(penalised).events("epoch").at(0);
    EXPECT_GT(epoch.at("penalty"), 0);
    EXPECT_DOUBLE_EQ(epoch.at("loss_with_penalty"),
                     epoch.at("loss").get<double>() + epoch.at("penalty").get<double>());
    auto plain = words;
    plain.push_back("--json");
    EXPECT_TRUE(command(plain).events("epoch").at(0).at("penalty").is_null());
}

TEST_F(CommandTest, TrainReadsWell) {
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--epochs", "3"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_THAT(run.out, HasSubstr("22 parameters"));
    EXPECT_THAT(run.out, HasSubstr("epoch    3"));
    EXPECT_THAT(run.out, HasSubstr("Done after"));
    EXPECT_TRUE(run.err.empty());
}

TEST_F(CommandTest, ALineHasItsOwnUnits) {
    const CommandRun described = command({"train", network(), "--data", "line", "--json"});
    EXPECT_EQ(described.status, kExitWords); // one number in, not two
}

TEST_F(CommandTest, TheSameSeedSavesTheSameWeights) {
    const auto weights = [&](const std::string& seed, const std::string& name) {
        const CommandRun run = command({"train", network(), "--data", "gaussians", "--epochs", "2", "--seed",
                                        seed, "-o", path(name), "--json"});
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return Checkpoint(*readProject(path(name))->checkpoint);
    };
    const Checkpoint first = weights("3", "a.protomind");
    EXPECT_EQ(first, weights("3", "b.protomind"));
    EXPECT_NE(first.variables, weights("4", "c.protomind").variables);
}

TEST_F(CommandTest, AProjectGoesOnWhereItWas) {
    const std::vector<std::string> common{"--data", "gaussians", "--json"};
    const auto train = [&](const std::string& from, const std::string& epochs, const std::string& to) {
        std::vector<std::string> words{"train", from, "--epochs", epochs, "-o", path(to)};
        words.insert(words.end(), common.begin(), common.end());
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run;
    };
    train(network(), "6", "whole.protomind");
    train(network(), "2", "part.protomind");
    const CommandRun rest = train(path("part.protomind"), "6", "part.protomind");
    EXPECT_EQ(rest.events("epoch").size(), 4u);
    EXPECT_EQ(*readProject(path("part.protomind"))->checkpoint,
              *readProject(path("whole.protomind"))->checkpoint);

    const CommandRun fresh = command({"train", path("part.protomind"), "--epochs", "2", "--fresh", "--json"});
    EXPECT_EQ(fresh.events("epoch").size(), 2u);
}

/// As in the README, in the folder that a person happens to be in.
TEST_F(CommandTest, TrainSavesUnderANameWithoutAFolder) {
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(m_folder);
    for (const std::string& name :
         {std::string("p.protomind"), std::string("./x.protomind"), std::string("two words.protomind"),
          std::string("Größe Übung.protomind"), std::string(200, 'x')}) {
        for (int time = 0; time < 2; ++time) {
            const CommandRun run = command({"train", "playground", "--steps", "3", "-o", name});
            EXPECT_EQ(run.status, kExitDone) << name << ": " << run.err;
            EXPECT_EQ(run.err, "");
        }
        EXPECT_TRUE(readProject(m_folder / name)) << name;
    }
    std::filesystem::current_path(before);
}

TEST_F(CommandTest, APlaceThatCannotBeWrittenIsSaidBeforeTheFirstStep) {
    write("file.txt", "text");
    const std::string kept = write("protected.protomind", "as it was");
    std::filesystem::permissions(kept, std::filesystem::perms::owner_read);
    for (const auto& [place, sentence] :
         {std::pair{path("absent/a.protomind"), "There is no such folder."},
          std::pair{path("file.txt/a.protomind"), "There is no such folder."},
          std::pair{m_folder.string(), "This is a folder, not a file."},
          std::pair{kept, "This file is write-protected."},
          std::pair{path(std::string(300, 'x')), "This name is too long."},
          std::pair{std::string("/dev/full"), "This is not a file but a folder or a device."}}) {
        const CommandRun run =
            command({"train", network(), "--data", "gaussians", "--steps", "3", "-o", place, "--json"});
        EXPECT_EQ(run.status, kExitInput) << place;
        EXPECT_TRUE(run.out.empty()) << run.out; // not even prepared
        EXPECT_THAT(run.err, HasSubstr("protomind: " + place + ": " + sentence));
    }
    EXPECT_EQ(command({"train", network(), "--data", "gaussians", "-o", ""}).status, kExitWords);
}

TEST_F(CommandTest, StepsAreCounted) {
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--steps", "17", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_EQ(run.result().at("steps"), 17);
}

TEST_F(CommandTest, ABatchLargerThanTheDataIsSaid) {
    const CommandRun run =
        command({"train", network(), "--data", "gaussians", "--batch", "60000", "--epochs", "1", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    ASSERT_EQ(run.events("note").size(), 1u);
    EXPECT_THAT(run.events("note")[0].at("sentence").get<std::string>(), HasSubstr("60000"));
}

TEST_F(CommandTest, PicturesAreChangedAtRandomAndOtherDataIsNot) {
    const auto lossOf = [this](std::vector<std::string> more) {
        std::vector<std::string> words{"train",    "digits-mlp", "--data", "digits?samples=60&test=10",
                                       "--epochs", "1",          "--json"};
        words.insert(words.end(), more.begin(), more.end());
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run.events("epoch").at(0).at("loss").get<double>();
    };
    const double plain = lossOf({});
    EXPECT_EQ(lossOf({"--augment-shift", "0", "--augment-flip", "no"}), plain);
    EXPECT_NE(lossOf({"--augment-shift", "0.2"}), plain);
    EXPECT_NE(lossOf({"--augment-flip", "yes"}), plain);
    const CommandRun points =
        command({"train", network(), "--data", "gaussians", "--steps", "3", "--augment-shift", "0.1"});
    EXPECT_EQ(points.status, kExitDone) << points.err;
    EXPECT_THAT(points.out + points.err, HasSubstr("These samples are no pictures"));
}

TEST_F(CommandTest, DivergenceEndsWithFiveAndSavesTheLastFiniteState) {
    const CommandRun run =
        command({"train", network(), "--data", "gaussians", "--optimizer", "sgd", "--lr", "1e9", "--l2",
                 "1000", "--epochs", "50", "-o", path("wild.protomind"), "--json"});
    EXPECT_EQ(run.status, kExitDiverged) << run.err;
    EXPECT_THAT(run.err, HasSubstr("learning rate"));
    ASSERT_EQ(run.events("diverged").size(), 1u);
    const std::string layer = run.events("diverged")[0].at("layer");
    EXPECT_TRUE(layer == "Hidden" || layer == "Classes") << layer;
    EXPECT_EQ(run.result().at("diverged"), true);
    const auto saved = readProject(path("wild.protomind"));
    ASSERT_TRUE(saved) << saved.error().text();
    EXPECT_TRUE(saved->checkpoint);
}

TEST_F(CommandTest, CtrlCSavesAndEndsWith130) {
    // Waits until the command has taken the signal over, then sends it to this process.
    std::jthread presser([](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            struct sigaction now {};
            sigaction(SIGINT, nullptr, &now);
            if (now.sa_handler != SIG_DFL) {
                std::raise(SIGINT);
                return;
            }
            std::this_thread::yield();
        }
    });
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--epochs", "1000000", "-o",
                                    path("interrupted.protomind"), "--json"});
    EXPECT_EQ(run.status, kExitInterrupted) << run.err;
    EXPECT_EQ(run.result().at("interrupted"), true);
    const auto saved = readProject(path("interrupted.protomind"));
    ASSERT_TRUE(saved) << saved.error().text();
    ASSERT_TRUE(saved->checkpoint);
    EXPECT_EQ(saved->checkpoint->step, run.result().at("steps"));
}

TEST_F(CommandTest, AProgressBarIsDrawnOnATerminalAlone) {
    const std::vector<std::string> words{"train", network(), "--data", "gaussians", "--steps", "30000"};
    EXPECT_THAT(command(words, true).err, HasSubstr("steps/s"));
    EXPECT_TRUE(command(words, false).err.empty());
}

} // namespace
} // namespace protomind
