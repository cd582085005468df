// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/text/markdown_label.h"

#include "desktop/lessons/text/markdown_label_access.h"

#include <QAbstractTextDocumentLayout>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace protomind {

namespace {

constexpr int kMostHeights = 64;

} // namespace

MarkdownLabel::MarkdownLabel(const FormulaPictures& formulas, QWidget* parent)
    : QTextBrowser(parent)
    , m_formulas(formulas) {
    installMarkdownLabelAccess();
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownLabel::followAnchor);
    refresh();
}

void MarkdownLabel::showMarkdown(const QString& markdown, const QString& folder) {
    m_markdown = markdown;
    m_folder = folder;
    refresh();
}

void MarkdownLabel::refresh() {
    auto made = makeLessonDocument(m_markdown, {font(), palette(), m_folder}, m_formulas);
    // The first one belongs to the browser, which deletes it.
    QTextDocument* before = document()->parent() == this ? document() : nullptr;
    made->setParent(this);
    setDocument(made.release());
    delete before;
    findLinks();
    setFocusPolicy(m_links.empty() ? Qt::ClickFocus : Qt::StrongFocus);
    m_heights.clear();
    updateGeometry();
}

void MarkdownLabel::findLinks() {
    m_links.clear();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().isAnchor())
                continue;
            const QUrl url(fragment.charFormat().anchorHref());
            const int end = fragment.position() + fragment.length();
            // One link may be of several pieces: words, bold words, a formula.
            if (!m_links.empty() && m_links.back().end == fragment.position() && m_links.back().url == url)
                m_links.back().end = end;
            else
                m_links.push_back({.text = {}, .url = url, .begin = fragment.position(), .end = end});
        }
    for (Link& link : m_links) {
        QTextCursor cursor(document());
        cursor.setPosition(link.begin);
        cursor.setPosition(link.end, QTextCursor::KeepAnchor);
        link.text = plainLessonText(cursor);
    }
}

QRect MarkdownLabel::linkRect(const Link& link) const {
    QTextCursor cursor(document());
    cursor.setPosition(link.begin);
    QRect rect = cursorRect(cursor);
    cursor.setPosition(link.end);
    const QRect last = cursorRect(cursor);
    rect = last.top() > rect.top() ? QRect(0, rect.top(), viewport()->width(), last.bottom() - rect.top() + 1)
                                   : rect.united(last);
    return rect.translated(viewport()->pos());
}

// Size ---------------------------------------------------------------------------------------------------

int MarkdownLabel::heightForWidth(int width) const {
    if (width <= 0)
        return 0;
    if (const auto known = m_heights.find(width); known != m_heights.end())
        return known->second;
    if (m_heights.size() >= kMostHeights)
        m_heights.clear();
    const double shown = document()->textWidth();
    document()->setTextWidth(width);
    const int height = int(std::ceil(document()->size().height()));
    document()->setTextWidth(shown);
    return m_heights[width] = height;
}

QSize MarkdownLabel::sizeHint() const {
    const int width = 40 * fontMetrics().averageCharWidth();
    return {width, heightForWidth(this->width() > 0 && isVisible() ? this->width() : width)};
}

QSize MarkdownLabel::minimumSizeHint() const {
    return {8 * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

// Links and keys -----------------------------------------------------------------------------------------

void MarkdownLabel::followAnchor(const QUrl& url) {
    if (isLessonLink(url))
        emit linkPressed(url);
}

bool MarkdownLabel::focusNextPrevChild(bool next) {
    // Qt would stay for ever on a link that everything begins with.
    if (QTextCursor cursor = textCursor(); !next && !m_links.empty() && cursor.hasSelection() &&
                                           cursor.selectionStart() <= m_links.front().begin) {
        cursor.clearSelection();
        setTextCursor(cursor);
        return QTextEdit::focusNextPrevChild(next);
    }
    const bool moved = QTextBrowser::focusNextPrevChild(next);
    if (moved && hasFocus())
        showFocusedLink();
    return moved;
}

void MarkdownLabel::focusInEvent(QFocusEvent* event) {
    QTextBrowser::focusInEvent(event);
    // Its first link, or its last: else a press of Tab would seem to do nothing.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        moveCursor(event->reason() == Qt::TabFocusReason ? QTextCursor::Start : QTextCursor::End);
        focusNextPrevChild(event->reason() == Qt::TabFocusReason);
    }
}

/// The scroll area around, if any, comes along.
void MarkdownLabel::showFocusedLink() {
    for (QWidget* around = parentWidget(); around; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around); area && area->widget()) {
            const QRect rect = cursorRect();
            const QPoint centre = viewport()->mapTo(area->widget(), rect.center());
            area->ensureVisible(centre.x(), centre.y(), 0, 2 * rect.height());
            return;
        }
}

QMimeData* MarkdownLabel::createMimeDataFromSelection() const {
    auto* copied = new QMimeData;
    copied->setText(plainLessonText(textCursor()));
    return copied;
}

bool MarkdownLabel::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QTextBrowser::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QUrl url(anchorAt(help->pos()));
    const QString words = !url.isEmpty() && m_linkWords ? m_linkWords(url) : QString();
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), words, this);
    return true;
}

/// Whatever is around may scroll; this never does.
void MarkdownLabel::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

// Looks --------------------------------------------------------------------------------------------------

void MarkdownLabel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refresh();
}

void MarkdownLabel::paintEvent(QPaintEvent* event) {
    paintGround();
    QTextBrowser::paintEvent(event);
}

/// A bar beside quotations, and a field under code.
void MarkdownLabel::paintGround() {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = QFontInfo(font()).pixelSize();
    QRectF code;
    const auto fillCode = [&] {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRoundedRect(code, 0.25 * em, 0.25 * em);
        code = {};
    };
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        const QRectF rect = document()->documentLayout()->blockBoundingRect(block);
        if (format.intProperty(QTextFormat::BlockQuoteLevel) > 0) {
            const double below = block.next().blockFormat().hasProperty(QTextFormat::BlockQuoteLevel)
                                     ? format.bottomMargin()
                                     : 0;
            painter.fillRect(QRectF(0.2 * em, rect.top(), 0.2 * em, rect.height() + below),
                             palette().color(QPalette::Mid));
        }
        if (!isLessonCode(block))
            continue;
        const double left = format.leftMargin() - 0.5 * em;
        code |= QRectF(left, rect.top() - 0.3 * em, document()->textWidth() - left, rect.height() + 0.6 * em);
        if (!isLessonCode(block.next()))
            fillCode();
    }
}

// Nothing is ever loaded: pictures are there when the document is made.
QVariant MarkdownLabel::loadResource(int, const QUrl&) {
    return QVariant(QByteArray());
}

void MarkdownLabel::doSetSource(const QUrl&, QTextDocument::ResourceType) {}

} // namespace protomind
