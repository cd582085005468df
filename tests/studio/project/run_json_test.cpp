// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/project_file.h"
#include "studio/project/run_json.h"
#include "studio/project/sample_project.h"
#include "studio/runs/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class RunJson : public FolderTest {
protected:
    [[nodiscard]] Result<ProjectContent> after(const std::string& statements) const {
        EXPECT_TRUE(writeProject(path("a.protomind"), sampleProject()));
        alter(path("a.protomind"), statements);
        return readProject(path("a.protomind"));
    }
};

TEST_F(RunJson, ComesBackAsItWas) {
    const RunList runs = sampleProject().runs;
    const auto read = runsFromJson(toJson(runs));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->leftOut, 0u);
    ASSERT_THAT(read->runs.runs(), SizeIs(2));
    EXPECT_EQ(toJson(read->runs), toJson(runs));
    const RunRecord& first = *read->runs.runs()[0];
    EXPECT_EQ(first.experiment.network, runs.runs()[0]->experiment.network) << "with where the cards lie";
    EXPECT_EQ(first.experiment.training, runs.runs()[0]->experiment.training);
    EXPECT_TRUE(first.isFair());
    EXPECT_FALSE(first.seconds);
    EXPECT_FALSE(read->runs.runs()[1]->isFair()) << "it isn't known what it learned from";
    EXPECT_EQ(read->runs.runs()[1]->split, Split::Unseen);
}

TEST_F(RunJson, WhatSaysTheImpossibleIsLeftOut) {
    const nlohmann::json sound = toJson(sampleProject().runs);
    const auto leftOut = [&](const char* key, const nlohmann::json& value) {
        nlohmann::json json = sound;
        json[0][key] = value;
        const auto read = runsFromJson(json);
        return read ? read->leftOut : 99u;
    };
    EXPECT_EQ(leftOut("accuracy", 1.5), 1u);
    EXPECT_EQ(leftOut("accuracy", "good"), 1u);
    EXPECT_EQ(leftOut("loss", nullptr), 1u);
    EXPECT_EQ(leftOut("steps", 0), 1u);
    EXPECT_EQ(leftOut("steps", 1.5), 1u);
    EXPECT_EQ(leftOut("samples", -1), 1u);
    EXPECT_EQ(leftOut("parameters", 1e300), 1u);
    EXPECT_EQ(leftOut("when", std::numeric_limits<std::uint64_t>::max()), 1u);
    EXPECT_EQ(leftOut("when", std::numeric_limits<std::int64_t>::max()), 1u);
    EXPECT_EQ(leftOut("tested_on", "training"), 1u);
    EXPECT_EQ(leftOut("experiment", 3), 1u);
    EXPECT_EQ(leftOut("experiment", nlohmann::json::object()), 1u) << "without a network";
    EXPECT_EQ(leftOut("learned_from", -1), 1u);
    EXPECT_EQ(leftOut("accuracy", nullptr), 0u) << "without classes";
    EXPECT_EQ(runsFromJson(nlohmann::json{1, nullptr, "x"})->leftOut, 3u);
    EXPECT_FALSE(runsFromJson(nlohmann::json::object()));
}

TEST_F(RunJson, TooManyAreRefused) {
    nlohmann::json many = nlohmann::json::array();
    for (std::size_t i = 0; i <= kMaxRuns; ++i)
        many.push_back(i);
    const auto read = runsFromJson(many);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ProblemKind::Memory);
}

TEST_F(RunJson, WhatIsReadCanBeWrittenAgain) {
    nlohmann::json json = toJson(sampleProject().runs);
    json[0]["later"] = nlohmann::json::array();
    for (std::size_t i = 0; i < kMaxRunsBytes / 10; ++i)
        json[0]["later"].push_back(1e9); // four letters in a file, and 13 where it is written again
    const auto alone = runsFromJson(json);
    ASSERT_TRUE(alone);
    EXPECT_THAT(alone->runs.runs(), SizeIs(1));
    EXPECT_EQ(alone->leftOut, 1u);

    json = toJson(sampleProject().runs);
    for (nlohmann::json& one : json)
        one["experiment"]["later"] = std::string(kMaxRunsBytes / 3 * 2, '1');
    const auto both = runsFromJson(json);
    ASSERT_TRUE(both);
    EXPECT_THAT(both->runs.runs(), SizeIs(1));
    EXPECT_EQ(both->leftOut, 1u) << "what had to give way is told of";
}

TEST_F(RunJson, AFileOfBeforeHasNone) {
    const auto read = after("DELETE FROM part WHERE name='runs'");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(read->runs.empty());
    EXPECT_TRUE(read->notices.empty());
}

TEST_F(RunJson, ADamagedListIsLeftOutAndTheRestRead) {
    const auto read = after("UPDATE part SET json=replace(json,'digits','widget') WHERE name='runs'");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(read->runs.empty());
    ASSERT_THAT(read->notices, SizeIs(1));
    EXPECT_THAT(read->notices[0], HasSubstr("runs"));
    EXPECT_NE(read->checkpoint, nullptr);
}

} // namespace
} // namespace protomind
