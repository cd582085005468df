// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"
#include "studio/lens/lens_result.h"

#include <QWidget>

namespace protomind {

/// One chart of a lens: curves, bars or histograms over one axis, with a name for each curve where there are
/// several.
class LensChartView final : public QWidget {
    Q_OBJECT
public:
    explicit LensChartView(QWidget* parent = nullptr);

    void setChart(LensChart chart);
    [[nodiscard]] const LensChart& chart() const { return m_chart; }
    /// What the axes show: all of the curves, bars from zero.
    [[nodiscard]] PlotRange range() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A bar was clicked of a chart that has a setting for that.
    void barPicked(int bar);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] bool hasLegend() const { return m_chart.curves.size() > 1; }
    /// Of three curves and more some are pale: they have the marks of classes on them.
    [[nodiscard]] bool hasMarks() const {
        return m_chart.kind == ChartKind::Lines && m_chart.curves.size() > 2;
    }
    /// Where the name of each curve stands, with its sign, in as many rows as it takes.
    [[nodiscard]] std::vector<QRectF> legendPlaces() const;
    [[nodiscard]] int legendRows() const;
    /// Half the width of a bar, in units of x.
    [[nodiscard]] double halfBar() const;
    void paintCurve(QPainter& painter, const PlotAxes& axes, std::size_t curve) const;
    void paintLabels(QPainter& painter, const PlotAxes& axes) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] bool canBePicked() const { return !m_chart.pickSetting.empty(); }
    /// The bars, or the name below, at a place; -1: none.
    [[nodiscard]] int barAt(QPointF position) const;
    [[nodiscard]] QString textAt(QPointF position) const;

    LensChart m_chart;
    int m_rowsAsked = 0; ///< of the legend, when a size was last asked for
};

} // namespace protomind
