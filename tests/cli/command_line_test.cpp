// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "cli/command_run.h"
#include "cli/exit_status.h"

#include <gmock/gmock.h>

#include <csignal>
#include <sstream>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

bool isForCommandLine(std::vector<std::string> words) {
    words.insert(words.begin(), "protomind");
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    return asksForCommandLine(static_cast<int>(pointers.size()), pointers.data());
}

TEST(CommandLine, ACommandIsNoFileToOpen) {
    for (const char* word : {"train", "predict", "devices", "bench", "--help", "-h", "--version"})
        EXPECT_TRUE(isForCommandLine({word})) << word;
    EXPECT_FALSE(isForCommandLine({}));
    EXPECT_FALSE(isForCommandLine({"mine.protomind"}));
    EXPECT_FALSE(isForCommandLine({"-platform", "offscreen"}));
}

TEST(CommandLine, HelpListsEveryCommandAndEachExplainsItself) {
    const CommandRun help = command({"--help"});
    EXPECT_EQ(help.status, kExitDone);
    for (const char* name :
         {"devices", "describe", "train", "evaluate", "predict", "export", "import", "lesson"}) {
        EXPECT_THAT(help.out, HasSubstr(std::string("protomind ") + name));
        const CommandRun own = command({name, "--help"});
        EXPECT_EQ(own.status, kExitDone) << name;
        EXPECT_THAT(own.out, HasSubstr("--json")) << name;
    }
    EXPECT_THAT(command({"--version"}).out, StartsWith("protomind "));
}

TEST_F(CommandTest, WrongWordsEndWithTwo) {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"juggle"},
             {"train"},
             {"train", "no-such-template"},
             {"train", network()}, // no data
             {"train", network(), "--data", "no-such-data"},
             {"train", network(), "--data", "gaussians", "--juggle"},
             {"train", network(), "--data", "gaussians", "--epochs", "0"},
             {"train", network(), "--data", "gaussians", "--epochs", "many"},
             {"train", network(), "--data", "gaussians", "--epochs", "1.5"},
             {"train", network(), "--data", "gaussians", "--epochs", "1", "--steps", "1"},
             {"train", network(), "--data", "gaussians", "--steps", "-3"},
             {"train", network(), "--data", "gaussians", "--optimizer", "luck"},
             {"train", network(), "--data", "gaussians", "--lr", "nan"},
             {"train", network(), "--data", "gaussians", "--seed", "-1"},
             {"train", network(), "--data", "gaussians", "--validation", "1"},
             {"train", network(), "two", "--data", "gaussians"},
             {"train", network(), "--data", "digits"}, // images into a network for points
             {"describe"},
             {"evaluate"},
             {"evaluate", network()},
             {"predict"}}) {
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitWords) << testing::PrintToString(words) << run.err;
        EXPECT_THAT(run.err, StartsWith("protomind: ")) << testing::PrintToString(words);
        EXPECT_TRUE(run.out.empty()) << run.out;
    }
}

TEST_F(CommandTest, FilesThatAreMissingOrDamagedEndWithThree) {
    write("broken.json", "{\"layers\": [");
    write("broken.protomind", "this is no database");
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"describe", path("missing.json")},
             {"describe", path("broken.json")},
             {"describe", path("missing.protomind")},
             {"describe", path("broken.protomind")},
             {"evaluate", path("missing.protomind")},
             {"predict", path("missing.protomind"), "1,2"},
             {"train", network(), "--data", "idx:" + path("missing")},
             {"train", network(), "--data", "gaussians", "-o", path("missing/file.protomind")}}) {
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitInput) << testing::PrintToString(words) << run.err;
        EXPECT_THAT(run.err, StartsWith("protomind: "));
    }
}

TEST_F(CommandTest, ADeviceThatIsNotThereEndsWithFour) {
    for (const char* device : {"opencl:99", "opencl:none", "abacus"}) {
        const CommandRun run = command({"train", network(), "--data", "gaussians", "--device", device});
        EXPECT_EQ(run.status, kExitDevice) << device;
        EXPECT_THAT(run.err, HasSubstr(device));
    }
}

TEST(Devices, AreListedWithTheirTest) {
    const CommandRun readable = command({"devices"});
    EXPECT_EQ(readable.status, kExitDone);
    EXPECT_THAT(readable.out, StartsWith("cpu"));
    const CommandRun run = command({"devices", "--json"});
    ASSERT_GE(run.events("device").size(), 1u);
    EXPECT_EQ(run.events("device")[0].at("id"), "cpu");
    EXPECT_EQ(run.events("device")[0].at("passed"), true);
    EXPECT_EQ(run.result().at("devices"), run.events("device").size());
}

TEST(Devices, AreFoundBeforeAnyIsTested) {
    const auto events = command({"devices", "--json"}).events();
    std::vector<std::string> found;
    std::vector<std::string> tested;
    for (const nlohmann::json& event : events) {
        if (event.at("event") == "found") {
            EXPECT_TRUE(tested.empty());
            found.push_back(event.at("id"));
            EXPECT_FALSE(event.at("name").get<std::string>().empty());
            EXPECT_EQ(event.at("tunable"), event.at("id") != "cpu");
        } else if (event.at("event") == "device") {
            tested.push_back(event.at("id"));
        }
    }
    EXPECT_FALSE(found.empty());
    EXPECT_EQ(tested, found);
}

TEST(Devices, AreListedWithoutATest) {
    const CommandRun run = command({"devices", "--list", "--json"});
    EXPECT_EQ(run.status, kExitDone);
    EXPECT_TRUE(run.events("device").empty());
    EXPECT_EQ(run.result().at("devices"), run.events("found").size());
}

TEST(Devices, OneAloneIsTestedByItsName) {
    const CommandRun run = command({"devices", "--device", "cpu", "--json"});
    EXPECT_EQ(run.status, kExitDone);
    ASSERT_EQ(run.events("found").size(), 1u);
    ASSERT_EQ(run.events("device").size(), 1u);
    EXPECT_EQ(run.events("device")[0].at("id"), "cpu");
    EXPECT_EQ(run.result().at("devices"), 1);
    for (const char* device : {"opencl:99", "abacus", "reference"}) {
        const CommandRun none = command({"devices", "--device", device, "--json"});
        EXPECT_EQ(none.status, kExitDevice) << device;
        EXPECT_THAT(none.err, HasSubstr(device));
        EXPECT_TRUE(none.out.empty());
    }
}

/// Presses Ctrl-C as soon as a text is said.
class Interrupting final : public std::stringbuf {
public:
    explicit Interrupting(std::string text)
        : m_text(std::move(text)) {}

protected:
    int sync() override {
        if (!m_done && str().contains(m_text)) {
            m_done = true;
            static_cast<void>(std::raise(SIGINT));
        }
        return 0;
    }

private:
    std::string m_text;
    bool m_done = false;
};

TEST(Devices, TuningTellsHowFarItIs) {
    if (command({"devices", "--list", "--json"}).events("found").size() < 2)
        GTEST_SKIP() << "no OpenCL driver here";
    Interrupting said("progress");
    std::ostream out(&said);
    std::ostringstream err;
    EXPECT_EQ(runCommandLine({"devices", "--tune", "opencl", "--json"}, out, err, false), kExitInterrupted);
    const nlohmann::json event = nlohmann::json::parse(said.str());
    EXPECT_EQ(event.at("event"), "progress");
    EXPECT_LT(event.at("share"), 1) << "it has only begun";
    EXPECT_TRUE(event.at("tried").is_number_integer());
    EXPECT_GE(event.at("speed"), 1);
}

TEST_F(CommandTest, DescribeAddsUpTheNetwork) {
    const CommandRun run = command({"describe", network(), "--json"});
    EXPECT_EQ(run.status, kExitDone);
    ASSERT_EQ(run.events("layer").size(), 3u);
    EXPECT_EQ(run.events("layer")[1].at("parameters"), 12);
    EXPECT_EQ(run.events("layer")[1].at("shape"), nlohmann::json({4}));
    EXPECT_EQ(run.result().at("parameters"), 22);
    EXPECT_EQ(run.result().at("multiply_adds"), 16);
    EXPECT_EQ(run.result().at("runnable"), true);
    EXPECT_THAT(command({"describe", network()}).out, HasSubstr("22 parameters"));
}

TEST_F(CommandTest, DescribeNamesProblemsWithTheirFixes) {
    const CommandRun run = command({"describe", network(), "--data", "digits", "--json"});
    EXPECT_EQ(run.status, kExitDone);
    EXPECT_EQ(run.result().at("runnable"), false);
    ASSERT_FALSE(run.events("problem").empty());
    EXPECT_FALSE(run.events("problem")[0].at("fixes").empty());
}

TEST(Describe, EveryTemplateIsListedAndRunnable) {
    const CommandRun list = command({"describe", "--list", "--json"});
    const auto templates = list.events("template");
    EXPECT_GE(templates.size(), 5u);
    EXPECT_GE(list.events("data").size(), 5u);
    for (const nlohmann::json& one : templates) {
        const CommandRun run = command({"describe", one.at("name"), "--data", one.at("data"), "--json"});
        EXPECT_EQ(run.result().at("runnable"), true) << one << run.out;
    }
}

} // namespace
} // namespace protomind
