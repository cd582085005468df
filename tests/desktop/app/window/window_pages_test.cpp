// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_pages.h"

#include <QAction>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class WindowPagesTest : public testing::Test {
protected:
    WindowPagesTest() {
        for (QAction* action : {&m_welcomeAction, &m_courseAction})
            action->setCheckable(true);
        m_pages.setPages(*m_work, *m_welcome, *m_course);
    }
    /// Which page is in front, and whether the actions agree.
    void expectShown(const QWidget* page) {
        EXPECT_EQ(m_pages.currentWidget(), page);
        EXPECT_EQ(m_welcomeAction.isChecked(), page == m_welcome);
        EXPECT_EQ(m_courseAction.isChecked(), page == m_course);
    }

    QAction m_welcomeAction;
    QAction m_courseAction;
    WindowPages m_pages{m_welcomeAction, m_courseAction};
    QWidget* m_work = new QWidget(&m_pages);
    QWidget* m_welcome = new QWidget(&m_pages);
    QWidget* m_course = new QWidget(&m_pages);
};

TEST_F(WindowPagesTest, ActionsSayWhatIsShownWhicheverWayItCame) {
    expectShown(m_work);
    m_welcomeAction.trigger();
    expectShown(m_welcome);
    m_courseAction.trigger();
    expectShown(m_course);
    m_courseAction.trigger();
    expectShown(m_work);
    m_pages.showCourse(true);
    m_pages.showWelcome(true);
    expectShown(m_welcome);
    m_pages.showWelcome(false);
    expectShown(m_work);
}

TEST_F(WindowPagesTest, TellsOnceOfEachPage) {
    QSignalSpy work(&m_pages, &WindowPages::workShown);
    QSignalSpy welcome(&m_pages, &WindowPages::welcomeShown);
    m_pages.showWelcome(false); // It is not shown.
    EXPECT_EQ(work.count(), 0);
    m_pages.showWelcome(true);
    m_pages.showWelcome(true);
    EXPECT_EQ(welcome.count(), 1);
    m_pages.showCourse(false); // Not what is in front.
    EXPECT_EQ(work.count(), 0);
    m_pages.showWelcome(false);
    EXPECT_EQ(work.count(), 1);
}

} // namespace
} // namespace protomind
