// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program ends at any of its calls of the system, as if the plug were pulled on it.
#include "studio/project/project_file.h"
#include "studio/project/working_copy.h"

#include <gmock/gmock.h>

#include <iostream>

#include "faults/saving_scene.h"

namespace protomind {
namespace {

/// Of each name, in the short run.
constexpr std::size_t kKillsOfEachName = 4;

class KillTest : public SavingScene {
protected:
    /// Runs the work once for every call that it makes, ends it there, and looks at what is left.
    void killEverywhere(const std::string& work, const std::function<void()>& look) const {
        setUpAnew();
        const TracedProgram subject = program(work);
        const std::vector<SystemCall> calls = subject.calls();
        ASSERT_GT(calls.size(), 10u);
        const std::vector<SystemCall> ends = chosen(calls, kKillsOfEachName);
        std::size_t kills = 0;
        for (const SystemCall& call : ends) {
            SCOPED_TRACE(call.name + " " + std::to_string(call.number));
            setUpAnew();
            kills += subject.killedAt(call).killed ? 1 : 0;
            look();
            if (HasFatalFailure())
                return;
        }
        // Names are random, and so now and then a run makes a call less.
        EXPECT_GE(kills * 10, ends.size() * 9);
        std::cout << work << ": " << calls.size() << " calls, killed at " << kills << "\n";
        RecordProperty(work, static_cast<int>(kills));
    }
};

TEST_P(KillTest, SavingLeavesTheOldOrTheNewFileAndLosesNothing) {
    killEverywhere("save", [this] {
        expectWhole();
        expectNothingLostAndNoLitter();
    });
}

TEST_P(KillTest, SavingUnderAnotherNameLeavesAWholeFileOrNone) {
    killEverywhere("save-elsewhere", [this] {
        EXPECT_EQ(contentOf(file()), "old");
        expectWhole();
        expectNothingLostAndNoLitter();
    });
}

TEST_P(KillTest, TheCommandLinesOutputIsTheOldOrTheNewFile) {
    killEverywhere("write", [this] {
        expectWhole();
        // The next save clears up.
        ASSERT_TRUE(writeProject(file(), newContent()));
        EXPECT_EQ(contentOf(file()), "new");
        expectNoLitter();
    });
}

TEST_P(KillTest, EveryEditAndCheckpointIsThereWhollyOrNotAtAll) {
    killEverywhere("keep", [this] { expectKeptWhollyOrNotAtAll(); });
}

TEST_P(KillTest, OpeningTouchesNothing) {
    killEverywhere("open", [this] {
        EXPECT_EQ(contentOf(file()), "old");
        EXPECT_TRUE(leftovers(state()).empty());
        expectNoLitter();
    });
}

INSTANTIATE_TEST_SUITE_P(Saving, KillTest, testing::ValuesIn(savingSizes()), sizeName);

} // namespace
} // namespace protomind
