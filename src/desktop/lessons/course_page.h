// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_card.h"

#include <QScrollArea>

#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace protomind {

/// The way through all lessons as a map: what should come before what, how far a learner has come, and where
/// to go on. Whose way it is can be chosen by a name.
class CoursePage : public QScrollArea {
    Q_OBJECT
public:
    explicit CoursePage(QWidget* parent = nullptr);

    void setEntries(const std::vector<CourseEntry>& entries);
    void setLearners(const QStringList& names, const QString& present);
    [[nodiscard]] const std::vector<LessonCard*>& cards() const { return m_cards; }

signals:
    void lessonChosen(const QString& id);
    void learnerChosen(const QString& name);
    void newLearnerWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Map;
    void restyle();

    QLabel* m_title = nullptr;
    QComboBox* m_learner = nullptr;
    QLabel* m_empty = nullptr;
    Map* m_map = nullptr;
    std::vector<LessonCard*> m_cards;
};

/// Which column of the map each entry belongs into: behind all that it needs.
[[nodiscard]] std::vector<int> courseColumns(const std::vector<CourseEntry>& entries);
/// The one to recommend: begun and not finished, else the first whose needs are all finished. -1: none.
[[nodiscard]] int recommendedLesson(const std::vector<CourseEntry>& entries);

} // namespace protomind
