// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/table/network_table.h"

#include "desktop/document/document.h"
#include "desktop/editor/palette/layer_search.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/table/network_table_model.h"
#include "desktop/words/worded.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <vector>

namespace protomind {

namespace {

/// Edits cells as text and says, letter by letter, why a text would not do.
class CellEditing final : public QStyledItemDelegate {
public:
    CellEditing(const NetworkTableModel& model, std::function<void(const QString&)> explain, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_explain(std::move(explain)) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override {
        auto* line = new QLineEdit(parent);
        line->setFrame(false);
        line->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
        line->setToolTip(index.data(Qt::ToolTipRole).toString());
        const QPersistentModelIndex cell(index);
        connect(line, &QLineEdit::textEdited, this,
                [this, cell](const QString& text) { m_explain(m_model.complaint(cell, text)); });
        return line;
    }

private:
    const NetworkTableModel& m_model;
    std::function<void(const QString&)> m_explain;
};

} // namespace

NetworkTable::NetworkTable(Document& document, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new NetworkTableModel(document, this))
    , m_view(new QTableView(this))
    , m_add(new QLineEdit(this))
    , m_reason(new QLabel(this)) {
    setObjectName(QStringLiteral("networkTable"));
    setAccessibleName(tr("Network as a table"));
    m_view->setObjectName(QStringLiteral("networkTableView"));
    m_view->setAccessibleName(tr("Layers of the network"));
    m_view->setModel(m_model);
    if (auto* corner = m_view->findChild<QAbstractButton*>())
        corner->setAccessibleName(tr("Select all layers"));
    auto* editing = new CellEditing(
        *m_model, [this](const QString& sentence) { explain(sentence); }, this);
    m_view->setItemDelegate(editing);
    connect(editing, &QAbstractItemDelegate::closeEditor, this,
            [this](QWidget*, QAbstractItemDelegate::EndEditHint hint) {
                if (hint == QAbstractItemDelegate::RevertModelCache) // given up: nothing is wrong any more
                    explain({});
            });
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    m_add->setObjectName(QStringLiteral("tableAdd"));
    m_add->setAccessibleName(tr("Add a layer by its name"));
    m_add->setPlaceholderText(tr("Add a layer: type its name"));
    m_add->setToolTip(tr("The layer goes behind the selected one"));
    QStringList titles;
    for (const LayerType& type : layerTypes())
        titles << worded(type.title) << QString::fromStdString(type.title);
    titles.removeDuplicates();
    auto* completer = new QCompleter(titles, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_add->setCompleter(completer);
    m_reason->setObjectName(QStringLiteral("tableReason"));
    m_reason->setWordWrap(true);
    m_reason->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_view, 1);
    column->addWidget(m_reason);
    column->addWidget(m_add);

    connect(m_add, &QLineEdit::returnPressed, this, &NetworkTable::addTyped);
    connect(m_model, &NetworkTableModel::refused, this, [this](const QString& sentence) {
        explain(sentence);
        emit said(sentence);
    });
    connect(&document, &Document::changed, this, [this](const ChangeEvent& event) {
        if (std::holds_alternative<AnalysisChanged>(event)) {
            explain({});
            if (isVisible())
                QMetaObject::invokeMethod(this, &NetworkTable::fitColumns, Qt::QueuedConnection);
        }
    });
    connect(&selection, &Selection::changed, this, &NetworkTable::takeSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NetworkTable::giveSelection);
}

void NetworkTable::setActions(const std::vector<QAction*>& actions) {
    for (QAction* action : actions)
        addAction(action);
}

void NetworkTable::startAdding() {
    m_add->setFocus(Qt::ShortcutFocusReason);
    m_add->selectAll();
}

bool NetworkTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QModelIndex cell = m_view->currentIndex();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && cell.isValid() && !m_view->indexWidget(cell)) {
            if (cell.flags().testFlag(Qt::ItemIsEditable))
                m_view->edit(cell);
            else
                emit said(cell.data(Qt::ToolTipRole).toString());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NetworkTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitColumns();
    takeSelection();
}

void NetworkTable::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (isVisible())
        fitColumns();
}

void NetworkTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible())
        fitColumns();
}

/// Every column as wide as it needs. Where that is too much, the wide ones share what is left, and their
/// texts go on in the next line; narrower than a few words none gets: then the table scrolls.
void NetworkTable::fitColumns() {
    constexpr int kFewWords = 16; // letters
    QHeaderView& header = *m_view->horizontalHeader();
    const QAbstractItemView& cells = *m_view;
    struct Column {
        int index;
        int wanted;
        int least;
    };
    std::vector<Column> columns;
    for (int index = 0; index < m_model->columnCount(); ++index) {
        const int title = header.sectionSizeHint(index);
        const int wanted = std::max(cells.sizeHintForColumn(index) + 2, title);
        columns.push_back(
            {index, wanted, std::min(wanted, std::max(title, kFewWords * fontMetrics().averageCharWidth()))});
    }
    std::ranges::sort(columns, {}, &Column::wanted);
    int room = m_view->viewport()->width();
    auto waiting = int(columns.size());
    for (const Column& column : columns) {
        const int width = std::clamp(room / waiting--, column.least, column.wanted);
        header.resizeSection(column.index, width);
        room -= width;
    }
    m_view->resizeRowsToContents();
}

void NetworkTable::addTyped() {
    const auto found = layersMatching(m_add->text());
    if (m_add->text().trimmed().isEmpty() || found.empty()) {
        explain(m_add->text().trimmed().isEmpty()
                    ? tr("Type the name of a layer first.")
                    : tr("No layer is called or does “%1”.").arg(m_add->text()));
        return;
    }
    m_add->completer()->popup()->hide();
    m_add->clear();
    emit layerChosen(QString::fromStdString(found.front()->name));
}

void NetworkTable::takeSelection() {
    if (m_following || !isVisible())
        return;
    m_following = true;
    QItemSelection rows;
    for (const LayerId layer : m_selection.layers()) {
        const QModelIndex index = m_model->indexOf(layer);
        if (index.isValid())
            rows.select(index, index);
    }
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (const std::optional<LayerId> single = m_selection.singleLayer()) {
        const int keep = std::max(0, m_view->currentIndex().column());
        m_view->selectionModel()->setCurrentIndex(m_model->indexOf(*single, keep),
                                                  QItemSelectionModel::NoUpdate);
        m_view->scrollTo(m_model->indexOf(*single));
    }
    m_following = false;
}

void NetworkTable::giveSelection() {
    if (m_following || !isVisible())
        return;
    m_following = true;
    std::set<LayerId> layers;
    for (const QModelIndex& row : m_view->selectionModel()->selectedRows())
        layers.insert(m_model->layerAt(row));
    m_selection.set(std::move(layers));
    m_following = false;
}

void NetworkTable::explain(const QString& sentence) {
    m_reason->setText(sentence);
    m_reason->setVisible(!sentence.isEmpty());
}

} // namespace protomind
