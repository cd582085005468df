// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/network_editor.h"

#include "desktop/editor/editor_actions.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/table/network_table.h"

#include <QAction>
#include <QTableView>

namespace protomind {

NetworkEditor::NetworkEditor(Document& document, Selection& selection, NetworkView& canvas, QWidget* parent)
    : QStackedWidget(parent)
    , m_canvas(canvas)
    , m_table(new NetworkTable(document, selection, this))
    , m_tableAction(new QAction(tr("Show as Ta&ble"), this)) {
    setObjectName(QStringLiteral("networkEditor"));
    addWidget(&canvas);
    addWidget(m_table);
    m_table->setActions(canvas.actions().editActions());
    m_tableAction->setObjectName(QStringLiteral("view.table"));
    m_tableAction->setCheckable(true);
    m_tableAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_tableAction->setIconText(tr("Table"));
    m_tableAction->setToolTip(tr("Show the network as a table, for reading aloud and for typing"));
    m_tableAction->setStatusTip(m_tableAction->toolTip());
    connect(m_tableAction, &QAction::toggled, this, &NetworkEditor::showTable);
    connect(m_table, &NetworkTable::layerChosen, &canvas, &NetworkView::addLayer);
    connect(&canvas, &NetworkView::findingElsewhere, m_table, &NetworkTable::startAdding);
    connect(m_table, &NetworkTable::said, &canvas, &NetworkView::said);
}

void NetworkEditor::focusShown() {
    currentWidget() == m_table ? m_table->view().setFocus() : m_canvas.setFocus();
}

void NetworkEditor::showTable(bool shown) {
    setCurrentWidget(shown ? static_cast<QWidget*>(m_table) : &m_canvas);
    focusShown();
}

} // namespace protomind
