// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/failing_file_system.h"
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"
#include "studio/project/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <sys/stat.h>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ProjectFile : public FolderTest {};

TEST_F(ProjectFile, ComesBackToTheBit) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const ProjectContent content = sampleProject(seed);
        ASSERT_TRUE(writeProject(path("a.protomind"), content));
        const Result<ProjectContent> read = readProject(path("a.protomind"));
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_TRUE(same(*read, content));
        EXPECT_TRUE(read->notices.empty());
    }
}

TEST_F(ProjectFile, NeedsNoCheckpoint) {
    ProjectContent content = sampleProject();
    content.checkpoint.reset();
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(same(*read, content));
}

TEST_F(ProjectFile, HasANameWithAnyCharacters) {
    const std::string name = "50% of #1? “größer” :memory:.protomind";
    ASSERT_TRUE(writeProject(path(name), sampleProject()));
    EXPECT_TRUE(readProject(path(name)));
    EXPECT_THAT(names(), ElementsAre(name));
}

TEST_F(ProjectFile, MayBeNamedWithoutItsFolder) {
    const WorkingDirectory here(path(""));
    const Result<void> fresh = writeProject("a.protomind", sampleProject(1));
    const Result<void> again = writeProject("a.protomind", sampleProject(2));
    ASSERT_TRUE(fresh) << fresh.error().text();
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_TRUE(same(readProject(path("a.protomind")).value(), sampleProject(2)));
    EXPECT_TRUE(same(readProject(path("a.protomind~")).value(), sampleProject(1)));
}

TEST_F(ProjectFile, IsSavedUnderAnyNameThatAPersonMayType) {
    const WorkingDirectory here(path(""));
    for (const std::string& name :
         {std::string("a.protomind"), std::string("./dot.protomind"), std::string("folder/../up.protomind"),
          std::string("two words.protomind"), std::string("Größe Übung ß.protomind"),
          std::string("no-ending"), std::string(200, 'x')}) {
        std::filesystem::create_directory(path("folder"));
        for (int time = 0; time < 2; ++time) {
            const Result<void> place = checkWritable(name);
            EXPECT_TRUE(place) << name << ": " << place.error().text();
            const Result<void> written = writeProject(name, sampleProject());
            EXPECT_TRUE(written) << name << ": " << written.error().text();
        }
        EXPECT_TRUE(readProject(name)) << name;
    }
}

TEST_F(ProjectFile, KeepsTheFileThatWasThereAsBackup) {
    for (std::uint64_t seed = 0; seed < 3; ++seed)
        ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject(seed)));
    EXPECT_THAT(names(), ElementsAre("a.protomind", "a.protomind~"));
    EXPECT_TRUE(same(readProject(path("a.protomind")).value(), sampleProject(2)));
    EXPECT_TRUE(same(readProject(path("a.protomind~")).value(), sampleProject(1)));
}

TEST_F(ProjectFile, KeepsPermissionsAndLinks) {
    using std::filesystem::perms;
    ASSERT_TRUE(writeProject(path("real.protomind"), sampleProject(0)));
    std::filesystem::permissions(path("real.protomind"), perms::owner_read | perms::owner_write);
    std::filesystem::create_symlink(path("real.protomind"), path("link.protomind"));
    ASSERT_TRUE(writeProject(path("link.protomind"), sampleProject(1)));
    EXPECT_TRUE(std::filesystem::is_symlink(path("link.protomind")));
    EXPECT_TRUE(same(readProject(path("real.protomind")).value(), sampleProject(1)));
    EXPECT_EQ(std::filesystem::status(path("real.protomind")).permissions(),
              perms::owner_read | perms::owner_write);
}

TEST_F(ProjectFile, RefusesWeightsThatAreNotFinite) {
    ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject(0)));
    for (const float bad : {std::numeric_limits<float>::infinity(), std::nanf("")}) {
        ProjectContent content = sampleProject(1);
        Checkpoint checkpoint = *content.checkpoint;
        checkpoint.variables["Dense/bias"].values[3] = bad;
        content.checkpoint = std::make_shared<const Checkpoint>(std::move(checkpoint));
        const Result<void> written = writeProject(path("a.protomind"), content);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().kind, ProblemKind::Diverged);
    }
    EXPECT_TRUE(same(readProject(path("a.protomind")).value(), sampleProject(0)));
    EXPECT_THAT(names(), ElementsAre("a.protomind"));
}

TEST_F(ProjectFile, IsNotWrittenWhereItCouldNotBeRead) {
    ProjectContent notUtf8 = sampleProject();
    notUtf8.experiment.data = "idx:/\xff\xfe";
    ProjectContent notFinite = sampleProject();
    notFinite.experiment.training.l2 = std::nan("");
    ProjectContent tooLong = sampleProject();
    tooLong.experiment.data = std::string(100'000, 'x');
    for (const ProjectContent& content : {notUtf8, notFinite, tooLong}) {
        const Result<void> written = writeProject(path("a.protomind"), content);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().kind, ProblemKind::Request);
        EXPECT_TRUE(names().empty());
    }
}

/// Where nothing can be saved, by what a person has named, and what is said of it.
std::vector<std::pair<std::string, std::string>> impossiblePlaces() {
    return {{"absent/a.protomind", "There is no such folder."},
            {"file.txt/a.protomind", "There is no such folder."},
            {"folder", "This is a folder, not a file."},
            {"./protected.protomind", "This file is write-protected."},
            {"pipe", "This is not a file but a folder or a device."},
            {std::string(255, 'x'), "This name is too long."}, // the backup's is longer by one
            {"folder/" + std::string(400, 'x'), "This name is too long."}};
}

TEST_F(ProjectFile, RefusesPlacesThatTakeNoFileAndNamesThemAsThePersonDid) {
    const WorkingDirectory here(path(""));
    std::filesystem::create_directory("folder");
    std::ofstream("file.txt") << "text";
    ASSERT_EQ(::mkfifo("pipe", 0600), 0);
    ASSERT_TRUE(writeProject("protected.protomind", sampleProject(1)));
    std::filesystem::permissions("protected.protomind", std::filesystem::perms::owner_read);
    const std::vector<std::string> before = names();
    for (const auto& [name, sentence] : impossiblePlaces()) {
        for (const Result<void>& refused : {checkWritable(name), writeProject(name, sampleProject(2))}) {
            ASSERT_FALSE(refused) << name;
            EXPECT_EQ(refused.error().sentence, sentence);
            EXPECT_EQ(refused.error().where, name);
            EXPECT_FALSE(refused.error().remedy.empty() && name != "folder") << name;
        }
        EXPECT_EQ(names(), before) << name;
    }
    EXPECT_TRUE(same(readProject("protected.protomind").value(), sampleProject(1)));
}

TEST_F(ProjectFile, IsTriedWithoutLeavingATrace) {
    EXPECT_TRUE(checkWritable(path("a.protomind")));
    EXPECT_TRUE(names().empty());
    ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject(1)));
    const std::vector<std::byte> before = bytesOf(path("a.protomind"));
    EXPECT_TRUE(checkWritable(path("a.protomind")));
    EXPECT_THAT(names(), ElementsAre("a.protomind"));
    EXPECT_EQ(bytesOf(path("a.protomind")), before);
}

TEST_F(ProjectFile, NamesNoTemporaryFileWhereWritingFails) {
    DiskFileSystem files;
    const std::filesystem::path file = path("a.protomind");
    const Result<void> failed =
        replaceFile(files, file, Backup::Keep, [](const std::filesystem::path& fresh) {
            return Result<void>(std::unexpected(diskProblem(ENOSPC, fresh)));
        });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().where, file.string());
    EXPECT_TRUE(names().empty());
    const Result<void> other = replaceFile(files, file, Backup::Keep, [](const std::filesystem::path&) {
        return fail(ProblemKind::Request, "This is no number.", "Dense 1");
    });
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().where, "Dense 1"); // what is no file of the saving keeps its place
}

using Failure = FailingFileSystem::Failure;

class SavingInterrupted : public FolderTest, public testing::WithParamInterface<Failure> {};

TEST_P(SavingInterrupted, LeavesTheOldOrTheNewFileWhole) {
    const ProjectContent older = sampleProject(0);
    const ProjectContent oldContent = sampleProject(1);
    const ProjectContent newContent = sampleProject(2);
    const std::filesystem::path file = path("a.protomind");
    const auto isWhole = [&] {
        const Result<ProjectContent> read = readProject(file);
        return read && (same(*read, oldContent) || same(*read, newContent));
    };
    for (int failing = 0;; ++failing) {
        for (const std::string& name : names())
            std::filesystem::remove(path(name));
        ASSERT_TRUE(writeProject(file, older));
        ASSERT_TRUE(writeProject(file, oldContent));
        FailingFileSystem files(failing, GetParam());
        files.afterEach = [&] { EXPECT_TRUE(isWhole()) << "after call " << files.calls(); };
        bool saved = false;
        try {
            saved = writeProject(file, newContent, files).has_value();
        } catch (const Killed&) {
        }
        EXPECT_TRUE(isWhole()) << "call " << failing << " failing";
        const Result<ProjectContent> backup = readProject(file.string() + "~");
        ASSERT_TRUE(backup) << "call " << failing << " failing";
        EXPECT_TRUE(same(*backup, older) || same(*backup, oldContent));
        if (saved) {
            EXPECT_TRUE(same(readProject(file).value(), newContent));
            EXPECT_TRUE(same(*backup, oldContent));
        }
        if (failing >= files.calls()) {
            EXPECT_TRUE(saved);
            EXPECT_GE(failing, 6); // create, sync, link, two renames, the folder's sync
            break;
        }
        // Whatever was left lying about, the next save works.
        ASSERT_TRUE(writeProject(file, newContent));
        EXPECT_TRUE(same(readProject(file).value(), newContent));
    }
}

TEST_F(ProjectFile, LeavesNoLitterWhereSavingFails) {
    const std::filesystem::path file = path("a.protomind");
    for (int failing = 0; failing < 7; ++failing) {
        ASSERT_TRUE(writeProject(file, sampleProject(0)));
        ASSERT_TRUE(writeProject(file, sampleProject(1)));
        FailingFileSystem files(failing, Failure::Error);
        std::ignore = writeProject(file, sampleProject(2), files);
        EXPECT_THAT(names(), ElementsAre("a.protomind", "a.protomind~")) << "call " << failing << " failing";
    }
}

INSTANTIATE_TEST_SUITE_P(ByFailure, SavingInterrupted,
                         testing::Values(Failure::Error, Failure::ErrorFromThen, Failure::KillBefore,
                                         Failure::KillAfter));

TEST_F(ProjectFile, RefusesWhatIsNoProject) {
    const auto sentence = [&](const std::string& name) {
        const Result<ProjectContent> read = readProject(path(name));
        return read ? std::string("read") : read.error().text();
    };
    EXPECT_THAT(sentence("absent"), HasSubstr("no such file"));
    std::filesystem::create_directory(path("folder"));
    EXPECT_THAT(sentence("folder"), HasSubstr("folder"));
    std::ofstream(path("empty")).close();
    EXPECT_THAT(sentence("empty"), HasSubstr("not a Protomind project"));
    std::ofstream(path("text")) << std::string(5000, 'x');
    EXPECT_THAT(sentence("text"), HasSubstr("not a Protomind project"));
    alter(path("other"), "CREATE TABLE t(a)");
    EXPECT_THAT(sentence("other"), HasSubstr("a database, but not a Protomind project"));
}

TEST_F(ProjectFile, RefusesNewerVersionsPolitely) {
    ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject()));
    alter(path("a.protomind"), "PRAGMA user_version=" + std::to_string(kProjectSchemaVersion + 1));
    const std::vector<std::byte> before = bytesOf(path("a.protomind"));
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ProblemKind::Input);
    EXPECT_THAT(read.error().sentence, HasSubstr("newer Protomind"));
    EXPECT_EQ(bytesOf(path("a.protomind")), before);
}

TEST_F(ProjectFile, KeepsWhetherAllSamplesLearnedFromAreKnown) {
    for (const bool known : {true, false}) {
        for (const bool some : {true, false}) {
            ProjectContent content = sampleProject();
            Checkpoint checkpoint = *content.checkpoint;
            checkpoint.learnedFromIsKnown = known;
            if (!some)
                checkpoint.learnedFrom.clear();
            content.checkpoint = std::make_shared<const Checkpoint>(checkpoint);
            ASSERT_TRUE(writeProject(path("a.protomind"), content));
            const Result<ProjectContent> read = readProject(path("a.protomind"));
            ASSERT_TRUE(read) << read.error().text();
            EXPECT_TRUE(same(*read, content)) << known << some;
        }
    }
}

TEST_F(ProjectFile, RefusesSchemasThatAreNotOurs) {
    for (const char* statements : {
             "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n",
             "CREATE TRIGGER t AFTER INSERT ON part BEGIN DELETE FROM part; END",
             "CREATE TABLE extra(a)",
             "CREATE INDEX i ON part(json)",
             "DROP TABLE history",
             "DROP TABLE learned",
             "DROP TABLE figure",
             "DROP TABLE robust",
             "PRAGMA user_version=1",
             "ALTER TABLE part ADD COLUMN more",
             "ALTER TABLE part RENAME TO hidden; CREATE VIEW part AS SELECT * FROM hidden",
         }) {
        ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject()));
        alter(path("a.protomind"), statements);
        const Result<ProjectContent> read = readProject(path("a.protomind"));
        EXPECT_FALSE(read) << statements;
    }
}

TEST_F(ProjectFile, NoticesAlteredContents) {
    for (const char* statements : {
             "UPDATE part SET json=replace(json, '28', '29') WHERE name='experiment'",
             "DELETE FROM part WHERE name='experiment'",
             "UPDATE checkpoint SET step=step+1",
             "UPDATE learned SET known=0",
             "DELETE FROM learned",
             "DELETE FROM figure",
             "DELETE FROM robust",
             "UPDATE robust SET accuracy=accuracy+0.1",
             "UPDATE robust SET norm='linf'",
             "UPDATE robust SET samples=samples+1",
             "UPDATE robust SET accuracy=9e99",
             "UPDATE robust SET epsilon=-1",
             "UPDATE figure SET value=value+1",
             "UPDATE figure SET samples=samples+1 WHERE position=-1",
             "UPDATE figure SET position=2 WHERE position=1",
             "UPDATE figure SET name='loss' WHERE name='penalty'",
             "UPDATE checkpoint SET learning_rate=1",
             "UPDATE checkpoint SET epoch_loss=1",
             "UPDATE checkpoint SET epoch_correct=1",
             "UPDATE checkpoint SET learning_rate=NULL",
             "DELETE FROM variable WHERE name='Dense/bias'",
             "UPDATE variable SET name='Dense/scale' WHERE name='Dense/bias'",
             "UPDATE variable SET data=zeroblob(40) WHERE name='Dense/bias'",
             "UPDATE variable SET data=zeroblob(39) WHERE name='Dense/bias'",
             "UPDATE variable SET shape='[5,2]' WHERE name='Dense/bias'",
             "UPDATE variable SET shape='[-10]' WHERE name='Dense/bias'",
             "UPDATE variable SET shape='[99999999999999999999]' WHERE name='Dense/bias'",
             "UPDATE variable SET shape='[4294967296,4294967296]' WHERE name='Dense/bias'",
             "UPDATE variable SET shape='[1,1,1,1,1,1,1,1,10]' WHERE name='Dense/bias'",
             "UPDATE variable SET shape='{}' WHERE name='Dense/bias'",
             "INSERT INTO variable SELECT checkpoint, 'more', shape, data FROM variable WHERE "
             "name='Dense/bias'",
             "DELETE FROM history WHERE position=1",
             "UPDATE history SET loss=0 WHERE position=1",
             "DELETE FROM learned",
             "UPDATE learned SET samples=x''",
             "UPDATE learned SET samples=zeroblob(15)",
             "UPDATE learned SET samples=zeroblob(16)",
             "UPDATE learned SET samples=12",
             "UPDATE checkpoint SET sha256=zeroblob(32)",
             "UPDATE checkpoint SET sha256=x''",
         }) {
        ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject()));
        alter(path("a.protomind"), statements);
        const Result<ProjectContent> read = readProject(path("a.protomind"));
        ASSERT_FALSE(read) << statements;
        EXPECT_EQ(read.error().kind, ProblemKind::Input) << statements;
    }
}

TEST_F(ProjectFile, GivesTheRestWhereAskedDespiteDamagedWeights) {
    ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject()));
    alter(path("a.protomind"), "UPDATE variable SET data=zeroblob(40) WHERE name='Dense/bias'");
    const Result<ProjectContent> read = readProject(path("a.protomind"), DamagedCheckpoint::Drop);
    ASSERT_TRUE(read) << read.error().text();
    ProjectContent expected = sampleProject();
    expected.checkpoint.reset();
    EXPECT_TRUE(same(*read, expected));
    EXPECT_THAT(read->notices, ElementsAre(HasSubstr("weights")));
}

TEST_F(ProjectFile, LosesOnlyTheViewWhereThatIsDamaged) {
    ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject()));
    alter(path("a.protomind"), "UPDATE part SET json='{' WHERE name='view'");
    const Result<ProjectContent> read = readProject(path("a.protomind"));
    ASSERT_TRUE(read) << read.error().text();
    ProjectContent expected = sampleProject();
    expected.view = nlohmann::json::object();
    EXPECT_TRUE(same(*read, expected));
    EXPECT_EQ(read->notices.size(), 1u);
}

/// What was read of a damaged file must be what was written, or the damage was noticed.
void expectNoticed(const Result<ProjectContent>& read, const ProjectContent& written,
                   const std::string& damage) {
    if (!read || !read->notices.empty())
        return;
    EXPECT_TRUE(same(*read, written)) << damage;
}

TEST_F(ProjectFile, NoticesRandomDamage) {
    const ProjectContent content = sampleProject();
    ASSERT_TRUE(writeProject(path("good"), content));
    const std::vector<std::byte> good = bytesOf(path("good"));
    std::mt19937 random(7);
    int noticed = 0;
    const int trials = rounds(300, 10'000);
    for (int trial = 0; trial < trials; ++trial) {
        std::vector<std::byte> bytes = good;
        std::string damage = "trial " + std::to_string(trial);
        switch (trial % 4) {
        case 0: // one bit, somewhere
            bytes[random() % bytes.size()] ^= static_cast<std::byte>(1u << random() % 8);
            break;
        case 1: // a few bytes among the pages' own numbers, where each page begins
            for (int byte = 0; byte < 4; ++byte)
                bytes[random() % (bytes.size() / 4096) * 4096 + random() % 128] =
                    static_cast<std::byte>(random());
            break;
        case 2: // the end is missing
            bytes.resize(random() % bytes.size());
            break;
        default: { // a stretch of zeros
            const std::size_t from = random() % bytes.size();
            std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                      bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), from + 512)),
                      std::byte{0});
        }
        }
        writeBytes(path("bad"), bytes);
        const Result<ProjectContent> read = readProject(path("bad"));
        noticed += read ? 0 : 1;
        expectNoticed(read, content, damage);
        expectNoticed(readProject(path("bad"), DamagedCheckpoint::Drop), content, damage);
    }
    EXPECT_GT(noticed, trials * 2 / 3); // the rest fell on bytes that hold nothing
}

TEST_F(ProjectFile, NoticesEveryFlippedByteOfTheWeights) {
    const ProjectContent content = sampleProject();
    ASSERT_TRUE(writeProject(path("a.protomind"), content));
    const std::vector<std::byte> good = bytesOf(path("a.protomind"));
    // The kernel's bytes as they lie in the file: found by a stretch of them.
    const auto weights = std::as_bytes(std::span(content.checkpoint->variables.at("Dense/kernel").values));
    const auto piece = weights.subspan(4 * 2000, 64);
    const auto found = std::search(good.begin(), good.end(), piece.begin(), piece.end());
    ASSERT_NE(found, good.end());
    for (std::ptrdiff_t offset = 0; offset < 64; ++offset) {
        std::vector<std::byte> bytes = good;
        bytes[static_cast<std::size_t>(found - good.begin() + offset)] ^= std::byte{1};
        writeBytes(path("bad"), bytes);
        const Result<ProjectContent> read = readProject(path("bad"));
        ASSERT_FALSE(read);
        EXPECT_THAT(read.error().sentence, HasSubstr("weights"));
    }
}

} // namespace
} // namespace protomind
