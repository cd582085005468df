// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"

#include "desktop/actions/usable.h"
#include "desktop/editor/mini_map.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/picture_exporter.h"
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
    makeAlignActions();
    makeViewActions();
    makeDrawingActions();
    makeGoActions();
    makeToolActions();
    connect(&selection, &Selection::changed, this, &EditorActions::refresh);
    refresh();
}

QAction* EditorActions::action(const QString& objectName) const {
    for (const auto* list : {&m_edit, &m_align, &m_viewing, &m_drawing, &m_going, &m_tools}) {
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
    add("edit.paste", tr("&Paste"), {QKeySequence::Paste},
        tr("Add the layers on the clipboard, or look at the picture there"), &NetworkEditing::paste);
    add("edit.duplicate", tr("&Duplicate"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
        tr("Add a copy of the selected layers"), &NetworkEditing::duplicate);
    add("edit.delete", tr("Re&move"), {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)},
        tr("Remove the selected layers and wires"), &NetworkEditing::removeSelection);
    add("edit.selectAll", tr("Select &All"), {QKeySequence::SelectAll}, tr("Select every layer and wire"),
        &NetworkEditing::selectAll);
    connect(makeAction(m_view, m_edit, "edit.addLayer", tr("Add &Layer…"), {QKeySequence(Qt::Key_Insert)},
                       tr("Add a layer by typing its name; or just begin to type")),
            &QAction::triggered, &m_view, [this] { m_view.findLayer(); });
    add("edit.connect", tr("C&onnect Layers"), {QKeySequence(Qt::CTRL | Qt::Key_J)},
        tr("Wire the selected layers one to the next, from left to right"),
        &NetworkEditing::connectSelection);
    connect(makeAction(m_view, m_edit, "edit.arrange", tr("Arran&ge Layers"),
                       {QKeySequence(Qt::CTRL | Qt::Key_L)},
                       tr("Lay layers out in the direction of the wires; those you moved yourself stay")),
            &QAction::triggered, &m_view, &NetworkView::arrange);
    connect(
        makeAction(m_view, m_edit, "edit.arrangeAll", tr("Arrange All La&yers"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
                   tr("Lay every layer out in the direction of the wires, also those you moved yourself")),
        &QAction::triggered, &m_view, &NetworkView::arrangeAll);
}

void EditorActions::makeAlignActions() {
    const auto add = [&](const char* name, const QString& text, const QString& help, Alignment alignment,
                         const QKeySequence& key = {}) {
        QAction* action = makeAction(m_view, m_align, name, text,
                                     key.isEmpty() ? QList<QKeySequence>{} : QList<QKeySequence>{key}, help);
        action->setProperty("needed", int(cardsNeeded(alignment)));
        connect(action, &QAction::triggered, &m_view,
                [this, alignment] { m_view.editing().align(alignment); });
    };
    constexpr auto kKeys = Qt::CTRL | Qt::ALT;
    add("align.left", tr("&Left Edges"), tr("Line up the left edges of the selected layers"), Alignment::Left,
        kKeys | Qt::Key_Left);
    add("align.centre", tr("&Centres"), tr("Line up the centres of the selected layers, one above the other"),
        Alignment::Centre);
    add("align.right", tr("&Right Edges"), tr("Line up the right edges of the selected layers"),
        Alignment::Right, kKeys | Qt::Key_Right);
    add("align.top", tr("&Top Edges"), tr("Line up the top edges of the selected layers: wires run straight"),
        Alignment::Top, kKeys | Qt::Key_Up);
    add("align.middle", tr("&Middles"), tr("Line up the middles of the selected layers, side by side"),
        Alignment::Middle);
    add("align.bottom", tr("&Bottom Edges"), tr("Line up the bottom edges of the selected layers"),
        Alignment::Bottom, kKeys | Qt::Key_Down);
    add("align.across", tr("Spread &Across"),
        tr("Make the gaps between the selected layers even, from left to right"), Alignment::SpreadAcross);
    add("align.down", tr("Spread &Down"),
        tr("Make the gaps between the selected layers even, from top to bottom"), Alignment::SpreadDown);
}

void EditorActions::makeViewActions() {
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys,
                         const QString& help, void (NetworkView::*work)()) {
        connect(makeAction(m_view, m_viewing, name, text, keys, help), &QAction::triggered, &m_view, work);
    };
    add("view.fit", tr("&Fit Network"), {QKeySequence(Qt::CTRL | Qt::Key_0), QKeySequence(Qt::Key_Home)},
        tr("Show the whole network"), &NetworkView::fit);
    add("view.zoomIn", tr("Zoom &In"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        tr("Show the network larger"), &NetworkView::zoomIn);
    add("view.zoomOut", tr("Zoom &Out"), {QKeySequence::ZoomOut}, tr("Show the network smaller"),
        &NetworkView::zoomOut);
    add("view.nextProblem", tr("&Next Problem"), {QKeySequence(Qt::Key_F8)},
        tr("Go to the next thing that does not fit, and say what it is"), &NetworkView::nextProblem);
    add("view.previousProblem", tr("P&revious Problem"), {QKeySequence(Qt::SHIFT | Qt::Key_F8)},
        tr("Go to the thing before that does not fit, and say what it is"), &NetworkView::previousProblem);
    QAction* map = makeAction(m_view, m_viewing, "view.miniMap", tr("Ov&erview in the Corner"), {},
                              tr("Show the whole network, small, while some of it is out of sight"));
    map->setCheckable(true);
    map->setChecked(m_view.miniMap().isWanted());
    connect(map, &QAction::toggled, &m_view, [this](bool wanted) { m_view.miniMap().setWanted(wanted); });
    QAction* actual =
        makeAction(m_view, m_viewing, "view.actualSize", tr("&Actual Size"),
                   {QKeySequence(Qt::CTRL | Qt::Key_1)}, tr("Show the network at its own size"));
    connect(actual, &QAction::triggered, &m_view, [this] { m_view.setZoom(m_view.usualZoom()); });
}

void EditorActions::makeDrawingActions() {
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys,
                         const QString& help, void (PictureExporter::*work)()) {
        connect(makeAction(m_view, m_drawing, name, text, keys, help), &QAction::triggered,
                &m_view.pictureExporter(), work);
    };
    add("drawing.copy", tr("&Copy Drawing"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        tr("Copy the whole network as a picture"), &PictureExporter::copyNetwork);
    add("drawing.save", tr("&Save Drawing…"), {}, tr("Save the whole network as a picture: PNG or SVG"),
        &PictureExporter::saveNetwork);
    add("picture.copy", tr("Copy &Picture of the Layer"), {}, tr("Copy the picture on the selected card"),
        &PictureExporter::copyPicture);
    add("picture.save", tr("Save Pict&ure of the Layer…"), {},
        tr("Save the picture on the selected card: PNG or SVG"), &PictureExporter::savePicture);
}

void EditorActions::makeGoActions() {
    const auto add = [&](const char* name, const QString& text, const QKeySequence& key, const QString& help,
                         auto work) {
        connect(makeAction(m_view, m_going, name, text, {key}, help), &QAction::triggered, &m_view, work);
    };
    add("go.nextWire", tr("&Next Wire"), QKeySequence(Qt::Key_F4),
        tr("Go round the wires of the selected layer: those that come in, then those that go out"),
        &NetworkView::nextWire);
    add("go.previousWire", tr("&Previous Wire"), QKeySequence(Qt::SHIFT | Qt::Key_F4),
        tr("Go round the wires of the selected layer, the other way"), &NetworkView::previousWire);
    add("go.weights", tr("&Weights"), QKeySequence(Qt::Key_F2),
        tr("See the weights that come into the selected layer one by one, and type other values"),
        &NetworkView::openWeights);
    add("go.picture", tr("Large P&icture"), QKeySequence(Qt::Key_F3),
        tr("Show what the selected layer gives, large; the arrow keys go from neuron to neuron"),
        &NetworkView::openPicture);
    const auto addPan = [&](const char* name, const QString& text, Qt::Key key, const QString& help,
                            int across, int down) {
        add(name, text, QKeySequence(Qt::ALT | key), help,
            [this, across, down] { m_view.pan(across, down); });
    };
    addPan("go.left", tr("Move View &Left"), Qt::Key_Left, tr("See what lies further to the left"), -1, 0);
    addPan("go.right", tr("Move View &Right"), Qt::Key_Right, tr("See what lies further to the right"), 1, 0);
    addPan("go.up", tr("Move View &Up"), Qt::Key_Up, tr("See what lies further up"), 0, -1);
    addPan("go.down", tr("Move View &Down"), Qt::Key_Down, tr("See what lies further down"), 0, 1);
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
    add("tool.select", tr("&Select"), QKeySequence(Qt::Key_1),
        tr("Select and move layers; draw wires from their ports"), ToolKind::Select);
    add("tool.connect", tr("&Connect"), QKeySequence(Qt::Key_2), tr("Draw wires from layer to layer"),
        ToolKind::Connect);
    add("tool.pan", tr("Move &View"), QKeySequence(Qt::Key_3), tr("Move the canvas; or hold the space bar"),
        ToolKind::Pan);
}

void EditorActions::refresh() {
    const QString reason = tr("Select a layer first.");
    for (const char* name : {"edit.cut", "edit.copy", "edit.duplicate"})
        setUsable(*action(QLatin1String(name)), !m_selection.layers().empty(), reason);
    const QString either = tr("Select a layer or a wire first.");
    setUsable(*action(QStringLiteral("edit.delete")), !m_selection.isEmpty(), either);
    for (const char* name : {"go.nextWire", "go.previousWire", "go.weights"})
        setUsable(*action(QLatin1String(name)), m_selection.singleLayer() || m_selection.singleWire(),
                  either);
    for (const char* name : {"go.picture", "picture.copy", "picture.save"})
        setUsable(*action(QLatin1String(name)), m_selection.singleLayer().has_value(), reason);
    setUsable(*action(QStringLiteral("edit.connect")), m_selection.layers().size() > 1,
              tr("Select at least %1 layers first.").arg(2));
    for (QAction* alignment : m_align) {
        const int needed = alignment->property("needed").toInt();
        setUsable(*alignment, int(m_selection.layers().size()) >= needed,
                  tr("Select at least %1 layers first.").arg(needed));
    }
}

} // namespace protomind
