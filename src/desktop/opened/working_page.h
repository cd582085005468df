// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/opened/tile_grid.h"
#include "desktop/opened/weight_box.h"
#include "studio/lens/lens_result.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;
class QScrollArea;
class QToolButton;

namespace protomind {

/// The arithmetic of one number: what came in with the window over it, what goes out with the number in it,
/// and every step with its numbers. Of maps the window slides on by itself until a person points at a cell.
class WorkingPage final : public QWidget {
    Q_OBJECT
public:
    explicit WorkingPage(QWidget* parent = nullptr);

    /// layer: of the same sample. Without a channel of its own.
    /// inputIsMade: by a layer before, where its numbers can be worked out.
    void setWorking(const LensWorking& working, const LensLayer& layer, bool inputIsPicture,
                    bool inputIsMade = false);
    /// The picture that goes into the network, where it is one: of a layer further on the part that the
    /// number can see is framed.
    void setSample(const HostArray& picture);
    [[nodiscard]] const LensWorking& working() const { return m_working; }
    void setBoosted(bool on);

    /// Whether the number goes on by itself.
    void setSliding(bool on);
    [[nodiscard]] bool isSliding() const { return m_timer.isActive(); }

    [[nodiscard]] TileGrid& input() const { return *m_input; }
    [[nodiscard]] TileGrid& output() const { return *m_output; }
    [[nodiscard]] TileGrid& sample() const { return *m_sample; }
    [[nodiscard]] WeightBox& weightBox() const { return *m_weightBox; }
    /// The steps as they stand there, one a line.
    [[nodiscard]] QStringList equations() const;

signals:
    /// Another number is to be worked out: at a stage (0: of the output), and its coordinates.
    void wanted(int stage, const std::vector<std::int64_t>& at);
    /// A number that comes in is to be worked out, where it was made.
    void inputWanted(std::size_t port, const std::vector<std::int64_t>& at);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void slide();
    void showSteps();
    void showMarks();
    void pointAtInput(int channel, int row, int column);
    [[nodiscard]] QString rowOf(const LensStep& step);
    [[nodiscard]] QLabel* row(std::size_t index);
    /// A number that can be opened has a link: a weight, one on the way, one that a layer before has made.
    [[nodiscard]] QString htmlOf(const LensTerm& term, bool first);
    void openLink(const QString& link);

    LensWorking m_working;
    LensLayer m_layer;
    QLabel* m_inputTitle;
    TileGrid* m_input;
    QLabel* m_sampleTitle;
    TileGrid* m_sample;
    QLabel* m_outputTitle;
    TileGrid* m_output;
    QToolButton* m_slide;
    QLabel* m_title;
    QLabel* m_formula;
    QLabel* m_agrees;
    QLabel* m_hint;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list = nullptr;
    std::vector<QLabel*> m_rows; ///< those without a step are hidden
    WeightBox* m_weightBox;
    bool m_inputsOpen = false; ///< what comes in was made by a layer that can be opened
    QStringList m_equations;
    std::vector<LensFactor> m_weights; ///< those of the steps, which links name by their places
    QTimer m_timer;
};

} // namespace protomind
