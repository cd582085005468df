// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "engine/base/random.h"
#include "studio/network/network_json.h"
#include "studio/project/network_file.h"
#include "studio/project/project_file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Points whose classes follow no rule: what is right on them was learned by heart.
std::string randomPoints(std::uint64_t seed, int count = 60) {
    RandomStream random(seed);
    std::string text = "points?data=";
    for (int i = 0; i < count; ++i)
        text += fmt::format("{}{:.3f},{:.3f},{}", i == 0 ? "" : ";", random.uniform(-1, 1),
                            random.uniform(-1, 1), random.below(2));
    return text;
}

class LearnedByHeart : public CommandTest {
protected:
    void SetUp() override {
        CommandTest::SetUp();
        auto wide = readNetworkFile(network());
        ASSERT_TRUE(wide);
        wide->experiment.network.layer(LayerId{2})->settings["units"] = std::int64_t{128};
        write("wide.json", toJson(wide->experiment.network).dump());
        const CommandRun run =
            command({"train", path("wide.json"), "--data", randomPoints(1), "--validation", "0.2", "--lr",
                     "0.05", "--epochs", "1500", "--json", "-o", project()});
        ASSERT_EQ(run.status, kExitDone) << run.err;
        m_first = run.result();
        // It has learned them by heart, and knows nothing.
        ASSERT_GT(m_first.at("accuracy"), 0.95);
        ASSERT_LT(m_first.at("validation_accuracy"), 0.7);
    }

    [[nodiscard]] std::string project() const { return path("mem.protomind"); }

    /// A further epoch that changes no weight, so that the figures are those of the same network.
    [[nodiscard]] CommandRun lookAgain(std::vector<std::string> words) const {
        words.insert(words.begin(), {"train", project(), "--lr", "0", "--epochs", "1501", "--json"});
        CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitDone) << run.err;
        return run;
    }

    [[nodiscard]] static std::vector<std::string> notes(const CommandRun& run) {
        std::vector<std::string> notes;
        for (const nlohmann::json& event : run.events("note"))
            if (const auto note = event.at("sentence").get<std::string>(); !note.starts_with("Goes on"))
                notes.push_back(note);
        return notes;
    }

    nlohmann::json m_first;
};

TEST_F(LearnedByHeart, LookNoBetterByAnotherSeed) {
    const CommandRun same = lookAgain({});
    EXPECT_EQ(same.result().at("validation_accuracy"), m_first.at("validation_accuracy"));
    EXPECT_THAT(notes(same), IsEmpty());
    const CommandRun run = lookAgain({"--seed", "8"});
    EXPECT_EQ(run.result().at("validation_accuracy"), m_first.at("validation_accuracy"));
    EXPECT_EQ(run.events("prepared")[0].at("validation_samples"), 12);
    EXPECT_THAT(notes(run), IsEmpty());
}

TEST_F(LearnedByHeart, LookNoBetterByALargerShare) {
    const CommandRun run = lookAgain({"--validation", "0.5"});
    EXPECT_EQ(run.result().at("validation_accuracy"), m_first.at("validation_accuracy"));
    EXPECT_EQ(run.events("prepared")[0].at("validation_samples"), 12);
    EXPECT_THAT(notes(run), ElementsAre(HasSubstr("12, not 30")));
    const CommandRun fresh = command({"train", project(), "--validation", "0.5", "--fresh", "--seed", "8",
                                      "--batch", "16", "--epochs", "1", "--json"});
    EXPECT_EQ(fresh.events("prepared")[0].at("validation_samples"), 30);
    EXPECT_THAT(notes(fresh), IsEmpty());
}

TEST_F(LearnedByHeart, LookNoBetterByASmallerShareAndBack) {
    const CommandRun smaller = lookAgain({"--validation", "0.1", "-o", project()});
    EXPECT_EQ(smaller.events("prepared")[0].at("validation_samples"), 6);
    EXPECT_THAT(notes(smaller), IsEmpty());
    const CommandRun back =
        command({"train", project(), "--validation", "0.2", "--lr", "0", "--epochs", "1502", "--json"});
    EXPECT_EQ(back.events("prepared")[0].at("validation_samples"), 6);
    EXPECT_THAT(notes(back), ElementsAre(HasSubstr("6, not 12")));
    EXPECT_EQ(back.result().at("validation_accuracy"), smaller.result().at("validation_accuracy"));
}

TEST_F(LearnedByHeart, AreToldFromNewOnes) {
    const CommandRun kept = command({"evaluate", project(), "--json"});
    EXPECT_EQ(kept.result().at("split"), "validation");
    EXPECT_EQ(kept.result().at("samples"), 12);
    const std::string other = randomPoints(2, 40);
    const CommandRun run = command({"evaluate", project(), "--data", other, "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    EXPECT_EQ(run.result().at("split"), "unseen");
    EXPECT_EQ(run.result().at("samples"), 40);
    EXPECT_THAT(command({"evaluate", project(), "--data", other}).out,
                HasSubstr("that the network has not learned from"));
    EXPECT_EQ(
        command({"evaluate", project(), "--data", other, "--validation", "--json"}).result().at("samples"),
        8);
    EXPECT_EQ(lookAgain({"--data", other}).events("prepared")[0].at("validation_samples"), 8);
}

TEST_F(LearnedByHeart, AreNotKnownInAnOlderProject) {
    auto content = readProject(project());
    ASSERT_TRUE(content);
    Checkpoint old = *content->checkpoint;
    old.learnedFrom.clear();
    old.learnedFromIsKnown = false;
    content->checkpoint = std::make_shared<const Checkpoint>(old);
    ASSERT_TRUE(writeProject(project(), *content));
    EXPECT_THAT(notes(lookAgain({"--seed", "8", "-o", project()})), ElementsAre(HasSubstr("isn't known")));
    const CommandRun again = command({"train", project(), "--lr", "0", "--epochs", "1502", "--json"});
    EXPECT_THAT(notes(again), ElementsAre(HasSubstr("isn't known")));
    const CommandRun evaluated = command({"evaluate", project(), "--json"});
    EXPECT_TRUE(evaluated.result().at("learned_from").is_null());
    EXPECT_THAT(notes(evaluated), ElementsAre(HasSubstr("isn't known")));
}

/// Images with labels as MNIST's, of a number that fits in a byte.
void writeImages(const std::string& images, const std::string& labels, unsigned count) {
    RandomStream random(3);
    std::vector<unsigned> pixels{0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28};
    std::vector<unsigned> classes{0, 0, 8, 1, 0, 0, 0, count};
    for (unsigned image = 0; image < count; ++image) {
        classes.push_back(image % 10);
        for (int pixel = 0; pixel < 28 * 28; ++pixel)
            pixels.push_back(static_cast<unsigned>(random.below(256)));
    }
    const auto write = [](const std::string& path, const std::vector<unsigned>& bytes) {
        std::ofstream file(path, std::ios::binary);
        for (const unsigned byte : bytes)
            file.put(static_cast<char>(byte));
    };
    write(images, pixels);
    write(labels, classes);
}

TEST_F(CommandTest, TestSamplesThatWereLearnedFromAreCounted) {
    writeImages(path("train-images-idx3-ubyte"), path("train-labels-idx1-ubyte"), 40);
    writeImages(path("t10k-images-idx3-ubyte"), path("t10k-labels-idx1-ubyte"), 50);
    const std::string data = "idx:" + m_folder.string();
    const std::vector<std::string> train{"train", "digits-mlp", "--data", data, "--validation",
                                         "0.25",  "--epochs",   "1",      "-o", path("a.protomind")};
    // The first 40 test samples are those of the training data, 10 of which were kept aside.
    const CommandRun readable = command(train);
    EXPECT_THAT(readable.out, HasSubstr("has learned from 30 of these 50 samples")) << readable.err;
    EXPECT_EQ(command({"evaluate", path("a.protomind"), "--json"}).result().at("learned_from"), 30);
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--epochs", "2", "--json"});
    EXPECT_EQ(run.result().at("test_learned_from"), 0);
    EXPECT_THAT(run.events("note"), IsEmpty());
}

} // namespace
} // namespace protomind
