// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/digit_writer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace protomind {
namespace {

/// Curve points between two pen points: with these, a digit of 20 pixels has steps of about half a pixel.
constexpr int kStepsPerPenPoint = 5;
/// The longer side of MNIST's digits.
constexpr float kInkBox = 20.0f;
/// Half the width of the grey edge: MNIST's digits were shrunk from black and white ones five times as large.
constexpr float kEdge = 0.7f;
/// The frame's outermost pixels stay free of ink.
constexpr float kMargin = 1.0f + kEdge;

/// A curve point of Catmull and Rom's spline between b and c.
float spline(float a, float b, float c, float d, float t) {
    return 0.5f *
           (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * (b - c) + d - a) * t * t * t);
}

/// The weights of a uniform cubic B-spline's four knots at t in 0..1.
std::array<float, 4> knotWeights(float t) {
    const float u = 1 - t;
    return {u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * u * u * u - 6 * u * u + 4) / 6,
            t * t * t / 6};
}

/// A displacement of the plane that is random and smooth: uniform numbers on a coarse grid over [0, 1]^2,
/// smoothed by the B-spline in the place of Simard's Gaussian.
class SmoothDisplacement {
public:
    explicit SmoothDisplacement(RandomStream& random) {
        for (auto& knot : m_knots)
            knot = {random.uniform(-1.0f, 1.0f), random.uniform(-1.0f, 1.0f)};
    }

    [[nodiscard]] std::array<float, 2> at(float x, float y) const {
        const auto [column, columnWeights] = place(x);
        const auto [row, rowWeights] = place(y);
        std::array<float, 2> sum{};
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t j = 0; j < 4; ++j) {
                const auto& knot = m_knots[(row + i) * kKnots + column + j];
                sum[0] += rowWeights[i] * columnWeights[j] * knot[0];
                sum[1] += rowWeights[i] * columnWeights[j] * knot[1];
            }
        return sum;
    }

private:
    static constexpr std::size_t kCells = 2;
    static constexpr std::size_t kKnots = kCells + 3;

    static std::pair<std::size_t, std::array<float, 4>> place(float position) {
        const float cells = std::clamp(position, 0.0f, 1.0f) * static_cast<float>(kCells);
        const std::size_t cell = std::min(static_cast<std::size_t>(cells), kCells - 1);
        return {cell, knotWeights(cells - static_cast<float>(cell))};
    }

    std::array<std::array<float, 2>, kKnots * kKnots> m_knots{};
};

const DigitTemplate& drawTemplate(int digit, RandomStream& random) {
    const std::span<const DigitTemplate> templates = templatesOf(digit);
    float total = 0;
    for (const DigitTemplate& pattern : templates)
        total += pattern.share;
    float left = random.uniform() * total;
    for (const DigitTemplate& pattern : templates.first(templates.size() - 1)) {
        left -= pattern.share;
        if (left < 0)
            return pattern;
    }
    return templates.back();
}

} // namespace

void DigitWriter::write(int digit, float unsteadiness, RandomStream& random,
                        std::span<std::uint8_t, kPixels> image, const DigitPlacement& placement) {
    // Every sheet of paper meets careful hands and hasty ones.
    unsteadiness *= std::clamp(std::exp(0.35f * random.normal()), 0.4f, 1.6f);
    trace(drawTemplate(digit, random), unsteadiness, random);
    slant(unsteadiness, random);
    warp(unsteadiness, random);
    setWidths(unsteadiness, random);
    placeInFrame(random);
    if (placement != DigitPlacement())
        move(placement);
    draw();

    const float ink = random.uniform(0.95f, 1.0f);
    const float grain = 0.06f * std::min(unsteadiness, 2.0f);
    for (std::size_t i = 0; i < image.size(); ++i) {
        float coverage = m_coverage[i];
        if (coverage > 0)
            coverage *= ink * (1.0f - grain * random.uniform());
        image[i] = static_cast<std::uint8_t>(coverage * 255.0f + 0.5f);
    }
}

void DigitWriter::trace(const DigitTemplate& pattern, float unsteadiness, RandomStream& random) {
    constexpr float kShake = 0.010f;
    // A pen is set down and lifted with less care than it is led.
    constexpr float kEndShake = 0.04f;
    m_ink.clear();
    for (const PenStroke& stroke : pattern.strokes) {
        m_pen.assign(stroke.begin(), stroke.end());
        for (PenPoint& point : m_pen) {
            const bool end = &point == &m_pen.front() || &point == &m_pen.back();
            const float shake = (end ? kEndShake : kShake) * unsteadiness;
            point.x += shake * random.normal();
            point.y += shake * random.normal();
        }
        const std::size_t begin = m_ink.size();
        std::size_t first = 0;
        for (std::size_t i = 1; i < m_pen.size(); ++i)
            if (m_pen[i].corner || i + 1 == m_pen.size()) {
                tracePiece(std::span(m_pen).subspan(first, i - first + 1));
                first = i;
            }
        m_ink[begin].begins = true;
    }
}

void DigitWriter::tracePiece(std::span<const PenPoint> points) {
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const PenPoint& b = points[i];
        const PenPoint& c = points[i + 1];
        // Beyond its ends the curve goes on straight.
        const PenPoint a = i > 0 ? points[i - 1] : PenPoint{2 * b.x - c.x, 2 * b.y - c.y};
        const PenPoint d = i + 2 < points.size() ? points[i + 2] : PenPoint{2 * c.x - b.x, 2 * c.y - b.y};
        for (int step = i == 0 ? 0 : 1; step <= kStepsPerPenPoint; ++step) {
            const float t = static_cast<float>(step) / kStepsPerPenPoint;
            m_ink.push_back({spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)});
        }
    }
}

void DigitWriter::slant(float unsteadiness, RandomStream& random) {
    const float stretch = std::clamp(std::exp(0.18f * unsteadiness * random.normal()), 0.6f, 1.6f);
    // Most hands lean to the right.
    const float shear = std::clamp((0.16f + 0.20f * random.normal()) * unsteadiness, -0.4f, 0.7f);
    const float angle = std::clamp(0.09f * unsteadiness * random.normal(), -0.35f, 0.35f);
    const float cosine = std::cos(angle);
    const float sine = std::sin(angle);
    for (InkPoint& point : m_ink) {
        const float x = (point.x - 0.35f) * stretch - (point.y - 0.5f) * shear;
        const float y = point.y - 0.5f;
        point.x = cosine * x - sine * y;
        point.y = sine * x + cosine * y;
    }
}

void DigitWriter::warp(float unsteadiness, RandomStream& random) {
    const SmoothDisplacement displacement(random);
    const float strength = 0.20f * unsteadiness;
    for (InkPoint& point : m_ink) {
        const auto [dx, dy] = displacement.at(point.x + 0.5f, point.y + 0.5f);
        point.x += strength * dx;
        point.y += strength * dy;
    }
}

void DigitWriter::setWidths(float unsteadiness, RandomStream& random) {
    constexpr float kTypicalRadius = 1.32f;
    const float radius = kTypicalRadius * std::clamp(std::exp(0.27f * random.normal()), 0.55f, 1.75f);
    // Pressure comes and goes along the way, and the pen is lifted at its end.
    const float swing = 0.18f * std::min(unsteadiness, 2.0f) * random.uniform();
    const float waves = random.uniform(0.04f, 0.12f);
    const float phase = random.uniform(0.0f, 2.0f * std::numbers::pi_v<float>);
    const float lifted = 1.0f - 0.3f * random.uniform();
    for (std::size_t i = 0; i < m_ink.size(); ++i) {
        const bool last = i + 1 == m_ink.size() || m_ink[i + 1].begins;
        m_ink[i].radius = radius * (1.0f + swing * std::sin(phase + waves * static_cast<float>(i)));
        if (last)
            m_ink[i].radius *= lifted;
    }
}

void DigitWriter::placeInFrame(RandomStream& random) {
    float left = m_ink[0].x, right = left, top = m_ink[0].y, bottom = top, widest = 0;
    for (const InkPoint& point : m_ink) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
        widest = std::max(widest, point.radius);
    }
    const float scale =
        (kInkBox - 2 * widest) * random.uniform(0.93f, 1.0f) / std::max(right - left, bottom - top);

    float mass = 0, massX = 0, massY = 0;
    for (std::size_t i = 1; i < m_ink.size(); ++i) {
        if (m_ink[i].begins)
            continue;
        const InkPoint& a = m_ink[i - 1];
        const InkPoint& b = m_ink[i];
        const float ink = std::hypot(b.x - a.x, b.y - a.y) * (a.radius + b.radius);
        mass += ink;
        massX += ink * (a.x + b.x) / 2;
        massY += ink * (a.y + b.y) / 2;
    }
    constexpr float kCentre = DigitWriter::kSide / 2.0f;
    // The centre of mass goes to the middle, as far as that leaves all the ink inside the frame.
    const auto shifted = [&](float middle, float low, float high) {
        const float least = kMargin + widest - low * scale;
        const float most = static_cast<float>(kSide) - kMargin - widest - high * scale;
        return std::clamp(kCentre - middle * scale, least, most);
    };
    const float shiftX = shifted(massX / mass, left, right);
    const float shiftY = shifted(massY / mass, top, bottom);
    for (InkPoint& point : m_ink) {
        point.x = point.x * scale + shiftX;
        point.y = point.y * scale + shiftY;
    }
}

/// Also out of the frame, which cuts it off there.
void DigitWriter::move(const DigitPlacement& placement) {
    constexpr float kCentre = kSide / 2.0f;
    const float angle = placement.turn * std::numbers::pi_v<float> / 180;
    const float cosine = std::cos(angle) * placement.scale;
    const float sine = std::sin(angle) * placement.scale;
    for (InkPoint& point : m_ink) {
        const float x = point.x - kCentre;
        const float y = point.y - kCentre;
        point.x = cosine * x - sine * y + kCentre + placement.right;
        point.y = sine * x + cosine * y + kCentre + placement.down;
        point.radius *= placement.scale;
    }
}

void DigitWriter::draw() {
    m_coverage.fill(0.0f);
    for (std::size_t i = 1; i < m_ink.size(); ++i)
        if (!m_ink[i].begins)
            drawSegment(m_ink[i - 1], m_ink[i]);
}

void DigitWriter::drawSegment(const InkPoint& from, const InkPoint& to) {
    const float reach = std::max(from.radius, to.radius) + kEdge;
    const auto pixel = [](float position) { return std::clamp(static_cast<int>(position), 0, kSide - 1); };
    const int left = pixel(std::min(from.x, to.x) - reach);
    const int right = pixel(std::max(from.x, to.x) + reach);
    const int top = pixel(std::min(from.y, to.y) - reach);
    const int bottom = pixel(std::max(from.y, to.y) + reach);

    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float perLength = 1.0f / std::max(dx * dx + dy * dy, 1e-12f);
    for (int row = top; row <= bottom; ++row)
        for (int column = left; column <= right; ++column) {
            const float px = static_cast<float>(column) + 0.5f - from.x;
            const float py = static_cast<float>(row) + 0.5f - from.y;
            const float along = std::clamp((px * dx + py * dy) * perLength, 0.0f, 1.0f);
            const float ex = px - along * dx;
            const float ey = py - along * dy;
            const float radius = from.radius + along * (to.radius - from.radius);
            const float distance = std::sqrt(ex * ex + ey * ey);
            const float coverage = std::clamp((radius + kEdge - distance) / (2 * kEdge), 0.0f, 1.0f);
            float& seen = m_coverage[static_cast<std::size_t>(row * kSide + column)];
            seen = std::max(seen, coverage);
        }
}

} // namespace protomind
