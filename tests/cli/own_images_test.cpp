// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "engine/image/image_bytes.h"
#include "studio/network/network_json.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace protomind {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// Dark and bright pictures, and a letter among them.
class OwnImages : public CommandTest {
protected:
    void SetUp() override {
        CommandTest::SetUp();
        for (int i = 0; i < 20; ++i) {
            const auto shade = static_cast<std::uint8_t>(2 * i);
            put("night/" + std::to_string(i) + ".png", pngFile(plainImage(20, 10, {shade})));
            put("day/" + std::to_string(i) + ".jpg",
                jpegFile(plainImage(10, 20, {static_cast<std::uint8_t>(255 - shade)})));
        }
        put("day/letter.jpg", bytesOf("%PDF-1.4"));
        Network two = findTemplate("digits-mlp")->make();
        two.layer(two.layers().back().id)->settings["units"] = std::int64_t{2};
        write("two.json", toJson(two).dump());
    }
    void put(const std::string& name, const ImageBytes& bytes) const {
        std::filesystem::create_directories(std::filesystem::path(path("own/" + name)).parent_path());
        write("own/" + name, std::string(bytes.begin(), bytes.end()));
    }
    [[nodiscard]] std::string data(const std::string& options) const {
        return "images:" + path("own") + options;
    }
};

TEST_F(OwnImages, AreDescribedLearnedAndTold) {
    const std::string text = data("?size=28&colour=grey");
    const CommandRun described = command({"describe", "digits-mlp", "--data", text});
    EXPECT_THAT(described.out, HasSubstr("Note: day/letter.jpg was left out. It is a PDF document."));
    EXPECT_THAT(described.out, HasSubstr("the largest middle square was taken and scaled to 28 × 28."));

    const CommandRun trained = command({"train", path("two.json"), "--data", text, "--epochs", "4",
                                        "--validation", "0.2", "--json", "-o", path("own.protomind")});
    ASSERT_EQ(trained.status, kExitDone) << trained.err;
    EXPECT_THAT(trained.result().at("notes"), Contains("day/letter.jpg was left out. It is a PDF document."));

    const CommandRun evaluated = command({"evaluate", path("own.protomind"), "--json"});
    ASSERT_EQ(evaluated.status, kExitDone) << evaluated.err;
    EXPECT_EQ(evaluated.result().at("samples"), 8);
    EXPECT_THAT(evaluated.result().at("notes"),
                Contains("day/letter.jpg was left out. It is a PDF document."));

    const CommandRun predicted = command({"predict", path("own.protomind"), path("own/day/3.jpg")});
    ASSERT_EQ(predicted.status, kExitDone) << predicted.err;
    EXPECT_THAT(predicted.out, HasSubstr("3.jpg: day"));
}

TEST_F(OwnImages, OfThousandsOfNotesAFewAreLines) {
    for (int i = 0; i < 50; ++i)
        put("night/letter " + std::to_string(i) + ".txt", bytesOf("Dear all"));
    const std::vector<std::string> words = {"describe", "digits-mlp", "--data", data("?size=28&colour=grey")};
    EXPECT_THAT(command(words).out, HasSubstr("more, which --json tells all."));
    std::vector<std::string> json = words;
    json.emplace_back("--json");
    EXPECT_GE(command(json).result().at("notes").size(), 51u);
}

TEST_F(OwnImages, AreListedWithTheirOptions) {
    const CommandRun run = command({"describe", "--list"});
    EXPECT_THAT(run.out, HasSubstr("images:FOLDER"));
    EXPECT_THAT(run.out, HasSubstr("?fit=crop  or pad, stretch"));
    EXPECT_THAT(command({"describe", "digits-mlp", "--data", "image:x"}).err, HasSubstr("images:FOLDER"));
}

} // namespace
} // namespace protomind
