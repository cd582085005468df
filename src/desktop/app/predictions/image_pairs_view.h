// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/predictions/prediction_view.h"

namespace protomind {

/// Pictures in, pictures out: each sample with what should come out for it and what does, side by side.
class ImagePairsView final : public PredictionView {
    Q_OBJECT
public:
    using PredictionView::PredictionView;
    [[nodiscard]] HostArray question() const override;
    [[nodiscard]] QString describe() const override;

    /// Whether the targets are pictures.
    [[nodiscard]] static bool suits(const LoadedData& data);

protected:
    [[nodiscard]] bool asksAboutTried() const override { return true; }
    [[nodiscard]] std::int64_t choices() const override;
    [[nodiscard]] std::int64_t sampleAt(const QPointF& point) const override;
    [[nodiscard]] int rowLength() const override;
    void refresh() override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// How large a sample's three pictures are and how many samples stand side by side, as the room allows.
    struct Places {
        double side = 0;
        int columns = 1;
        int rows = 1;
    };
    [[nodiscard]] Places places() const;
    [[nodiscard]] double headHeight() const;
    /// Of its three pictures.
    [[nodiscard]] QRectF area(const Places& places, std::int64_t index) const;
    [[nodiscard]] QImage picture(std::span<const float> values) const;
    void paintHead(QPainter& painter, const Places& places) const;

    float m_reach = 1; ///< nearly all numbers that should come out: one scale for all pictures
};

} // namespace protomind
