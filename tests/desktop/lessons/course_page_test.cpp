// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/course_page.h"

#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::ElementsAre;

CourseEntry entry(const std::string& id, std::vector<std::string> needs = {}) {
    CourseEntry made;
    made.id = id;
    made.title = id;
    made.summary = "What it is about.";
    made.minutes = 10;
    made.needs = std::move(needs);
    made.steps = 4;
    return made;
}

TEST(CoursePageTest, ALessonIsBehindAllThatItNeeds) {
    const std::vector<CourseEntry> entries{entry("c", {"b", "a"}), entry("a"), entry("b", {"a"}),
                                           entry("d", {"not there"})};
    EXPECT_THAT(courseColumns(entries), ElementsAre(2, 0, 1, 0));
}

TEST(CoursePageTest, ACircleOfNeedsHasAnEnd) {
    const std::vector<CourseEntry> entries{entry("a", {"b"}), entry("b", {"a"}), entry("c", {"c"})};
    for (const int column : courseColumns(entries))
        EXPECT_LT(column, 3);
}

TEST(CoursePageTest, WhatWasBegunComesFirstThenWhatIsReady) {
    std::vector<CourseEntry> entries{entry("a"), entry("b", {"a"}), entry("c")};
    EXPECT_EQ(recommendedLesson(entries), 0);
    entries[0].finished = true;
    EXPECT_EQ(recommendedLesson(entries), 2); // needs nothing
    entries[1].begun = true;
    EXPECT_EQ(recommendedLesson(entries), 1);
    for (CourseEntry& one : entries)
        one.finished = true;
    EXPECT_EQ(recommendedLesson(entries), -1);
}

TEST(CoursePageTest, LessonsOfACourseAreBelowAllOthers) {
    std::vector<CourseEntry> entries{entry("a"), entry("b", {"a"}), entry("c"), entry("d", {"b"})};
    entries[1].course = entries[3].course = "Convolutions";
    CoursePage page;
    page.setEntries(entries);
    page.resize(1200, 700);
    page.show();
    const auto& cards = page.cards();
    EXPECT_EQ(cards[0]->x(), cards[2]->x());
    EXPECT_GT(cards[1]->y(), cards[2]->geometry().bottom()) << "though its column is empty";
    EXPECT_EQ(cards[1]->x(), cards[0]->x()) << "a course begins at the left";
    EXPECT_EQ(cards[1]->y(), cards[3]->y());
    EXPECT_GT(cards[3]->x(), cards[1]->geometry().right());
}

TEST(CoursePageTest, ACardSaysWhichLessonIsNotHereAndOpensAllTheSame) {
    CoursePage page;
    CourseEntry needy = entry("b");
    needy.missingNeeds = {"fractions"};
    page.setEntries({needy});
    page.show();
    LessonCard* card = page.cards().front();
    EXPECT_EQ(card->accessibleDescription(),
              QStringLiteral("What it is about.\nIt builds on the lesson “fractions”, which is not here."));
    CourseEntry content = entry("b");
    const LessonCard without(content);
    EXPECT_GT(card->heightForWidth(300), without.heightForWidth(300)) << "it has the room to be read";
    const QSignalSpy chosen(&page, &CoursePage::lessonChosen);
    QTest::mouseClick(card, Qt::LeftButton);
    EXPECT_EQ(chosen.count(), 1);
}

TEST(CoursePageTest, ACardIsPressedAndNoCardsLieOnEachOther) {
    CoursePage page;
    page.resize(1000, 600);
    page.setEntries({entry("a"), entry("b", {"a"}), entry("c", {"a"})});
    page.show();
    ASSERT_EQ(page.cards().size(), 3u);
    for (const LessonCard* one : page.cards())
        for (const LessonCard* other : page.cards())
            EXPECT_TRUE(one == other || !one->geometry().intersects(other->geometry()));
    EXPECT_LT(page.cards()[0]->geometry().right(), page.cards()[1]->geometry().left());
    const QSignalSpy chosen(&page, &CoursePage::lessonChosen);
    QTest::mouseClick(page.cards()[1], Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toString(), QStringLiteral("b"));
}

} // namespace
} // namespace protomind
