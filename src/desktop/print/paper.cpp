// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/print/paper.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <functional>

namespace protomind {

namespace {

constexpr int kResolution = 1200;
constexpr double kFooter = 22;
constexpr double kLineHeight = 1.35;
const QColor kFooterColour(0x56, 0x5d, 0x68);

/// Calls each(line, y) for the lines of a text in a width; gives the height of all.
double layOut(const QString& text, const QFont& font, double width, QPaintDevice* device,
              const std::function<void(const QTextLine& line, double y)>& each) {
    double y = 0;
    const double unit = device->logicalDpiX() / 72.0;
    // As many letters: places in the one are places in the other.
    QTextLayout layout(QString(text).replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)), font, device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width * unit);
        if (each)
            each(line, y);
        y += kLineHeight * font.pointSizeF();
    }
    layout.endLayout();
    return y;
}

} // namespace

QFont paperFont(double points, bool bold) {
    QFont font;
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

Paper::Paper(const QString& path, const QString& title)
    : m_writer(path) {
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                       QMarginsF(16, 15, 16, 15), QPageLayout::Millimeter));
    m_writer.setResolution(kResolution);
    m_writer.setTitle(title);
    m_writer.setCreator(QStringLiteral("Protomind"));
    if (!m_painter.begin(&m_writer))
        return;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.scale(kResolution / 72.0, kResolution / 72.0);
    m_width = m_writer.width() * 72.0 / kResolution;
    m_height = m_writer.height() * 72.0 / kResolution - kFooter;
}

bool Paper::close() {
    footer();
    return m_painter.end();
}

void Paper::footer() {
    text(QRectF(0, m_height + kFooter - 12, m_width, 12), QString::number(m_page), paperFont(8),
         kFooterColour, Qt::AlignRight);
}

void Paper::need(double height) {
    if (height <= room() || m_y <= 0)
        return;
    footer();
    m_writer.newPage();
    ++m_page;
    m_y = 0;
}

void Paper::space(double height) {
    if (m_y > 0)
        m_y += height;
}

void Paper::paragraph(const QString& content, const QFont& font, const QColor& colour, double indent) {
    const double line = kLineHeight * font.pointSizeF();
    const double height = heightOf(content, font, m_width - indent);
    // What fits on a sheet is not cut.
    need(std::min(height, m_height));
    if (height <= room()) {
        text(QRectF(indent, m_y, m_width - indent, height), content, font, colour);
        m_y += height;
        return;
    }
    // A text of more than a sheet, line by line.
    layOut(content, font, m_width - indent, &m_writer, [&](const QTextLine& one, double) {
        need(line);
        const QString part = content.mid(one.textStart(), one.textLength());
        text(QRectF(indent, m_y, m_width - indent, line), part, font, colour);
        m_y += line;
    });
}

double Paper::heightOf(const QString& text, const QFont& font, double width) {
    return layOut(text, font, width, &m_writer, {});
}

double Paper::widthOf(const QString& text, const QFont& font) {
    return QFontMetricsF(font, &m_writer).horizontalAdvance(text) * 72.0 / kResolution;
}

void Paper::text(const QRectF& box, const QString& text, const QFont& font, const QColor& colour,
                 Qt::Alignment alignment) {
    m_painter.save();
    m_painter.translate(box.topLeft());
    m_painter.scale(72.0 / kResolution, 72.0 / kResolution);
    m_painter.setPen(colour);
    m_painter.setFont(font);
    const double unit = kResolution / 72.0;
    const double ascent = QFontMetricsF(font, &m_writer).ascent();
    layOut(text, font, box.width(), &m_writer, [&](const QTextLine& line, double y) {
        const QString part = text.mid(line.textStart(), line.textLength()).trimmed();
        const double free = box.width() * unit - line.naturalTextWidth();
        const double x = alignment.testFlag(Qt::AlignRight)     ? free
                         : alignment.testFlag(Qt::AlignHCenter) ? free / 2
                                                                : 0;
        m_painter.drawText(QPointF(x, y * unit + ascent), part);
    });
    m_painter.restore();
}

} // namespace protomind
