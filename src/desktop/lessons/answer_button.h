// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_words.h"

#include <QAbstractButton>

namespace protomind {

class MarkdownLabel;

/// An answer to choose: a mark, words that may have formulas in them, and, once it was chosen, what is to be
/// said of it.
class AnswerButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Verdict { None, Right, Wrong };

    AnswerButton(const QString& markdown, const LessonWords& words, QWidget* parent = nullptr);

    void setVerdict(Verdict verdict, const QString& explanation);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void linkPressed(const QUrl& link);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int markSide() const;
    void layOut();
    void describe();

    LessonWords m_words;
    MarkdownLabel* m_answer = nullptr;
    MarkdownLabel* m_explanation = nullptr;
    QString m_spoken;
    Verdict m_verdict = Verdict::None;
};

} // namespace protomind
