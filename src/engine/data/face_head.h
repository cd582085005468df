// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/face_canvas.h"
#include "engine/data/face_factors.h"

#include <numbers>

namespace protomind {

/// A point of a head, which is a ball of radius 1 in its own measure: x to the right of the picture, y down,
/// z to who looks at it.
struct HeadPoint {
    float x = 0;
    float y = 0;
    float z = 0;
};

/// Half the width and the height of a head, in pixels.
inline constexpr float kHeadWidth = 8.7f;
inline constexpr float kHeadHeight = 9.7f;
/// The middle of the head in the picture.
inline constexpr float kHeadX = kFaceSide / 2.0f;
inline constexpr float kHeadY = 17.8f;

/// A head that looks somewhere: which of its points are seen where. The outline stays, what lies on it moves.
class HeadView {
public:
    explicit HeadView(const FaceFactors& face) {
        constexpr float kRadian = std::numbers::pi_v<float> / 180;
        m_cosRight = std::cos(kRadian * face.right);
        m_sinRight = std::sin(kRadian * face.right);
        m_cosUp = std::cos(kRadian * face.up);
        m_sinUp = std::sin(kRadian * face.up);
        m_frame = {kHeadX, kHeadY, std::cos(kRadian * face.tilt), std::sin(kRadian * face.tilt)};
    }

    /// The frame of all that belongs to the head, with the origin in its middle.
    [[nodiscard]] const FaceFrame& frame() const { return m_frame; }

    /// A point of the head as it is turned: first up, then to the right.
    [[nodiscard]] HeadPoint turned(const HeadPoint& point) const {
        const float y = m_cosUp * point.y - m_sinUp * point.z;
        const float z = m_sinUp * point.y + m_cosUp * point.z;
        return {m_cosRight * point.x + m_sinRight * z, y, m_cosRight * z - m_sinRight * point.x};
    }
    /// Which point was turned there.
    [[nodiscard]] HeadPoint turnedBack(const HeadPoint& point) const {
        const float x = m_cosRight * point.x - m_sinRight * point.z;
        const float z = m_sinRight * point.x + m_cosRight * point.z;
        return {x, m_cosUp * point.y + m_sinUp * z, m_cosUp * z - m_sinUp * point.y};
    }
    /// The point of the face (z is found) that is seen straight from in front at x, y, and how much narrower
    /// and flatter what lies there is seen after the turn.
    struct Feature {
        FacePlace place; ///< pixels, in frame()
        float width = 1;
        float height = 1;
    };
    [[nodiscard]] Feature feature(float x, float y) const {
        const float z = std::sqrt(std::max(0.0f, 1 - x * x - y * y));
        const HeadPoint at = turned({x, y, z});
        // Along each axis a piece of the surface is seen as wide as its normal is turned from that axis; over
        // how wide it was from in front.
        const auto seen = [](float now, float before) {
            return std::clamp(std::sqrt(std::max(0.0f, 1 - now * now) / (1 - before * before)), 0.45f, 1.15f);
        };
        return {{kHeadWidth * at.x, kHeadHeight * at.y}, seen(at.x, x), seen(at.y, y)};
    }
    [[nodiscard]] static FacePlace placeOf(const HeadPoint& turned) {
        return {kHeadWidth * turned.x, kHeadHeight * turned.y};
    }

private:
    FaceFrame m_frame;
    float m_cosRight = 1;
    float m_sinRight = 0;
    float m_cosUp = 1;
    float m_sinUp = 0;
};

/// How far a place in the head's frame is out of its outline, in pixels: an ellipse with a narrower jaw.
[[nodiscard]] inline float distanceToHead(float x, float y) {
    const float down = std::max(0.0f, y / kHeadHeight);
    return distanceToEllipse(x, y, kHeadWidth * (1 - 0.15f * down * down), kHeadHeight);
}

} // namespace protomind
