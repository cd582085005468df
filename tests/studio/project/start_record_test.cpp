// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/sample_project.h"
#include "studio/project/start_record.h"

#include <gtest/gtest.h>

#include <fstream>

namespace protomind {
namespace {

class StartRecordTest : public FolderTest {
protected:
    void crash() const { const StartRecord record(path("state")); }
    [[nodiscard]] int crashesNow() const {
        StartRecord record(path("state"));
        const int crashes = record.crashesInARow();
        record.end();
        return crashes;
    }
};

TEST_F(StartRecordTest, KnowsOfNoCrashWhereThereWasNone) {
    EXPECT_EQ(crashesNow(), 0);
    EXPECT_EQ(crashesNow(), 0);
}

TEST_F(StartRecordTest, CountsCrashesInARowAndForgetsThemAfterAGoodEnd) {
    crash();
    {
        const StartRecord second(path("state"));
        EXPECT_EQ(second.crashesInARow(), 1);
        EXPECT_FALSE(second.isSafeMode());
    }
    {
        StartRecord third(path("state"));
        EXPECT_EQ(third.crashesInARow(), 2);
        EXPECT_TRUE(third.isSafeMode());
        third.end();
    }
    EXPECT_EQ(crashesNow(), 0);
    crash();
    EXPECT_EQ(crashesNow(), 1);
}

TEST_F(StartRecordTest, AWindowThatIsOpenIsNoCrash) {
    StartRecord open(path("state"));
    EXPECT_EQ(crashesNow(), 0);
    StartRecord another(path("state"));
    EXPECT_EQ(another.crashesInARow(), 0);
    open.end();
    another.end();
    EXPECT_EQ(crashesNow(), 0);
}

TEST_F(StartRecordTest, GoesWithoutWhereNothingCanBeWritten) {
    std::ofstream(path("state")) << "a file";
    crash();
    EXPECT_EQ(crashesNow(), 0);
}

TEST_F(StartRecordTest, ADamagedCountIsNoReasonToStop) {
    crash();
    std::ofstream(path("state/starts/crashes")) << "-99999999999999999999";
    EXPECT_EQ(crashesNow(), 1);
}

} // namespace
} // namespace protomind
