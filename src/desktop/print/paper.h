// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

namespace protomind {

/// Sheets of A4 that are filled from top to bottom. Lengths are points, 72 to the inch.
class Paper {
public:
    /// Opens the first sheet. isOpen() is false where the file can't be written.
    Paper(const QString& path, const QString& title);

    [[nodiscard]] bool isOpen() const { return m_painter.isActive(); }
    /// Writes what is left; false where the file could not be written to its end.
    [[nodiscard]] bool close();

    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] double width() const { return m_width; }
    /// Of a sheet.
    [[nodiscard]] double height() const { return m_height; }
    /// Where the next thing goes.
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] double room() const { return m_height - m_y; }

    /// Begins a new sheet unless there is so much room on this one, or it is empty.
    void need(double height);
    void advance(double height) { m_y += height; }
    /// Empty space, but none at the top of a sheet.
    void space(double height);
    /// A text in lines, with its own page breaks between lines.
    void paragraph(const QString& text, const QFont& font, const QColor& colour, double indent = 0);
    /// How high it gets in such a width.
    [[nodiscard]] double heightOf(const QString& text, const QFont& font, double width);
    /// Text in a box; breaks lines.
    void text(const QRectF& box, const QString& text, const QFont& font, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeft);
    /// As wide as its longest line without breaks.
    [[nodiscard]] double widthOf(const QString& text, const QFont& font);

private:
    void footer();

    QPdfWriter m_writer;
    QPainter m_painter;
    double m_width = 0;
    double m_height = 0;
    double m_y = 0;
    int m_page = 1;
};

/// Of the program's family, in points.
[[nodiscard]] QFont paperFont(double points, bool bold = false);

} // namespace protomind
