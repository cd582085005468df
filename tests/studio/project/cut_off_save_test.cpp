// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program ends in the middle of saving, and what the next start makes of it.
#include "studio/project/failing_file_system.h"
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"
#include "studio/project/working_copy.h"

#include <gmock/gmock.h>

#include <fstream>
#include <functional>
#include <tuple>

namespace protomind {
namespace {

using ChangedByOthers = WorkingCopy::ChangedByOthers;
using Failure = FailingFileSystem::Failure;

/// Making the file, filling it to the disk, two steps for the backup, the rename: then this one.
constexpr int kAfterTheRename = 5;

class CutOffSaveTest : public FolderTest {
protected:
    CutOffSaveTest() { std::filesystem::create_directory(path("home")); }
    [[nodiscard]] std::filesystem::path state() const { return path("state"); }
    [[nodiscard]] std::filesystem::path file() const { return path("home/a.protomind"); }
    [[nodiscard]] std::filesystem::path other() const { return path("home/b.protomind"); }

    /// As it was before anything was changed, with nothing left behind.
    void setUpAnew() const {
        for (const char* name : {"home", "state"})
            std::filesystem::remove_all(path(name));
        std::filesystem::create_directory(path("home"));
        ASSERT_TRUE(writeProject(file(), sampleProject(0)));
    }
    /// Makes the change of a number, saves, and ends at a call of the disk. False where that many calls were
    /// not made.
    [[nodiscard]] static bool endsAt(int call, Failure failure, WorkingCopy copy, std::uint64_t seed,
                                     const std::filesystem::path& target) {
        FailingFileSystem files(call, failure);
        EXPECT_TRUE(copy.store(sampleProject(seed).experiment));
        try {
            EXPECT_TRUE(copy.saveAs(target, ChangedByOthers::Refuse, files));
        } catch (const Killed&) {
            return true;
        }
        return false;
    }
    [[nodiscard]] WorkingCopy opened() const { return WorkingCopy::openFrom(file(), state()).value(); }
    /// Of a save of the first change the file is in its place, and that is not noted yet.
    void cutOffAfterTheRename() const {
        ASSERT_TRUE(endsAt(kAfterTheRename, Failure::KillBefore, opened(), 1, file()));
        ASSERT_TRUE(isOf(file(), 1));
    }
    /// What a person has who starts the program again.
    [[nodiscard]] WorkingCopy startedAnew() const {
        const std::vector<Leftover> found = leftovers(state());
        return found.empty() ? opened() : WorkingCopy::recover(found[0]).value();
    }
    [[nodiscard]] static bool isOf(const std::filesystem::path& saved, std::uint64_t seed) {
        const Result<ProjectContent> read = readProject(saved);
        return read && read->experiment.training == sampleProject(seed).experiment.training;
    }
    /// Before and after every call of a save; end tells whether the program ended there, which it no longer
    /// does where there are no more calls.
    static void atEveryCall(const std::function<bool(int call, Failure failure)>& end) {
        for (const Failure failure : {Failure::KillBefore, Failure::KillAfter})
            for (int call = 0;; ++call) {
                SCOPED_TRACE(std::to_string(call) + (failure == Failure::KillBefore ? " before" : " after"));
                ASSERT_LT(call, 20);
                if (!end(call, failure))
                    break;
            }
    }
};

TEST_F(CutOffSaveTest, IsNobodyElsesChangeAndWhatIsInTheFileIsNotOffered) {
    int offered = 0;
    int done = 0;
    atEveryCall([&](int call, Failure failure) {
        setUpAnew();
        const bool killed = endsAt(call, failure, opened(), 2, file());
        const std::vector<Leftover> found = leftovers(state());
        if (isOf(file(), 2)) {
            EXPECT_TRUE(found.empty()) << "All is in the file, but for the note that it is.";
            ++done;
            return killed;
        }
        EXPECT_TRUE(isOf(file(), 0));
        EXPECT_EQ(found.size(), 1u);
        if (found.empty())
            return killed;
        WorkingCopy copy = WorkingCopy::recover(found[0]).value();
        EXPECT_FALSE(copy.isChangedByOthers());
        EXPECT_TRUE(copy.saveAs(file()));
        EXPECT_TRUE(isOf(file(), 2));
        ++offered;
        return killed;
    });
    EXPECT_GT(offered, 3);
    EXPECT_GT(done, 3);
}

TEST_F(CutOffSaveTest, UnderAnotherNameEitherNeverHappenedOrIsDone) {
    int done = 0;
    atEveryCall([&](int call, Failure failure) {
        setUpAnew();
        const bool killed = endsAt(call, failure, opened(), 2, other());
        EXPECT_TRUE(isOf(file(), 0));
        const std::vector<Leftover> found = leftovers(state());
        if (std::filesystem::exists(other())) {
            EXPECT_TRUE(isOf(other(), 2));
            EXPECT_TRUE(found.empty());
            ++done;
        } else {
            EXPECT_EQ(found.size(), 1u);
            for (const Leftover& leftover : found)
                EXPECT_EQ(leftover.projectPath, std::filesystem::canonical(file()));
        }
        return killed;
    });
    EXPECT_GT(done, 2);
}

TEST_F(CutOffSaveTest, MayBeFollowedByAnother) {
    atEveryCall([&](int call, Failure failure) {
        setUpAnew();
        cutOffAfterTheRename();
        const bool killed = endsAt(call, failure, startedAnew(), 2, file());
        for (const Leftover& leftover : leftovers(state())) {
            WorkingCopy copy = WorkingCopy::recover(leftover).value();
            EXPECT_FALSE(copy.isChangedByOthers());
            EXPECT_TRUE(copy.saveAs(file()));
        }
        EXPECT_TRUE(isOf(file(), 2));
        return killed;
    });
}

TEST_F(CutOffSaveTest, DoesNotHideWhatSomebodyElseWroteAfterIt) {
    setUpAnew();
    cutOffAfterTheRename();
    ASSERT_TRUE(writeProject(file(), sampleProject(5)));
    const std::vector<Leftover> found = leftovers(state());
    ASSERT_EQ(found.size(), 1u) << "The file has it no more.";
    WorkingCopy copy = WorkingCopy::recover(found[0]).value();
    EXPECT_TRUE(copy.isChangedByOthers());
    EXPECT_FALSE(copy.saveAs(file()));
    EXPECT_TRUE(isOf(file(), 5));
    EXPECT_TRUE(copy.saveAs(file(), ChangedByOthers::Replace));
    EXPECT_TRUE(isOf(file(), 1));
}

/// Of a save under another name that failed there is nothing left, though the file came to its place.
TEST_F(CutOffSaveTest, ThatFailedIsForgottenBeforeTheEnd) {
    for (int call = 0;; ++call) {
        ASSERT_LT(call, 20);
        setUpAnew();
        {
            FailingFileSystem files(call, Failure::Error);
            WorkingCopy copy = opened();
            ASSERT_TRUE(copy.store(sampleProject(2).experiment));
            if (copy.saveAs(other(), ChangedByOthers::Refuse, files)) {
                if (files.calls() <= call)
                    break;
                continue; // Clearing up went wrong: that is no failure.
            }
        }
        const std::vector<Leftover> found = leftovers(state());
        ASSERT_EQ(found.size(), 1u) << "call " << call;
        EXPECT_EQ(found[0].projectPath, std::filesystem::canonical(file())) << "call " << call;
    }
}

/// What became of a save is found out when the work is offered, and stays so until it is recovered.
TEST_F(CutOffSaveTest, IsFoundOutOnce) {
    setUpAnew();
    {
        WorkingCopy copy = opened();
        ASSERT_TRUE(copy.store(sampleProject(1).experiment));
        // Making the file, filling it to the disk, the rename: then the end.
        FailingFileSystem files(3, Failure::KillBefore);
        EXPECT_THROW(std::ignore = copy.saveAs(other(), ChangedByOthers::Refuse, files), Killed);
        ASSERT_TRUE(isOf(other(), 1));
        ASSERT_TRUE(copy.store(sampleProject(2).experiment));
    }
    const std::vector<Leftover> found = leftovers(state());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].projectPath, std::filesystem::canonical(other()));
    ASSERT_TRUE(writeProject(other(), sampleProject(5)));
    WorkingCopy copy = WorkingCopy::recover(found[0]).value();
    EXPECT_EQ(copy.projectPath(), found[0].projectPath);
    EXPECT_TRUE(copy.isChangedByOthers());
    EXPECT_FALSE(copy.saveAs(other()));
    EXPECT_TRUE(isOf(other(), 5));
}

TEST_F(CutOffSaveTest, IsToldByMoreThanTheNumberOfTheDisk) {
    setUpAnew();
    ASSERT_TRUE(endsAt(0, Failure::KillBefore, opened(), 2, file()));
    // As earlier versions wrote it, with the number that the disk had before the computer was started again.
    const std::filesystem::path note = leftovers(state()).at(0).directory / "about.json";
    nlohmann::json about = nlohmann::json::parse(std::ifstream(note));
    nlohmann::json& saved = about.at("saved_file");
    ASSERT_EQ(saved.size(), 3u);
    saved.insert(saved.begin(), 4711);
    std::ofstream(note) << about.dump();
    EXPECT_FALSE(WorkingCopy::recover(leftovers(state()).at(0)).value().isChangedByOthers());
}

} // namespace
} // namespace protomind
