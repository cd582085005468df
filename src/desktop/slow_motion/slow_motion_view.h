// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/opened/tile_grid.h"
#include "desktop/slow_motion/step_phase.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSlider;
class QToolButton;

namespace protomind {

/// A training step in slow motion: one phase after the other, each with its caption and its numbers, and one
/// weight followed through all of them. Goes on by itself, or by hand: the arrow keys, Space.
class SlowMotionView final : public QWidget {
    Q_OBJECT
public:
    /// How long a phase lasts, in milliseconds.
    static constexpr int kShortest = 300;
    static constexpr int kLongest = 3000;

    explicit SlowMotionView(QWidget* parent = nullptr);

    /// Begins with the first phase; where it is the same step, looked at anew, at the phase that is shown.
    void setStep(const LensTrainingStep& step, bool sameStep);
    /// Why there is nothing to see, or what is waited for.
    void showSentence(const QString& sentence);
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] const LensTrainingStep& step() const { return m_step; }
    [[nodiscard]] const std::vector<StepPhase>& phases() const { return m_phases; }
    /// -1: there is none.
    [[nodiscard]] int phase() const { return m_phase; }
    void setPhase(int phase);
    /// On to the next phase; after the last one the step is taken.
    void next();
    void setPlaying(bool on);
    [[nodiscard]] bool isPlaying() const;
    void setDuration(int milliseconds);
    [[nodiscard]] int duration() const;
    [[nodiscard]] std::vector<TileGrid*> shownGrids() const;
    /// What is said of the weight that is followed.
    [[nodiscard]] QString weightText() const;

signals:
    /// Another phase is shown; -1: none.
    void phaseChanged(int phase);
    /// The last phase is over: the step is to be taken.
    void stepWanted();
    /// This weight is to be followed.
    void weightChosen(const std::string& variable, const std::vector<std::int64_t>& at);
    /// Another sample of the batch is to be followed.
    void placeChosen(std::size_t place);
    void closeWanted();

protected:
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Column {
        QWidget* box = nullptr;
        QLabel* title = nullptr;
        TileGrid* grid = nullptr;
    };
    [[nodiscard]] Column& column(std::size_t index);
    [[nodiscard]] QToolButton* button(QHBoxLayout& row, const QString& text, const QString& help);
    void makeControls(QHBoxLayout& row);
    void showPhase();
    void showWeight();
    /// Of the mean loss over the batch.
    [[nodiscard]] std::optional<double> followedGradient() const;
    [[nodiscard]] QString termsHtml() const;
    [[nodiscard]] QString shareHtml() const;
    void choose(std::size_t column, int channel, int row, int cellColumn);

    LensTrainingStep m_step;
    std::vector<StepPhase> m_phases;
    int m_phase = -1;
    QToolButton* m_play = nullptr;
    QLabel* m_count = nullptr;
    QSlider* m_speed = nullptr;
    QLabel* m_speedText = nullptr;
    QToolButton* m_sample = nullptr;
    QLabel* m_head;
    QLabel* m_text;
    QLabel* m_weight;
    QLabel* m_hint;
    QWidget* m_pictures;
    std::vector<Column> m_columns;
    QTimer m_timer;
};

} // namespace protomind
