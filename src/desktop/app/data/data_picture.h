// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "engine/train/output_reading.h"

#include <QImage>
#include <QPalette>
#include <QRectF>

#include <optional>

class QPainter;

namespace protomind {

// Samples as pictures. These functions only paint: they may run on any thread.

/// The part of the plane that is shown: about the origin, with a little room around the points.
struct PlaneRange {
    double reach = 1; ///< x from -reach to reach
    double low = -1;  ///< y
    double high = 1;
    [[nodiscard]] QPointF map(double x, double y, const QRectF& area) const;
    [[nodiscard]] QPointF unmap(QPointF position, const QRectF& area) const;
};
/// Of points with two features.
[[nodiscard]] PlaneRange planeRange(const HostArray& samples);
/// Of numbers with a number each: x and target.
[[nodiscard]] PlaneRange lineRange(const SampleBatch& batch);

/// A grey or RGB image of [H, W, 1] or [H, W, 3] values, 0..1.
[[nodiscard]] QImage sampleImage(std::span<const float> values, const Shape& shape);

/// Each with the mark of its class.
void paintPlanePoints(QPainter& painter, const QRectF& area, const PlaneRange& range,
                      const SampleBatch& batch, const QPalette& palette);
void paintLinePoints(QPainter& painter, const QRectF& area, const PlaneRange& range, const SampleBatch& batch,
                     const QColor& colour);
/// Where images stand in rows, as large as fit and no smaller than this, of atMost as many as fit.
[[nodiscard]] std::vector<QRectF> imagePlaces(const QRectF& area, const SampleBatch& batch,
                                              const Shape& shape, int atMost, double smallest);
/// The images in those places; says how many were shown.
int paintImages(QPainter& painter, const QRectF& area, const SampleBatch& batch, const Shape& shape,
                int atMost, double smallest);

/// The data at a glance, for a card.
[[nodiscard]] QImage dataThumbnail(const LoadedData& data, QSize size, double devicePixelRatio,
                                   const QPalette& palette);

/// The answers of a network on a square grid of points, first row on top, as a map in the colours of the
/// classes: probabilities blend them; of scores the largest wins, with a border as wide as its lead is less
/// than one. Empty where they are not side * side answers.
[[nodiscard]] QImage decisionMap(const HostArray& outputs, const OutputReading& reading, int side,
                                 int classes, const QColor& ground);
/// Where the name of each class stands well in such a map: the middle of the cell that is deepest inside of
/// what is decided for it, in cells from the top left; none where it is nowhere two cells deep.
[[nodiscard]] std::vector<std::optional<QPointF>>
regionCentres(const HostArray& outputs, const OutputReading& reading, int side, int classes);
/// The points that such a map asks about: [side * side, 2].
[[nodiscard]] HostArray decisionGrid(const PlaneRange& range, int side);

} // namespace protomind
