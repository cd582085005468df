// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/gesture.h"
#include "desktop/lessons/line_fit/landscape_ground.h"

#include <QWidget>

#include <optional>

namespace protomind {

/// The loss over all m and b, as a heat map with contours; in it the place of the line, the way on which it
/// has come, and the way downhill. The place can be dragged, or jumps to a double click; with the keys,
/// arrows move it (Shift: a little, Control: a lot), + and - zoom, 0 shows everything. It shows a LineFit
/// that others own, asks them for changes, and is told by refresh() what has become of them.
class LandscapeView : public QWidget {
    Q_OBJECT
public:
    explicit LandscapeView(const LineFit& fit, QWidget* parent = nullptr);

    /// Something is different now. The window stays where it is, unless the points have changed so much that
    /// the best line would be out of sight; steady: not even then, a drag is going on.
    void refresh(bool steady = false);

    void setPathShown(bool shown);
    /// An arrow down the slope: against the gradient.
    void setArrowShown(bool shown);
    /// Why the line can't be moved; empty where it can.
    void setLock(const QString& lock);

    [[nodiscard]] const LandscapeWindow& window() const { return m_window; }
    void setWindow(const LandscapeWindow& window);
    /// Larger than 1: more is seen.
    void zoom(double factor);
    /// A window that shows the best line, the place and all of the path.
    void fitWindow();

    /// How far a key moves m, and b.
    [[nodiscard]] LineWeights step() const;
    [[nodiscard]] PlotAxes axes() const;
    [[nodiscard]] bool isDragging() const { return m_dragging; }
    [[nodiscard]] bool placeIsSeen() const;
    /// What is read under the pointer: "m 0.41, b -0.2: loss 0.132"; of the place while the keys are here.
    [[nodiscard]] QString reading() const;
    /// For tests of what is kept from one picture to the next.
    [[nodiscard]] const LandscapeGround& ground() const { return m_ground; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void weightsEdited(double m, double b, protomind::SceneGesture gesture);
    void gestureEnded(protomind::SceneGesture gesture);
    void refused(const QString& reason);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] LandscapeGround::Look look() const;
    bool allow(QPoint where);
    void moveTo(QPointF place, SceneGesture gesture);
    void zoomAbout(double factor, LineWeights fixed);
    void describe();
    void paintHover(QPainter& painter) const;
    void paintLegendMark(QPainter& painter) const;

    const LineFit& m_fit;
    LandscapeWindow m_window;
    LandscapeGround m_ground;
    int m_pointsVersion = -1;
    bool m_wasEmpty = true;
    bool m_path = true;
    bool m_arrow = false;
    QString m_lock;
    std::optional<QPointF> m_pointer; ///< where values are read
    bool m_dragging = false;
    QPointF m_grab;
    SceneGesture m_gesture = 0;
    std::optional<SceneGesture> m_keyGesture;
};

} // namespace protomind
