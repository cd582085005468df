// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/predictions/pen_drawing.h"
#include "desktop/app/predictions/prediction_view.h"

#include <QTimer>

class QToolButton;

namespace protomind {

/// A pen and paper: draw with the mouse, a finger or a tablet, see the picture as the network gets it, and
/// how sure it is of each class. With the keys: arrows move the pen, Space sets it down and lifts it,
/// Backspace takes a stroke back, Delete clears the paper.
class PenView final : public PredictionView {
    Q_OBJECT
public:
    explicit PenView(QWidget* parent = nullptr);

    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const PenDrawing& drawing() const { return m_drawing; }
    /// Where the pen draws, in the widget's coordinates.
    [[nodiscard]] QRectF paper() const;
    /// Whether a pen can draw what the data has: images with one or three channels and classes.
    [[nodiscard]] static bool suits(const LoadedData& data);
    /// Has the drawing shown on the cards.
    void showDrawing();
    [[nodiscard]] bool isShown() const { return !chosenValues().values.empty(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;

private:
    [[nodiscard]] bool inkIsDark() const;
    [[nodiscard]] QPointF onPaper(QPointF position) const;
    void movePen(double dx, double dy);
    void removeLastStroke();
    void clear();
    void paintPaper(QPainter& painter) const;
    void paintPen(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void changed();

    PenDrawing m_drawing;
    QPointF m_penAt{0.5, 0.5}; ///< of the keys, on the paper
    bool m_penIsDown = false;
    QTimer m_chooseSoon;
    QToolButton* m_undo = nullptr;
    QToolButton* m_clear = nullptr;
};

} // namespace protomind
