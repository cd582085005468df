// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QAction;

namespace protomind {

/// What fills the window: the work, the welcome, or the page with all lessons. The two actions that show the
/// others are checked while they are shown.
class WindowPages : public QStackedWidget {
    Q_OBJECT
public:
    WindowPages(QAction& welcomeAction, QAction& courseAction, QWidget* parent = nullptr);

    /// Once, before anything is shown.
    void setPages(QWidget& work, QWidget& welcome, QWidget& course);
    /// Not shown: the work is, in place of either.
    void showWelcome(bool shown);
    /// Not shown: the work is, in place of the course.
    void showCourse(bool shown);
    [[nodiscard]] bool isWelcomeShown() const { return currentWidget() == m_welcome; }
    [[nodiscard]] bool isCourseShown() const { return currentWidget() == m_course; }

signals:
    void workShown();
    void welcomeShown();
    void courseShown();

private:
    QAction& m_welcomeAction;
    QAction& m_courseAction;
    QWidget* m_work = nullptr;
    QWidget* m_welcome = nullptr;
    QWidget* m_course = nullptr;
};

} // namespace protomind
