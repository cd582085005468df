// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_image.h"

#include "desktop/charts/viridis.h"
#include "desktop/live/value_colours.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Of what is not a number, where pictures are grey.
constexpr QRgb kMissingPixel = 0xffb04070;
constexpr int kLegendColours = 256;

ValueRange divergingRange(const LensPicture& picture) {
    return {picture.neutral, std::max(picture.high - picture.neutral, 1e-30f)};
}

float shareOfRange(const LensPicture& picture, float value) {
    return std::clamp((value - picture.low) / (picture.high - picture.low), 0.0f, 1.0f);
}

QImage plainImage(const LensPicture& picture, int width, int height) {
    const bool coloured = picture.values.shape.rank() == 3;
    QImage image(width, height, QImage::Format_RGB32);
    const float* value = picture.values.values.data();
    const auto level = [&picture](float number) {
        return static_cast<int>(std::lround(255 * shareOfRange(picture, number)));
    };
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x, value += coloured ? 3 : 1) {
            if (!std::isfinite(value[0]))
                line[x] = kMissingPixel;
            else if (coloured)
                line[x] = qRgb(level(value[0]), level(value[1]), level(value[2]));
            else
                line[x] = qRgb(level(value[0]), level(value[0]), level(value[0]));
        }
    }
    return image;
}

} // namespace

QImage imageOf(const LensPicture& picture, const QPalette& palette) {
    if (picture.values.shape.rank() < 2)
        return {};
    const int height = static_cast<int>(picture.values.shape[0]);
    const int width = static_cast<int>(picture.values.shape[1]);
    switch (picture.colours) {
    case PictureColours::Diverging:
        return ValueColours(palette).map(picture.values.values, width, height, divergingRange(picture));
    case PictureColours::Sequential: {
        QImage image(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < width; ++x) {
                const float value = picture.values.values[static_cast<std::size_t>(y * width + x)];
                line[x] = viridis(std::isfinite(value) ? static_cast<double>(shareOfRange(picture, value))
                                                       : std::nan(""));
            }
        }
        return image;
    }
    case PictureColours::AsItIs:
        break;
    }
    return plainImage(picture, width, height);
}

QString valueAt(const LensPicture& picture, int x, int y) {
    const auto width = static_cast<int>(picture.values.shape[1]);
    const std::size_t channels = picture.values.shape.rank() == 3 ? 3 : 1;
    const std::size_t first = static_cast<std::size_t>(y * width + x) * channels;
    QStringList numbers;
    for (std::size_t channel = 0; channel < channels; ++channel)
        numbers << shortValue(static_cast<double>(picture.values.values[first + channel]));
    return numbers.join(QStringLiteral(", "));
}

void paintLegend(QPainter& painter, const QRectF& area, const LensPicture& picture, const QPalette& palette) {
    const double line = QFontMetricsF(painter.font()).height();
    const QRectF bar(area.left(), area.top(), area.width(), std::max(4.0, area.height() - line - 2));
    LensPicture ramp{.values = HostArray(Shape{1, kLegendColours}),
                     .colours = picture.colours,
                     .low = picture.low,
                     .high = picture.high,
                     .neutral = picture.neutral};
    const bool diverging = picture.colours == PictureColours::Diverging;
    const float low = diverging ? 2 * picture.neutral - picture.high : picture.low;
    for (int i = 0; i < kLegendColours; ++i)
        ramp.values.values[static_cast<std::size_t>(i)] =
            low + (picture.high - low) * static_cast<float>(i) / (kLegendColours - 1);
    painter.drawImage(bar, imageOf(ramp, palette));
    painter.setPen(palette.color(QPalette::Text));
    const QRectF text(area.left(), bar.bottom() + 2, area.width(), line);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, shortValue(static_cast<double>(low)));
    painter.drawText(text, Qt::AlignRight | Qt::AlignTop, shortValue(static_cast<double>(picture.high)));
    if (diverging)
        painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop,
                         shortValue(static_cast<double>(picture.neutral)));
}

} // namespace protomind
