// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPalette>

#include <array>
#include <span>

namespace protomind {

/// Which numbers the two ends of the colours stand for.
struct ValueRange {
    float neutral = 0;
    float reach = 1; ///< above and below it; more than 0

    /// A range around neutral that all values between low and high lie in.
    [[nodiscard]] static ValueRange around(float neutral, float low, float high);
    /// -1 .. 1; NaN stays NaN.
    [[nodiscard]] float position(float value) const { return (value - neutral) / reach; }
};

/// Numbers as colours: blue below the neutral number, orange above it, the ground of the theme between. Told
/// apart by people who see colours differently as well.
class ValueColours {
public:
    explicit ValueColours(const QPalette& palette = {});

    [[nodiscard]] QRgb at(float position) const;
    [[nodiscard]] QColor below() const { return QColor::fromRgb(m_table.front()); }
    [[nodiscard]] QColor above() const { return QColor::fromRgb(m_table.back()); }
    /// A colour for a line of a weight: as at(), but never lost on the ground.
    [[nodiscard]] QColor line(float position) const;
    [[nodiscard]] QColor text() const { return m_text; }
    [[nodiscard]] QColor muted() const { return m_muted; }
    [[nodiscard]] QColor ground() const { return m_ground; }
    [[nodiscard]] bool dark() const { return m_dark; }

    /// Row by row from the top; values has width * height numbers.
    [[nodiscard]] QImage map(std::span<const float> values, int width, int height,
                             const ValueRange& range) const;

private:
    static constexpr int kSteps = 255; ///< odd: one is exactly neutral
    std::array<QRgb, kSteps> m_table{};
    QRgb m_missing = 0; ///< of what is not a number
    QColor m_ground;
    QColor m_text;
    QColor m_muted;
    bool m_dark = false;
};

/// A sample of an image set: grey for one channel, else RGB; values 0..1, [height, width, channels].
[[nodiscard]] QImage pictureOfSample(std::span<const float> values, int width, int height, int channels);

/// "0.731", "-1.2e-05": three figures, with a minus sign that reads well.
[[nodiscard]] QString shortValue(double value);

} // namespace protomind
