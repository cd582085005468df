// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/ink.h"
#include "studio/exchange/report/report_block.h"

#include <span>
#include <string>

namespace protomind {

struct Spot {
    double x = 0;
    double y = 0;
};

enum class TextAnchor { Start, Middle, End };

/// A drawing that is being made, in what all readers of SVG know (SVG Tiny 1.2): browsers as well as Qt.
class SvgDrawing {
public:
    SvgDrawing(double width, double height)
        : m_width(width)
        , m_height(height) {}

    void rect(Spot corner, double width, double height, const Ink& fill, const Ink& stroke,
              double radius = 0);
    /// Without a border.
    void bar(Spot corner, double width, double height, const Ink& fill);
    void line(Spot from, Spot to, const Ink& stroke, double width = 1);
    void polyline(std::span<const Spot> spots, const Ink& stroke, double width = 2,
                  const char* dashes = nullptr);
    /// path: the d of an SVG path.
    void path(const std::string& path, const Ink& stroke, double width = 2);
    /// Of a way that comes from the left.
    void arrowhead(Spot tip, const Ink& fill);
    void dot(Spot centre, double radius, const Ink& fill);
    /// In a colour of its own ("#0072b2"), with a border.
    void point(Spot centre, double radius, std::string_view fill, const Ink& stroke,
               double strokeWidth = 0.8);
    void cross(Spot centre, double reach, const Ink& stroke);
    /// at: the left, middle or right end of the line that the letters stand on.
    void text(Spot at, std::string_view text, const Ink& fill, double size = 12,
              TextAnchor anchor = TextAnchor::Start, bool bold = false);
    /// Upwards along an axis, in its middle.
    void textUpwards(Spot at, std::string_view text, const Ink& fill, double size = 12);
    void image(Spot corner, double width, double height, const std::string& png);

    /// All of it; made once.
    [[nodiscard]] ReportPicture picture(std::string alt, std::string caption = {}) const;

private:
    double m_width;
    double m_height;
    std::string m_body;
};

/// As much of a text as goes into so many pixels, about, with "…" where it does not. Counts letters, not
/// bytes.
[[nodiscard]] std::string shortened(std::string_view text, double width, double size);
/// How wide a text is, about.
[[nodiscard]] double textWidth(std::string_view text, double size);

} // namespace protomind
