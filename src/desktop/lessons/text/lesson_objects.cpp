// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/lesson_objects.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

namespace protomind {

namespace {

/// Formulas are set at 10 points in Computer Modern, whose small letters are smaller than those of the faces
/// of windows: so much larger, both look alike.
constexpr double kSetAt = 10;
constexpr double kOptical = 1.15;
constexpr double kPaperMargin = 6;
constexpr double kEndless = 1e6;

struct Extent {
    double width = 0;
    double ascent = 0;
    double descent = 0;
};

/// The room that an object has in its paragraph.
double roomAt(const QTextDocument& document, int position) {
    const QTextBlock block = document.findBlock(position);
    const QTextBlockFormat format = block.blockFormat();
    int indent = format.indent();
    if (const QTextList* list = block.textList())
        indent += list->format().indent();
    double room = document.textWidth() - 2 * document.documentMargin() - indent * document.indentWidth() -
                  format.leftMargin() - format.rightMargin();
    const QTextTable* table = QTextCursor(block).currentTable();
    if (table && table->columns() > 0)
        room = room / table->columns() - 2 * table->format().cellPadding();
    return document.textWidth() < 0 ? kEndless : std::max(room - 1, 16.0);
}

/// The size of letters that stands in a format, in pixels.
double letterSize(const QTextCharFormat& format) {
    return QFontInfo(format.font()).pixelSize();
}

Extent formulaExtent(const FormulaPicture& picture, const QTextCharFormat& format, double room) {
    const double scale = letterSize(format) / kSetAt * kOptical;
    const double fit = std::min(1.0, room / std::max(picture.width * scale, 1.0));
    return {picture.width * scale * fit, (picture.height - picture.depth) * scale * fit,
            picture.depth * scale * fit};
}

/// How QTextDocumentLayout divides what is aligned to the middle: half of the height of an x lifts it.
double halfX(const QTextCharFormat& format) {
    return QFontMetrics(format.font()).xHeight() / 2.0;
}

FormulaMode modeOf(const QString& tex) {
    return tex.startsWith(QLatin1String("$$")) ? FormulaMode::Displayed : FormulaMode::Inline;
}

const FormulaPicture* pictureOf(const FormulaPictures& formulas, const QTextCharFormat& format) {
    const QString tex = format.stringProperty(kTex);
    const FormulaMode mode = modeOf(tex);
    const int dollars = mode == FormulaMode::Displayed ? 2 : 1;
    return formulas.find(tex.mid(dollars, tex.size() - 2 * dollars).toStdString(), mode);
}

} // namespace

LessonObjects::LessonObjects(const FormulaPictures& formulas, QFont font, QPalette palette, QString folder,
                             QObject* parent)
    : QObject(parent)
    , m_formulas(formulas)
    , m_font(std::move(font))
    , m_palette(std::move(palette))
    , m_folder(std::move(folder)) {}

std::optional<QTextCharFormat> LessonObjects::formulaFormat(const std::string& tex, FormulaMode mode,
                                                            const QFont& font) const {
    const FormulaPicture* picture = m_formulas.find(tex, mode);
    if (!picture)
        return std::nullopt;
    QTextCharFormat format;
    format.setFont(font);
    format.setObjectType(kFormulaObject);
    format.setProperty(kTex, QString::fromStdString(inDollars(tex, mode)));
    // Shallow ones find room among the tails of letters.
    if (formulaExtent(*picture, format, kEndless).descent > QFontMetricsF(font).descent())
        format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    return format;
}

std::optional<QTextCharFormat> LessonObjects::pictureFormat(const QString& name) {
    if (!m_pictures.contains(name))
        m_pictures.insert(name, loadLessonPicture(m_folder, name));
    if (!m_pictures.value(name))
        return std::nullopt;
    QTextCharFormat format;
    format.setFont(m_font);
    format.setObjectType(kPictureObject);
    format.setProperty(kPictureName, name);
    return format;
}

QSizeF LessonObjects::intrinsicSize(QTextDocument* document, int position, const QTextFormat& anyFormat) {
    const QTextCharFormat format = anyFormat.toCharFormat();
    const double room = roomAt(*document, position);
    if (format.objectType() == kPictureObject) {
        const auto picture = m_pictures.value(format.stringProperty(kPictureName));
        if (!picture)
            return {};
        const double scale = std::min(letterSize(format) / 13, room / picture->size.width());
        return picture->size * scale;
    }
    const FormulaPicture* picture = pictureOf(m_formulas, format);
    if (!picture)
        return {};
    const Extent extent = formulaExtent(*picture, format, room);
    // Objects end at the line of writing; only those in the middle reach below it. See drawObject.
    if (format.verticalAlignment() != QTextCharFormat::AlignMiddle)
        return {extent.width, std::max(extent.ascent, 1.0)};
    return {extent.width, std::max(2 * extent.descent + halfX(format), 2 * extent.ascent - halfX(format))};
}

void LessonObjects::drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                               const QTextFormat& anyFormat) {
    const QTextCharFormat format = anyFormat.toCharFormat();
    if (format.objectType() == kPictureObject) {
        if (const auto picture = m_pictures.value(format.stringProperty(kPictureName)))
            drawPicture(*painter, rect, *picture);
        return;
    }
    const FormulaPicture* picture = pictureOf(m_formulas, format);
    if (!picture)
        return;
    double base = rect.bottom();
    if (format.verticalAlignment() == QTextCharFormat::AlignMiddle) {
        // Drawn in the middle of the line, wherever its line of writing is.
        const QTextBlock block = document->findBlock(position);
        const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
        base = rect.center().y() - line.height() / 2 + line.ascent();
    }
    const Extent extent = formulaExtent(*picture, format, roomAt(*document, position));
    const QColor colour = format.hasProperty(QTextFormat::ForegroundBrush) ? format.foreground().color()
                                                                           : m_palette.color(QPalette::Text);
    m_formulas.draw(*painter,
                    {rect.left(), base - extent.ascent, extent.width, extent.ascent + extent.descent},
                    *picture, colour);
}

void LessonObjects::drawPicture(QPainter& painter, const QRectF& rect, const LessonPicture& picture) const {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QColor text = m_palette.color(QPalette::Text);
    const bool takesColour = picture.takesTextColour();
    if (text.lightness() > 128 && !takesColour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(rect, kPaperMargin, kPaperMargin);
    }
    if (picture.drawing.isEmpty()) {
        painter.drawImage(rect, picture.pixels);
    } else {
        QByteArray drawing = picture.drawing;
        if (takesColour)
            drawing.replace("currentColor", text.name().toLatin1());
        QSvgRenderer(drawing).render(&painter, rect);
    }
    painter.restore();
}

} // namespace protomind
