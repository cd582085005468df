// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/html_page.h"

#include "studio/exchange/base64.h"
#include "studio/exchange/report/html_style.h"
#include "studio/exchange/report/svg_drawing.h"
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace protomind {

namespace {

constexpr std::size_t kShortTable = 18; ///< rows that go on a page together

class HtmlWriter {
public:
    explicit HtmlWriter(std::ostream& stream)
        : m_stream(stream) {}

    void operator()(const ReportHeading& heading) {
        const int level = std::clamp(heading.level, 1, 3);
        m_stream << fmt::format("<h{0}>{1}</h{0}>\n", level, htmlText(heading.text));
    }

    void operator()(const ReportParagraph& paragraph) {
        const char* opening = paragraph.tone == ReportTone::Explanation ? "<p class=\"explanation\">"
                              : paragraph.tone == ReportTone::Warning ? "<p class=\"warning\" role=\"note\">"
                                                                      : "<p>";
        m_stream << opening << htmlText(paragraph.text) << "</p>\n";
    }

    void operator()(const ReportTable& table) {
        // What is wider than the window is scrolled, by keyboard too.
        m_stream << fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n",
                                htmlText(table.caption));
        m_stream << fmt::format("<table class=\"{} {}\">\n<caption>{}</caption>\n",
                                table.columns.empty() ? "list" : "columns",
                                table.rows.size() <= kShortTable ? "short" : "long", htmlText(table.caption));
        if (!table.columns.empty())
            head(table);
        m_stream << "<tbody>\n";
        for (const ReportRow& row : table.rows) {
            m_stream << "<tr><th scope=\"row\">" << htmlText(row.header) << "</th>";
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                cell(row.cells[i], i < table.columns.size() && table.columns[i].numbers);
            m_stream << "</tr>\n";
        }
        m_stream << "</tbody>\n</table>\n</div>\n";
        if (!table.note.empty())
            m_stream << "<p>" << htmlText(table.note) << "</p>\n";
    }

    void operator()(const ReportPicture& picture) {
        constexpr double kWide = 700;
        m_stream << (picture.width > kWide ? "<figure class=\"wide\" tabindex=\"0\">\n" : "<figure>\n");
        write(picture);
        if (!picture.caption.empty())
            m_stream << "<figcaption>" << htmlText(picture.caption) << "</figcaption>\n";
        m_stream << "</figure>\n";
    }

    void operator()(const ReportGallery& gallery) {
        m_stream << "<p class=\"gallery-title\">" << htmlText(gallery.caption)
                 << "</p>\n<ul class=\"gallery\">\n";
        for (const ReportPicture& picture : gallery.pictures) {
            m_stream << "<li>";
            write(picture);
            m_stream << htmlText(picture.caption) << "</li>\n";
        }
        m_stream << "</ul>\n";
    }

private:
    void head(const ReportTable& table) {
        m_stream << "<thead><tr><th scope=\"col\">" << htmlText(table.corner) << "</th>";
        for (const ReportColumn& column : table.columns)
            m_stream << (column.numbers ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
                     << htmlText(column.header) << "</th>";
        m_stream << "</tr></thead>\n";
    }

    void cell(const ReportCell& cell, bool number) {
        std::string classes = number ? "number" : "";
        if (cell.shade > 0)
            classes += cell.wanted ? " shaded" : " shaded wrong";
        m_stream << "<td";
        if (!classes.empty())
            m_stream << " class=\"" << classes << "\"";
        if (cell.shade > 0)
            m_stream << fmt::format(" style=\"--shade:{:.3f}\"", std::min(cell.shade, 1.0));
        m_stream << ">" << htmlText(cell.text) << "</td>";
    }

    void write(const ReportPicture& picture) {
        if (picture.kind == ReportPictureKind::Svg) {
            m_stream << picture.bytes;
            return;
        }
        m_stream << fmt::format("<img width=\"{:.0f}\" height=\"{:.0f}\" alt=\"{}\" "
                                "src=\"data:image/png;base64,{}\">",
                                picture.width, picture.height, htmlText(picture.alt), base64(picture.bytes));
    }

    std::ostream& m_stream;
};

/// The first heading.
std::string titleOf(const std::vector<ReportBlock>& blocks) {
    for (const ReportBlock& block : blocks) {
        if (const auto* heading = std::get_if<ReportHeading>(&block))
            return heading->text;
    }
    return {};
}

} // namespace

void writeHtml(std::ostream& stream, const std::vector<ReportBlock>& blocks, const std::string& language) {
    // The policy holds even if a mistake of ours let something through: nothing runs, nothing is fetched.
    stream << "<!DOCTYPE html>\n<html lang=\"" << htmlText(language)
           << "\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'; img-src data:\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
           << htmlText(titleOf(blocks)) << "</title>\n<style>\n"
           << htmlStyle() << "</style>\n</head>\n<body>\n<main>\n";
    HtmlWriter writer(stream);
    for (const ReportBlock& block : blocks)
        std::visit(writer, block);
    stream << "</main>\n</body>\n</html>\n";
}

} // namespace protomind
