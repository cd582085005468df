// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/data_picture.h"
#include "desktop/app/predictions/prediction_view.h"

#include <optional>
#include <vector>

namespace protomind {

/// Two features and a class: the plane in the colours of the classes that the network decides for, the points
/// it is tried on on top.
class DecisionView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

protected:
    [[nodiscard]] std::int64_t choices() const override { return triedCount(); }
    [[nodiscard]] std::int64_t sampleAt(const QPointF& point) const override;
    [[nodiscard]] HostArray valuesAt(const QPointF& point) const override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void refresh() override;

private:
    /// The plane, in the coordinates of the widget.
    [[nodiscard]] QRectF square() const;
    [[nodiscard]] PlaneRange range() const;
    void paintNames(QPainter& painter, const QRectF& square) const;
    void paintLegend(QPainter& painter, const QRectF& area) const;

    QImage m_map;
    std::vector<std::optional<QPointF>> m_centres; ///< of the classes' regions, in cells
};

} // namespace protomind
