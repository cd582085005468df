// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/course/lesson.h"

#include <QAbstractButton>

namespace protomind {

/// What a list of lessons shows of one, with how far a learner has come in it.
struct CourseEntry {
    std::string id;
    std::string title;
    std::string summary;
    int minutes = 0;
    LessonLevel level = LessonLevel::Beginner;
    std::vector<std::string> needs; ///< ids of lessons that should come before
    int steps = 0;
    int stepsDone = 0;
    bool begun = false;
    bool finished = false;
    Sentence problem;                        ///< why it can't be opened; empty where it can
    std::vector<std::string> missingNeeds{}; ///< ids of lessons that should come before, and aren't here
    std::string course{};                    ///< that it is a part of; empty: of none
};

/// "Beginner", in the language of the window.
[[nodiscard]] QString levelText(LessonLevel level);

/// A lesson to press: how far it is as a ring, its title, what it is about, and how long it takes.
class LessonCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit LessonCard(const CourseEntry& entry, QWidget* parent = nullptr);

    [[nodiscard]] const CourseEntry& entry() const { return m_entry; }
    void setEntry(const CourseEntry& entry);
    /// Set off from the others: where to go on.
    void setRecommended(bool on);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Words;
    [[nodiscard]] Words words() const;
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] int ringSide() const;
    void paintRing(QPainter& painter, const QRectF& box) const;
    void describe();

    CourseEntry m_entry;
    bool m_recommended = false;
};

} // namespace protomind
