// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/welcome/recent_pictures.h"
#include "desktop/app/welcome/start_card.h"
#include "desktop/app/welcome/welcome_page.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class WelcomePageTest : public testing::Test {
protected:
    static void click(QWidget* widget) {
        ASSERT_NE(widget, nullptr);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    static WelcomePage* page(Laboratory& lab) { return lab.find<WelcomePage>("welcomePage"); }
    static void startWithWelcome(Laboratory& lab) {
        lab.preferences.setWelcomeClosed(false);
        lab.window.start();
        ASSERT_TRUE(page(lab)->isVisible());
    }
    QTemporaryDir m_folder;
};

TEST_F(WelcomePageTest, FirstStartToFirstTrainingInTwoClicks) {
    Laboratory lab(m_folder.path());
    startWithWelcome(lab);
    click(lab.find<StartCard>("template.spiral-mlp"));
    EXPECT_FALSE(page(lab)->isVisible());
    EXPECT_FALSE(lab.document.undoStack().canUndo());
    ASSERT_TRUE(
        lab.until([&] { return lab.window.data() && lab.window.data()->description.name == "spiral"; }));
    EXPECT_FALSE(lab.window.messages().text().isEmpty());
    click(lab.find<QPushButton>("trainButton"));
    EXPECT_TRUE(lab.untilEpochs(1));
}

TEST_F(WelcomePageTest, KeysAloneBeginToo) {
    Laboratory lab(m_folder.path());
    startWithWelcome(lab);
    // A newcomer's first step has the keys: the lesson.
    auto* lesson = lab.find<StartCard>("welcomeLesson");
    ASSERT_TRUE(lab.until([&] { return lesson->hasFocus(); }));
    QTest::keyClick(lesson, Qt::Key_Space);
    EXPECT_FALSE(page(lab)->isVisible());
    EXPECT_TRUE(lab.window.lessons().isActive());
    lab.window.lessons().leave();
    lab.action("actionWelcome")->trigger();
    ASSERT_TRUE(page(lab)->isVisible());
    QTest::keyClick(page(lab), Qt::Key_Escape);
    EXPECT_FALSE(page(lab)->isVisible());
    EXPECT_FALSE(lab.action("actionWelcome")->isChecked());
}

TEST_F(WelcomePageTest, NothingScrollsOrIsCutOff) {
    Laboratory lab(m_folder.path());
    startWithWelcome(lab);
    lab.window.resize(1024, 768);
    ASSERT_TRUE(untilSettled(lab.window));
    ASSERT_EQ(lab.window.size(), QSize(1024, 768));
    EXPECT_FALSE(page(lab)->verticalScrollBar()->isVisible())
        << page(lab)->verticalScrollBar()->maximum() << " pixels too high";
    for (const StartCard* card : page(lab)->findChildren<StartCard*>()) {
        EXPECT_GE(card->height(), card->heightForWidth(card->width())) << card->text().toStdString();
        EXPECT_TRUE(page(lab)->viewport()->rect().contains(
            QRect(card->mapTo(page(lab)->viewport(), QPoint()), card->size())))
            << card->text().toStdString();
    }
}

TEST_F(WelcomePageTest, LargeTypeScrollsButCutsNothing) {
    Laboratory lab(m_folder.path());
    startWithWelcome(lab);
    lab.theme.setTypeScale(2);
    lab.window.resize(1024, 768);
    ASSERT_TRUE(untilSettled(lab.window));
    for (const StartCard* card : page(lab)->findChildren<StartCard*>()) {
        EXPECT_GE(card->height(), card->heightForWidth(card->width())) << card->text().toStdString();
        EXPECT_LE(card->mapTo(page(lab)->viewport(), QPoint(card->width(), 0)).x(),
                  page(lab)->viewport()->width());
    }
}

TEST_F(WelcomePageTest, GoesOnWithWhatWasSaved) {
    const QString path = m_folder.filePath(QStringLiteral("mine.protomind"));
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("spiral-mlp"));
        lab.dialogs.nextFile = path;
        lab.action("actionSave")->trigger();
        ASSERT_TRUE(lab.until([&] { return lab.window.files().path() == path; }));
        ASSERT_TRUE(lab.window.close());
    }
    Laboratory lab(m_folder.path());
    startWithWelcome(lab);
    auto* card = lab.find<StartCard>("recent");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->text(), QStringLiteral("mine"));
    EXPECT_TRUE(lab.until([&] { return card->hasFocus(); }));
    EXPECT_FALSE(RecentPictures(RecentPictures::usualFolder()).picture(path).isNull());
    click(card);
    EXPECT_TRUE(lab.until([&] { return lab.window.files().path() == path; }));
    EXPECT_FALSE(page(lab)->isVisible());
}

TEST_F(WelcomePageTest, StaysAwayWhereItIsNotWanted) {
    {
        Laboratory lab(m_folder.path());
        startWithWelcome(lab);
        lab.find<QCheckBox>("welcomeAtStart")->setChecked(false);
        click(lab.find<QToolButton>("welcomeClose"));
        EXPECT_FALSE(page(lab)->isVisible());
    }
    Preferences preferences(m_folder.filePath(QStringLiteral("protomind.ini")));
    EXPECT_TRUE(preferences.welcomeClosed());
}

TEST(RecentPicturesTest, KeepsAndForgetsAndRefusesWhatIsNotIts) {
    QTemporaryDir folder;
    const RecentPictures pictures(folder.filePath(QStringLiteral("a/b")));
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    pictures.keep(QStringLiteral("/one.protomind"), image);
    pictures.keep(QStringLiteral("/two.protomind"), image);
    EXPECT_EQ(pictures.picture(QStringLiteral("/one.protomind")).size(), image.size());
    pictures.forgetOthers({QStringLiteral("/two.protomind")});
    EXPECT_TRUE(pictures.picture(QStringLiteral("/one.protomind")).isNull());
    EXPECT_FALSE(pictures.picture(QStringLiteral("/two.protomind")).isNull());
    pictures.keep(QStringLiteral("/large.protomind"), QImage(4000, 4, QImage::Format_Mono));
    EXPECT_TRUE(pictures.picture(QStringLiteral("/large.protomind")).isNull());
    // A folder that can't be made is no trouble.
    const RecentPictures nowhere(QStringLiteral("/proc/nothing"));
    nowhere.keep(QStringLiteral("/one.protomind"), image);
    EXPECT_TRUE(nowhere.picture(QStringLiteral("/one.protomind")).isNull());
}

} // namespace
} // namespace protomind
