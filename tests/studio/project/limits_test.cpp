// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/history.h"
#include "studio/network/limits.h"
#include "studio/project/limits.h"
#include "studio/project/network_file.h"
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::HasSubstr;

class ProjectLimits : public FolderTest {
protected:
    /// What reading says of a project after such statements.
    [[nodiscard]] Problem after(const std::string& statements) const {
        EXPECT_TRUE(writeProject(path("a.protomind"), sampleProject()));
        alter(path("a.protomind"), "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; " + statements);
        const Result<ProjectContent> read = readProject(path("a.protomind"));
        return read ? Problem{} : read.error();
    }
    static std::string repeated(std::int64_t times, const std::string& insert) {
        return fmt::format("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<{}) {}",
                           times, insert);
    }
};

TEST_F(ProjectLimits, OfTheFile) {
    ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject()));
    std::filesystem::resize_file(path("a.protomind"), kMaxProjectBytes + 1); // sparse: takes no room
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ProblemKind::Memory);
    EXPECT_THAT(read.error().sentence, HasSubstr("4 GiB"));
}

TEST_F(ProjectLimits, OfAPart) {
    const Problem problem = after(
        fmt::format("UPDATE part SET json=printf('%.*c',{},'x') WHERE name='experiment'", kMaxPartBytes + 1));
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("larger than any"));
}

TEST_F(ProjectLimits, OfTheNumberOfTensors) {
    const Problem problem =
        after(repeated(kMaxCheckpointTensors, "INSERT INTO variable SELECT (SELECT max(id) FROM checkpoint), "
                                              "'more'||i, '[0]', x'' FROM n"));
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("too many"));
}

TEST_F(ProjectLimits, OfOneTensor) {
    if (!isWholeRun())
        GTEST_SKIP() << "It writes 200 MB: part of the whole run.";
    const Problem problem = after(
        fmt::format("UPDATE variable SET data=zeroblob({}) WHERE name='Dense/bias'", kMaxValueBytes + 1));
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("larger than any"));
}

TEST_F(ProjectLimits, OfAllNumbers) {
    if (!isWholeRun())
        GTEST_SKIP() << "It writes 800 MB: part of the whole run.";
    const Problem problem = after(repeated(
        4, fmt::format("INSERT INTO variable SELECT (SELECT max(id) FROM checkpoint), 'more'||i, '[0]', "
                       "zeroblob({}) FROM n",
                       kMaxCheckpointNumbers)));
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("too many"));
}

TEST_F(ProjectLimits, OfTheSamplesLearnedFrom) {
    if (!isWholeRun())
        GTEST_SKIP() << "It writes 134 MB: part of the whole run.";
    const Problem problem =
        after(fmt::format("UPDATE learned SET samples=zeroblob({})", 8 * (kMaxLearnedFrom + 1)));
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("too many"));
}

TEST_F(ProjectLimits, OfTheLearningCurve) {
    if (!isWholeRun())
        GTEST_SKIP() << "It writes a million rows: part of the whole run.";
    const Problem problem =
        after(repeated(kMaxHistoryPoints, "INSERT INTO history SELECT (SELECT max(id) FROM checkpoint), "
                                          "10+i, 1, 1, 1, 1, 1, 1 FROM n"));
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("too long"));
}

/// What is written can be read, however long a run was.
TEST_F(ProjectLimits, AreKeptByALongLearningCurve) {
    ProjectContent content = sampleProject();
    Checkpoint checkpoint = *content.checkpoint;
    std::vector<HistoryPoint>& history = checkpoint.history;
    history.clear();
    for (std::int64_t epoch = 1; epoch <= kMaxHistoryPoints + 1; ++epoch)
        history.push_back({.step = 2 * epoch,
                           .epoch = static_cast<double>(epoch),
                           .loss = 1.0 / static_cast<double>(epoch)});
    content.checkpoint = std::make_shared<const Checkpoint>(checkpoint);
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    thinHistory(history);
    content.checkpoint = std::make_shared<const Checkpoint>(checkpoint);
    EXPECT_LE(history.size(), kThinnedHistoryPoints);
    EXPECT_TRUE(same(*read, content));
}

TEST_F(ProjectLimits, OfANetworksFile) {
    std::ofstream(path("a.json")) << "{";
    std::filesystem::resize_file(path("a.json"), kMaxNetworkBytes + 1);
    const Result<ProjectContent> read = readNetworkFile(path("a.json"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ProblemKind::Memory);
    EXPECT_THAT(read.error().sentence, HasSubstr("16 MiB"));
}

} // namespace
} // namespace protomind
