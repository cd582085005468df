// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/course/limits.h"
#include "studio/course/progress.h"
#include "studio/course/progress_file.h"
#include "studio/course/progress_schema.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template<class T>
T must(Result<T> result) {
    EXPECT_TRUE(result) << result.error().text();
    return std::move(result).value();
}
void must(const Result<void>& result) {
    EXPECT_TRUE(result) << result.error().text();
}

class ProgressTest : public testing::Test {
protected:
    ProgressTest() {
        std::string name = (std::filesystem::temp_directory_path() / "protomind-test-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
    }
    ~ProgressTest() override {
        std::error_code error;
        std::filesystem::remove_all(m_folder, error);
    }

    [[nodiscard]] std::filesystem::path file() const { return m_folder / "kept" / "learners.db"; }
    [[nodiscard]] Result<ProgressStore> open() {
        return ProgressStore::open(file(), [this] { return m_now; });
    }
    [[nodiscard]] ProgressStore store() { return must(open()); }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(file().parent_path()))
            all.push_back(entry.path().filename().string());
        std::ranges::sort(all);
        return all;
    }
    [[nodiscard]] std::string bytes() const {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void write(const std::string& bytes) const {
        std::filesystem::create_directories(file().parent_path());
        std::ofstream(file(), std::ios::binary) << bytes;
    }
    /// As somebody else's program would.
    void alter(const std::string& statements) const {
        must(must(Database::open(file(), Database::Mode::ReadWrite)).execute(statements));
    }

    std::int64_t m_now = 1000;

private:
    std::filesystem::path m_folder;
};

// Properties ----------------------------------------------------------------------------------------------

/// What a store should hold after some changes, kept in the plainest way.
struct Model {
    std::map<std::string, LessonRecord> records;

    LessonRecord& touched(const std::string& lesson, std::int64_t now) {
        const auto [place, fresh] = records.try_emplace(lesson);
        if (fresh) {
            place->second.lesson = lesson;
            place->second.begun = now;
        }
        place->second.seen = now;
        return place->second;
    }
};

void addOnce(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end())
        list.push_back(text);
}

TEST_F(ProgressTest, HoldsWhatWasRecordedThroughAnyRowOfChangesAndReopenings) {
    RandomStream random(31);
    for (int round = 0; round < rounds(3, 50); ++round) {
        std::filesystem::remove(file());
        std::optional<ProgressStore> kept = store();
        const LearnerId learner = must(kept->create("Ada"));
        Model model;
        for (int change = 0; change < 60; ++change) {
            ++m_now;
            const std::string lesson = fmt::format("lesson-{}", random.below(3));
            const std::string step = fmt::format("step-{}", random.below(4));
            switch (random.below(9)) {
            case 0:
                must(kept->setLastStep(learner, lesson, step));
                model.touched(lesson, m_now).lastStep = step;
                break;
            case 1:
                must(kept->completeStep(learner, lesson, step));
                addOnce(model.touched(lesson, m_now).completedSteps, step);
                break;
            case 2:
                must(kept->fulfilTask(learner, lesson, step));
                addOnce(model.touched(lesson, m_now).fulfilledTasks, step);
                break;
            case 3: {
                const QuizTry attempt{step, "q1", fmt::format("{}", change), random.below(2) == 0, m_now};
                must(kept->addTry(learner, lesson, attempt));
                model.touched(lesson, m_now).tries.push_back(attempt);
                break;
            }
            case 4: {
                const KeptGuess guess{step, "p", fmt::format("[{}, 0.5]", change), m_now};
                must(kept->keepGuess(learner, lesson, guess));
                std::vector<KeptGuess>& guesses = model.touched(lesson, m_now).guesses;
                std::erase_if(guesses, [&](const KeptGuess& other) { return other.step == step; });
                guesses.push_back(guess);
                std::ranges::sort(guesses, {}, &KeptGuess::step);
                break;
            }
            case 5:
                must(kept->addSeconds(learner, lesson, 0.25));
                model.touched(lesson, m_now).seconds += 0.25;
                break;
            case 6: {
                must(kept->finish(learner, lesson));
                LessonRecord& record = model.touched(lesson, m_now);
                record.finished = record.finished.value_or(m_now);
                break;
            }
            case 7:
                must(kept->startFresh(learner, lesson));
                model.records.erase(lesson);
                break;
            default:
                kept.reset();
                kept = store();
                EXPECT_FALSE(kept->notice());
            }
            LessonRecord expected{.lesson = lesson};
            if (model.records.contains(lesson))
                expected = model.records[lesson];
            EXPECT_EQ(must(kept->record(learner, lesson)), expected);
        }
        std::vector<LessonRecord> all;
        for (const auto& [lesson, record] : model.records)
            all.push_back(record);
        EXPECT_EQ(must(kept->records(learner)), all);
    }
}

TEST_F(ProgressTest, NoDamageMakesItFallAndNothingOfItIsThrownAway) {
    {
        ProgressStore kept = store();
        const LearnerId learner = must(kept.create("Ada"));
        for (int step = 0; step < 50; ++step)
            must(kept.addTry(learner, "one", {fmt::format("step-{}", step), "q", "a", true, 0}));
    }
    const std::string sound = bytes();
    RandomStream random(32);
    int setAside = 0;
    for (int round = 0; round < rounds(150, 5000); ++round) {
        std::filesystem::remove_all(file().parent_path());
        std::string damaged = sound;
        if (random.below(3) == 0)
            damaged.resize(random.below(damaged.size()));
        for (std::uint64_t flips = random.below(20); flips > 0 && !damaged.empty(); --flips)
            damaged[random.below(random.below(2) == 0 ? std::min<std::size_t>(damaged.size(), 200)
                                                      : damaged.size())] =
                static_cast<char>(random.below(256));
        write(damaged);
        Result<ProgressStore> opened = open();
        if (!opened) {
            EXPECT_EQ(bytes(), damaged) << opened.error().text();
            continue;
        }
        if (opened->notice()) {
            ++setAside;
            EXPECT_THAT(names(), testing::Contains("learners.db~damaged"));
            EXPECT_THAT(must(opened->learners()), IsEmpty());
            EXPECT_TRUE(opened->create("Ada"));
        }
        // What looks sound may still fail, but not fall.
        for (const Learner& learner : opened->learners().value_or(std::vector<Learner>()))
            (void)opened->records(learner.id);
    }
    EXPECT_GT(setAside, 50);
}

// Learners --------------------------------------------------------------------------------------------------

TEST_F(ProgressTest, KnowsLearnersByTheirNames) {
    ProgressStore kept = store();
    EXPECT_THAT(must(kept.learners()), IsEmpty());
    const LearnerId ada = must(kept.create("  Ada "));
    m_now = 2000;
    const LearnerId emmy = must(kept.create("Emmy N\u00f6ther"));
    EXPECT_THAT(must(kept.learners()),
                ElementsAre(Learner{ada, "Ada", 1000}, Learner{emmy, "Emmy N\u00f6ther", 2000}));
    must(kept.rename(ada, "Ada L."));
    must(kept.rename(ada, "ada l."));
    EXPECT_EQ(must(kept.learners())[0].name, "ada l.");
    must(kept.setLastStep(ada, "one", "a"));
    must(kept.setLastStep(emmy, "one", "b"));
    must(kept.remove(ada));
    EXPECT_THAT(must(store().learners()), ElementsAre(Learner{emmy, "Emmy N\u00f6ther", 2000}));
    EXPECT_THAT(must(kept.records(ada)), IsEmpty());
    EXPECT_EQ(must(kept.record(emmy, "one")).lastStep, "b");
    EXPECT_NE(must(kept.create("Ada")), ada) << "what another window still does for the old one must fail";
}

TEST_F(ProgressTest, RefusesNamesThatAreOff) {
    ProgressStore kept = store();
    const LearnerId ada = must(kept.create("Ada"));
    const LearnerId emmy = must(kept.create("Emmy"));
    const std::string longest(kMaxLearnerNameCharacters, 'x');
    std::string umlauts;
    for (std::size_t i = 0; i < kMaxLearnerNameCharacters; ++i)
        umlauts += "\u00e4";
    for (const std::string& name :
         {std::string(), std::string(" \t\n"), std::string("A\nB"), std::string("A\0B", 3),
          std::string("\xff"), std::string("\xc3"), std::string("\xc0\xaf"), std::string("ada"),
          longest + "x", umlauts + "x"}) {
        const Result<void> renamed = kept.rename(emmy, name);
        const Result<LearnerId> created = kept.create(name);
        ASSERT_FALSE(renamed) << name;
        ASSERT_FALSE(created) << name;
        EXPECT_EQ(renamed.error().kind, ProblemKind::Request);
        EXPECT_EQ(created.error().kind, ProblemKind::Request);
    }
    EXPECT_TRUE(kept.create(longest));
    EXPECT_TRUE(kept.create(umlauts));
    EXPECT_EQ(must(kept.learners()).size(), 4u);
    EXPECT_EQ(must(kept.learners())[0].id, ada);
}

TEST_F(ProgressTest, HasLimits) {
    ProgressStore kept = store();
    const LearnerId ada = must(kept.create("Learner 1"));
    for (std::size_t i = 2; i <= kMaxLearners; ++i)
        must(kept.create(fmt::format("Learner {}", i)));
    EXPECT_THAT(kept.create("One more").error().sentence, HasSubstr("200 learners"));
    EXPECT_TRUE(kept.rename(ada, "Ada"));

    const std::string longId(kMaxProgressIdBytes, 'x');
    EXPECT_TRUE(kept.setLastStep(ada, longId, longId));
    EXPECT_FALSE(kept.setLastStep(ada, "one", longId + "x"));
    EXPECT_FALSE(kept.completeStep(ada, longId + "x", "a"));
    EXPECT_FALSE(kept.completeStep(ada, "", "a"));
    const std::string longAnswer(kMaxAnswerBytes, 'x');
    EXPECT_TRUE(kept.addTry(ada, "one", {"a", "q", longAnswer, false, 0}));
    EXPECT_FALSE(kept.addTry(ada, "one", {"a", "q", longAnswer + "x", false, 0}));
    EXPECT_FALSE(kept.keepGuess(ada, "one", {"a", "p", std::string(kMaxAnswerBytes + 1, ' '), 0}));

    for (std::int64_t i = 0; i < kMaxTries; ++i)
        must(kept.addTry(ada, "one", {"a", "q", fmt::format("{}", i), false, 0}));
    const std::vector<QuizTry> tries = must(kept.record(ada, "one")).tries;
    ASSERT_EQ(tries.size(), static_cast<std::size_t>(kMaxTries));
    EXPECT_EQ(tries.front().answer, "0") << "the longest one was the first and is forgotten";
    EXPECT_EQ(tries.back().answer, fmt::format("{}", kMaxTries - 1));
}

TEST_F(ProgressTest, RecordsNothingForNobody) {
    ProgressStore kept = store();
    const LearnerId ada = must(kept.create("Ada"));
    must(kept.remove(ada));
    for (const Result<void>& result :
         {kept.setLastStep(ada, "one", "a"), kept.completeStep(ada, "one", "a"),
          kept.fulfilTask(ada, "one", "a"), kept.addTry(ada, "one", {"a", "q", "b", true, 0}),
          kept.keepGuess(ada, "one", {"a", "p", "1", 0}), kept.addSeconds(ada, "one", 1),
          kept.finish(ada, "one"), kept.startFresh(ada, "one"), kept.rename(ada, "Eve"), kept.remove(ada)}) {
        ASSERT_FALSE(result);
        EXPECT_THAT(result.error().sentence, HasSubstr("no such learner"));
    }
    EXPECT_THAT(must(kept.records(ada)), IsEmpty());
}

TEST_F(ProgressTest, CountsVisitsOfEachLearnerAndLesson) {
    ProgressStore kept = store();
    const LearnerId ada = must(kept.create("Ada"));
    const LearnerId ben = must(kept.create("Ben"));
    EXPECT_EQ(must(kept.beginVisit(ada, "one")), 1);
    EXPECT_EQ(must(kept.beginVisit(ada, "one")), 2);
    EXPECT_EQ(must(kept.beginVisit(ada, "two")), 1);
    EXPECT_EQ(must(kept.beginVisit(ben, "one")), 1);
    must(kept.startFresh(ada, "one"));
    ProgressStore later = store();
    EXPECT_EQ(must(later.beginVisit(ada, "one")), 3);
    must(later.remove(ada));
    EXPECT_FALSE(later.beginVisit(ada, "one")) << "nobody of this name is here any more";
    EXPECT_EQ(must(later.beginVisit(ben, "one")), 2);
    Database database = must(Database::open(file(), Database::Mode::ReadWrite));
    EXPECT_EQ(must(database.integer("SELECT count(*) FROM meta WHERE key GLOB 'visits/*'")), 1);
}

TEST_F(ProgressTest, KeepsGuessesThatAreJsonAlone) {
    ProgressStore kept = store();
    const LearnerId ada = must(kept.create("Ada"));
    for (const char* json : {"\"up\"", "[0.5, 1]", "{\"curve\": [1, 0.5]}"})
        EXPECT_TRUE(kept.keepGuess(ada, "one", {"a", "p", json, 0}));
    for (const char* json : {"", "up", "[1,", "\"\xff\""})
        EXPECT_FALSE(kept.keepGuess(ada, "one", {"a", "p", json, 0})) << json;
    EXPECT_THAT(must(kept.record(ada, "one")).guesses,
                ElementsAre(KeptGuess{"a", "p", "{\"curve\": [1, 0.5]}", 1000}));
}

// The file --------------------------------------------------------------------------------------------------

TEST_F(ProgressTest, SetsADamagedFileAsideWithItsJournal) {
    write("This is no database, however long one looks at it.");
    std::ofstream(file().string() + "-journal") << "an old journal";
    ProgressStore kept = store();
    ASSERT_TRUE(kept.notice());
    EXPECT_THAT(kept.notice()->text(), HasSubstr("learners.db~damaged"));
    EXPECT_THAT(names(), testing::IsSupersetOf({"learners.db", "learners.db~damaged"}));
    EXPECT_THAT(names(), testing::Not(testing::Contains("learners.db-journal")))
        << "it belongs to the old one";
    EXPECT_TRUE(kept.create("Ada"));
    EXPECT_FALSE(store().notice());
    EXPECT_EQ(must(store().learners()).size(), 1u);
}

TEST_F(ProgressTest, KeepsEveryDamagedFile) {
    for (int round = 0; round < 3; ++round) {
        write("damage");
        EXPECT_TRUE(store().notice());
    }
    EXPECT_THAT(names(), ElementsAre("learners.db", "learners.db~damaged", "learners.db~damaged-2",
                                     "learners.db~damaged-3"));
}

TEST_F(ProgressTest, BeginsInAnEmptyFile) {
    write("");
    EXPECT_FALSE(store().notice());
    EXPECT_THAT(names(), ElementsAre("learners.db"));
}

TEST_F(ProgressTest, LeavesTheFileOfANewerVersionAlone) {
    (void)store().create("Ada");
    alter("CREATE TABLE medal(learner INTEGER); PRAGMA user_version=2");
    const std::string before = bytes();
    const Result<ProgressStore> opened = open();
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().text(), HasSubstr("newer Protomind"));
    EXPECT_EQ(bytes(), before);
    EXPECT_THAT(names(), ElementsAre("learners.db"));
}

TEST_F(ProgressTest, SetsAsideWhatSomebodyElseWrote) {
    for (const char* statement :
         {"CREATE TABLE mine(a)", "PRAGMA application_id=7", "DROP TABLE guess", "PRAGMA user_version=0",
          "CREATE VIEW spy AS SELECT * FROM learner",
          "CREATE TRIGGER spy AFTER INSERT ON learner BEGIN DELETE FROM learner; END"}) {
        std::filesystem::remove_all(file().parent_path());
        (void)store().create("Ada");
        alter(statement);
        EXPECT_TRUE(store().notice()) << statement;
        EXPECT_THAT(must(store().learners()), IsEmpty());
    }
}

TEST_F(ProgressTest, SaysWhereThereIsNoRoomForIt) {
    std::filesystem::create_directories(file());
    EXPECT_FALSE(open()) << "a folder has the name";
    EXPECT_TRUE(std::filesystem::is_directory(file()));
    EXPECT_FALSE(ProgressStore::open("/proc/nowhere/learners.db", [] { return std::int64_t{0}; }));
}

TEST_F(ProgressTest, IsSharedByTwoWindows) {
    ProgressStore one = store();
    ProgressStore two = store();
    const LearnerId ada = must(one.create("Ada"));
    must(two.setLastStep(ada, "one", "a"));
    must(one.completeStep(ada, "one", "a"));
    EXPECT_EQ(must(two.record(ada, "one")), must(one.record(ada, "one")));
    EXPECT_NE(must(two.create("Emmy")), ada);
    EXPECT_EQ(must(one.learners()).size(), 2u);
}

TEST_F(ProgressTest, LiesWhereDataOfPeopleBelong) {
    const char* before = std::getenv("XDG_DATA_HOME");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("XDG_DATA_HOME", "/somewhere", 1);
    EXPECT_EQ(defaultProgressFile(), "/somewhere/protomind/learners.db");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    EXPECT_THAT(defaultProgressFile().string(), testing::EndsWith("/.local/share/protomind/learners.db"));
    if (before == nullptr)
        ::unsetenv("XDG_DATA_HOME");
    else
        ::setenv("XDG_DATA_HOME", kept.c_str(), 1);
}

/// In a folder of its own, by its name alone.
TEST_F(ProgressTest, IsKeptInAFileThatIsNamedWithoutItsFolder) {
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::create_directories(file().parent_path());
    std::filesystem::current_path(file().parent_path());
    const Result<ProgressStore> bare = ProgressStore::open("learners.db", [] { return 1; });
    std::filesystem::current_path(before);
    ASSERT_TRUE(bare) << bare.error().text();
    EXPECT_THAT(names(), testing::Contains("learners.db"));
}

} // namespace
} // namespace protomind
