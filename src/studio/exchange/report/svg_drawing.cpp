// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/svg_drawing.h"

#include "studio/exchange/base64.h"
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace protomind {

namespace {

constexpr double kLetterWidth = 0.56; ///< of a sans serif, of its size, in the middle of all letters

std::string fillOf(const Ink& ink) {
    return fmt::format("fill=\"{}\"", ink.onPaper);
}

std::string strokeOf(const Ink& ink, double width) {
    return fmt::format("stroke=\"{}\" stroke-width=\"{:g}\"", ink.onPaper, width);
}

bool beginsLetter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80;
}

constexpr const char* anchorName(TextAnchor anchor) {
    return anchor == TextAnchor::Start ? "start" : anchor == TextAnchor::Middle ? "middle" : "end";
}

} // namespace

void SvgDrawing::rect(Spot corner, double width, double height, const Ink& fill, const Ink& stroke,
                      double radius) {
    m_body += fmt::format(
        "<rect class=\"fill-{} stroke-{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
        "rx=\"{:g}\" {} {}/>\n",
        fill.name, stroke.name, corner.x, corner.y, width, height, radius, fillOf(fill), strokeOf(stroke, 1));
}

void SvgDrawing::bar(Spot corner, double width, double height, const Ink& fill) {
    m_body += fmt::format("<rect class=\"fill-{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
                          "height=\"{:.1f}\" {}/>\n",
                          fill.name, corner.x, corner.y, width, height, fillOf(fill));
}

void SvgDrawing::line(Spot from, Spot to, const Ink& stroke, double width) {
    m_body += fmt::format("<line class=\"stroke-{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" "
                          "{}/>\n",
                          stroke.name, from.x, from.y, to.x, to.y, strokeOf(stroke, width));
}

void SvgDrawing::polyline(std::span<const Spot> spots, const Ink& stroke, double width, const char* dashes) {
    std::string points;
    for (const Spot& spot : spots)
        points += fmt::format("{:.1f},{:.1f} ", spot.x, spot.y);
    if (!points.empty())
        points.pop_back();
    m_body += fmt::format("<polyline class=\"stroke-{}\" fill=\"none\" stroke-linejoin=\"round\" {}{} "
                          "points=\"{}\"/>\n",
                          stroke.name, strokeOf(stroke, width),
                          dashes != nullptr ? fmt::format(" stroke-dasharray=\"{}\"", dashes) : "", points);
}

void SvgDrawing::path(const std::string& path, const Ink& stroke, double width) {
    m_body += fmt::format("<path class=\"stroke-{}\" fill=\"none\" {} d=\"{}\"/>\n", stroke.name,
                          strokeOf(stroke, width), path);
}

void SvgDrawing::arrowhead(Spot tip, const Ink& fill) {
    m_body += fmt::format("<path class=\"fill-{}\" {} d=\"M{:.1f} {:.1f} l-9 -4.5 l0 9 z\"/>\n", fill.name,
                          fillOf(fill), tip.x, tip.y);
}

void SvgDrawing::dot(Spot centre, double radius, const Ink& fill) {
    m_body += fmt::format("<circle class=\"fill-{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:g}\" {}/>\n",
                          fill.name, centre.x, centre.y, radius, fillOf(fill));
}

void SvgDrawing::point(Spot centre, double radius, std::string_view fill, const Ink& stroke,
                       double strokeWidth) {
    m_body += fmt::format("<circle class=\"stroke-{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:g}\" fill=\"{}\" "
                          "{}/>\n",
                          stroke.name, centre.x, centre.y, radius, fill, strokeOf(stroke, strokeWidth));
}

void SvgDrawing::cross(Spot centre, double reach, const Ink& stroke) {
    line({centre.x - reach, centre.y - reach}, {centre.x + reach, centre.y + reach}, stroke, 2);
    line({centre.x - reach, centre.y + reach}, {centre.x + reach, centre.y - reach}, stroke, 2);
}

void SvgDrawing::text(Spot at, std::string_view text, const Ink& fill, double size, TextAnchor anchor,
                      bool bold) {
    m_body += fmt::format("<text class=\"fill-{}\" x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:g}\" "
                          "text-anchor=\"{}\"{} {}>{}</text>\n",
                          fill.name, at.x, at.y, size, anchorName(anchor),
                          bold ? " font-weight=\"bold\"" : "", fillOf(fill), htmlText(text));
}

void SvgDrawing::textUpwards(Spot at, std::string_view text, const Ink& fill, double size) {
    m_body += fmt::format("<text class=\"fill-{}\" transform=\"translate({:.1f} {:.1f}) rotate(-90)\" "
                          "font-size=\"{:g}\" text-anchor=\"middle\" {}>{}</text>\n",
                          fill.name, at.x, at.y, size, fillOf(fill), htmlText(text));
}

void SvgDrawing::image(Spot corner, double width, double height, const std::string& png) {
    m_body += fmt::format("<image x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                          "preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,{}\"/>\n",
                          corner.x, corner.y, width, height, base64(png));
}

ReportPicture SvgDrawing::picture(std::string alt, std::string caption) const {
    ReportPicture picture{.kind = ReportPictureKind::Svg,
                          .bytes = {},
                          .alt = std::move(alt),
                          .caption = std::move(caption),
                          .width = m_width,
                          .height = m_height};
    picture.bytes =
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                    "viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\" "
                    "aria-label=\"{2}\" font-family=\"sans-serif\">\n{3}</svg>\n",
                    m_width, m_height, htmlText(picture.alt), m_body);
    return picture;
}

double textWidth(std::string_view text, double size) {
    return kLetterWidth * size * static_cast<double>(std::ranges::count_if(text, beginsLetter));
}

std::string shortened(std::string_view text, double width, double size) {
    if (textWidth(text, size) <= width)
        return std::string(text);
    const auto letters = static_cast<std::ptrdiff_t>(std::max(1.0, width / (kLetterWidth * size) - 1));
    std::ptrdiff_t seen = 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (beginsLetter(text[end]) && seen++ == letters)
            break;
    }
    return std::string(text.substr(0, end)) + "…";
}

} // namespace protomind
