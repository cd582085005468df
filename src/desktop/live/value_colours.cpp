// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/value_colours.h"

#include "desktop/words/shown_number.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr QRgb kBelow = 0x2166ac;
constexpr QRgb kAbove = 0xe08214;
/// The same, to be seen on a dark ground.
constexpr QRgb kBelowOnDark = 0x5aa2e6;
constexpr QRgb kAboveOnDark = 0xf2a33c;

QColor blend(const QColor& a, const QColor& b, double share) {
    const auto one = [share](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return QColor(one(a.red(), b.red()), one(a.green(), b.green()), one(a.blue(), b.blue()));
}

} // namespace

ValueRange ValueRange::around(float neutral, float low, float high) {
    const float reach = std::max(high - neutral, neutral - low);
    return {neutral, std::isfinite(reach) && reach > 0 ? reach : 1.0f};
}

ValueColours::ValueColours(const QPalette& palette)
    : m_ground(palette.color(QPalette::Base))
    , m_text(palette.color(QPalette::Text))
    , m_dark(palette.color(QPalette::Window).lightness() < 128) {
    if (m_dark)
        m_ground = blend(m_ground, Qt::white, 0.06);
    m_muted = blend(m_ground, m_text, 0.66);
    m_missing = blend(m_ground, m_text, 0.4).rgb();
    const QColor below = QColor::fromRgb(m_dark ? kBelowOnDark : kBelow);
    const QColor above = QColor::fromRgb(m_dark ? kAboveOnDark : kAbove);
    constexpr int kMiddle = kSteps / 2;
    for (int i = 0; i < kSteps; ++i) {
        const double share = std::abs(i - kMiddle) / double(kMiddle);
        m_table[std::size_t(i)] = blend(m_ground, i < kMiddle ? below : above, share).rgb();
    }
}

QRgb ValueColours::at(float position) const {
    if (std::isnan(position))
        return m_missing;
    const float cut = std::clamp(position, -1.0f, 1.0f);
    return m_table[std::size_t(std::lround((cut + 1) * (kSteps - 1) / 2))];
}

QColor ValueColours::line(float position) const {
    if (std::isnan(position))
        return QColor::fromRgb(m_missing);
    const float share = 0.35f + 0.65f * std::min(std::abs(position), 1.0f);
    return blend(m_ground, position < 0 ? below() : above(), share);
}

QImage ValueColours::map(std::span<const float> values, int width, int height,
                         const ValueRange& range) const {
    QImage image(width, height, QImage::Format_RGB32);
    const float scale = (kSteps - 1) / 2.0f;
    auto value = values.begin();
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x, ++value) {
            const float position = range.position(*value);
            const float cut = position < -1 ? -1 : position > 1 ? 1 : position;
            line[x] = cut == cut ? m_table[std::size_t((cut + 1) * scale + 0.5f)] : m_missing;
        }
    }
    return image;
}

QImage pictureOfSample(std::span<const float> values, int width, int height, int channels) {
    QImage image(width, height, QImage::Format_RGB32);
    const auto level = [](float value) {
        return value == value ? int(std::clamp(value, 0.0f, 1.0f) * 255 + 0.5f) : 0;
    };
    auto value = values.begin();
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x, value += channels) {
            const int red = level(value[0]);
            line[x] = channels == 3 ? qRgb(red, level(value[1]), level(value[2])) : qRgb(red, red, red);
        }
    }
    return image;
}

QString shortValue(double value) {
    if (!std::isfinite(value))
        return std::isnan(value) ? QStringLiteral("NaN") : QStringLiteral("∞");
    QString text = shownNumber(value, 'g', 3);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

} // namespace protomind
