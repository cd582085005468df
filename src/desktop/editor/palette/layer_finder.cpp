// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/palette/layer_finder.h"

#include "desktop/editor/layer_icon.h"
#include "desktop/editor/palette/layer_search.h"
#include "desktop/words/worded.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kRowsShown = 6;
constexpr int kTypeRole = Qt::UserRole + 1;
constexpr int kCharactersWide = 30;
constexpr int kBesideFoundName = 64; ///< of a row: icon, margins, scroll bar

/// The longest name of a layer fits.
int wantedWidth(const QFontMetrics& metrics) {
    int longest = 0;
    for (const LayerType& type : layerTypes())
        longest = std::max(longest, metrics.horizontalAdvance(worded(type.title)));
    return std::max(metrics.averageCharWidth() * kCharactersWide, longest + kBesideFoundName);
}

} // namespace

LayerFinder::LayerFinder(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_purpose(new QLabel(this)) {
    setObjectName(QStringLiteral("layerFinder"));
    setAccessibleName(tr("Add a layer by name"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("layerFinderText"));
    m_text->setAccessibleName(tr("Name of the layer to add"));
    m_text->setPlaceholderText(tr("Name of a layer"));
    m_text->setToolTip(tr("Type a name, or what it should do; Enter adds it, Esc closes"));
    m_list->setObjectName(QStringLiteral("layerFinderList"));
    m_list->setAccessibleName(tr("Layers found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({20, 20});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_purpose->setObjectName(QStringLiteral("layerFinderPurpose"));
    m_purpose->setWordWrap(true);
    m_purpose->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_purpose);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &LayerFinder::search);
    // The cursor stays in the line: those who listen hear there what Enter would add.
    connect(m_list, &QListWidget::currentTextChanged, m_text, &QWidget::setAccessibleDescription);
    connect(m_list, &QListWidget::itemClicked, this, &LayerFinder::choose);
    hide();
}

void LayerFinder::open(const QPoint& beside, const QString& text, const QString& purpose) {
    m_purpose->setText(purpose);
    m_text->setText(text);
    search(text);
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 6);
    const int width = std::min(wantedWidth(fontMetrics()), parentWidget()->width() - 16);
    m_list->setMinimumHeight(row * kRowsShown + 4);
    resize(width, layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height());
    QRect box(beside, size());
    box.moveLeft(std::clamp(box.left(), 4, std::max(4, parentWidget()->width() - box.width() - 4)));
    box.moveTop(std::clamp(box.top(), 4, std::max(4, parentWidget()->height() - box.height() - 4)));
    setGeometry(box);
    show();
    raise();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->setCursorPosition(int(text.size()));
}

bool LayerFinder::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent*>(event)->key());
    // Elsewhere is clicked: not wanted any more.
    if (watched == m_text && event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

void LayerFinder::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        search(m_text->text());
}

void LayerFinder::search(const QString& text) {
    m_list->clear();
    const CardColours colours = CardColours::of(palette());
    for (const LayerType* type : layersMatching(text)) {
        auto* item = new QListWidgetItem(layerIcon(*type, colours), worded(type->title), m_list);
        item->setData(kTypeRole, QString::fromStdString(type->name));
        item->setToolTip(worded(type->summary));
    }
    if (m_list->count() == 0) {
        auto* item = new QListWidgetItem(tr("No layer is called or does “%1”.").arg(text), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

bool LayerFinder::handleKey(int key) {
    const int last = m_list->count() - 1;
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, last));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose();
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

void LayerFinder::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    const QString type = item == nullptr ? QString() : item->data(kTypeRole).toString();
    if (type.isEmpty())
        return;
    leave();
    emit chosen(type);
}

void LayerFinder::leave() {
    hide();
    emit closed();
}

} // namespace protomind
