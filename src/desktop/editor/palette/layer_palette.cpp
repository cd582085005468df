// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/palette/layer_palette.h"

#include "desktop/editor/card_colours.h"
#include "desktop/editor/layer_icon.h"
#include "desktop/editor/palette/layer_drag.h"
#include "desktop/words/worded.h"
#include "engine/nn/layer_type.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyle>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace protomind {

namespace {

constexpr int kHeadingHeight = 30;
constexpr int kBesideName = 76; ///< of a row: icon, margins, scroll bar
constexpr int kLayerTypeRole = Qt::UserRole + 1;
constexpr int kSearchRole = Qt::UserRole + 2; ///< what it is called and does, in English as well

class PaletteModel final : public QStandardItemModel {
public:
    using QStandardItemModel::QStandardItemModel;

    QStringList mimeTypes() const override { return {QLatin1String(kLayerMimeType)}; }

    QMimeData* mimeData(const QModelIndexList& indexes) const override {
        return indexes.isEmpty() ? nullptr : layerMimeData(indexes.front().data(kLayerTypeRole).toString());
    }
};

} // namespace

/// Finds layers by name, summary or category, so that "shrink" finds what shrinks.
class LayerFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWanted(const QString& text) {
        m_wanted = text.simplified();
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (m_wanted.isEmpty())
            return true;
        if (!parent.isValid()) {
            for (int child = 0; child < sourceModel()->rowCount(index); ++child) {
                if (filterAcceptsRow(child, index))
                    return true;
            }
            return false;
        }
        const QString text = index.data().toString() + QLatin1Char(' ') + parent.data().toString() +
                             QLatin1Char(' ') + index.data(kSearchRole).toString() + QLatin1Char(' ') +
                             index.data(kLayerTypeRole).toString();
        for (const QString& word : m_wanted.split(QLatin1Char(' '))) {
            if (!text.contains(word, Qt::CaseInsensitive))
                return false;
        }
        return true;
    }

private:
    QString m_wanted;
};

LayerPalette::LayerPalette(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_nothingFound(new QLabel(this))
    , m_filter(new LayerFilter(this)) {
    setObjectName(QStringLiteral("layerPalette"));
    m_search->setObjectName(QStringLiteral("layerSearch"));
    m_search->setPlaceholderText(tr("Find a layer"));
    m_search->setAccessibleName(tr("Find a layer"));
    m_search->setToolTip(tr("Type a name, or what it should do; Enter adds the first one found"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);

    auto* model = new PaletteModel(this);
    std::map<LayerCategory, QStandardItem*> headings;
    for (const LayerType& type : layerTypes()) {
        QStandardItem*& heading = headings[type.category];
        if (heading == nullptr) {
            heading = new QStandardItem(categoryTitle(type.category));
            heading->setFlags(Qt::ItemIsEnabled);
            QFont font = heading->font();
            font.setWeight(QFont::DemiBold);
            heading->setFont(font);
            heading->setSizeHint({0, std::max(kHeadingHeight, fontMetrics().height() + 12)});
            heading->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
            model->appendRow(heading);
        }
        const QString summary = worded(type.summary);
        auto* item = new QStandardItem(worded(type.title));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                       Qt::ItemNeverHasChildren);
        item->setData(QString::fromStdString(type.name), kLayerTypeRole);
        item->setData(summary + QLatin1Char(' ') + QString::fromStdString(type.title + " " + type.summary),
                      kSearchRole);
        item->setData(summary, Qt::AccessibleDescriptionRole);
        item->setToolTip(
            QStringLiteral("<p>%1</p><p><small>%2</small></p>")
                .arg(summary.toHtmlEscaped(), tr("Drag it onto the canvas, or double-click to add it.")));
        heading->appendRow(item);
    }
    m_filter->setSourceModel(model);

    m_list->setObjectName(QStringLiteral("layerList"));
    m_list->setAccessibleName(tr("Layers"));
    m_list->setToolTip(tr("Drag a layer onto the canvas, or double-click to add it"));
    m_list->setModel(m_filter);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(8);
    m_list->setIconSize({24, 24});
    m_list->setUniformRowHeights(false);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->expandAll();
    m_list->installEventFilter(this);

    m_nothingFound->setWordWrap(true);
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_nothingFound);
    column->addWidget(m_list, 1);

    connect(m_search, &QLineEdit::textChanged, this, &LayerPalette::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    // Not activated(): on some desktops that comes with a single click already.
    connect(m_list, &QTreeView::doubleClicked, this, &LayerPalette::choose);
    refreshIcons();
    refreshWidth();
}

void LayerPalette::startSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// Arrow keys in the search box walk through the list, so that a layer is found and added without the mouse.
bool LayerPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        if (!m_list->currentIndex().isValid() || m_list->currentIndex().data(kLayerTypeRole).isNull())
            m_list->setCurrentIndex(m_filter->index(0, 0, m_filter->index(0, 0)));
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        choose(m_list->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LayerPalette::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_filter != nullptr)
        refreshIcons();
    if (event->type() == QEvent::FontChange && m_filter != nullptr)
        refreshWidth();
}

/// The longest name fits, beside a bar that scrolls.
void LayerPalette::refreshWidth() {
    int longest = 0;
    for (const LayerType& type : layerTypes())
        longest = std::max(longest, fontMetrics().horizontalAdvance(worded(type.title)));
    setMinimumWidth(longest + kBesideName +
                    style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_list));
}

void LayerPalette::search(const QString& text) {
    m_filter->setWanted(text);
    m_list->expandAll();
    const QModelIndex heading = m_filter->index(0, 0);
    const bool found = heading.isValid();
    m_list->setVisible(found);
    m_nothingFound->setVisible(!found);
    m_nothingFound->setText(tr("No layer is called or does “%1”.").arg(text));
    if (found && !text.isEmpty())
        m_list->setCurrentIndex(m_filter->index(0, 0, heading));
}

void LayerPalette::choose(const QModelIndex& index) {
    const QString type = index.data(kLayerTypeRole).toString();
    if (!type.isEmpty())
        emit layerChosen(type);
}

void LayerPalette::refreshIcons() {
    const CardColours colours = CardColours::of(palette());
    auto* model = qobject_cast<QStandardItemModel*>(m_filter->sourceModel());
    for (int row = 0; row < model->rowCount(); ++row) {
        QStandardItem* heading = model->item(row);
        for (int child = 0; child < heading->rowCount(); ++child) {
            QStandardItem* item = heading->child(child);
            if (const LayerType* type = findLayerType(item->data(kLayerTypeRole).toString().toStdString())) {
                item->setIcon(layerIcon(*type, colours));
                heading->setForeground(colours.muted);
            }
        }
    }
}

} // namespace protomind
