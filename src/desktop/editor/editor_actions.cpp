// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"

#include "desktop/actions/usable.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/selection.h"

#include <QAction>
#include <QActionGroup>

#include <utility>

namespace protomind {

namespace {

QAction* makeAction(NetworkView& view, std::vector<QAction*>& list, const char* name, const QString& text,
                    const QList<QKeySequence>& keys, const QString& help) {
    auto* action = new QAction(text, &view);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    setHelp(*action, help);
    view.addAction(action);
    list.push_back(action);
    return action;
}

} // namespace

EditorActions::EditorActions(NetworkView& view, Selection& selection)
    : QObject(&view)
    , m_view(view)
    , m_selection(selection) {
    makeEditActions();
    makeViewActions();
    makeToolActions();
    connect(&selection, &Selection::changed, this, &EditorActions::refresh);
    refresh();
}

QAction* EditorActions::action(const QString& objectName) const {
    for (const auto* list : {&m_edit, &m_viewing, &m_tools}) {
        for (QAction* action : *list) {
            if (action->objectName() == objectName)
                return action;
        }
    }
    return nullptr;
}

void EditorActions::makeEditActions() {
    NetworkEditing& editing = m_view.editing();
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys,
                         const QString& help, void (NetworkEditing::*work)()) {
        connect(makeAction(m_view, m_edit, name, text, keys, help), &QAction::triggered, &editing, work);
    };
    add("edit.cut", tr("Cu&t"), {QKeySequence::Cut}, tr("Copy the selected layers, then remove them"),
        &NetworkEditing::cut);
    add("edit.copy", tr("&Copy"), {QKeySequence::Copy}, tr("Copy the selected layers, as text"),
        &NetworkEditing::copy);
    add("edit.paste", tr("&Paste"), {QKeySequence::Paste}, tr("Add the layers on the clipboard"),
        &NetworkEditing::paste);
    add("edit.duplicate", tr("&Duplicate"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
        tr("Add a copy of the selected layers"), &NetworkEditing::duplicate);
    add("edit.delete", tr("&Remove"), {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)},
        tr("Remove the selected layers and wires"), &NetworkEditing::removeSelection);
    add("edit.selectAll", tr("Select &All"), {QKeySequence::SelectAll}, tr("Select every layer and wire"),
        &NetworkEditing::selectAll);
    connect(makeAction(m_view, m_edit, "edit.arrange", tr("Arrange &Layers"),
                       {QKeySequence(Qt::CTRL | Qt::Key_L)},
                       tr("Lay all layers out in the direction of the wires")),
            &QAction::triggered, &m_view, &NetworkView::arrange);
}

void EditorActions::makeViewActions() {
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys,
                         const QString& help, void (NetworkView::*work)()) {
        connect(makeAction(m_view, m_viewing, name, text, keys, help), &QAction::triggered, &m_view, work);
    };
    add("view.fit", tr("&Fit Network"), {QKeySequence(Qt::CTRL | Qt::Key_0), QKeySequence(Qt::Key_F)},
        tr("Show the whole network"), &NetworkView::fit);
    add("view.zoomIn", tr("Zoom &In"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        tr("Show the network larger"), &NetworkView::zoomIn);
    add("view.zoomOut", tr("Zoom &Out"), {QKeySequence::ZoomOut}, tr("Show the network smaller"),
        &NetworkView::zoomOut);
    QAction* actual =
        makeAction(m_view, m_viewing, "view.actualSize", tr("&Actual Size"),
                   {QKeySequence(Qt::CTRL | Qt::Key_1)}, tr("Show the network at its own size"));
    connect(actual, &QAction::triggered, &m_view, [this] { m_view.setZoom(1); });
}

void EditorActions::makeToolActions() {
    auto* group = new QActionGroup(this);
    const auto add = [&](const char* name, const QString& text, const QKeySequence& key, const QString& help,
                         ToolKind kind) {
        QAction* action = makeAction(m_view, m_tools, name, text, {key}, help);
        action->setCheckable(true);
        action->setChecked(m_view.tool() == kind);
        group->addAction(action);
        connect(action, &QAction::triggered, &m_view, [this, kind] { m_view.setTool(kind); });
        connect(&m_view, &NetworkView::toolChanged, action, [action, kind](ToolKind now) {
            if (now == kind)
                action->setChecked(true);
        });
    };
    add("tool.select", tr("&Select"), QKeySequence(Qt::Key_V),
        tr("Select and move layers; draw wires from their ports"), ToolKind::Select);
    add("tool.connect", tr("&Connect"), QKeySequence(Qt::Key_C), tr("Draw wires from layer to layer"),
        ToolKind::Connect);
    add("tool.pan", tr("Move &View"), QKeySequence(Qt::Key_H), tr("Move the canvas; or hold the space bar"),
        ToolKind::Pan);
}

void EditorActions::refresh() {
    const QString reason = tr("Select a layer first.");
    for (const char* name : {"edit.cut", "edit.copy", "edit.duplicate"})
        setUsable(*action(QLatin1String(name)), !m_selection.layers().empty(), reason);
    setUsable(*action(QStringLiteral("edit.delete")), !m_selection.isEmpty(),
              tr("Select a layer or a wire first."));
}

} // namespace protomind
