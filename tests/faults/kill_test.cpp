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
/// Keeping an edit is writing and nothing else.
constexpr std::size_t kKillsOfKeeping = 12;

class KillTest : public SavingScene {
protected:
    /// Runs the work once for every call that it makes of the disk, ends it there, and looks at what is left.
    /// Between two of them the disk stays as it is; how often memory is asked for differs from run to run.
    void killEverywhere(const std::string& work, const std::function<void()>& look,
                        std::size_t ofEachName = kKillsOfEachName) const {
        setUpAnew();
        const TracedProgram subject = program(work);
        std::vector<SystemCall> calls = subject.calls();
        std::erase_if(calls, [](const SystemCall& call) { return !isDiskCall(call); });
        ASSERT_GT(calls.size(), 5u);
        const std::vector<SystemCall> ends = chosen(calls, ofEachName);
        for (const SystemCall& call : ends) {
            SCOPED_TRACE(call.name + " " + std::to_string(call.number));
            setUpAnew();
            EXPECT_TRUE(subject.killedAt(call).killed);
            look();
            if (HasFatalFailure())
                return;
        }
        std::cout << work << ": " << calls.size() << " calls of the disk, killed at " << ends.size() << "\n";
        RecordProperty(work, static_cast<int>(ends.size()));
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
    killEverywhere(
        "keep", [this] { expectKeptWhollyOrNotAtAll(); }, kKillsOfKeeping);
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
