// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

class OlderFormats : public FolderTest {};

void forgetFigures(Checkpoint& checkpoint) {
    checkpoint.epochFigures.clear();
    for (HistoryPoint& point : checkpoint.history)
        point.others.clear();
}

/// Of before the record of adversarial training was kept.
TEST_F(OlderFormats, OpensOneOfTheThirdFormatAndGoesOnWithIt) {
    ProjectContent content = sampleProject();
    Checkpoint checkpoint = *content.checkpoint;
    checkpoint.robust = {};
    content.checkpoint = std::make_shared<const Checkpoint>(checkpoint);
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    alter(path("a.protomind"), "DROP TABLE robust; PRAGMA user_version=3");
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(same(*read, content));
    // Neither format may have the tables of the other.
    alter(path("a.protomind"), "PRAGMA user_version=4");
    EXPECT_FALSE(readProject(path("a.protomind")));
}

/// Of before a run could have figures of any name.
TEST_F(OlderFormats, OpensOneOfTheSecondFormatAndGoesOnWithIt) {
    ProjectContent content = sampleProject();
    Checkpoint checkpoint = *content.checkpoint;
    forgetFigures(checkpoint);
    checkpoint.robust = {};
    content.checkpoint = std::make_shared<const Checkpoint>(checkpoint);
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    alter(path("a.protomind"), "DROP TABLE figure; DROP TABLE robust; PRAGMA user_version=2");
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(same(*read, content));
    // Neither format may have the tables of the other.
    alter(path("a.protomind"), "PRAGMA user_version=3");
    EXPECT_FALSE(readProject(path("a.protomind")));
}

/// Of before it was on record which samples were learned from.
TEST_F(OlderFormats, OpensOneOfTheFirstFormat) {
    ProjectContent content = sampleProject();
    Checkpoint checkpoint = *content.checkpoint;
    checkpoint.learnedFrom.clear();
    checkpoint.learnedFromIsKnown = false;
    forgetFigures(checkpoint);
    checkpoint.robust = {};
    content.checkpoint = std::make_shared<const Checkpoint>(checkpoint);
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    alter(path("a.protomind"),
          "DROP TABLE learned; DROP TABLE figure; DROP TABLE robust; PRAGMA user_version=1");
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(same(*read, content));
    // Neither format may have the tables of the other.
    alter(path("a.protomind"), "PRAGMA user_version=2");
    EXPECT_FALSE(readProject(path("a.protomind")));
}

} // namespace
} // namespace protomind
