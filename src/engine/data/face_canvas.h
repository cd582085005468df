// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace protomind {

inline constexpr int kFaceSide = 32; ///< pixels of a picture
inline constexpr std::size_t kFacePixels = std::size_t{kFaceSide} * kFaceSide * 3;

/// Red, green and blue, 0..1, as a screen has them (sRGB).
using FaceColour = std::array<float, 3>;

[[nodiscard]] inline FaceColour mixed(const FaceColour& from, const FaceColour& to, float share) {
    FaceColour colour;
    for (std::size_t i = 0; i < colour.size(); ++i)
        colour[i] = from[i] + share * (to[i] - from[i]);
    return colour;
}

/// Lighter where light is above 1, towards white; darker below.
[[nodiscard]] inline FaceColour lit(const FaceColour& colour, float light) {
    constexpr FaceColour kWhite{1, 1, 1};
    if (light > 1)
        return mixed(colour, kWhite, light - 1);
    return {light * colour[0], light * colour[1], light * colour[2]};
}

/// Where things are put: the middle in pixels of the picture, turned clockwise.
struct FaceFrame {
    float x = 0;
    float y = 0;
    float cosine = 1;
    float sine = 0;
};

/// A place or a way in a frame, in pixels: x to the right, y down.
struct FacePlace {
    float x = 0;
    float y = 0;
};

/// How far a place is out of an ellipse about the origin, in pixels; below zero inside. Exact on the outline
/// to first order (its function over the length of its gradient).
[[nodiscard]] inline float distanceToEllipse(float x, float y, float radiusX, float radiusY) {
    const float u = x / radiusX;
    const float v = y / radiusY;
    const float scaled = std::sqrt(u * u + v * v);
    const float slope = std::sqrt(u * u / (radiusX * radiusX) + v * v / (radiusY * radiusY));
    return slope > 1e-6f ? scaled * (scaled - 1) / slope : -std::min(radiusX, radiusY);
}

/// The same of a stroke from the origin along a way, with a radius at its start and one at its end.
[[nodiscard]] inline float distanceToStroke(float x, float y, const FacePlace& way, float from, float to) {
    const float square = std::max(way.x * way.x + way.y * way.y, 1e-6f);
    const float along = std::clamp((x * way.x + y * way.y) / square, 0.0f, 1.0f);
    const float offX = x - along * way.x;
    const float offY = y - along * way.y;
    return std::sqrt(offX * offX + offY * offY) - (from + along * (to - from));
}

/// A picture while it is painted, layer on layer, each with smooth edges.
class FaceCanvas {
public:
    /// colour(y) for each row, y in 0..1.
    template<class ColourOfRow>
    void fill(const ColourOfRow& colour) {
        for (int row = 0; row < kFaceSide; ++row) {
            const FaceColour of = colour((static_cast<float>(row) + 0.5f) / kFaceSide);
            for (int column = 0; column < kFaceSide; ++column)
                std::ranges::copy(of, at(row, column));
        }
    }

    /// A line around what is painted, as comics have it.
    struct Edge {
        FaceColour colour{};
        float width = 0; ///< pixels
    };

    /// Paints where distance(x, y) is below 0, and the edge around it; both functions get pixels from the
    /// place in the frame, and nothing is painted farther from it than reach.
    template<class Distance, class ColourOf>
    void paint(const FaceFrame& frame, const FacePlace& place, float reach, const Edge& edge,
               const Distance& distance, const ColourOf& colourOf) {
        visit(frame, place, reach, [&](float x, float y, float* pixel) {
            const float off = distance(x, y);
            if (off >= edge.width + 0.5f)
                return;
            blend(pixel, edge.colour, edge.width + 0.5f - off);
            if (off < 0.5f)
                blend(pixel, colourOf(x, y), 0.5f - off);
        });
    }
    /// Without an edge, in a single colour; opacity below 1 lets what is under it show.
    template<class Distance>
    void paint(const FaceFrame& frame, const FacePlace& place, float reach, const Distance& distance,
               const FaceColour& colour, float opacity = 1) {
        visit(frame, place, reach, [&](float x, float y, float* pixel) {
            const float off = distance(x, y);
            if (off < 0.5f)
                blend(pixel, colour, 0.5f - off, opacity);
        });
    }

    void write(std::span<std::uint8_t, kFacePixels> picture) const {
        for (std::size_t i = 0; i < m_pixels.size(); ++i)
            picture[i] = static_cast<std::uint8_t>(std::clamp(255 * m_pixels[i] + 0.5f, 0.0f, 255.0f));
    }

private:
    static void blend(float* pixel, const FaceColour& colour, float covered, float opacity = 1) {
        const float share = opacity * std::min(covered, 1.0f);
        for (std::size_t i = 0; i < colour.size(); ++i)
            pixel[i] += share * (colour[i] - pixel[i]);
    }

    /// Every pixel near a place, with the way there from it in the frame.
    template<class Visit>
    void visit(const FaceFrame& frame, const FacePlace& place, float reach, const Visit& visitPixel) {
        const float x = frame.x + frame.cosine * place.x - frame.sine * place.y;
        const float y = frame.y + frame.sine * place.x + frame.cosine * place.y;
        const auto within = [](float at) { return std::clamp(static_cast<int>(at), 0, kFaceSide); };
        const int left = within(x - reach - 1);
        const int right = within(x + reach + 2);
        for (int row = within(y - reach - 1); row < within(y + reach + 2); ++row) {
            const float dy = static_cast<float>(row) + 0.5f - y;
            for (int column = left; column < right; ++column) {
                const float dx = static_cast<float>(column) + 0.5f - x;
                const float u = frame.cosine * dx + frame.sine * dy;
                const float v = frame.cosine * dy - frame.sine * dx;
                visitPixel(u, v, at(row, column));
            }
        }
    }

    float* at(int row, int column) {
        return m_pixels.data() + (static_cast<std::size_t>(row * kFaceSide + column) * 3);
    }

    std::array<float, kFacePixels> m_pixels;
};

} // namespace protomind
