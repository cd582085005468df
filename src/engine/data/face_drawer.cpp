// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/face_drawer.h"

#include "engine/data/face_colours.h"
#include "engine/data/face_hair.h"

namespace protomind {
namespace {

constexpr FaceColour kEyeWhite{0.99f, 0.99f, 0.98f};
constexpr FaceColour kInk{0.13f, 0.09f, 0.11f};
constexpr FaceColour kFrames{0.12f, 0.1f, 0.16f};

/// Where features lie on the head: places as in HeadView::feature.
constexpr float kEyesDown = 0.04f;
constexpr float kBrowsDown = -0.27f;
constexpr float kMouthDown = 0.56f;

/// Everything of a face that is asked for more than once.
struct FacePainter {
    const FaceFactors& face;
    const HeadView head;
    const FaceColour skin;
    const FaceColour edge; ///< of skin against what is behind it
    FaceCanvas canvas;

    explicit FacePainter(const FaceFactors& of)
        : face(of)
        , head(of)
        , skin(skinColourOf(of.skin))
        , edge(lit(skin, 0.55f)) {}

    void background() {
        const FaceColour colour = backgroundColourOf(face.background);
        canvas.fill([&](float y) {
            const float light = face.gradient * (1 - 2 * y);
            return lit(colour, 1 + (light > 0 ? 0.45f : 0.1f) * light);
        });
    }

    void shoulders() {
        const FaceFrame upright{kHeadX, 0};
        const FaceColour shirt = shirtColourOf(face.shirt);
        canvas.paint(
            upright, {0, 35.4f}, 13, {lit(shirt, 0.6f), 0.7f},
            [](float x, float y) { return distanceToEllipse(x, y, 12.4f, 7.4f); },
            [&](float x, float y) { return lit(shirt, 1.0f - 0.02f * x - 0.02f * (y + 5)); });
        const FacePlace neck{0, 27.4f};
        canvas.paint(
            upright, neck, 5, [](float x, float y) { return distanceToEllipse(x, y, 3.6f, 3.9f); },
            lit(skin, 0.72f));
    }

    void ear(float side, bool near) {
        const HeadPoint at = head.turned({side, 0.1f, 0});
        if ((at.z > 0.08f) != near)
            return;
        const FacePlace place{(kHeadWidth + 0.5f) * at.x, kHeadHeight * at.y};
        canvas.paint(
            head.frame(), place, 3, {edge, 0.6f},
            [](float x, float y) { return distanceToEllipse(x, y, 1.4f, 2.1f); },
            [&](float, float) { return lit(skin, 0.93f); });
    }

    void skull() {
        const FacePlace middle{0, 0};
        canvas.paint(head.frame(), middle, 11, {edge, 0.6f}, distanceToHead, [&](float x, float y) {
            const float u = x / kHeadWidth;
            const float v = y / kHeadHeight;
            return lit(skin, 1.04f - 0.05f * u - 0.07f * v - 0.09f * (u * u + v * v));
        });
        if (face.hair == HairStyle::Bald) {
            const auto shine = head.feature(-0.3f, -0.66f);
            canvas.paint(
                head.frame(), shine.place, 3,
                [&](float x, float y) { return distanceToEllipse(x, y, 2.2f * shine.width, 1.2f); },
                lit(skin, 1.6f), 0.7f);
        }
    }

    void cheeks() {
        for (const float side : {-1.0f, 1.0f}) {
            const auto cheek = head.feature(0.55f * side, 0.38f);
            canvas.paint(
                head.frame(), cheek.place, 3,
                [&](float x, float y) {
                    return 0.6f * distanceToEllipse(x, y, 1.9f * cheek.width, 1.5f) + 0.3f;
                },
                mixed(skin, {0.95f, 0.35f, 0.32f}, 0.55f), 0.6f);
        }
    }

    [[nodiscard]] HeadView::Feature eyeAt(float side, float down) const {
        return head.feature(side * face.eyeDistance / (2 * kHeadWidth), down);
    }

    void eye(float side) {
        const auto eye = eyeAt(side, kEyesDown);
        const float width = 2.0f * face.eyeSize * eye.width;
        const float whole = 2.3f * face.eyeSize * eye.height;
        const float height = whole * (0.16f + 0.84f * face.eyesOpen);
        const float low = 0.45f * (whole - height); // lids close from above
        const FacePlace place{eye.place.x, eye.place.y + low};
        const FaceFrame& frame = head.frame();
        // The lashes: an arch over the white.
        canvas.paint(
            frame, {place.x, place.y - 0.5f}, 4,
            [&](float x, float y) {
                return std::max(distanceToEllipse(x, y, width + 0.55f, height + 0.5f), y - 0.4f);
            },
            kInk);
        const auto white = [&](float x, float y) { return distanceToEllipse(x, y, width, height); };
        canvas.paint(frame, place, 4, white, kEyeWhite);
        // The iris goes a little farther than the head.
        const HeadPoint gaze = head.turned({0, 0, 1});
        const float radius = 1.45f * face.eyeSize;
        const FacePlace iris{0.9f * gaze.x, 0.9f * gaze.y - 0.6f * low};
        canvas.paint(
            frame, place, 4,
            [&](float x, float y) {
                return std::max(white(x, y) + 0.2f,
                                distanceToEllipse(x - iris.x, y - iris.y, radius * eye.width, radius));
            },
            eyeColourOf(face.eyeColour));
        canvas.paint(
            frame, place, 4,
            [&](float x, float y) {
                return std::max(
                    white(x, y) + 0.2f,
                    distanceToEllipse(x - iris.x, y - iris.y, 0.55f * radius * eye.width, 0.55f * radius));
            },
            kInk);
        canvas.paint(
            frame, {place.x + iris.x - 0.5f, place.y + iris.y - 0.6f}, 2,
            [&](float x, float y) {
                return std::max(distanceToEllipse(x, y, 0.5f, 0.5f),
                                white(x + iris.x - 0.5f, y + iris.y - 0.6f));
            },
            kEyeWhite, 0.9f);
    }

    void brow(float side) {
        const auto inner = head.feature(side * (face.eyeDistance / (2 * kHeadWidth) - 0.2f), kBrowsDown);
        const auto outer =
            head.feature(side * (face.eyeDistance / (2 * kHeadWidth) + 0.22f), kBrowsDown + 0.04f);
        const float up = 2.3f * (face.eyeSize - 1) + 0.5f;
        canvas.paint(
            head.frame(), {inner.place.x, inner.place.y - up}, 6,
            [way = FacePlace{outer.place.x - inner.place.x, outer.place.y - inner.place.y}](
                float x, float y) { return distanceToStroke(x, y, way, 0.6f, 0.45f); },
            mixed(hairColourOf(face.hairColour), kInk, 0.35f), 0.9f);
    }

    void nose() {
        const HeadPoint at = head.turned({0, 0.26f, 1.22f});
        const FacePlace place{kHeadWidth * at.x, kHeadHeight * at.y};
        canvas.paint(
            head.frame(), {place.x + 0.15f, place.y + 0.35f}, 3,
            [](float x, float y) { return distanceToEllipse(x, y, 1.25f, 1.0f); }, lit(skin, 0.66f), 0.9f);
        canvas.paint(
            head.frame(), {place.x, place.y - 0.2f}, 3,
            [](float x, float y) { return distanceToEllipse(x, y, 1.0f, 0.8f); }, lit(skin, 1.1f));
    }

    void mouth() {
        // From corner to corner, where a turn leaves them.
        const float wide = 0.36f - 0.06f * face.mouthOpen;
        const auto left = head.feature(-wide, kMouthDown);
        const auto right = head.feature(wide, kMouthDown);
        const FacePlace place{(left.place.x + right.place.x) / 2, (left.place.y + right.place.y) / 2};
        const float half = (right.place.x - left.place.x) / 2;
        const float flat = left.height;
        const float bend = (face.smile < 0 ? 1.7f : 2.1f) * face.smile * flat;
        const float up = 0.7f * face.mouthOpen;
        const float down = 2.6f * face.mouthOpen * flat;
        // Below 0 between the lips, which meet in the corners and follow a parabola.
        const auto between = [&](float x, float y) {
            const float t = std::clamp(x / half, -1.0f, 1.0f);
            const float middle = bend * (0.5f - t * t);
            const float open = 1 - t * t;
            const float slope = 2 * (std::abs(bend) + down) * std::abs(t) / half;
            const float across =
                std::max(middle - up * open - y, y - middle - down * open) / std::sqrt(1 + slope * slope);
            const float aside = std::max(0.0f, std::abs(x) - half);
            return across > 0 ? std::sqrt(across * across + aside * aside) : std::max(across, aside);
        };
        const FaceFrame& frame = head.frame();
        constexpr float kReach = 5.5f;
        canvas.paint(frame, place, kReach,
                     {mixed({0.55f, 0.12f, 0.14f}, kInk, 0.3f + 0.3f * face.skin), 0.55f}, between,
                     [](float, float) {
                         return FaceColour{0.5f, 0.06f, 0.12f};
                     });
        if (face.mouthOpen <= 0)
            return;
        const auto inside = [&](float x, float y) { return between(x, y) + 0.25f; };
        const auto teeth = [&](float x, float y) {
            const float t = x / half;
            return std::max(inside(x, y), y - bend * (0.5f - t * t) - 0.36f * down + 0.2f);
        };
        const auto tongue = [&](float x, float y) {
            return std::max(inside(x, y), distanceToEllipse(x, y - 0.5f * bend - 1.05f * down, 0.62f * half,
                                                            0.5f * down + 0.1f));
        };
        canvas.paint(frame, place, kReach, teeth, kEyeWhite);
        canvas.paint(frame, place, kReach, tongue, FaceColour{0.95f, 0.45f, 0.5f});
    }

    /// Half the width and the height of a lens.
    [[nodiscard]] static FacePlace lens(const HeadView::Feature& eye) {
        return {3.15f * eye.width, 3.2f * eye.height};
    }

    void frame(const FacePlace& from, const FacePlace& to) {
        constexpr float kHalf = 0.45f;
        const FacePlace way{to.x - from.x, to.y - from.y};
        canvas.paint(
            head.frame(), from, std::hypot(way.x, way.y) + kHalf,
            [&](float x, float y) { return distanceToStroke(x, y, way, kHalf, kHalf); }, kFrames,
            face.glasses);
    }

    /// From the lenses to the ears, below the hair.
    void temples() {
        if (face.glasses <= 0)
            return;
        for (const float side : {-1.0f, 1.0f}) {
            const auto eye = eyeAt(side, kEyesDown);
            const HeadPoint ear = head.turned({side, -0.02f, 0});
            if (ear.z > -0.05f) // else behind the head
                frame({eye.place.x + side * lens(eye).x, eye.place.y}, HeadView::placeOf(ear));
        }
    }

    void glasses() {
        if (face.glasses <= 0)
            return;
        const auto left = eyeAt(-1, kEyesDown);
        const auto right = eyeAt(1, kEyesDown);
        for (const auto& eye : {left, right}) {
            const FacePlace radius = lens(eye);
            const auto outline = [&](float x, float y) {
                return distanceToEllipse(x, y, radius.x, radius.y);
            };
            canvas.paint(head.frame(), eye.place, 4, outline, kEyeWhite, 0.2f * face.glasses);
            canvas.paint(
                head.frame(), eye.place, 5, [&](float x, float y) { return std::abs(outline(x, y)) - 0.45f; },
                kFrames, face.glasses);
        }
        frame({left.place.x + lens(left).x, left.place.y - 0.4f},
              {right.place.x - lens(right).x, right.place.y - 0.4f});
    }
};

} // namespace

void drawFace(const FaceFactors& face, std::span<std::uint8_t, kFacePixels> picture) {
    FacePainter painter(face);
    painter.background();
    paintHairBehind(painter.canvas, painter.head, face);
    painter.shoulders();
    for (const float side : {-1.0f, 1.0f})
        painter.ear(side, false);
    painter.skull();
    for (const float side : {-1.0f, 1.0f})
        painter.ear(side, true);
    painter.cheeks();
    painter.mouth();
    for (const float side : {-1.0f, 1.0f}) {
        painter.eye(side);
        painter.brow(side);
    }
    painter.nose();
    painter.temples();
    paintHairBefore(painter.canvas, painter.head, face);
    painter.glasses();
    painter.canvas.write(picture);
}

} // namespace protomind
