// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_pages.h"

#include <QAction>

namespace protomind {

WindowPages::WindowPages(QAction& welcomeAction, QAction& courseAction, QWidget* parent)
    : QStackedWidget(parent)
    , m_welcomeAction(welcomeAction)
    , m_courseAction(courseAction) {
    connect(&m_welcomeAction, &QAction::triggered, this, &WindowPages::showWelcome);
    connect(&m_courseAction, &QAction::triggered, this, &WindowPages::showCourse);
}

void WindowPages::setPages(QWidget& work, QWidget& welcome, QWidget& course) {
    m_work = &work;
    m_welcome = &welcome;
    m_course = &course;
    for (QWidget* page : {m_work, m_welcome, m_course})
        addWidget(page);
}

void WindowPages::showWelcome(bool shown) {
    m_welcomeAction.setChecked(shown);
    m_courseAction.setChecked(false);
    if (shown == isWelcomeShown())
        return;
    setCurrentWidget(shown ? m_welcome : m_work);
    if (shown)
        emit welcomeShown();
    else
        emit workShown();
}

void WindowPages::showCourse(bool shown) {
    m_courseAction.setChecked(shown);
    if (shown) {
        m_welcomeAction.setChecked(false);
        setCurrentWidget(m_course);
        emit courseShown();
    } else if (isCourseShown()) {
        setCurrentWidget(m_work);
        emit workShown();
    }
}

} // namespace protomind
