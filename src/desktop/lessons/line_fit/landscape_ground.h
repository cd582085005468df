// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/landscape.h"
#include "desktop/lessons/line_fit/line_fit.h"

#include <QFont>
#include <QPalette>
#include <QPixmap>

namespace protomind {

/// What lies still in the picture of the landscape while only the line moves: the heat map with its contours,
/// the axes, and the scale. Painted anew only where points, window, size or look are other ones.
class LandscapeGround {
public:
    struct Look {
        QSize size;
        double pixelRatio = 1;
        QFont font;
        QPalette palette;
        QString lossTitle;
        bool operator==(const Look&) const = default;
    };

    /// Brings everything up to date.
    void update(const LineFit& fit, const LandscapeWindow& window, const Look& look);

    [[nodiscard]] const QPixmap& pixmap() const { return m_pixmap; }
    [[nodiscard]] const PlotAxes& axes() const { return m_axes; }
    [[nodiscard]] const LossScale& scale() const { return m_scale; }
    /// The bar of the scale.
    [[nodiscard]] const QRectF& legend() const { return m_legend; }
    [[nodiscard]] static PlotAxes axesFor(const LandscapeWindow& window, const Look& look);
    /// How often it was painted: for tests of what is kept.
    [[nodiscard]] int paintings() const { return m_paintings; }

private:
    void paint(const LineLoss& loss, const Look& look);
    void paintContours(QPainter& painter, const LineLoss& loss) const;
    void paintLegend(QPainter& painter, const Look& look) const;

    Look m_look;
    LandscapeWindow m_window;
    int m_pointsVersion = -1;
    PlotAxes m_axes;
    LossScale m_scale;
    QRectF m_legend;
    QPixmap m_pixmap;
    int m_paintings = 0;
};

/// The heat map alone: one pixel a cell.
[[nodiscard]] QImage heatMap(const LineLoss& loss, const PlotRange& range, const LossScale& scale,
                             int columns, int rows);

/// A contour's places on the picture.
[[nodiscard]] QPolygonF placed(const QPolygonF& values, const PlotAxes& axes);

} // namespace protomind
