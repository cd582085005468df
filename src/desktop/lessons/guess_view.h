// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_words.h"
#include "engine/train/checkpoint.h"
#include "studio/course/lesson.h"

#include <QWidget>

#include <array>
#include <optional>
#include <span>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace protomind {

class AnswerButton;
class GuessPad;
class MarkdownLabel;

/// Asks for a guess before a run, keeps it, and lays what really happened beside it afterwards.
class GuessView : public QWidget {
    Q_OBJECT
public:
    GuessView(const Prediction& prediction, const LessonWords& words, QWidget* parent = nullptr);

    [[nodiscard]] const Prediction& prediction() const { return m_prediction; }
    [[nodiscard]] bool isGuessed() const { return m_guessed; }
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    /// A guess of before, as guessed() gave it.
    void setGuess(const QString& guess);
    /// The run is over: shows what really happened. Of a guessed curve the whole run's, as long as it may be;
    /// where the run goes on, that of the longer one when it is over again.
    void reveal(std::span<const HistoryPoint> run = {});

signals:
    /// As it is kept: an option's id, or numbers with spaces between.
    void guessed(const QString& guess);
    void linkPressed(const QUrl& link);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeChoice(QVBoxLayout& layout);
    void makePicture(QVBoxLayout& layout);
    [[nodiscard]] bool guessesAccuracy() const;
    void layOver(const std::vector<std::array<double, 2>>& curve);
    void keep();
    [[nodiscard]] QString present() const;
    MarkdownLabel* addText(QVBoxLayout& layout, const QString& markdown);

    Prediction m_prediction;
    LessonWords m_words;
    std::vector<AnswerButton*> m_options;
    GuessPad* m_pad = nullptr;
    QPushButton* m_keep = nullptr;
    QLabel* m_state = nullptr;
    MarkdownLabel* m_afterwards = nullptr;
    QString m_guess;
    bool m_guessed = false;
    bool m_revealed = false;
};

} // namespace protomind
