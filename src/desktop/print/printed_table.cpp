// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/print/printed_table.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace protomind {

namespace {

constexpr double kPadding = 4;
constexpr double kCellPoints = 8.5;
constexpr double kShort = 18; ///< rows that go on a sheet together
constexpr double kListShare = 0.36;
const QColor kInk(0x1a, 0x1d, 0x21);
const QColor kFaintInk(0x56, 0x5d, 0x68);
const QColor kRule(0xd8, 0xdc, 0xe1);
const QColor kStrongRule(0xa9, 0xb1, 0xbb);

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

/// A row as it is set: the header's cell first.
struct TableLine {
    std::vector<QString> texts;
    const ReportRow* row = nullptr; ///< null: of the head
};

class TablePrinter {
public:
    TablePrinter(Paper& paper, const ReportTable& table)
        : m_paper(paper)
        , m_table(table) {
        m_head.texts.push_back(textOf(table.corner));
        for (const ReportColumn& column : table.columns)
            m_head.texts.push_back(textOf(column.header));
        for (const ReportRow& row : table.rows) {
            TableLine& line = m_lines.emplace_back(TableLine{.texts = {textOf(row.header)}, .row = &row});
            for (const ReportCell& cell : row.cells)
                line.texts.push_back(textOf(cell.text));
        }
        chooseWidths();
    }

    void print(const BeginPrinting& begin) {
        const QFont caption = paperFont(9.5, true);
        const double head = m_table.columns.empty() ? 0 : heightOf(m_head);
        double all = head;
        for (const TableLine& line : m_lines)
            all += heightOf(line);
        const double title = m_paper.heightOf(textOf(m_table.caption), caption, m_paper.width()) + 3;
        m_paper.space(8);
        const bool together = m_lines.size() <= kShort && title + all <= m_paper.height();
        begin(together ? title + all : title + head + (m_lines.empty() ? 0 : heightOf(m_lines.front())));
        m_paper.paragraph(textOf(m_table.caption), caption, kInk);
        m_paper.advance(3);
        if (head > 0)
            printLine(m_head);
        for (const TableLine& line : m_lines) {
            const double height = heightOf(line);
            if (height > m_paper.room()) {
                m_paper.need(head + height);
                if (head > 0)
                    printLine(m_head);
            }
            printLine(line);
        }
        if (!m_table.note.empty())
            m_paper.paragraph(textOf(m_table.note), paperFont(kCellPoints), kFaintInk);
        m_paper.space(6);
    }

private:
    [[nodiscard]] bool isNumber(std::size_t column) const {
        return column > 0 && column <= m_table.columns.size() && m_table.columns[column - 1].numbers;
    }
    [[nodiscard]] QFont fontOf(const TableLine& line, std::size_t column) const {
        const bool bold = line.row == nullptr || (column == 0 && !m_table.columns.empty());
        return paperFont(kCellPoints, bold);
    }

    /// As wide as their texts where there is room; else the widest give way.
    void chooseWidths() {
        const std::size_t columns = std::max<std::size_t>(m_head.texts.size(), 2);
        if (m_table.columns.empty()) {
            m_widths = {kListShare * m_paper.width(), (1 - kListShare) * m_paper.width()};
            return;
        }
        m_widths.assign(columns, 2 * kPadding);
        const auto measure = [&](const TableLine& line) {
            for (std::size_t i = 0; i < line.texts.size() && i < columns; ++i)
                m_widths[i] =
                    std::max(m_widths[i], m_paper.widthOf(line.texts[i], fontOf(line, i)) + 2 * kPadding + 1);
        };
        measure(m_head);
        std::ranges::for_each(m_lines, measure);
        const double wanted = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
        const double free = m_paper.width() - wanted;
        if (free >= 0) {
            for (double& width : m_widths)
                width += free / static_cast<double>(columns);
            return;
        }
        // Narrow columns keep what they need: the limit is where the sum fits.
        double limit = m_paper.width() / static_cast<double>(columns);
        for (int round = 0; round < 20; ++round) {
            double sum = 0;
            double wide = 0;
            for (const double width : m_widths) {
                sum += std::min(width, limit);
                wide += width > limit ? 1 : 0;
            }
            if (wide == 0)
                break;
            limit += (m_paper.width() - sum) / wide;
        }
        for (double& width : m_widths)
            width = std::min(width, limit);
    }

    [[nodiscard]] double heightOf(const TableLine& line) {
        double height = 0;
        for (std::size_t i = 0; i < line.texts.size() && i < m_widths.size(); ++i)
            height = std::max(height,
                              m_paper.heightOf(line.texts[i], fontOf(line, i), m_widths[i] - 2 * kPadding));
        return height + kPadding;
    }

    void printLine(const TableLine& line) {
        const double height = heightOf(line);
        double x = 0;
        for (std::size_t i = 0; i < line.texts.size() && i < m_widths.size(); ++i) {
            const QRectF box(x, m_paper.y(), m_widths[i], height);
            if (line.row != nullptr && i > 0)
                shade(box, line.row->cells[i - 1]);
            const bool faint = line.row == nullptr || (i == 0 && m_table.columns.empty());
            // The first column begins where the text above it does.
            m_paper.text(
                box.adjusted(i == 0 ? 0 : kPadding, kPadding / 2, i == 0 ? -2 * kPadding : -kPadding, 0),
                line.texts[i], fontOf(line, i), faint ? kFaintInk : kInk,
                isNumber(i) ? Qt::AlignRight : Qt::AlignLeft);
            x += m_widths[i];
        }
        m_paper.advance(height);
        m_paper.painter().setPen(QPen(line.row == nullptr ? kStrongRule : kRule, 0.5));
        m_paper.painter().drawLine(QPointF(0, m_paper.y()), QPointF(x, m_paper.y()));
    }

    void shade(const QRectF& box, const ReportCell& cell) {
        if (cell.shade <= 0)
            return;
        QColor colour = cell.wanted ? QColor(20, 110, 215) : QColor(224, 110, 20);
        colour.setAlphaF(static_cast<float>(std::min(cell.shade, 1.0) * (cell.wanted ? 0.38 : 0.6)));
        m_paper.painter().fillRect(box, colour);
    }

    Paper& m_paper;
    const ReportTable& m_table;
    TableLine m_head;
    std::vector<TableLine> m_lines;
    std::vector<double> m_widths;
};

} // namespace

void printTable(Paper& paper, const ReportTable& table, const BeginPrinting& begin) {
    TablePrinter(paper, table).print(begin);
}

} // namespace protomind
