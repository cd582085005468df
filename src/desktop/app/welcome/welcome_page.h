// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_card.h"

#include <QScrollArea>

#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace protomind {

class Preferences;
class RecentPictures;
class StartCard;
class TemplatePictures;
struct NetworkTemplate;

/// The first thing a person sees: go on where they were, begin with a template, or open a file.
class WelcomePage : public QScrollArea {
    Q_OBJECT
public:
    WelcomePage(TemplatePictures& templatePictures, const RecentPictures& recentPictures,
                Preferences& preferences, QWidget* parent = nullptr);

    /// Looks up anew which files there are to go on with, and puts the keyboard on the best first step.
    void refresh();
    /// Lessons to begin with or to go on with, as many as there is room for.
    void setLessons(const std::vector<CourseEntry>& entries);

signals:
    void templateChosen(const protomind::NetworkTemplate* chosen);
    void projectChosen(const QString& path);
    void emptyWanted();
    void openWanted();
    void lessonChosen(const QString& id);
    /// All of them are to be shown.
    void lessonsWanted();
    void closed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeHead(QVBoxLayout& layout);
    void makeTemplates(TemplatePictures& pictures);
    void makeFoot(QVBoxLayout& layout);
    QLabel* heading(const QString& text);
    void fillRecent();
    void arrange();
    void restyle();

    const RecentPictures& m_recentPictures;
    Preferences& m_preferences;
    QLabel* m_title = nullptr;
    QLabel* m_recentHeading = nullptr;
    QLabel* m_beginHeading = nullptr;
    QLabel* m_learnHeading = nullptr;
    QGridLayout* m_learn = nullptr;
    std::vector<StartCard*> m_learnCards;
    QGridLayout* m_recent = nullptr;
    QGridLayout* m_begin = nullptr;
    std::vector<StartCard*> m_recentCards;
    std::vector<StartCard*> m_beginCards;
    QCheckBox* m_atStart = nullptr;
};

} // namespace protomind
