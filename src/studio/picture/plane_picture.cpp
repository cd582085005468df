// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/picture/plane_picture.h"

#include "studio/lens/lens_result.h"
#include "studio/picture/lens_colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace protomind {

namespace {

using Ink = std::array<float, 3>;

struct Dot {
    double x = 0;
    double y = 0;
};
using Outline = std::vector<Dot>;

constexpr Ink inkOf(std::uint32_t rgb) {
    return {static_cast<float>(rgb >> 16 & 255) / 255, static_cast<float>(rgb >> 8 & 255) / 255,
            static_cast<float>(rgb & 255) / 255};
}
/// The window's colours of classes.
constexpr std::array kInks{inkOf(0x0072b2), inkOf(0xe69f00), inkOf(0x65f1ee), inkOf(0xd1879b),
                           inkOf(0x05b2ff), inkOf(0xb05610), inkOf(0xe7ebbb), inkOf(0x2d1e69),
                           inkOf(0x67635d), inkOf(0x4e2600)};
constexpr Ink kDark{0.1f, 0.1f, 0.1f};
constexpr Ink kWhite{1, 1, 1};
constexpr Ink kFrame{0.6f, 0.6f, 0.6f};
/// How much of its colour a map keeps under marks, and how dark a line at least is on white.
constexpr float kUnderMarks = 0.6f;
constexpr float kLightestLine = 0.6f;
constexpr double kArrowHalf = 0.9;
constexpr double kCurveHalf = 0.6;
constexpr double kHaloHalf = 2.4;
constexpr double kHeadLength = 8;
constexpr double kHeadHalf = 3.6;
constexpr double kRim = 0.9; ///< about a point
constexpr int kFiner = 4;    ///< places in a pixel that are looked at, in each direction

std::size_t inkIndex(int colour) {
    return static_cast<std::size_t>(std::max(0, colour)) % kInks.size();
}

/// Corners evenly about the origin; the first one at an angle in degrees (0: right, 90: up).
Outline evenCorners(int corners, double radius, double firstAngle, double inner = 0) {
    Outline outline;
    const int all = inner > 0 ? 2 * corners : corners;
    for (int corner = 0; corner < all; ++corner) {
        const double angle = (firstAngle / 180 + 2.0 * corner / all) * std::numbers::pi;
        const double far = inner > 0 && corner % 2 == 1 ? inner : radius;
        outline.push_back({far * std::cos(angle), -far * std::sin(angle)});
    }
    return outline;
}

Outline plusOutline(double degrees) {
    constexpr double kReach = 1.12;
    constexpr double kHalf = 0.38;
    Outline outline{{-kHalf, -kReach}, {kHalf, -kReach}, {kHalf, -kHalf},   {kReach, -kHalf},
                    {kReach, kHalf},   {kHalf, kHalf},   {kHalf, kReach},   {-kHalf, kReach},
                    {-kHalf, kHalf},   {-kReach, kHalf}, {-kReach, -kHalf}, {-kHalf, -kHalf}};
    const double cosine = std::cos(degrees / 180 * std::numbers::pi);
    const double sine = std::sin(degrees / 180 * std::numbers::pi);
    for (Dot& dot : outline)
        dot = {cosine * dot.x - sine * dot.y, sine * dot.x + cosine * dot.y};
    return outline;
}

/// The window's shapes of classes, one a colour.
const Outline& markOf(int colour) {
    static const std::array<Outline, kInks.size()> all{
        evenCorners(24, 1, 0),          evenCorners(4, 1.25, 45),  evenCorners(3, 1.25, 90),
        evenCorners(4, 1.25, 0),        evenCorners(3, 1.25, 270), plusOutline(0),
        evenCorners(5, 1.25, 90, 0.55), plusOutline(45),           evenCorners(3, 1.25, 0),
        evenCorners(3, 1.25, 180)};
    return all[inkIndex(colour)];
}

bool isInside(const Outline& outline, Dot at) {
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Dot& a = outline[i];
        const Dot& b = outline[j];
        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

/// The part of a line within the picture and a little around it (Liang and Barsky, 1984).
std::optional<std::pair<Dot, Dot>> cutTo(double width, double height, Dot from, Dot to) {
    constexpr double kAround = 20;
    double first = 0;
    double last = 1;
    const auto cut = [&](double step, double room) {
        if (step == 0)
            return room >= 0;
        if (step < 0)
            first = std::max(first, room / step);
        else
            last = std::min(last, room / step);
        return first <= last;
    };
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    if (!std::isfinite(x) || !std::isfinite(y) || !cut(-x, from.x + kAround) ||
        !cut(x, width + kAround - from.x) || !cut(-y, from.y + kAround) || !cut(y, height + kAround - from.y))
        return std::nullopt;
    return std::pair(Dot{from.x + first * x, from.y + first * y}, Dot{from.x + last * x, from.y + last * y});
}

class Drawing {
public:
    explicit Drawing(const LensPlane& plane)
        : m_plane(plane) {
        const PlanePictureSize size = planePictureSize(plane);
        m_picture = {.width = size.width, .height = size.height, .channels = 3, .pixels = {}};
        m_picture.pixels.assign(static_cast<std::size_t>(size.width * size.height * 3), 1);
    }

    void map() {
        const Shape& shape = m_plane.map.shape;
        if (shape.rank() != 2 || shape[0] == 0 || shape[1] == 0)
            return;
        LensPicture colours{.values = m_plane.map, .colours = PictureColours::Diverging};
        colours.low = m_plane.mapLow;
        colours.high = m_plane.mapHigh;
        colours.neutral = (m_plane.mapLow + m_plane.mapHigh) / 2;
        const Picture map = coloured(colours);
        const float share = m_plane.layers.empty() ? 1 : kUnderMarks;
        for (std::int64_t y = 0; y < m_picture.height; ++y) {
            for (std::int64_t x = 0; x < m_picture.width; ++x) {
                const std::int64_t from =
                    y * map.height / m_picture.height * map.width + x * map.width / m_picture.width;
                const auto* colour = map.pixels.data() + 3 * from;
                lay(x, y, {colour[0], colour[1], colour[2]}, share);
            }
        }
    }

    void frame() {
        for (std::int64_t x = 0; x < m_picture.width; ++x)
            for (const std::int64_t y : {std::int64_t{0}, m_picture.height - 1})
                lay(x, y, kFrame, 1);
        for (std::int64_t y = 0; y < m_picture.height; ++y)
            for (const std::int64_t x : {std::int64_t{0}, m_picture.width - 1})
                lay(x, y, kFrame, 1);
    }

    void layer(const PlaneLayer& layer) {
        const Shape& shape = layer.at.shape;
        if (layer.marks == PlaneMarks::Points && shape.rank() == 2 && shape[1] == 2)
            points(layer);
        else if (layer.marks == PlaneMarks::Arrows && shape.rank() == 2 && shape[1] == 4)
            arrows(layer);
        else if (layer.marks == PlaneMarks::Curves && shape.rank() == 3 && shape[2] == 2)
            curves(layer);
    }

    [[nodiscard]] Picture take() { return std::move(m_picture); }

private:
    void lay(std::int64_t x, std::int64_t y, const Ink& ink, float share) {
        auto* pixel = m_picture.pixels.data() + 3 * (y * m_picture.width + x);
        for (std::size_t channel = 0; channel < ink.size(); ++channel)
            pixel[channel] += (ink[channel] - pixel[channel]) * share;
    }

    /// Whole pixels from low to high that are in the picture.
    static std::pair<std::int64_t, std::int64_t> pixels(double low, double high, std::int64_t size) {
        const auto most = static_cast<double>(size - 1);
        return {static_cast<std::int64_t>(std::clamp(std::floor(low), 0.0, most)),
                static_cast<std::int64_t>(std::clamp(std::floor(high), 0.0, most))};
    }

    [[nodiscard]] Dot place(const float* at) const {
        const auto share = [](float value, float low, float high) {
            return (static_cast<double>(value) - static_cast<double>(low)) /
                   (static_cast<double>(high) - static_cast<double>(low));
        };
        return {share(at[0], m_plane.left, m_plane.right) * static_cast<double>(m_picture.width),
                (1 - share(at[1], m_plane.bottom, m_plane.top)) * static_cast<double>(m_picture.height)};
    }

    void fill(const Outline& outline, const Ink& ink) {
        const auto [left, right] = std::ranges::minmax(outline, {}, &Dot::x);
        const auto [top, bottom] = std::ranges::minmax(outline, {}, &Dot::y);
        const auto [firstX, lastX] = pixels(left.x, right.x, m_picture.width);
        const auto [firstY, lastY] = pixels(top.y, bottom.y, m_picture.height);
        for (std::int64_t y = firstY; y <= lastY; ++y) {
            for (std::int64_t x = firstX; x <= lastX; ++x) {
                int inside = 0;
                for (int part = 0; part < kFiner * kFiner; ++part)
                    inside += isInside(outline, {static_cast<double>(x) + (part % kFiner + 0.5) / kFiner,
                                                 static_cast<double>(y) +
                                                     (static_cast<double>(part / kFiner) + 0.5) / kFiner})
                                  ? 1
                                  : 0;
                lay(x, y, ink, static_cast<float>(inside) / (kFiner * kFiner));
            }
        }
    }

    void line(Dot from, Dot to, double half, const Ink& ink, float strength = 1) {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        const double reach = half + 1;
        const auto [firstX, lastX] =
            pixels(std::min(from.x, to.x) - reach, std::max(from.x, to.x) + reach, m_picture.width);
        const auto [firstY, lastY] =
            pixels(std::min(from.y, to.y) - reach, std::max(from.y, to.y) + reach, m_picture.height);
        for (std::int64_t y = firstY; y <= lastY; ++y) {
            for (std::int64_t x = firstX; x <= lastX; ++x) {
                const Dot at{static_cast<double>(x) + 0.5 - from.x, static_cast<double>(y) + 0.5 - from.y};
                const double along =
                    length > 0
                        ? std::clamp((at.x * (to.x - from.x) + at.y * (to.y - from.y)) / (length * length),
                                     0.0, 1.0)
                        : 0;
                const double apart =
                    std::hypot(at.x - along * (to.x - from.x), at.y - along * (to.y - from.y));
                const double share = std::clamp(half + 0.5 - apart, 0.0, 1.0);
                lay(x, y, ink, strength * static_cast<float>(share));
            }
        }
    }

    void points(const PlaneLayer& layer) {
        const std::int64_t count = layer.at.shape[0];
        const double radius = count <= 60 ? 6 : count <= 600 ? 4 : 2.6;
        const Outline& mark = markOf(layer.colour);
        const auto markAt = [&](Dot centre, double size) {
            Outline outline = mark;
            for (Dot& dot : outline)
                dot = {centre.x + size * dot.x, centre.y + size * dot.y};
            return outline;
        };
        for (std::int64_t i = 0; i < count; ++i) {
            const Dot at = place(layer.at.values.data() + 2 * i);
            const bool isHere = at.x >= -radius && at.x <= static_cast<double>(m_picture.width) + radius &&
                                at.y >= -radius && at.y <= static_cast<double>(m_picture.height) + radius;
            if (!isHere)
                continue;
            fill(markAt(at, radius + kRim), kDark);
            fill(markAt(at, radius), kInks[inkIndex(layer.colour)]);
        }
    }

    /// Of a line: dark enough for white.
    static Ink lineInk(int colour) {
        Ink ink = kInks[inkIndex(colour)];
        const float light = 0.2126f * ink[0] + 0.7152f * ink[1] + 0.0722f * ink[2];
        for (float& part : ink)
            part *= std::min(1.0f, kLightestLine / std::max(light, 1e-3f));
        return ink;
    }

    [[nodiscard]] auto cutHere(Dot from, Dot to) const {
        return cutTo(static_cast<double>(m_picture.width), static_cast<double>(m_picture.height), from, to);
    }

    void arrows(const PlaneLayer& layer) {
        const Ink ink = lineInk(layer.colour);
        for (std::int64_t i = 0; i < layer.at.shape[0]; ++i) {
            const auto* at = layer.at.values.data() + 4 * i;
            const auto cut = cutHere(place(at), place(at + 2));
            if (!cut)
                continue;
            const auto [from, to] = *cut;
            const double length = std::hypot(to.x - from.x, to.y - from.y);
            line(from, to, kHaloHalf, kWhite, 0.6f);
            if (length < 1e-6) {
                line(from, to, kHaloHalf, ink);
                continue;
            }
            const double head = std::min(kHeadLength, 0.6 * length);
            const Dot along{(to.x - from.x) / length, (to.y - from.y) / length};
            const Dot neck{to.x - head * along.x, to.y - head * along.y};
            line(from, neck, kArrowHalf, ink);
            const double half = kHeadHalf * head / kHeadLength;
            fill({to,
                  {neck.x - half * along.y, neck.y + half * along.x},
                  {neck.x + half * along.y, neck.y - half * along.x}},
                 ink);
        }
    }

    void curves(const PlaneLayer& layer) {
        const Ink ink = lineInk(layer.colour);
        const std::int64_t count = layer.at.shape[1];
        for (std::int64_t curve = 0; curve < layer.at.shape[0]; ++curve) {
            for (std::int64_t i = 1; i < count; ++i) {
                const auto* at = layer.at.values.data() + 2 * (curve * count + i);
                if (const auto cut = cutHere(place(at - 2), place(at)))
                    line(cut->first, cut->second, kCurveHalf, ink);
            }
        }
    }

    const LensPlane& m_plane;
    Picture m_picture;
};

} // namespace

PlanePictureSize planePictureSize(const LensPlane& plane) {
    const double ratio = (static_cast<double>(plane.right) - static_cast<double>(plane.left)) /
                         (static_cast<double>(plane.top) - static_cast<double>(plane.bottom));
    const double cut = std::isfinite(ratio) ? std::clamp(ratio, 0.25, 4.0) : 1;
    const auto side = static_cast<double>(kPlanePictureSide);
    return {std::llround(std::min(side, side * cut)), std::llround(std::min(side, side / cut))};
}

Picture planePicture(const LensPlane& plane) {
    Drawing drawing(plane);
    drawing.map();
    for (const PlaneLayer& layer : plane.layers) {
        if (layer.shown)
            drawing.layer(layer);
    }
    drawing.frame();
    return drawing.take();
}

} // namespace protomind
