// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/lesson_document.h"

#include "desktop/lessons/text/lesson_objects.h"
#include "studio/course/readable_formula.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QFontInfo>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

namespace protomind {

namespace {

constexpr qsizetype kMostCharacters = 100'000;
constexpr int kMostLineMarks = 16;
constexpr int kMostColumns = 30;
constexpr int kDeepest = 6;
/// Characters for private use: they stand around a formula's number while the Markdown is read.
constexpr QChar kBegin(0xe000);
constexpr QChar kEnd(0xe001);
constexpr QChar kStray(0xfffd);

QFont scaled(QFont font, double factor) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(int(font.pixelSize() * factor + 0.5), 1));
    return font;
}

/// Text nested or tabled out of all reason takes ages to lay out: such lines lose their marks.
QString tamed(const QString& markdown) {
    static const QRegularExpression kMarks(QStringLiteral("^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)]))+"));
    QString text = markdown.left(kMostCharacters);
    text.replace(kBegin, kStray).replace(kEnd, kStray).replace(QChar::Null, kStray);
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        const QString marks = kMarks.match(line).captured();
        if (std::ranges::count_if(marks, [](QChar c) { return !c.isSpace(); }) > kMostLineMarks &&
            marks.trimmed().remove(QLatin1Char('-')).remove(QLatin1Char('*')).size() > 0)
            line.remove(0, marks.size());
        if (line.count(QLatin1Char('|')) > kMostColumns)
            line.remove(QLatin1Char('|'));
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent).isSpace())
            ++indent;
        if (indent > 4 * kDeepest)
            line.remove(0, indent - 4 * kDeepest);
    }
    return lines.join(QLatin1Char('\n'));
}

class Builder {
public:
    Builder(const LessonTextLook& look, const FormulaPictures& formulas)
        : m_look(look)
        , m_document(std::make_unique<QTextDocument>())
        , m_objects(new LessonObjects(formulas, look.font, look.palette, look.folder, m_document.get())) {}

    std::unique_ptr<QTextDocument> build(const QString& markdown) {
        m_document->setUndoRedoEnabled(false);
        m_document->setDefaultFont(m_look.font);
        m_document->setDocumentMargin(2);
        m_document->setIndentWidth(1.5 * em());
        m_document->setMarkdown(withoutFormulas(tamed(markdown)),
                                QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                    QTextDocument::MarkdownNoHTML);
        // The layout, which would load pictures by itself, begins to work when all of them are replaced.
        replacePictures();
        styleBlocks();
        styleTables();
        styleLetters();
        insertFormulas();
        evenOutEnds();
        for (const int type : {kFormulaObject, kPictureObject})
            m_document->documentLayout()->registerHandler(type, m_objects);
        return std::move(m_document);
    }

private:
    [[nodiscard]] double em() const { return QFontInfo(m_look.font).pixelSize(); }
    [[nodiscard]] QColor colour(QPalette::ColorRole role) const { return m_look.palette.color(role); }

    QString withoutFormulas(const QString& markdown) {
        const std::string text = markdown.toStdString();
        QString result;
        std::size_t at = 0;
        m_formulas = formulasIn(text);
        for (std::size_t i = 0; i < m_formulas.size(); ++i) {
            result += QString::fromUtf8(text.data() + at, qsizetype(m_formulas[i].begin - at));
            result += kBegin + QString::number(i) + kEnd;
            at = m_formulas[i].end;
        }
        return result + QString::fromUtf8(text.data() + at, qsizetype(text.size() - at));
    }

    struct Piece {
        int begin = 0;
        int end = 0;
        QTextCharFormat format;
    };
    /// The last first, so that what is done to one moves none of the others.
    [[nodiscard]] std::vector<Piece> pieces() const {
        std::vector<Piece> all;
        for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextFragment fragment = it.fragment();
                all.push_back(
                    {fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()});
            }
        std::ranges::reverse(all);
        return all;
    }
    [[nodiscard]] QTextCursor select(const Piece& piece) const {
        QTextCursor cursor(m_document.get());
        cursor.setPosition(piece.begin);
        cursor.setPosition(piece.end, QTextCursor::KeepAnchor);
        return cursor;
    }

    void replacePictures() {
        for (const Piece& piece : pieces()) {
            if (!piece.format.isImageFormat())
                continue;
            const QTextImageFormat image = piece.format.toImageFormat();
            const QString words = image.stringProperty(QTextFormat::ImageAltText);
            QTextCursor cursor = select(piece);
            if (cursor.block().length() == piece.end - piece.begin + 1 && !cursor.currentList() &&
                !cursor.currentTable()) {
                QTextBlockFormat middle;
                middle.setAlignment(Qt::AlignHCenter);
                cursor.mergeBlockFormat(middle);
            }
            cursor.removeSelectedText();
            for (int i = piece.begin; i < piece.end; ++i) {
                if (auto format = m_objects->pictureFormat(image.name())) {
                    format->setProperty(kPictureWords, words);
                    format->setToolTip(words);
                    insertObject(cursor, *format);
                } else {
                    QTextCharFormat missing;
                    missing.setFontItalic(true);
                    cursor.insertText(words.isEmpty() ? image.name() : words, missing);
                }
            }
        }
    }

    void insertObject(QTextCursor& cursor, QTextCharFormat format) {
        format.setProperty(kObjectNumber, ++m_objectCount);
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    }

    void styleBlocks() {
        QTextCursor cursor(m_document.get());
        for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
            if (QTextList* list = block.textList(); list && list->format().indent() > kDeepest) {
                QTextListFormat shallow = list->format();
                shallow.setIndent(kDeepest);
                list->setFormat(shallow);
            }
            QTextBlockFormat format = block.blockFormat();
            if (isLessonCode(block))
                styleCode(format, isLessonCode(block.previous()), isLessonCode(block.next()));
            else
                styleWords(format, block);
            cursor.setPosition(block.position());
            cursor.setBlockFormat(format);
        }
    }

    void styleCode(QTextBlockFormat& format, bool goesOnAbove, bool goesOnBelow) const {
        format.setNonBreakableLines(false);
        format.setLeftMargin((quoteLevel(format) + 0.5) * em());
        format.setRightMargin(0.5 * em());
        format.setTopMargin(goesOnAbove ? 0 : 0.3 * em());
        format.setBottomMargin(goesOnBelow ? 0 : 0.9 * em());
    }

    void styleWords(QTextBlockFormat& format, const QTextBlock& block) const {
        const bool heading = format.headingLevel() > 0;
        const bool closely = block.textList() && block.next().isValid() && block.next().textList();
        format.setIndent(std::min(format.indent(), kDeepest));
        format.setLeftMargin(quoteLevel(format) * em());
        format.setRightMargin(0);
        format.setTopMargin(heading ? 0.6 * em() : 0);
        format.setBottomMargin((closely ? 0.2 : heading ? 0.3 : 0.6) * em());
        format.setLineHeight(0.2 * em(), QTextBlockFormat::LineDistanceHeight);
        // Behind each table is a paragraph that nobody wrote.
        const QTextBlock before = block.previous();
        if (block.length() == 1 && before.isValid() && QTextCursor(before).currentTable() &&
            !QTextCursor(block).currentTable()) {
            format.setBottomMargin(0);
            format.setLineHeight(1, QTextBlockFormat::FixedHeight);
        }
    }

    static int quoteLevel(const QTextBlockFormat& format) {
        return std::min(format.intProperty(QTextFormat::BlockQuoteLevel), kDeepest);
    }

    void styleTables() {
        for (QTextFrame* frame : m_document->rootFrame()->childFrames()) {
            auto* table = qobject_cast<QTextTable*>(frame);
            if (!table)
                continue;
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(colour(QPalette::Mid));
            format.setCellPadding(0.3 * em());
            format.setCellSpacing(0);
            format.setTopMargin(0.6 * em());
            format.setBottomMargin(0.6 * em());
            table->setFormat(format);
            for (int row = 0; row < table->rows(); ++row)
                for (int column = 0; column < table->columns(); ++column)
                    styleCell(table->cellAt(row, column), row == 0);
        }
    }

    static void styleCell(const QTextTableCell& cell, bool head) {
        QTextCursor cursor = cell.firstCursorPosition();
        // Behind a quotation, Qt begins a table with a line too many.
        while (cursor.block().length() == 1 && cursor.position() < cell.lastCursorPosition().position())
            cursor.deleteChar();
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
        QTextBlockFormat block;
        block.setBottomMargin(0);
        block.setLineHeight(0, QTextBlockFormat::SingleHeight);
        cursor.mergeBlockFormat(block);
        QTextCharFormat letters;
        if (head)
            letters.setFontWeight(QFont::DemiBold);
        cursor.mergeCharFormat(letters);
    }

    void styleLetters() {
        for (const Piece& piece : pieces()) {
            QTextCharFormat format = piece.format;
            const int position = piece.begin;
            const QTextBlock block = m_document->findBlock(position);
            if (const int level = block.blockFormat().headingLevel(); level > 0) {
                const double size = level == 1 ? 1.45 : level == 2 ? 1.2 : 1.05;
                format.clearProperty(QTextFormat::FontSizeAdjustment);
                QFont font = scaled(m_look.font, size);
                font.setBold(true);
                format.setFont(font, QTextCharFormat::FontPropertiesAll);
            } else if (format.fontFixedPitch() || isLessonCode(block)) {
                QFont font = scaled(m_look.font, 0.95);
                font.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
                format.setFont(font);
                if (!isLessonCode(block))
                    format.setBackground(colour(QPalette::AlternateBase));
            }
            if (format.isAnchor())
                styleLink(format);
            select(piece).setCharFormat(format);
        }
    }

    void styleLink(QTextCharFormat& format) const {
        if (isLessonLink(QUrl(format.anchorHref()))) {
            format.setForeground(colour(QPalette::Link));
            format.setFontUnderline(true);
            format.setToolTip({});
            return;
        }
        format.setAnchor(false);
        format.clearProperty(QTextFormat::AnchorHref);
        format.clearForeground();
        format.clearProperty(QTextFormat::TextUnderlineStyle);
        format.clearProperty(QTextFormat::FontUnderline);
    }

    void insertFormulas() {
        static const QRegularExpression kMarker(QStringLiteral("%1(\\d+)%2").arg(kBegin).arg(kEnd));
        QTextCursor cursor(m_document.get());
        while (!(cursor = m_document->find(kMarker, cursor)).isNull()) {
            const QString text = cursor.selectedText();
            const std::size_t index = text.mid(1, text.size() - 2).toULongLong();
            QTextCharFormat around = cursor.charFormat();
            cursor.removeSelectedText();
            if (index < m_formulas.size())
                insertFormula(cursor, m_formulas[index], around);
        }
    }

    void insertFormula(QTextCursor& cursor, const FormulaInText& formula, QTextCharFormat around) {
        const bool displayed = formula.mode == FormulaMode::Displayed && !cursor.currentTable();
        if (displayed)
            beginParagraph(cursor);
        const QString tex = QString::fromStdString(inDollars(formula.tex, formula.mode));
        const QFont font = cursor.block().blockFormat().headingLevel() > 0 ? around.font() : m_look.font;
        if (const auto format = m_objects->formulaFormat(formula.tex, formula.mode, font)) {
            // Part of the same link, but with none of its line.
            around.merge(*format);
            around.setFontUnderline(false);
            insertObject(cursor, around);
        } else {
            around.setFontItalic(true);
            around.setProperty(kTex, tex);
            around.setProperty(kObjectNumber, ++m_objectCount);
            cursor.insertText(QString::fromStdString(readableFormula(formula.tex)), around);
        }
        if (displayed)
            endParagraph(cursor);
    }

    /// What stands before a displayed formula ends its paragraph.
    static void beginParagraph(QTextCursor& cursor) {
        while (!cursor.atBlockStart() && isBlank(cursor.document()->characterAt(cursor.position() - 1)))
            cursor.deletePreviousChar();
        if (!cursor.atBlockStart()) {
            cursor.insertBlock();
            if (QTextList* list = cursor.currentList())
                list->remove(cursor.block());
        }
        if (!cursor.currentList()) {
            QTextBlockFormat middle;
            middle.setAlignment(Qt::AlignHCenter);
            cursor.mergeBlockFormat(middle);
        }
    }

    static void endParagraph(QTextCursor& cursor) {
        while (!cursor.atBlockEnd() && isBlank(cursor.document()->characterAt(cursor.position())))
            cursor.deleteChar();
        if (cursor.atBlockEnd())
            return;
        cursor.insertBlock();
        if (QTextList* list = cursor.currentList())
            list->remove(cursor.block());
        QTextBlockFormat left;
        left.setAlignment(Qt::AlignLeft);
        cursor.mergeBlockFormat(left);
        cursor.movePosition(QTextCursor::StartOfBlock);
    }
    static bool isBlank(QChar c) { return c.isSpace() && c != QChar::ParagraphSeparator; }

    /// Nothing above the first line and below the last, so that texts can be stacked.
    void evenOutEnds() {
        QTextCursor cursor(m_document.get());
        QTextBlockFormat format;
        format.setTopMargin(0);
        cursor.mergeBlockFormat(format);
        cursor.movePosition(QTextCursor::End);
        format = QTextBlockFormat();
        format.setBottomMargin(0);
        cursor.mergeBlockFormat(format);
    }

    const LessonTextLook& m_look;
    std::unique_ptr<QTextDocument> m_document;
    LessonObjects* m_objects; ///< the document's
    std::vector<FormulaInText> m_formulas;
    int m_objectCount = 0;
};

/// Goes through what is selected, piece by piece.
class PlainText {
public:
    explicit PlainText(const QTextCursor& selection)
        : m_begin(selection.selectionStart())
        , m_end(selection.selectionEnd()) {
        for (QTextBlock block = selection.document()->findBlock(m_begin);
             block.isValid() && block.position() < m_end; block = block.next()) {
            if (block.position() > m_begin)
                m_text += QLatin1Char('\n');
            for (auto it = block.begin(); !it.atEnd(); ++it)
                add(it.fragment());
        }
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    void add(const QTextFragment& fragment) {
        const int begin = std::max(fragment.position(), m_begin);
        const int end = std::min(fragment.position() + fragment.length(), m_end);
        if (begin >= end)
            return;
        const QTextCharFormat format = fragment.charFormat();
        if (format.hasProperty(kTex))
            m_text += format.stringProperty(kTex);
        else if (format.objectType() == kPictureObject)
            m_text += format.stringProperty(kPictureWords);
        else
            m_text += fragment.text()
                          .mid(begin - fragment.position(), end - begin)
                          .replace(QChar::LineSeparator, QLatin1Char('\n'))
                          .replace(QChar::Nbsp, QLatin1Char(' '));
    }

    int m_begin;
    int m_end;
    QString m_text;
};

} // namespace

std::unique_ptr<QTextDocument> makeLessonDocument(const QString& markdown, const LessonTextLook& look,
                                                  const FormulaPictures& formulas) {
    return Builder(look, formulas).build(markdown);
}

bool isLessonCode(const QTextBlock& block) {
    const QTextBlockFormat format = block.blockFormat();
    return block.isValid() && (format.hasProperty(QTextFormat::BlockCodeFence) ||
                               format.hasProperty(QTextFormat::BlockCodeLanguage));
}

bool isLessonLink(const QUrl& url) {
    const QString scheme = url.scheme();
    return scheme == QLatin1String("action") || scheme == QLatin1String("highlight") ||
           scheme == QLatin1String("open");
}

QString plainLessonText(const QTextCursor& selection) {
    return selection.isNull() ? QString() : PlainText(selection).text();
}

QString plainLessonText(const QTextDocument& document) {
    QTextCursor all(document.rootFrame()->firstCursorPosition());
    all.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    return plainLessonText(all);
}

} // namespace protomind
