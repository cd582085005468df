// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/gesture.h"
#include "desktop/lessons/line_fit/points_layout.h"

#include <QWidget>

#include <optional>

namespace protomind {

/// Points, the line among them, and the squares of the errors. Everything can be dragged; with the keys, Tab
/// walks through handles and points, arrows move (Shift: a little, Control: a lot), Insert or Enter puts a
/// point, Delete takes one away, Esc lets go. It shows a LineFit that others own, and asks them for changes:
/// it is told by refresh() what has become of them.
class PointsView : public QWidget {
    Q_OBJECT
public:
    explicit PointsView(const LineFit& fit, QWidget* parent = nullptr);

    /// The points or the line are other ones now.
    void refresh();
    /// Chooses the range anew, even if the one that is there would do.
    void fitRange();

    void setSquares(bool shown);
    void setHandles(bool shown);
    /// Whether a click on an empty place puts a point (a double click always does).
    void setAdding(bool adding);
    /// Why points, or the line, can't be changed; empty where they can.
    void setLocks(const QString& points, const QString& line);

    [[nodiscard]] bool isDragging() const { return m_dragged.part != PointsPart::Nothing; }
    [[nodiscard]] bool isDraggingPoint() const { return m_dragged.part == PointsPart::Point; }
    [[nodiscard]] bool isDraggingLine() const { return isDragging() && !isDraggingPoint(); }
    [[nodiscard]] PointsLayout places() const;
    /// What the keys move.
    [[nodiscard]] PointsTarget chosen() const { return m_chosen; }
    /// What is read under the pointer, or of what is chosen with the keys.
    [[nodiscard]] QString reading() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void pointsEdited(const std::vector<protomind::FitPoint>& points, protomind::SceneGesture gesture);
    void weightsEdited(double m, double b, protomind::SceneGesture gesture);
    void gestureEnded(protomind::SceneGesture gesture);
    /// Someone tried what is locked, or more than there is room for: why not.
    void refused(const QString& reason);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] QString lockOf(PointsPart part) const;
    /// False, and says why, where this can't be changed.
    bool allow(PointsPart part, QPoint where);
    void choose(PointsTarget target);
    [[nodiscard]] int stopOf(const PointsTarget& target) const;
    [[nodiscard]] PointsTarget targetAt(int stop) const;
    [[nodiscard]] int stops() const;
    bool moveByKey(QKeyEvent* event);
    /// The nearest place that can be told apart and is in the picture.
    [[nodiscard]] QPointF seen(QPointF value) const;
    bool addPoint(QPointF value, SceneGesture gesture, QPoint where);
    void removePoint(std::size_t index, SceneGesture gesture);
    void moveTo(QPointF place);
    void showCursor();
    void describe();

    const LineFit& m_fit;
    PlotRange m_range;
    bool m_squares = true;
    bool m_handles = true;
    bool m_adding = false;
    QString m_pointsLock;
    QString m_lineLock;
    PointsTarget m_hovered;
    PointsTarget m_chosen;
    PointsTarget m_dragged;
    QPointF m_grab; ///< from the pointer to the middle of what it took hold of
    SceneGesture m_gesture = 0;
    std::optional<SceneGesture> m_keyGesture;
};

} // namespace protomind
