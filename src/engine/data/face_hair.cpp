// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/face_hair.h"

#include "engine/data/face_colours.h"

#include <vector>

namespace protomind {
namespace {

float smoothStep(float from, float to, float value) {
    const float t = std::clamp((value - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

/// The hair that lies on a head: how thick it is, and where it ends, as y of the head.
struct HairCap {
    float thick = 1.08f; ///< times the head's size
    float front = -0.5f; ///< the hairline over the nose
    float rise = 0;      ///< added with x: a parting at the side
    float fall = 0;      ///< added with x squared
    float spread = 0;    ///< added with |x|: a parting in the middle
    float side = 0;      ///< over the ears
    float back = 0.5f;   ///< at the neck
};

HairCap capOf(HairStyle hair) {
    switch (hair) {
    case HairStyle::Short:
        return {.thick = 1.09f, .front = -0.52f, .rise = 0.25f, .side = -0.02f};
    case HairStyle::Spiky:
        return {.thick = 1.04f, .front = -0.56f, .fall = -0.1f, .side = -0.08f};
    case HairStyle::Curly:
        return {.thick = 1.1f, .front = -0.56f, .fall = 0.2f, .side = 0.3f, .back = 0.7f};
    case HairStyle::Bob:
        return {.thick = 1.15f, .front = -0.34f, .side = 0.66f, .back = 0.7f};
    case HairStyle::Long:
        return {.thick = 1.13f, .front = -0.82f, .spread = 0.85f, .side = 0.7f, .back = 0.7f};
    case HairStyle::Bun:
        return {.thick = 1.05f, .front = -0.66f, .fall = 0.35f, .side = -0.05f};
    case HairStyle::Pigtails:
        return {.thick = 1.07f, .front = -0.72f, .spread = 0.5f, .side = -0.02f};
    case HairStyle::Bald:
        break;
    }
    return {};
}

/// How far a point of the head is within the hair, in the head's measure.
float within(const HairCap& cap, const HeadPoint& at) {
    const float inFront = cap.front + cap.rise * at.x + cap.fall * at.x * at.x + cap.spread * std::abs(at.x);
    // How much it looks forward, up and down apart.
    const float forward = at.z / std::sqrt(at.x * at.x + at.z * at.z + 1e-6f);
    const float beside = inFront + (cap.side - inFront) * smoothStep(0.8f, 0.55f, forward);
    return beside + (cap.back - beside) * smoothStep(0.0f, -0.3f, forward) - at.y;
}

/// The roots of curls all over a head but its face, ring by ring from the top.
const std::vector<HeadPoint>& curlRoots() {
    static const std::vector<HeadPoint> all = [] {
        std::vector<HeadPoint> roots;
        constexpr float kHalfTurn = std::numbers::pi_v<float>;
        // farthest: from the back of the head, either way.
        const auto ring = [&](float y, int count, float farthest, float phase) {
            const float radius = std::sqrt(1 - y * y);
            for (int i = 0; i < count; ++i) {
                const float share = (static_cast<float>(i) + phase) / static_cast<float>(count);
                const float angle = kHalfTurn * (2 * share - 1);
                if (std::abs(angle) <= farthest)
                    roots.push_back({radius * std::sin(angle), y, -radius * std::cos(angle)});
            }
        };
        ring(-0.97f, 3, kHalfTurn, 0.5f);
        ring(-0.72f, 9, kHalfTurn, 0.5f);
        ring(-0.3f, 13, 2.0f, 0.5f);
        ring(0.1f, 13, 1.75f, 0.0f);
        ring(0.45f, 12, 1.65f, 0.5f);
        return roots;
    }();
    return all;
}

float distanceToCircle(float x, float y, float radius) {
    return std::sqrt(x * x + y * y) - radius;
}

float distanceToRoundedBox(float x, float y, float halfWidth, float halfHeight, float corner) {
    const float u = std::abs(x) - halfWidth + corner;
    const float v = std::abs(y) - halfHeight + corner;
    return distanceToCircle(std::max(u, 0.0f), std::max(v, 0.0f), corner) + std::min(std::max(u, v), 0.0f);
}

/// Which of two layers something belongs to.
enum class HairLayer { Behind, Before };

struct HairPainter {
    FaceCanvas& canvas;
    const HeadView& head;
    const FaceColour colour;
    const FaceCanvas::Edge edge;

    HairPainter(FaceCanvas& on, const HeadView& of, const FaceFactors& face)
        : canvas(on)
        , head(of)
        , colour(hairColourOf(face.hairColour))
        , edge{lit(colour, 0.62f), 0.55f} {}

    /// Lighter to the left and above, as everything in the picture.
    [[nodiscard]] auto shaded(float light, float byX, float byY) const {
        return [this, light, byX, byY](float x, float y) { return lit(colour, light - byX * x - byY * y); };
    }

    void cap(const HairCap& cap, HairLayer layer) {
        const float width = kHeadWidth * cap.thick;
        const float height = kHeadHeight * cap.thick;
        const float front = layer == HairLayer::Before ? 1 : -1;
        const auto distance = [&](float x, float y) {
            const float outside = distanceToEllipse(x, y, width, height);
            // Far outside, and behind the head, nothing is seen of it.
            if (outside > 2 || (layer == HairLayer::Behind && distanceToHead(x, y) < -1))
                return std::max(outside, 2.0f);
            const float u = x / width;
            const float v = y / height;
            const float z = std::sqrt(std::max(0.0f, 1 - u * u - v * v));
            const float hair = within(cap, head.turnedBack({u, v, front * z}));
            return std::max(outside, -0.9f * kHeadHeight * hair);
        };
        // Strands catch the light on the top of a head.
        const auto strands = [&](float x, float y) {
            if (layer == HairLayer::Behind)
                return lit(colour, 0.75f);
            const float u = x / kHeadWidth;
            const float v = y / kHeadHeight;
            const float shine =
                std::max(0.0f, 1 - 9 * (v + 0.8f) * (v + 0.8f) - 1.5f * (u + 0.25f) * (u + 0.25f));
            return lit(colour, 1 + 0.3f * shine - 0.12f * std::max(0.0f, u + v));
        };
        canvas.paint(head.frame(), {}, height + 1, edge, distance, strands);
    }

    void curls(HairLayer layer) {
        constexpr float kRadius = 2.2f;
        constexpr float kOut = 1.12f; // of the head
        for (const HeadPoint& root : curlRoots()) {
            const HeadPoint at = head.turned({kOut * root.x, kOut * root.y, kOut * root.z});
            if ((at.z > 0) == (layer == HairLayer::Before))
                canvas.paint(
                    head.frame(), HeadView::placeOf(at), kRadius + 0.6f, edge,
                    [](float x, float y) { return distanceToCircle(x, y, kRadius); },
                    shaded(1.03f, 0.07f, 0.07f));
        }
    }

    /// Three rows of seven, from the back to the front, each from the left to the right.
    void spikes(HairLayer layer) {
        for (const float z : {-0.5f, 0.1f, 0.55f})
            for (int i = -3; i <= 3; ++i) {
                const float angle = 0.42f * static_cast<float>(i) + (z < 0 ? 0.21f : 0.0f);
                const float ring = std::sqrt(1 - z * z);
                const HeadPoint root =
                    head.turned({0.9f * ring * std::sin(angle), -0.9f * ring * std::cos(angle), 0.9f * z});
                const HeadPoint tip = head.turned({1.45f * ring * std::sin(1.05f * angle),
                                                   -1.45f * ring * std::cos(angle) - 0.05f, 1.2f * z});
                if ((root.z > 0.3f) == (layer == HairLayer::Before))
                    lock(HeadView::placeOf(root), HeadView::placeOf(tip), 1.9f, 0.1f,
                         shaded(1.08f, 0.03f, 0));
            }
    }

    /// A straight one with a radius at its root and one at its tip.
    template<class ColourOf>
    void lock(const FacePlace& root, const FacePlace& tip, float thick, float thin,
              const ColourOf& colourOf) {
        const FacePlace half{(tip.x - root.x) / 2, (tip.y - root.y) / 2};
        const FacePlace way{2 * half.x, 2 * half.y};
        canvas.paint(
            head.frame(), {root.x + half.x, root.y + half.y}, std::hypot(half.x, half.y) + thick + edge.width,
            edge,
            [&](float x, float y) { return distanceToStroke(x + half.x, y + half.y, way, thick, thin); },
            colourOf);
    }

    void tails(const FaceColour& tie, HairLayer layer) {
        for (const float toSide : {-1.0f, 1.0f}) {
            const HeadPoint at = head.turned({1.12f * toSide, -0.15f, -0.15f});
            if ((at.z > 0.25f) != (layer == HairLayer::Before))
                continue;
            const FacePlace place = HeadView::placeOf(at);
            const FacePlace way{1.8f * toSide, 7.6f};
            const auto tail = [&](float x, float y) {
                const float t = std::clamp(y / way.y, 0.0f, 1.0f);
                const float belly = 4.2f * t * (1 - t);
                return distanceToStroke(x, y, way, 1.7f + belly, 0.8f + belly);
            };
            canvas.paint(head.frame(), place, 10, edge, tail, shaded(1.06f, 0.05f, 0));
            canvas.paint(
                head.frame(), place, 2, [](float x, float y) { return distanceToCircle(x, y, 1.3f); }, tie);
        }
    }

    void bun() {
        canvas.paint(
            head.frame(), HeadView::placeOf(head.turned({0, -1.22f, -0.2f})), 4, edge,
            [](float x, float y) { return distanceToEllipse(x, y, 3.4f, 2.9f); },
            shaded(1.05f, 0.05f, 0.05f));
    }

    /// Hair that hangs behind the head, down to some pixels below its middle.
    void curtain(float halfWidth, float down, float corner) {
        constexpr float kTop = -0.6f * kHeadHeight;
        const FacePlace middle{1.2f * head.turned({0, 0, -1}).x, (kTop + down) / 2};
        const float half = (down - kTop) / 2;
        canvas.paint(
            head.frame(), middle, std::max(halfWidth, half) + 1, edge,
            [&](float x, float y) { return distanceToRoundedBox(x, y, halfWidth, half, corner); },
            shaded(0.78f, 0, 0));
    }

    /// Over the shoulders.
    void longLocks() {
        for (const float side : {-1.0f, 1.0f}) {
            const FacePlace root = HeadView::placeOf(head.turned({0.93f * side, 0, 0.35f}));
            lock(root, {8.6f * side, root.y + 13}, 1.7f, 2.0f, shaded(1.02f, 0.05f, 0));
        }
    }
};

} // namespace

void paintHairBehind(FaceCanvas& canvas, const HeadView& head, const FaceFactors& face) {
    if (face.hair == HairStyle::Bald)
        return;
    HairPainter painter(canvas, head, face);
    if (face.hair == HairStyle::Long)
        painter.curtain(10.4f, 14.5f, 6);
    if (face.hair == HairStyle::Bob)
        painter.curtain(10.3f, 8.8f, 4);
    if (face.hair == HairStyle::Bun)
        painter.bun();
    if (face.hair == HairStyle::Pigtails)
        painter.tails(shirtColourOf(face.shirt), HairLayer::Behind);
    if (face.hair == HairStyle::Curly)
        painter.curls(HairLayer::Behind);
    if (face.hair == HairStyle::Spiky)
        painter.spikes(HairLayer::Behind);
    painter.cap(capOf(face.hair), HairLayer::Behind);
}

void paintHairBefore(FaceCanvas& canvas, const HeadView& head, const FaceFactors& face) {
    if (face.hair == HairStyle::Bald)
        return;
    HairPainter painter(canvas, head, face);
    if (face.hair == HairStyle::Long)
        painter.longLocks();
    painter.cap(capOf(face.hair), HairLayer::Before);
    if (face.hair == HairStyle::Spiky)
        painter.spikes(HairLayer::Before);
    if (face.hair == HairStyle::Curly)
        painter.curls(HairLayer::Before);
    if (face.hair == HairStyle::Pigtails)
        painter.tails(shirtColourOf(face.shirt), HairLayer::Before);
}

} // namespace protomind
