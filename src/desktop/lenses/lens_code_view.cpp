// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_code_view.h"

#include "desktop/lenses/code_highlighter.h"
#include "desktop/lenses/layer_strip.h"
#include "desktop/words/worded.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kWideCharacters = 84; ///< from this width on, the list stands beside the code
constexpr int kListCharacters = 26;
constexpr int kListRows = 7; ///< where it stands above
constexpr int kMostLines = 28;
constexpr int kCodeGap = 8;

/// "Step 3 · hidden: MatMul"
QString titleOf(const LensCode& code) {
    const QString title = worded(code.title);
    return code.name.empty() ? title
                             : QStringLiteral("%1 · %2").arg(title, QString::fromStdString(code.name));
}

} // namespace

LensCodeView::LensCodeView(QWidget* parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_list(new QListWidget(this))
    , m_strip(new LayerStrip(this))
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_highlighter(new CodeHighlighter(m_text->document(), palette())) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kCodeGap);
    m_list->setObjectName(QStringLiteral("codeList"));
    m_list->setAccessibleName(tr("Steps on the device"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    for (QLabel* label : {m_title, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setObjectName(QStringLiteral("codeText"));
    m_text->setAccessibleName(tr("Code"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_note);
    auto* head = new QHBoxLayout;
    head->setSpacing(kCodeGap);
    head->addWidget(m_strip);
    head->addLayout(words, 1);
    auto* code = new QVBoxLayout;
    code->addLayout(head);
    code->addWidget(m_text);
    code->addStretch(1);
    m_row->addWidget(m_list);
    m_row->addLayout(code, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &LensCodeView::showChosen);
    arrange();
}

void LensCodeView::setLayerColour(LayerColour colour) {
    m_colour = std::move(colour);
    fillList();
}

int LensCodeView::chosen() const {
    return m_list->currentRow();
}

QString LensCodeView::note() const {
    return m_note->text();
}

void LensCodeView::setCodes(std::vector<LensCode> codes) {
    if (codes == m_codes)
        return;
    const LensCode before = chosen() < 0 ? LensCode{} : m_codes[static_cast<std::size_t>(chosen())];
    m_codes = std::move(codes);
    fillList();
    const auto same = std::ranges::find_if(m_codes, [&before](const LensCode& code) {
        return code.title == before.title && code.name == before.name;
    });
    m_list->setCurrentRow(m_codes.empty()         ? -1
                          : same == m_codes.end() ? 0
                                                  : static_cast<int>(same - m_codes.begin()));
    showChosen();
    arrange();
}

std::vector<QColor> LensCodeView::coloursOf(const LensCode& code) const {
    std::vector<QColor> colours;
    for (const std::string& layer : code.layers) {
        const QColor colour = m_colour ? m_colour(layer) : QColor();
        colours.push_back(colour.isValid() ? colour : palette().color(QPalette::Mid));
    }
    return colours;
}

void LensCodeView::fillList() {
    const QSignalBlocker blocker(m_list);
    const int row = chosen();
    m_list->clear();
    for (const LensCode& code : m_codes) {
        auto* item = new QListWidgetItem(titleOf(code), m_list);
        item->setToolTip(titleOf(code));
        item->setIcon(stripIcon(coloursOf(code), fontMetrics().height(), devicePixelRatioF()));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_strip->setColours(chosen() < 0 ? std::vector<QColor>{}
                                     : coloursOf(m_codes[static_cast<std::size_t>(chosen())]));
}

void LensCodeView::showChosen() {
    const LensCode code = chosen() < 0 ? LensCode{} : m_codes[static_cast<std::size_t>(chosen())];
    m_strip->setColours(coloursOf(code));
    m_title->setText(titleOf(code));
    m_note->setText(worded(code.note));
    const QString text = QString::fromStdString(code.text).trimmed();
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
    m_text->setVisible(!text.isEmpty());
    fitHeights();
}

/// Beside each other where there is room for lines of code.
void LensCodeView::arrange() {
    const int character = fontMetrics().averageCharWidth();
    const bool wide = width() >= kWideCharacters * character;
    m_row->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_list->setIconSize(QSize(5, fontMetrics().height()));
    if (wide)
        m_list->setFixedWidth(kListCharacters * character);
    else {
        m_list->setMinimumWidth(0);
        m_list->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    fitHeights();
}

void LensCodeView::fitHeights() {
    const int rows = std::clamp(m_list->count(), 1, kListRows);
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height());
    const int list = rows * row + 2 * m_list->frameWidth();
    const bool above = m_row->direction() == QBoxLayout::TopToBottom;
    m_list->setMinimumHeight(list);
    m_list->setMaximumHeight(above ? list : QWIDGETSIZE_MAX);
    m_list->setSizePolicy(above ? QSizePolicy::Ignored : QSizePolicy::Fixed,
                          above ? QSizePolicy::Fixed : QSizePolicy::Ignored);
    const int lines = std::clamp(m_text->document()->blockCount(), 3, kMostLines);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() +
                           2 * static_cast<int>(m_text->document()->documentMargin()) +
                           2 * m_text->frameWidth() + m_text->horizontalScrollBar()->sizeHint().height());
}

void LensCodeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        fillList();
    }
    if (event->type() == QEvent::FontChange) {
        fillList();
        arrange();
    }
}

void LensCodeView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace protomind
