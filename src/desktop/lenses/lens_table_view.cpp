// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_table_view.h"

#include "desktop/lenses/lens_table_model.h"
#include "desktop/words/worded.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace protomind {

namespace {

constexpr int kMostRowsSeen = 14;
constexpr double kMatrixTypes[] = {1, 0.9, 0.8, 0.7}; ///< of the font's size
constexpr int kCellMargins = 9;

} // namespace

LensTableView::LensTableView(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_corner(new QLabel(this))
    , m_view(new QTableView(this))
    , m_model(new LensTableModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (QLabel* label : {m_title, m_corner}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_corner->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_view);
    m_view->setModel(m_model);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setMinimumSectionSize(18);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                // A click comes by itself, also on the cell that is chosen already.
                if (now.isValid() && QGuiApplication::mouseButtons() == Qt::NoButton)
                    emit cellChosen(now.row(), now.column());
            });
    connect(m_view, &QTableView::clicked, this,
            [this](const QModelIndex& now) { emit cellChosen(now.row(), now.column()); });
}

const LensTable& LensTableView::table() const {
    return m_model->table();
}

void LensTableView::setTable(LensTable table) {
    m_title->setText(worded(table.title));
    m_title->setVisible(!table.title.empty());
    m_corner->setText(worded(table.corner));
    m_corner->setVisible(!table.corner.empty());
    m_view->setAccessibleName(worded(table.title));
    m_longest.clear();
    for (const auto& row : table.cells) {
        for (const LensCell& cell : row) {
            if (cell.text.size() > m_longest.size())
                m_longest = cell.text;
        }
    }
    m_model->setTable(std::move(table), palette());
    fitColumns();
    fit();
}

/// All of a matrix is in sight where there is room for it, in type as large as it can be.
void LensTableView::fitColumns() {
    const bool matrix = m_model->table().matrix;
    bool fits = false;
    for (const double scale : kMatrixTypes) {
        QFont type = font();
        if (matrix)
            type.setPointSizeF(type.pointSizeF() * scale);
        m_view->setFont(type);
        m_view->horizontalHeader()->setFont(type);
        m_view->verticalHeader()->setFont(type);
        fits = matrix && neededWidth() <= width();
        if (fits || !matrix)
            break;
    }
    m_view->horizontalHeader()->setSectionResizeMode(fits ? QHeaderView::Stretch
                                                          : QHeaderView::ResizeToContents);
}

int LensTableView::neededWidth() const {
    const int widest = m_view->fontMetrics().horizontalAdvance(QString::fromStdString(m_longest));
    return m_model->columnCount() * (widest + kCellMargins) + m_view->verticalHeader()->sizeHint().width() +
           2 * m_view->frameWidth();
}

void LensTableView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

void LensTableView::fit() {
    const int rows = m_model->rowCount();
    int height = m_view->horizontalHeader()->sizeHint().height() + 2 * m_view->frameWidth();
    for (int row = 0; row < std::min(rows, kMostRowsSeen); ++row)
        height += std::max(m_view->rowHeight(row), m_view->verticalHeader()->sectionSizeHint(row));
    // Room for the bar below, whether or not it is needed: a table does not jump while it trains.
    m_view->setFixedHeight(height + m_view->horizontalScrollBar()->sizeHint().height());
}

const LensCell* LensTableView::chosenCell() const {
    const QModelIndex now = m_view->currentIndex();
    return now.isValid() ? m_model->cell(now.row(), now.column()) : nullptr;
}

void LensTableView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setTable(m_model->table(), palette());
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace protomind
