// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_shelf.h"
#include "desktop/waiting.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "source_folder.h"

namespace protomind {
namespace {

class LessonShelfTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        m_root = m_folder.path().toStdString();
        std::filesystem::copy(sourceFolder() / "lessons" / "one-neuron", m_root / "one-neuron",
                              std::filesystem::copy_options::recursive);
    }
    void replace(const QString& file, const QByteArray& from, const QByteArray& to) {
        QFile edited(m_folder.path() + QStringLiteral("/one-neuron/") + file);
        ASSERT_TRUE(edited.open(QIODevice::ReadOnly));
        QByteArray text = edited.readAll();
        edited.close();
        ASSERT_TRUE(text.contains(from));
        ASSERT_TRUE(edited.open(QIODevice::WriteOnly));
        edited.write(text.replace(from, to));
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_root;
    const std::filesystem::path m_shipped = sourceFolder() / "lessons";
};

TEST_F(LessonShelfTest, FindsLessonsAndOpensThemByTheirIds) {
    LessonShelf shelf({m_root, m_shipped});
    // Of two with the same id the first counts, and it may need one of another folder.
    std::set<std::filesystem::path> found;
    for (const LessonEntry& lesson : shelf.lessons()) {
        EXPECT_TRUE(found.insert(lesson.folder).second) << lesson.folder << " twice";
        const bool isCopied = lesson.id == "one-neuron" && lesson.folder.parent_path() == m_shipped;
        EXPECT_EQ(lesson.usable(), !isCopied) << lesson.folder;
    }
    std::set<std::filesystem::path> expected{m_root / "one-neuron"};
    for (const auto& entry : std::filesystem::directory_iterator(m_shipped))
        if (std::filesystem::exists(entry.path() / "lesson.json"))
            expected.insert(entry.path());
    EXPECT_TRUE(expected.contains(m_shipped / "one-neuron"));
    EXPECT_GT(expected.size(), 2u) << "There is one that is not copied.";
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(shelf.open("one-neuron"));
    const auto byFolder = shelf.open((m_root / "one-neuron").string());
    EXPECT_TRUE(byFolder) << byFolder.error().text();
    const auto missing = shelf.open("no-such-lesson");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().sentence.find("no-such-lesson"), std::string::npos);
}

TEST_F(LessonShelfTest, TellsOfEditsAndSaysWhatIsWrongThen) {
    LessonShelf shelf({m_root, m_shipped});
    const auto before = shelf.open("one-neuron");
    ASSERT_TRUE(before) << before.error().text();
    QSignalSpy changed(&shelf, &LessonShelf::changed);
    replace(QStringLiteral("lesson.md"), "Weigh and add", "Add and weigh");
    ASSERT_TRUE(until([&] { return changed.count() > 0; }));
    const auto after = shelf.open("one-neuron");
    ASSERT_TRUE(after);
    EXPECT_EQ(after->steps.front().title, "Add and weigh");
    // A mistake names file and line, and mending it is told of as well.
    changed.clear();
    replace(QStringLiteral("lesson.json"), "\"minutes\"", "\"minuets\"");
    ASSERT_TRUE(until([&] { return changed.count() > 0; }));
    const auto wrong = shelf.open("one-neuron");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().text().find("lesson.json:"), std::string::npos) << wrong.error().text();
    changed.clear();
    replace(QStringLiteral("lesson.json"), "\"minuets\"", "\"minutes\"");
    ASSERT_TRUE(until([&] { return changed.count() > 0; }));
    EXPECT_TRUE(shelf.open("one-neuron"));
}

TEST_F(LessonShelfTest, ANewLessonShowsUpWhileTheProgramRuns) {
    // The learner's own folder is made later, with a lesson in it, as somebody unpacks one.
    const std::filesystem::path own = m_root / "share" / "protomind" / "lessons";
    LessonShelf shelf({m_shipped, own});
    const std::size_t before = shelf.lessons().size();
    const QSignalSpy openChanged(&shelf, &LessonShelf::changed);
    QSignalSpy changed(&shelf, &LessonShelf::lessonsChanged);
    std::filesystem::create_directories(own);
    const auto has = [&](const char* id) {
        return std::ranges::any_of(shelf.lessons(), [&](const LessonEntry& one) {
            return one.id == id && one.folder.parent_path() == own && one.usable();
        });
    };
    std::filesystem::copy(m_root / "one-neuron", own / "my-neuron", std::filesystem::copy_options::recursive);
    ASSERT_TRUE(until([&] { return has("my-neuron"); }));
    EXPECT_EQ(shelf.lessons().size(), before + 1);
    EXPECT_TRUE(shelf.open("my-neuron"));
    // A folder that is filled only later.
    std::filesystem::create_directory(own / "another");
    ASSERT_TRUE(until([&] { return shelf.lessons().size() == before + 2; }));
    EXPECT_FALSE(has("another"));
    std::filesystem::copy(m_root / "one-neuron", own / "another", std::filesystem::copy_options::recursive);
    ASSERT_TRUE(until([&] { return has("another"); }));
    // What the list shows of it, edited.
    changed.clear();
    const auto title = [&] {
        const auto found = std::ranges::find(shelf.lessons(), "another", &LessonEntry::id);
        return found == shelf.lessons().end() ? std::string() : found->title;
    };
    ASSERT_EQ(title(), "One neuron");
    {
        QFile words(QString::fromStdString((own / "another" / "lesson.md").string()));
        ASSERT_TRUE(words.open(QIODevice::ReadWrite));
        words.write("# An neuron");
    }
    ASSERT_TRUE(until([&] { return title() != "One neuron"; }));
    std::filesystem::remove_all(own / "another");
    ASSERT_TRUE(until([&] { return shelf.lessons().size() == before + 1; }));
    EXPECT_EQ(openChanged.count(), 0) << "the one that is open is as it was";
}

TEST_F(LessonShelfTest, ALessonOpensWithoutTheLessonThatItNeeds) {
    LessonShelf shelf({m_root});
    ASSERT_EQ(shelf.lessons().size(), 1u);
    EXPECT_TRUE(shelf.lessons()[0].usable());
    EXPECT_EQ(shelf.lessons()[0].missingNeeds, std::vector<std::string>{"rolling-downhill"});
    EXPECT_TRUE(shelf.open("one-neuron"));
}

} // namespace
} // namespace protomind
