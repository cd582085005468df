// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/data/digit_templates.h"

#include <array>

namespace protomind {

/// Where a digit is put, other than in the middle.
struct DigitPlacement {
    float right = 0; ///< pixels
    float down = 0;  ///< pixels
    float turn = 0;  ///< degrees, clockwise
    float scale = 1; ///< times the size
    bool operator==(const DigitPlacement&) const = default;
};

/// Writes digits as a hand would, with the framing of MNIST (LeCun et al., 1998, section III.A): 28 x 28
/// pixels, ink 255 on paper 0, the digit in the middle 20 x 20 with its centre of mass in the centre.
///
/// A template's pen points are shaken, stretched, sheared and turned, joined to smooth curves (Catmull and
/// Rom, 1974), warped by a smooth random displacement (as Simard, Steinkraus and Platt, ICDAR 2003), and
/// drawn with a pen whose width varies. Keeps its scratch memory between digits; use one writer a thread.
class DigitWriter {
public:
    static constexpr int kSide = 28;
    static constexpr int kPixels = kSide * kSide;

    /// unsteadiness is 0 for the templates in slightly different sizes, 1 for a normal hand, 2 for a poor
    /// one.
    void write(int digit, float unsteadiness, RandomStream& random, std::span<std::uint8_t, kPixels> image,
               const DigitPlacement& placement = {});

private:
    struct InkPoint {
        float x = 0;
        float y = 0;
        float radius = 0;
        bool begins = false; ///< the pen was set down here
    };

    void trace(const DigitTemplate& pattern, float unsteadiness, RandomStream& random);
    void tracePiece(std::span<const PenPoint> points);
    void slant(float unsteadiness, RandomStream& random);
    void warp(float unsteadiness, RandomStream& random);
    void setWidths(float unsteadiness, RandomStream& random);
    void placeInFrame(RandomStream& random);
    void move(const DigitPlacement& placement);
    void draw();
    void drawSegment(const InkPoint& from, const InkPoint& to);

    std::vector<PenPoint> m_pen;
    std::vector<InkPoint> m_ink;
    std::array<float, kPixels> m_coverage{};
};

} // namespace protomind
