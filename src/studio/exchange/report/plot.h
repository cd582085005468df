// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/svg_drawing.h"

namespace protomind {

struct PlotSpan {
    double low = 0;
    double high = 1;
};

struct PlotScale {
    PlotSpan x;
    PlotSpan y;
    std::string xTitle;
    std::string yTitle;
    bool logarithmicY = false; ///< low is more than 0
    bool wholeX = false;       ///< there is nothing between whole numbers
};

/// Axes with numbers, and places for what is drawn between them.
class Plot {
public:
    Plot(double width, double height, PlotScale scale);

    /// Cut to the area.
    [[nodiscard]] Spot place(double x, double y) const;
    void curve(std::span<const Spot> values, const Ink& stroke, const char* dashes = nullptr);
    /// Where it is named: below the axes, one behind the other.
    void legend(const std::string& name, const Ink& stroke, const char* dashes = nullptr);
    /// The picture fills the area.
    void background(const std::string& png);
    [[nodiscard]] SvgDrawing& drawing() { return m_drawing; }
    [[nodiscard]] double left() const { return m_left; }
    /// A place for whoever writes its own legend, in the line of legends.
    [[nodiscard]] Spot legendPlace(double width);

private:
    void axes();

    PlotScale m_scale;
    double m_left;
    double m_right;
    double m_top;
    double m_bottom;
    SvgDrawing m_drawing;
    double m_legend;
};

/// Whether values above zero differ by so much that only a logarithmic axis shows all of them.
[[nodiscard]] bool needsLogarithm(std::span<const Spot> values);
/// The range of the values on an axis, with a little room, to numbers that an axis may end with.
[[nodiscard]] PlotSpan spanOf(std::span<const Spot> values, bool ofX, double room = 0.05);

} // namespace protomind
