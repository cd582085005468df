// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/failing_file_system.h"
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"
#include "studio/project/working_copy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using ChangedByOthers = WorkingCopy::ChangedByOthers;

class WorkingCopyTest : public FolderTest {
protected:
    WorkingCopyTest() { std::filesystem::create_directory(path("home")); }
    [[nodiscard]] std::filesystem::path state() const { return path("state"); }
    [[nodiscard]] std::filesystem::path file() const { return path("home/a.protomind"); }

    [[nodiscard]] WorkingCopy fresh(const ProjectContent& content) const {
        WorkingCopy copy = WorkingCopy::create(state()).value();
        EXPECT_TRUE(copy.store(content.experiment));
        if (content.checkpoint) {
            EXPECT_TRUE(copy.store(content.checkpoint));
        }
        EXPECT_TRUE(copy.storeView(content.view));
        EXPECT_TRUE(copy.store(content.runs));
        return copy;
    }
    [[nodiscard]] std::ptrdiff_t foldersLeft() const {
        return std::distance(std::filesystem::directory_iterator(state() / "working-copies"), {});
    }
};

ProjectContent withoutUnknown(ProjectContent content) {
    content.unknown = nlohmann::json::object();
    return content;
}

TEST_F(WorkingCopyTest, SavesWhatWasStored) {
    WorkingCopy copy = fresh(sampleProject());
    EXPECT_TRUE(copy.isModified());
    EXPECT_TRUE(copy.projectPath().empty());
    ASSERT_TRUE(copy.saveAs(file()));
    EXPECT_FALSE(copy.isModified());
    EXPECT_EQ(copy.projectPath(), std::filesystem::canonical(file()));
    const Result<ProjectContent> read = readProject(file());
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(same(*read, withoutUnknown(sampleProject())));
    EXPECT_TRUE(same(copy.content().value(), *read));
}

TEST_F(WorkingCopyTest, KnowsItsFileAlsoByANameWithoutAFolder) {
    const WorkingDirectory here(path("home"));
    for (const std::string& name : {std::string("a.protomind"), std::string("./b.protomind"),
                                    std::string("Größe 1.protomind"), std::string(200, 'x')}) {
        WorkingCopy copy = fresh(sampleProject());
        for (int time = 0; time < 2; ++time) {
            const Result<void> saved = copy.saveAs(name);
            ASSERT_TRUE(saved) << name << ": " << saved.error().text();
            EXPECT_EQ(copy.projectPath(), std::filesystem::canonical(path("home") / name));
            EXPECT_TRUE(copy.isProjectPath(name));
            EXPECT_FALSE(copy.isChangedByOthers());
        }
    }
}

TEST_F(WorkingCopyTest, OpensWithoutTouchingTheFile) {
    ASSERT_TRUE(writeProject(file(), sampleProject()));
    const std::vector<std::byte> before = bytesOf(file());
    {
        WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
        EXPECT_FALSE(copy.isModified());
        EXPECT_TRUE(same(copy.content().value(), sampleProject()));
        ASSERT_TRUE(copy.store(sampleProject(5).experiment));
        EXPECT_TRUE(copy.isModified());
        copy.discard();
    }
    EXPECT_EQ(bytesOf(file()), before);
    EXPECT_EQ(foldersLeft(), 0);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path("home")), {}), 1);
}

TEST_F(WorkingCopyTest, OpensWithoutWeightsThatAreDamagedAndSaysSo) {
    ASSERT_TRUE(writeProject(file(), sampleProject()));
    alter(file(), "UPDATE variable SET data=zeroblob(40) WHERE name='Dense/bias'");
    const std::vector<std::byte> before = bytesOf(file());
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    const ProjectContent content = copy.content().value();
    EXPECT_FALSE(content.checkpoint);
    EXPECT_THAT(content.notices, ElementsAre(HasSubstr("weights")));
    EXPECT_EQ(bytesOf(file()), before);
}

TEST_F(WorkingCopyTest, ClearsAwayWhatSavesLeftThatWereEnded) {
    WorkingCopy alive = fresh(sampleProject(2));
    { const WorkingCopy dead = fresh(sampleProject(1)); }
    const Leftover left = leftovers(state()).at(0);
    // A folder that was being made or removed, and files that were being written, of programs that are gone.
    std::filesystem::create_directories(state() / "working-copies" / ".0123456789abcdef");
    for (const char* name : {".protomind-saving-0badcafe", ".protomind-saving-0badcafe~",
                             ".protomind-saving-0badcafe-journal", ".protomind-saving-00000001~"})
        for (const std::filesystem::path& folder : {path("home"), left.directory})
            std::ofstream(folder / name) << "litter";
    DiskFileSystem files;
    const TemporaryFile held = files.createTemporary(path("home"), file()).value();
    std::ofstream(held.path().string() + "~") << "in use";
    ASSERT_TRUE(alive.saveAs(file()));
    EXPECT_TRUE(std::filesystem::exists(held.path()));
    EXPECT_TRUE(std::filesystem::exists(held.path().string() + "~"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path("home")), {}), 3);
    EXPECT_THAT(leftovers(state()), SizeIs(1));
    EXPECT_EQ(foldersLeft(), 2);
    for (const auto& entry : std::filesystem::directory_iterator(left.directory))
        EXPECT_FALSE(entry.path().filename().string().starts_with('.')) << entry.path();
}

TEST_F(WorkingCopyTest, ClearsAwayFoldersThatNeverCameToHoldAnything) {
    { const WorkingCopy dead = fresh(sampleProject(1)); }
    const std::filesystem::path folder = leftovers(state()).at(0).directory;
    std::filesystem::remove(folder / "about.json");
    std::ofstream(folder / "project.protomind").close(); // made, and nothing written
    EXPECT_TRUE(leftovers(state()).empty());
    EXPECT_EQ(foldersLeft(), 0);
}

TEST_F(WorkingCopyTest, OffersWhatCanNotBeReadAsDamaged) {
    { const WorkingCopy dead = fresh(sampleProject(1)); }
    const std::filesystem::path folder = leftovers(state()).at(0).directory;
    std::ofstream(folder / "project.protomind") << std::string(8192, 'x');
    const std::vector<Leftover> found = leftovers(state());
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_TRUE(found[0].damaged);
    EXPECT_FALSE(WorkingCopy::recover(found[0]));
    EXPECT_TRUE(std::filesystem::exists(folder));
    discardLeftover(found[0]);
    EXPECT_EQ(foldersLeft(), 0);
}

TEST_F(WorkingCopyTest, SavesAContentThatItCouldNotTakeUpItself) {
    ASSERT_TRUE(writeProject(file(), sampleProject(0)));
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    ASSERT_TRUE(copy.saveContentAs(file(), sampleProject(2), ChangedByOthers::Refuse));
    EXPECT_TRUE(same(readProject(file()).value(), sampleProject(2)));
    EXPECT_FALSE(copy.isChangedByOthers());
    ASSERT_TRUE(writeProject(file(), sampleProject(1)));
    EXPECT_FALSE(copy.saveContentAs(file(), sampleProject(2), ChangedByOthers::Refuse));
    EXPECT_TRUE(same(readProject(file()).value(), sampleProject(1)));
}

TEST_F(WorkingCopyTest, KeepsUnknownFieldsThroughEditsAndSaves) {
    ASSERT_TRUE(writeProject(file(), sampleProject()));
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    ASSERT_TRUE(copy.store(sampleProject(5).experiment));
    ASSERT_TRUE(copy.saveAs(file()));
    EXPECT_EQ(readProject(file()).value().unknown, sampleProject().unknown);
}

TEST_F(WorkingCopyTest, LooksAreNoChange) {
    ASSERT_TRUE(writeProject(file(), sampleProject()));
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    ASSERT_TRUE(copy.storeView({{"zoom", 3}}));
    EXPECT_FALSE(copy.isModified());
    EXPECT_EQ(copy.content().value().view["zoom"], 3);
}

TEST_F(WorkingCopyTest, SavedFilesTellNothingOfThisComputer) {
    WorkingCopy copy = fresh(sampleProject());
    ASSERT_TRUE(copy.saveAs(file()));
    ASSERT_TRUE(copy.store(sampleProject(1).experiment));
    ASSERT_TRUE(copy.saveAs(file()));
    const std::vector<std::byte> bytes = bytesOf(file());
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    EXPECT_THAT(std::string(text), HasSubstr("spiral")); // so it would be seen
    EXPECT_EQ(text.find(path("home").string()), std::string_view::npos);
    EXPECT_EQ(text.find("a.protomind"), std::string_view::npos);
}

TEST_F(WorkingCopyTest, NoticesThatSomebodyElseHasWrittenTheFile) {
    ASSERT_TRUE(writeProject(file(), sampleProject(0)));
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    EXPECT_FALSE(copy.isChangedByOthers());
    ASSERT_TRUE(writeProject(file(), sampleProject(1)));
    EXPECT_TRUE(copy.isChangedByOthers());
    ASSERT_TRUE(copy.store(sampleProject(2).experiment));
    const Result<void> refused = copy.saveAs(file());
    ASSERT_FALSE(refused);
    EXPECT_TRUE(copy.isModified());
    EXPECT_TRUE(same(readProject(file()).value(), sampleProject(1)));
    ASSERT_TRUE(copy.saveAs(file(), ChangedByOthers::Replace));
    EXPECT_FALSE(copy.isChangedByOthers());
    EXPECT_TRUE(same(readProject(file().string() + "~").value(), sampleProject(1)));
    ASSERT_TRUE(copy.saveAs(file()));
}

/// Every step of a save is one where somebody else may come in between: what they wrote is never overwritten,
/// or else is known to be theirs.
TEST_F(WorkingCopyTest, NoticesWhatSomebodyElseWritesDuringASave) {
    // After its call of the disk that makes the file to fill, and after the one that puts it in its place.
    for (const int call : {1, 5}) {
        ASSERT_TRUE(writeProject(file(), sampleProject(0)));
        WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
        ASSERT_TRUE(copy.store(sampleProject(2).experiment));
        FailingFileSystem files(100, FailingFileSystem::Failure::Error);
        files.afterEach = [&] {
            if (files.calls() == call) {
                EXPECT_TRUE(writeProject(file(), sampleProject(1)));
            }
        };
        EXPECT_EQ(copy.saveAs(file(), ChangedByOthers::Refuse, files).has_value(), call == 5);
        EXPECT_EQ(copy.isModified(), call == 1);
        EXPECT_TRUE(copy.isChangedByOthers()) << "call " << call;
        EXPECT_TRUE(same(readProject(file()).value(), sampleProject(1))) << "call " << call;
        EXPECT_FALSE(copy.saveAs(file()));
        ASSERT_TRUE(copy.saveAs(file(), ChangedByOthers::Replace));
        EXPECT_FALSE(copy.isChangedByOthers());
    }
}

TEST_F(WorkingCopyTest, SavesAgainWhereTheFileWasRemoved) {
    ASSERT_TRUE(writeProject(file(), sampleProject()));
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    std::filesystem::remove(file());
    EXPECT_TRUE(copy.isChangedByOthers());
    ASSERT_TRUE(copy.saveAs(file()));
    EXPECT_TRUE(same(readProject(file()).value(), sampleProject()));
}

TEST_F(WorkingCopyTest, KnowsThatAFileIsOpen) {
    ASSERT_TRUE(writeProject(file(), sampleProject()));
    EXPECT_FALSE(isOpenSomewhere(file(), state()));
    {
        const WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
        EXPECT_TRUE(isOpenSomewhere(file(), state()));
        EXPECT_FALSE(isOpenSomewhere(path("home/b.protomind"), state()));
    }
    EXPECT_FALSE(isOpenSomewhere(file(), state()));
}

TEST_F(WorkingCopyTest, KeepsTheLastThreeCheckpointsAndTheBest) {
    WorkingCopy copy = fresh(withoutUnknown(sampleProject()));
    ASSERT_TRUE(copy.removeCheckpoints());
    EXPECT_FALSE(copy.content().value().checkpoint);
    const std::vector<double> losses = {0.9, 0.1, 0.5, 0.4, 0.6, 0.7};
    for (std::size_t index = 0; index < losses.size(); ++index)
        ASSERT_TRUE(
            copy.store(sharedCheckpoint(index, 200 + static_cast<std::int64_t>(index), losses[index])));
    ASSERT_TRUE(copy.saveAs(file()));
    // Newest first, each damaged in turn: the last three, then the best of all.
    for (const std::int64_t step : {205, 204, 203, 201}) {
        const Result<ProjectContent> read = readProject(file());
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(read->checkpoint->step, step);
        EXPECT_THAT(read->notices, SizeIs(step == 205 ? 0 : 1));
        alter(file(), "UPDATE variable SET data=zeroblob(40) WHERE name='Dense/bias' AND checkpoint IN "
                      "(SELECT id FROM checkpoint WHERE step=" +
                          std::to_string(step) + ")");
    }
    EXPECT_FALSE(readProject(file()));
}

TEST_F(WorkingCopyTest, ForgetsCheckpointsOfAnotherNetworkOrRun) {
    WorkingCopy copy = fresh(withoutUnknown(sampleProject()));
    ASSERT_TRUE(copy.store(sharedCheckpoint(1, 300)));
    Checkpoint other = sampleCheckpoint(1, 400);
    other.variables["Dense 2/bias"] = HostArray(Shape{2});
    ASSERT_TRUE(copy.store(std::make_shared<const Checkpoint>(other)));
    ASSERT_TRUE(copy.saveAs(file()));
    alter(file(), "UPDATE checkpoint SET step=1 WHERE step=400");
    EXPECT_FALSE(readProject(file())); // nothing that fits to fall back on
    ASSERT_TRUE(copy.store(sharedCheckpoint(2, 500)));
    ASSERT_TRUE(copy.store(sharedCheckpoint(2, 10))); // a run from the start
    ASSERT_TRUE(copy.saveAs(file(), ChangedByOthers::Replace));
    alter(file(), "UPDATE checkpoint SET step=1 WHERE step=10");
    EXPECT_FALSE(readProject(file()));
}

TEST_F(WorkingCopyTest, TheVeryCheckpointStoredLastIsNotWrittenAgain) {
    const auto newestId = [this] {
        const Result<void> saved = WorkingCopy::recover(leftovers(state()).at(0)).value().saveAs(file());
        EXPECT_TRUE(saved);
        Database database = Database::open(file(), Database::Mode::ReadUnchanging).value();
        return database.integer("SELECT max(id) FROM checkpoint").value();
    };
    const CheckpointPtr kept = sharedCheckpoint(1, 300);
    {
        WorkingCopy copy = fresh(withoutUnknown(sampleProject()));
        ASSERT_TRUE(copy.store(kept));
        ASSERT_TRUE(copy.store(kept));
    }
    EXPECT_EQ(newestId(), 2) << "The sample's own, and this one once.";
    {
        WorkingCopy copy = fresh(withoutUnknown(sampleProject()));
        ASSERT_TRUE(copy.store(kept));
        ASSERT_TRUE(copy.removeCheckpoints());
        ASSERT_TRUE(copy.store(kept));
        EXPECT_TRUE(same(*copy.content().value().checkpoint, *kept)) << "It was removed meanwhile.";
        ASSERT_TRUE(copy.store(sharedCheckpoint(1, 400)));
        ASSERT_TRUE(copy.store(kept));
        EXPECT_TRUE(same(*copy.content().value().checkpoint, *kept)) << "Another came in between.";
        copy.discard();
    }
}

TEST_F(WorkingCopyTest, StaysUnsavedWhereSavingFails) {
    ASSERT_TRUE(writeProject(file(), sampleProject(0)));
    WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
    ASSERT_TRUE(copy.store(sampleProject(2).experiment));
    for (int failing = 0;; ++failing) {
        FailingFileSystem files(failing, FailingFileSystem::Failure::Error);
        const Result<void> saved = copy.saveAs(file(), ChangedByOthers::Replace, files);
        const Result<ProjectContent> read = readProject(file());
        ASSERT_TRUE(read) << read.error().text();
        if (saved)
            break;
        EXPECT_TRUE(copy.isModified());
        ASSERT_LT(failing, 10);
    }
    EXPECT_FALSE(copy.isModified());
    EXPECT_EQ(readProject(file()).value().experiment.training, sampleProject(2).experiment.training);
}

TEST_F(WorkingCopyTest, WhereOnlyTheLastStepOfSavingFailsTheFileIsItsOwn) {
    for (int failing = 0;; ++failing) {
        ASSERT_TRUE(writeProject(file(), sampleProject(0)));
        WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
        ASSERT_TRUE(copy.store(sampleProject(2).experiment));
        FailingFileSystem files(failing, FailingFileSystem::Failure::Error);
        const bool saved = copy.saveAs(file(), ChangedByOthers::Refuse, files).has_value();
        EXPECT_FALSE(copy.isChangedByOthers()) << "call " << failing;
        EXPECT_TRUE(copy.saveAs(file())) << "call " << failing;
        if (saved)
            break;
    }
}

TEST_F(WorkingCopyTest, RefusesWhatCanNotBeKeptAndStaysAsItWas) {
    WorkingCopy copy = fresh(withoutUnknown(sampleProject()));
    Checkpoint bad = sampleCheckpoint(3, 900);
    bad.variables["Dense/bias"].values[0] = std::numeric_limits<float>::infinity();
    const Result<void> stored = copy.store(std::make_shared<const Checkpoint>(bad));
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().kind, ProblemKind::Diverged);
    EXPECT_TRUE(same(copy.content().value(), withoutUnknown(sampleProject())));
}

TEST_F(WorkingCopyTest, SaysWhereTheStateDirectoryCanNotBeMade) {
    std::ofstream(path("state")) << "a file";
    const Result<WorkingCopy> copy = WorkingCopy::create(state());
    ASSERT_FALSE(copy);
    EXPECT_THAT(copy.error().text(), HasSubstr("state"));
}

TEST_F(WorkingCopyTest, LeavesNothingBehindWhenClean) {
    {
        WorkingCopy copy = fresh(sampleProject());
        ASSERT_TRUE(copy.saveAs(file()));
    }
    EXPECT_EQ(foldersLeft(), 0);
    EXPECT_TRUE(leftovers(state()).empty());
}

TEST_F(WorkingCopyTest, OffersWhatWasNeverSaved) {
    ASSERT_TRUE(writeProject(file(), sampleProject(0)));
    {
        WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
        ASSERT_TRUE(copy.store(sampleProject(3).experiment));
        EXPECT_TRUE(leftovers(state()).empty()); // it lives
    }
    for (int recoveries = 0; recoveries < 2; ++recoveries) {
        const std::vector<Leftover> found = leftovers(state());
        ASSERT_THAT(found, SizeIs(1));
        EXPECT_EQ(found[0].projectPath, std::filesystem::canonical(file()));
        EXPECT_EQ(found[0].recoveries, recoveries);
        WorkingCopy copy = WorkingCopy::recover(found[0]).value();
        EXPECT_TRUE(copy.isModified());
        EXPECT_FALSE(copy.isChangedByOthers());
        EXPECT_FALSE(WorkingCopy::recover(found[0])) << "it is held";
        const ProjectContent content = copy.content().value();
        EXPECT_EQ(content.experiment.training, sampleProject(3).experiment.training);
        EXPECT_EQ(content.unknown, sampleProject().unknown);
    }
    WorkingCopy copy = WorkingCopy::recover(leftovers(state()).at(0)).value();
    ASSERT_TRUE(copy.saveAs(file()));
    EXPECT_TRUE(leftovers(state()).empty());
}

TEST_F(WorkingCopyTest, CanBeGivenUpWhenLeftBehind) {
    { const WorkingCopy copy = fresh(sampleProject()); }
    discardLeftover(leftovers(state()).at(0));
    EXPECT_TRUE(leftovers(state()).empty());
    EXPECT_EQ(foldersLeft(), 0);
}

TEST_F(WorkingCopyTest, SurvivesTheEndOfTheProgram) {
    // The child makes three changes and is gone without a word, in the middle of its work.
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        WorkingCopy copy = WorkingCopy::create(state()).value();
        const bool stored = copy.store(sampleProject(1).experiment) && copy.store(sharedCheckpoint(4, 250)) &&
                            copy.store(sampleProject(2).experiment);
        ::_exit(stored ? 9 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(WEXITSTATUS(status), 9);
    WorkingCopy copy = WorkingCopy::recover(leftovers(state()).at(0)).value();
    const ProjectContent content = copy.content().value();
    EXPECT_EQ(content.experiment.training, sampleProject(2).experiment.training);
    EXPECT_TRUE(content.checkpoint && same(*content.checkpoint, sampleCheckpoint(4, 250)));
}

/// The computer's end may take the last commands from the database, but not the file that was saved.
TEST_F(WorkingCopyTest, IsNotOfferedWhereItIsOlderThanItsFile) {
    {
        WorkingCopy copy = fresh(sampleProject(1));
        ASSERT_TRUE(copy.saveAs(file()));
        ASSERT_TRUE(copy.store(sampleProject(2).experiment));
    }
    const Leftover left = leftovers(state()).at(0);
    alter(left.directory / "project.protomind", "UPDATE meta SET value=1 WHERE key='revision'");
    {
        WorkingCopy copy = WorkingCopy::recover(left).value(); // what an earlier list still offers
        EXPECT_TRUE(copy.isModified());
        EXPECT_FALSE(copy.saveAs(file())) << "The file is not replaced unasked.";
        copy.discard();
    }
    {
        WorkingCopy copy = WorkingCopy::openFrom(file(), state()).value();
        ASSERT_TRUE(copy.store(sampleProject(2).experiment));
        ASSERT_TRUE(copy.store(sampleProject(3).experiment));
        ASSERT_TRUE(copy.saveAs(file()));
        ASSERT_TRUE(copy.store(sampleProject(4).experiment));
    }
    alter(leftovers(state()).at(0).directory / "project.protomind",
          "UPDATE meta SET value=1 WHERE key='revision'");
    EXPECT_TRUE(leftovers(state()).empty());
    EXPECT_EQ(foldersLeft(), 0);
}

TEST_F(WorkingCopyTest, RecoversWhatAnOlderVersionLeft) {
    { const WorkingCopy dead = fresh(sampleProject()); }
    alter(leftovers(state()).at(0).directory / "project.protomind",
          "DELETE FROM checkpoint; DELETE FROM variable; DELETE FROM history; "
          "DELETE FROM robust; DROP TABLE learned; DROP TABLE figure; DROP TABLE robust; PRAGMA "
          "user_version=1");
    WorkingCopy copy = WorkingCopy::recover(leftovers(state()).at(0)).value();
    EXPECT_FALSE(copy.content().value().checkpoint);
    ASSERT_TRUE(copy.store(sharedCheckpoint(1, 200)));
    EXPECT_TRUE(same(*copy.content().value().checkpoint, *sampleProject().checkpoint));
    ASSERT_TRUE(copy.saveAs(file()));
    EXPECT_TRUE(same(*readProject(file()).value().checkpoint, *sampleProject().checkpoint));
}

TEST_F(WorkingCopyTest, RecoversWithoutItsNote) {
    { const WorkingCopy copy = fresh(withoutUnknown(sampleProject())); }
    const Leftover before = leftovers(state()).at(0);
    std::ofstream(before.directory / "about.json") << "{";
    WorkingCopy copy = WorkingCopy::recover(leftovers(state()).at(0)).value();
    EXPECT_TRUE(same(copy.content().value(), withoutUnknown(sampleProject())));
}

TEST(DefaultStateDirectory, FollowsTheSpecification) {
    const char* before = std::getenv("XDG_STATE_HOME");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("XDG_STATE_HOME", "/somewhere/state", 1);
    EXPECT_EQ(defaultStateDirectory(), "/somewhere/state/protomind");
    ::setenv("XDG_STATE_HOME", "relative", 1);
    EXPECT_TRUE(defaultStateDirectory().is_absolute());
    EXPECT_THAT(defaultStateDirectory().string(), testing::EndsWith("/.local/state/protomind"));
    if (before != nullptr)
        ::setenv("XDG_STATE_HOME", kept.c_str(), 1);
    else
        ::unsetenv("XDG_STATE_HOME");
}

} // namespace
} // namespace protomind
