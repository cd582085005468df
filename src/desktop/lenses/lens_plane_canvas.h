// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"
#include "studio/lens/lens_plane.h"

#include <QImage>
#include <QWidget>

#include <set>

namespace protomind {

/// A plane of a lens: its map, axes and marks, and below them what the colours of the map mean. A unit is as
/// long to the right as upwards, unless the plane would be a mere strip then. Read with the mouse.
class LensPlaneCanvas final : public QWidget {
    Q_OBJECT
public:
    explicit LensPlaneCanvas(QWidget* parent = nullptr);

    /// hidden: the names of the layers that are not painted.
    void setPlane(LensPlane plane, std::set<std::string> hidden);
    void setHidden(std::set<std::string> hidden);
    [[nodiscard]] const LensPlane& plane() const { return m_plane; }
    /// Where the numbers of the plane lie in this widget.
    [[nodiscard]] PlotAxes axes() const;
    /// The colours of the map, from low on the left to high; empty: there is no map.
    [[nodiscard]] QRectF bar() const;
    /// The coordinates at a place, and the map's number there; empty outside of the plane.
    [[nodiscard]] QString textAt(QPointF position) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    /// Whether the plane is as large as the widget's height allows, in the place of being as high as its
    /// width asks for.
    void setFitting(bool fitting);
    [[nodiscard]] bool hasHeightForWidth() const override { return !m_fitting; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// More width is of no use.
    [[nodiscard]] int widestUseful() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Where all is, at a width.
    struct Layout {
        QRectF title;
        QRectF area;
        QRectF mapTitle;
        QRectF bar;
        int height = 0;
    };
    [[nodiscard]] Layout layoutAt(int width) const;
    [[nodiscard]] Layout layoutNow() const;
    [[nodiscard]] PlotRange range() const;
    [[nodiscard]] bool hasMap() const;
    [[nodiscard]] QFont smallFont() const;
    void renewMap();
    void paintMap(QPainter& painter, const QRectF& area, const QImage& image) const;
    void paintBar(QPainter& painter, const Layout& layout) const;

    LensPlane m_plane;
    std::set<std::string> m_hidden;
    bool m_fitting = false;
    QImage m_map; ///< a pixel a number
    QImage m_ramp;
};

} // namespace protomind
