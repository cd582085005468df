// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QString>

class QFontMetricsF;
class QPainter;
class QPalette;

namespace protomind {

/// The part of a plane that a picture shows.
struct PlotRange {
    double left = -1;
    double right = 1;
    double low = -1;
    double high = 1;
    bool operator==(const PlotRange&) const = default;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return high - low; }
    [[nodiscard]] QPointF centre() const { return {(left + right) / 2, (low + high) / 2}; }
    [[nodiscard]] bool contains(QPointF value) const;
    /// The nearest place of the range.
    [[nodiscard]] QPointF cut(QPointF value) const;
};

/// Where numbers lie on a picture, and the axes about it: for pictures that are painted by hand.
class PlotAxes {
public:
    PlotAxes() = default;
    PlotAxes(const PlotRange& range, const QRectF& area);

    /// Shows all of the range, and more of it in one direction, so that a unit of y is as long as so many
    /// units of x.
    [[nodiscard]] static PlotAxes fitted(const PlotRange& range, const QRectF& area, double aspect = 1);
    /// What numbers and titles need about the area.
    [[nodiscard]] static QMarginsF room(const QFontMetricsF& metrics);

    [[nodiscard]] const PlotRange& range() const { return m_range; }
    [[nodiscard]] const QRectF& area() const { return m_area; }
    [[nodiscard]] QPointF place(QPointF value) const;
    [[nodiscard]] QPointF value(QPointF place) const;
    /// Pixels for a unit of x, and of y.
    [[nodiscard]] double xUnit() const { return m_area.width() / m_range.width(); }
    [[nodiscard]] double yUnit() const { return m_area.height() / m_range.height(); }

    /// Faint lines at the ticks, and a stronger one at zero.
    void paintGrid(QPainter& painter, const QPalette& palette) const;
    /// Frame, numbers and titles, in the painter's font.
    void paintFrame(QPainter& painter, const QPalette& palette, const QString& xTitle,
                    const QString& yTitle) const;

private:
    [[nodiscard]] int mostXTicks(const QFontMetricsF& metrics) const;
    [[nodiscard]] int mostYTicks(const QFontMetricsF& metrics) const;

    PlotRange m_range;
    QRectF m_area{0, 0, 1, 1};
};

/// A number of an axis whose numbers lie so far apart: no more figures than tell them apart, and a minus sign
/// that reads well.
[[nodiscard]] QString tickText(double value, double step);

} // namespace protomind
