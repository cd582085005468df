// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "engine/data/points.h"

#include <QWidget>

#include <optional>

namespace protomind {

/// A square of the plane to put points into: click or drag with the left button for points of the chosen
/// class, with the right one to take them away; with the keys, arrows move a cross, Enter puts a point there,
/// Delete takes the nearest away, and a digit chooses the class.
class PointPad : public QWidget {
    Q_OBJECT
public:
    static constexpr int kClasses = 4;

    explicit PointPad(QWidget* parent = nullptr);

    void setPoints(std::vector<ClickedPoint> points);
    [[nodiscard]] const std::vector<ClickedPoint>& points() const { return m_points; }
    void setPointClass(int index);
    [[nodiscard]] int pointClass() const { return m_class; }
    /// Where a place of the plane is on the pad.
    [[nodiscard]] QPointF positionOf(double x, double y) const;
    [[nodiscard]] QSize sizeHint() const override { return {240, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 140}; }

signals:
    /// One drag of the mouse is one gesture.
    void edited(const std::vector<protomind::ClickedPoint>& points, protomind::Gesture gesture);
    void classChosen(int index);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF square() const;
    [[nodiscard]] QPointF planeAt(QPointF position) const;
    void add(QPointF place, int classIndex);
    void erase(QPointF position, double reach);
    void tell();

    std::vector<ClickedPoint> m_points;
    int m_class = 0;
    Gesture m_gesture = 0;
    std::optional<QPointF> m_last; ///< where the drag put or took something last
    QPointF m_cross;               ///< in the plane
};

} // namespace protomind
