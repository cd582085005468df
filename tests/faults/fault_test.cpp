// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The disk is full, broken, or not to be written, at any of the program's calls, once or from then on.
#include "studio/project/project_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "faults/saving_scene.h"

namespace protomind {
namespace {

constexpr std::array kErrors = {"ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EINTR"};

/// Of each name, in the short run; each with another error.
constexpr std::size_t kFaultsOfEachName = 2;
/// Keeping an edit is writing and little else: as many as there are kinds of faults.
constexpr std::size_t kFaultsOfKeeping = 11;

struct Fault {
    std::string error;
    bool persistent = false; ///< all later calls of that name fail as well
};

std::vector<Fault> allFaults() {
    std::vector<Fault> faults;
    for (const char* error : kErrors) {
        faults.push_back({error, false});
        // Who is interrupted asks again: interrupted for ever, a program asks for ever.
        if (std::string(error) != "EINTR")
            faults.push_back({error, true});
    }
    return faults;
}

class FaultTest : public SavingScene {
protected:
    /// Lets the work fail at every call that it makes of the disk. look: hears whether it said that all is
    /// done.
    void failEverywhere(const std::string& work, const std::function<void(bool done)>& look,
                        std::size_t ofEachName = kFaultsOfEachName) const {
        setUpAnew();
        const TracedProgram subject = program(work);
        std::vector<SystemCall> calls = subject.calls();
        std::erase_if(calls, [](const SystemCall& call) { return !isDiskCall(call); });
        ASSERT_GT(calls.size(), 5u);
        std::size_t faults = 0;
        std::size_t refusals = 0;
        for (const SystemCall& call : chosen(calls, ofEachName)) {
            std::vector<Fault> all = allFaults();
            // The short run takes them in turns.
            if (!isWholeRun())
                all = {all[faults % all.size()]};
            for (const Fault& fault : all) {
                SCOPED_TRACE(call.name + " " + std::to_string(call.number) + " " + fault.error +
                             (fault.persistent ? " from then on" : ""));
                setUpAnew();
                const TracedRun run = subject.failingAt(call, fault.error, fault.persistent);
                ++faults;
                ASSERT_TRUE(run.status == 0 || run.status == 3) << run.status;
                refusals += run.status == 3 ? 1 : 0;
                // In words: a whole sentence, where it can be written at all.
                if (call.name != "write" || !fault.persistent) {
                    EXPECT_THAT(run.output, testing::EndsWith(run.status == 0 ? "done\n" : ".\n"));
                }
                look(run.status == 0);
                if (HasFatalFailure())
                    return;
            }
        }
        EXPECT_GT(refusals, 0u);
        std::cout << work << ": " << calls.size() << " calls of the disk, " << faults << " faults, "
                  << refusals << " refusals in words\n";
        RecordProperty(work, static_cast<int>(faults));
    }
};

TEST_P(FaultTest, SavingSaysWhatItDidAndLosesNothing) {
    failEverywhere("save", [this](bool done) {
        expectWhole();
        if (done) {
            EXPECT_EQ(contentOf(file()), "new") << "a silent success";
            // Where nothing could be removed the next save does.
            ASSERT_TRUE(writeProject(file(), newContent()));
        }
        expectNothingLostAndNoLitter();
    });
}

TEST_P(FaultTest, SavingUnderAnotherNameSaysWhatItDid) {
    failEverywhere("save-elsewhere", [this](bool done) {
        EXPECT_EQ(contentOf(file()), "old");
        EXPECT_THAT(contentOf(elsewhere()), testing::AnyOf("absent", "new"));
        if (done) {
            EXPECT_EQ(contentOf(elsewhere()), "new") << "a silent success";
            // Where nothing could be removed the next save there does.
            ASSERT_TRUE(writeProject(elsewhere(), newContent()));
        }
        expectNothingLostAndNoLitter();
    });
}

TEST_P(FaultTest, TheCommandLineSaysWhatItDid) {
    failEverywhere("write", [this](bool done) {
        expectWhole();
        if (done) {
            EXPECT_EQ(contentOf(file()), "new") << "a silent success";
        }
        ASSERT_TRUE(writeProject(file(), newContent()));
        expectNoLitter();
    });
}

TEST_P(FaultTest, KeepingAnEditSaysWhatItDidAndLosesNothing) {
    const auto look = [this](bool done) {
        if (done) {
            expectNothingLostAndNoLitter();
            EXPECT_EQ(contentOf(file()), "old");
        } else {
            expectKeptWhollyOrNotAtAll();
        }
    };
    failEverywhere("keep", look, kFaultsOfKeeping);
}

TEST_P(FaultTest, OpeningSaysWhatIsWrongAndTouchesNothing) {
    failEverywhere("open", [this](bool) { EXPECT_EQ(contentOf(file()), "old"); });
}

INSTANTIATE_TEST_SUITE_P(Saving, FaultTest, testing::ValuesIn(savingSizes()), sizeName);

} // namespace
} // namespace protomind
