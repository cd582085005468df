// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/card_picture.h"

#include <QWidget>

namespace protomind {

/// A point of the data, to be drawn upon a plane.
struct PlanePoint {
    float x = 0;
    float y = 0;
    int classIndex = 0;
};

/// One neuron, map, histogram or sample, large: what a tile of a card becomes while the pointer is on it.
class LargePicture final : public QWidget {
    Q_OBJECT
public:
    explicit LargePicture(QWidget* parent);

    /// title: "Neuron 3 of Dense".
    void show(const LayerPicture& picture, int tile, const QString& title, double reach);
    /// Beside a rectangle of the parent, so that it stays in sight.
    void place(const QRect& beside);
    void setPoints(std::vector<PlanePoint> points);
    [[nodiscard]] const QString& title() const { return m_title; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double axisHeight() const;
    [[nodiscard]] QRectF pictureRect() const;
    void paintPoints(QPainter& painter, const QRectF& rect) const;
    void paintLegend(QPainter& painter, const QRectF& rect, const ValueColours& colours) const;
    [[nodiscard]] QString axisText() const;

    CardPicture m_picture;
    int m_tile = 0;
    QString m_title;
    double m_reach = 1;
    std::vector<PlanePoint> m_points;
};

} // namespace protomind
