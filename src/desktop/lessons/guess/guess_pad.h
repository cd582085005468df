// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"

#include <QPolygonF>
#include <QWidget>

#include <optional>
#include <vector>

namespace protomind {

/// A picture with axes where someone says beforehand what will come: a point, or a curve drawn from the left
/// to the right. The truth can be laid over it afterwards. With the mouse: click, or draw. With the keys:
/// arrows move a cross (Shift: a little), Enter puts the point, or draws the curve on to the cross; Delete
/// begins anew.
class GuessPad : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Point, Curve };
    /// A curve has one height in each of so many columns of the range, or none.
    static constexpr int kColumns = 80;

    explicit GuessPad(QWidget* parent = nullptr);

    /// Begins anew.
    void ask(Kind kind, const PlotRange& range, const QString& xTitle, const QString& yTitle);
    /// What is known already: drawn faintly below.
    void setKnown(std::vector<QPointF> points);
    [[nodiscard]] Kind kind() const { return m_kind; }

    /// A guess that was made before.
    void setPoint(QPointF guess);
    void setCurve(const QPolygonF& guess);
    [[nodiscard]] std::optional<QPointF> point() const { return m_point; }
    /// From the left to the right; only where something was drawn.
    [[nodiscard]] QPolygonF curve() const;
    [[nodiscard]] bool hasGuess() const;
    void clearGuess();

    /// Lays the answer over the guess. tolerance: a circle that is near enough, in units of x; 0 for none.
    void showTruth(QPointF truth, double tolerance = 0);
    void showTruth(const QPolygonF& truth);
    [[nodiscard]] const QPolygonF& trueCurve() const { return m_trueCurve; }
    void hideTruth();

    /// A guess that is given stays as it is: why.
    void setReadOnly(const QString& reason);

    [[nodiscard]] PlotAxes axes() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void pointGuessed(QPointF guess);
    /// When the drawing is let go.
    void curveGuessed(const QPolygonF& guess);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] QString reading() const;
    [[nodiscard]] int columnAt(double x) const;
    [[nodiscard]] double xOf(int column) const;
    bool allow(QPoint where);
    void drawTo(QPointF value);
    void put(QPointF value);
    void describe();
    void paintTruth(QPainter& painter, const PlotAxes& axes) const;
    void paintGuess(QPainter& painter, const PlotAxes& axes) const;

    Kind m_kind = Kind::Point;
    PlotRange m_range;
    QString m_xTitle;
    QString m_yTitle;
    QString m_lock;
    std::vector<QPointF> m_known;
    std::optional<QPointF> m_point;
    std::vector<std::optional<double>> m_heights; ///< one a column
    std::optional<QPointF> m_truePoint;
    double m_tolerance = 0;
    QPolygonF m_trueCurve;
    std::optional<QPointF> m_last;    ///< where the drawing has come to
    bool m_drawing = false;           ///< with the mouse
    std::optional<QPointF> m_pointer; ///< under the mouse
    QPointF m_cross;
};

} // namespace protomind
