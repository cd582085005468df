// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

/// What a report says, as a list of plain values in the language of its reader: the page for a browser and
/// the one on paper are two ways to set the same list. Texts are UTF-8 and plain: whoever sets them escapes
/// them.
namespace protomind {

struct ReportHeading {
    int level = 1; ///< 1: the title of all of it; 2: a chapter; 3: a part of one
    std::string text;
    bool operator==(const ReportHeading&) const = default;
};

enum class ReportTone {
    Plain,
    Explanation, ///< what the figures about it mean, for somebody who has not met them before
    Warning,     ///< to be known before the figures are believed
};
struct ReportParagraph {
    ReportTone tone = ReportTone::Plain;
    std::string text;
    bool operator==(const ReportParagraph&) const = default;
};

/// Cells may be coloured, by how much there is of something.
struct ReportCell {
    std::string text;
    double shade = 0;   ///< 0 (none) to 1
    bool wanted = true; ///< what is shaded is as it should be: another colour than where it is not
    bool operator==(const ReportCell&) const = default;
};
struct ReportRow {
    std::string header;
    std::vector<ReportCell> cells;
    bool operator==(const ReportRow&) const = default;
};
struct ReportColumn {
    std::string header;
    bool numbers = false; ///< its cells stand at the right, figure below figure
    bool operator==(const ReportColumn&) const = default;
};
struct ReportTable {
    std::string caption;
    std::string corner; ///< above the headers of rows
    /// Empty: a list of names with what they are, one cell a row.
    std::vector<ReportColumn> columns;
    std::vector<ReportRow> rows;
    std::string note; ///< below it; may be empty
    bool operator==(const ReportTable&) const = default;
};

enum class ReportPictureKind { Svg, Png };
struct ReportPicture {
    ReportPictureKind kind = ReportPictureKind::Svg;
    std::string bytes;   ///< of the file; an SVG is well formed and begins with <svg
    std::string alt;     ///< what is to be seen, for those who can't
    std::string caption; ///< below it; may be empty
    double width = 0;    ///< in pixels of a page, 96 to the inch; on a narrower page it is made smaller
    double height = 0;
    bool operator==(const ReportPicture&) const = default;
};
/// Small pictures beside each other, each with its caption.
struct ReportGallery {
    std::string caption;
    std::vector<ReportPicture> pictures;
    bool operator==(const ReportGallery&) const = default;
};

using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportTable, ReportPicture, ReportGallery>;

} // namespace protomind
