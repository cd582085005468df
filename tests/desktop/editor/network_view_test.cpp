// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/guide_lines.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_drag.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/wire_preview.h"
#include "studio/network/network_json.h"
#include "studio/network/template.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

namespace protomind {
namespace {

TEST(NetworkView, ADragMovesTheSelectedCardsOnTheGridInOneStep) {
    EditorWindow window;
    const LayerId a = window.add("dense", 0, 0);
    const LayerId b = window.add("dense", 0, 240);
    const LayerId c = window.add("dense", 400, 0);
    window.view.fit();
    window.click(window.middle(a));
    window.click(window.middle(b), Qt::ShiftModifier);
    EXPECT_EQ(window.selection.layers(), (std::set<LayerId>{a, b}));
    const int steps = window.steps();
    const QPoint start = window.middle(b);
    window.press(start);
    for (int x = 0; x <= 50; x += 5)
        window.move(start + QPoint(x, 21));
    window.release(start + QPoint(50, 21));
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(window.place(a), (Position{48, 24, true}));
    EXPECT_EQ(window.place(b), (Position{48, 264, true}));
    EXPECT_EQ(window.place(c), (Position{400, 0}));
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Move 2 layers"));
    window.document.undoStack().undo();
    EXPECT_EQ(window.place(b), (Position{0, 240}));
}

TEST(NetworkView, EscapeTakesADragBackWithoutAStep) {
    EditorWindow window;
    const LayerId a = window.add("dense", 0, 0);
    window.view.fit();
    const int steps = window.steps();
    window.press(window.middle(a));
    window.move(window.middle(a) + QPoint(80, 40));
    EXPECT_NE(window.place(a), (Position{0, 0}));
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.place(a), (Position{0, 0}));
    EXPECT_EQ(window.steps(), steps);
    window.release(window.middle(a));
    EXPECT_EQ(window.steps(), steps);
}

TEST(NetworkView, RubberBandSelectsWhatItTouches) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 300, 0);
    const LayerId c = window.add("dense", 300, 300);
    window.join(a, b);
    window.view.fit();
    window.drag(window.at({-20, -20}), window.at({400, 200}));
    EXPECT_EQ(window.selection.layers(), (std::set<LayerId>{a, b}));
    EXPECT_EQ(window.selection.wires().size(), 1U);
    window.drag(window.at({280, 480}), window.at({350, 330}), Qt::ShiftModifier);
    EXPECT_EQ(window.selection.layers(), (std::set<LayerId>{a, b, c}));
    window.click(window.at({-30, 400}));
    EXPECT_TRUE(window.selection.isEmpty());
}

TEST(NetworkView, KeysRemoveDuplicateCopyPasteAndNudge) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 300, 0);
    window.join(a, b);
    window.view.fit();
    window.key(Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(window.selection.layers().size(), 2U);
    window.key(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(window.document.network().layers().size(), 4U);
    EXPECT_EQ(window.document.network().wires().size(), 2U);
    EXPECT_EQ(window.selection.layers(), (std::set<LayerId>{LayerId{3}, LayerId{4}}))
        << "the copies are selected";
    const int steps = window.steps();
    window.key(Qt::Key_Right);
    window.key(Qt::Key_Right);
    window.key(Qt::Key_Down);
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(window.place(LayerId{3}), (Position{32 + 16, 32 + 8, true}));
    window.key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("\"dense\"")));
    window.key(Qt::Key_Delete);
    EXPECT_EQ(window.document.network().layers().size(), 2U);
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Remove 2 layers"));
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(window.document.network().layers().size(), 4U);
    EXPECT_EQ(window.document.network().wires().size(), 2U);
    while (window.document.undoStack().canUndo())
        window.document.undoStack().undo();
    EXPECT_TRUE(window.document.network().layers().empty());
}

TEST(NetworkView, PastingWhatIsNoNetworkIsSaid) {
    EditorWindow window;
    QSignalSpy said(&window.view, &NetworkView::said);
    QGuiApplication::clipboard()->setText(QStringLiteral("{\"milk\": 2}"));
    window.view.actions().action(QStringLiteral("edit.paste"))->trigger();
    EXPECT_EQ(said.count(), 1);
    EXPECT_EQ(window.steps(), 0);
}

TEST(NetworkView, AWireIsClickedAndRemoved) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 300, 0);
    window.join(a, b);
    window.view.fit();
    window.click((window.output(a) + window.input(b)) / 2 + QPoint(0, 3));
    EXPECT_EQ(window.selection.singleWire(), WireId{1});
    window.key(Qt::Key_Backspace);
    EXPECT_TRUE(window.document.network().wires().empty());
}

TEST(NetworkView, DisabledActionsSayWhatTheyWaitFor) {
    EditorWindow window;
    const LayerId a = window.add("dense", 0, 0);
    for (QAction* action : window.view.actions().editActions()) {
        EXPECT_FALSE(action->objectName().isEmpty());
        if (!action->isEnabled()) {
            EXPECT_TRUE(action->toolTip().contains(QStringLiteral("first"))) << action->text().toStdString();
        }
    }
    QAction* remove = window.view.actions().action(QStringLiteral("edit.delete"));
    EXPECT_FALSE(remove->isEnabled());
    window.selection.select(a);
    EXPECT_TRUE(remove->isEnabled());
    EXPECT_FALSE(remove->toolTip().contains(QStringLiteral("first")));
}

void dropOn(EditorWindow& window, const char* type, const QPoint& point) {
    const std::unique_ptr<QMimeData> data(layerMimeData(QLatin1String(type)));
    QDragEnterEvent enter(point, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.view.viewport(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDragMoveEvent move(point, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.view.viewport(), &move);
    EXPECT_TRUE(window.view.networkScene().hint().isVisible());
    QDropEvent drop(point, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.view.viewport(), &drop);
    EXPECT_TRUE(drop.isAccepted());
    EXPECT_FALSE(window.view.networkScene().hint().isVisible());
}

TEST(NetworkView, ADroppedLayerLiesUnderThePointer) {
    EditorWindow window;
    const QPoint point(420, 300);
    dropOn(window, "convolution", point);
    ASSERT_EQ(window.document.network().layers().size(), 1U);
    EXPECT_TRUE(window.card(LayerId{1}).sceneBody().contains(window.view.mapToScene(point)));
    EXPECT_EQ(window.selection.singleLayer(), LayerId{1});
}

TEST(NetworkView, ALayerDroppedOnAWireIsPutBetween) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 264, 0);
    window.join(a, b);
    window.view.fit();
    const int steps = window.steps();
    dropOn(window, "dropout", (window.output(a) + window.input(b)) / 2);
    EXPECT_EQ(window.steps(), steps + 1);
    const LayerId added = window.document.network().layers().back().id;
    EXPECT_EQ(window.document.network().wiresInto(added).front().from, a);
    EXPECT_EQ(window.document.network().wiresFrom(added).front().to, b);
    EXPECT_FALSE(window.card(a).sceneBody().intersects(window.card(added).sceneBody()));
    EXPECT_FALSE(window.card(b).sceneBody().intersects(window.card(added).sceneBody())) << "b makes room";
}

TEST(NetworkView, ALooseCardLetGoOverAWireIsPutOnItInOneStep) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 264, 0);
    const LayerId loose = window.add("dropout", 100, 300);
    window.join(a, b);
    window.view.fit();
    const int steps = window.steps();
    const std::string before = networkText(window.document.network());
    const QPoint wire = (window.output(a) + window.input(b)) / 2;
    window.press(window.middle(loose));
    window.move(wire + QPoint(0, 40));
    window.move(wire);
    EXPECT_TRUE(
        window.view.networkScene().hint().sentence().startsWith(QStringLiteral("Put Dropout between")));
    window.release(wire);
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(window.document.network().wiresInto(loose).front().from, a);
    EXPECT_EQ(window.document.network().wiresFrom(loose).front().to, b);
    EXPECT_FALSE(window.card(b).sceneBody().intersects(window.card(loose).sceneBody()));
    EXPECT_FALSE(window.view.networkScene().hint().isVisible());
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Put Dropout between Input and Dense"));
    window.document.undoStack().undo();
    EXPECT_EQ(networkText(window.document.network()), before);
}

TEST(NetworkView, ACardComesLevelWithAnotherAndAltMovesFreely) {
    EditorWindow window;
    const LayerId a = window.add("dense", 3, 5);
    const LayerId b = window.add("dense", 400, 300);
    window.view.fit();
    const QPoint start = window.middle(b);
    const QPoint level = start + QPoint(0, 5 - 300 + 3);
    window.press(start);
    window.move(start + QPoint(40, -40));
    window.move(level);
    EXPECT_FALSE(window.view.networkScene().guides().lines().empty());
    window.release(level);
    EXPECT_EQ(window.place(b).y, window.place(a).y);
    EXPECT_TRUE(window.view.networkScene().guides().lines().empty());
    const QPoint again = window.middle(b);
    const Position before = window.place(b);
    QTest::mousePress(window.view.viewport(), Qt::LeftButton, Qt::AltModifier, again);
    for (const QPoint& by : {QPoint(20, 20), QPoint(21, 13)}) {
        const QPoint at = again + by;
        QMouseEvent move(QEvent::MouseMove, at, window.view.viewport()->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, Qt::AltModifier);
        QApplication::sendEvent(window.view.viewport(), &move);
    }
    QTest::mouseRelease(window.view.viewport(), Qt::LeftButton, Qt::AltModifier, again + QPoint(21, 13));
    EXPECT_EQ(window.place(b), (Position{before.x + 21, before.y + 13, true}));
}

TEST(NetworkView, SelectedCardsAreLinedUpInOneStep) {
    EditorWindow window;
    const LayerId a = window.add("dense", 0, 16);
    const LayerId b = window.add("dense", 300, 96);
    window.view.fit();
    QAction* top = window.view.actions().action(QStringLiteral("align.top"));
    ASSERT_NE(top, nullptr);
    EXPECT_FALSE(top->isEnabled());
    EXPECT_TRUE(top->toolTip().contains(QStringLiteral("at least 2"))) << top->toolTip().toStdString();
    window.key(Qt::Key_A, Qt::ControlModifier);
    EXPECT_TRUE(top->isEnabled());
    const int steps = window.steps();
    window.key(Qt::Key_Up, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(window.place(a).y, 16);
    EXPECT_EQ(window.place(b).y, 16);
    QSignalSpy said(&window.view, &NetworkView::said);
    top->trigger();
    EXPECT_EQ(window.steps(), steps + 1) << "they are lined up already";
    EXPECT_EQ(said.count(), 1);
}

TEST(NetworkView, ArrangingLeavesWhatWasPlacedByHandUnlessAskedForAll) {
    EditorWindow window;
    window.view.loadTemplate(networkTemplates().front());
    const LayerId first = window.document.network().layers().front().id;
    window.drag(window.middle(first), window.middle(first) + QPoint(-72, 160));
    const Position placed = window.place(first);
    ASSERT_TRUE(placed.byHand);
    QSignalSpy said(&window.view, &NetworkView::said);
    window.key(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(window.place(first), placed);
    EXPECT_EQ(said.count(), 1) << "a person hears that it was kept, and how to move it as well";
    window.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_NE(window.place(first), placed);
    EXPECT_FALSE(window.place(first).byHand);
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Arrange all layers"));
}

TEST(NetworkView, KeysAloneSelectAndConnect) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 300, 0);
    const LayerId c = window.add("dense", 600, 0);
    window.view.fit();
    window.key(Qt::Key_Right);
    window.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    window.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.selection.layers(), (std::set<LayerId>{a, b, c}));
    const int steps = window.steps();
    window.key(Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(window.document.network().wiresInto(b).front().from, a);
    EXPECT_EQ(window.document.network().wiresInto(c).front().from, b);
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Connect 3 layers"));
    QSignalSpy said(&window.view, &NetworkView::said);
    window.key(Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_EQ(said.count(), 1);
}

TEST(NetworkView, NothingVanishesFromUnderTheMouse) {
    EditorWindow window;
    const LayerId a = window.add("dense", 0, 0);
    window.view.fit();
    window.press(window.middle(a));
    window.move(window.middle(a) + QPoint(40, 40));
    window.key(Qt::Key_Delete);
    ASSERT_NE(window.document.network().layer(a), nullptr);
    window.release(window.middle(a));
    window.key(Qt::Key_Delete);
    EXPECT_EQ(window.document.network().layer(a), nullptr);
}

TEST(NetworkView, TheMenuOffersFixesOfWhatIsUnderThePointer) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    window.document.undoStack().push(new ApplyFix(
        window.document, Fix{"set", Fix::SetField{input, "shape", std::vector<std::int64_t>{8, 8, 1}}}));
    const LayerId dense = window.add("dense", 300, 0);
    window.join(input, dense);
    window.view.fit();
    const auto menuAt = [&](const QPoint& point) {
        QTest::mousePress(window.view.viewport(), Qt::RightButton, {}, point);
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, window.view.viewport()->mapToGlobal(point));
        QApplication::sendEvent(window.view.viewport(), &event);
        return window.view.findChild<QMenu*>(QStringLiteral("canvasMenu"));
    };
    QMenu* menu = menuAt(window.middle(dense));
    ASSERT_NE(menu, nullptr);
    const QList<QAction*> offered = menu->actions();
    const auto fix = std::ranges::find_if(
        offered, [](const QAction* action) { return action->text().contains(QStringLiteral("Flatten")); });
    ASSERT_NE(fix, offered.end());
    const int steps = window.steps();
    (*fix)->trigger();
    EXPECT_EQ(window.steps(), steps + 1);
    EXPECT_TRUE(window.document.analysis().layers.at(dense).outputShape.has_value());
    menu->close();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.selection.clear();
    menu = menuAt(QPoint(500, 600));
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->actions().contains(window.view.actions().action(QStringLiteral("edit.paste"))));
    menu->close();
}

TEST(NetworkView, WhatIsNotALayerIsNotTaken) {
    EditorWindow window;
    QMimeData data;
    data.setText(QStringLiteral("dense"));
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.view.viewport(), &enter);
    EXPECT_FALSE(enter.isAccepted());
    const std::unique_ptr<QMimeData> unknown(layerMimeData(QStringLiteral("no such layer")));
    EXPECT_FALSE(droppedLayer(unknown.get()).has_value());
}

TEST(NetworkView, ChosenLayersFormAWiredChainWithoutOverlap) {
    EditorWindow window;
    for (const char* type : {"input", "convolution", "max_pool", "flatten", "dense"})
        window.view.addLayer(QLatin1String(type));
    const Network& network = window.document.network();
    ASSERT_EQ(network.layers().size(), 5U);
    ASSERT_EQ(network.wires().size(), 4U);
    for (std::size_t i = 0; i + 1 < 5; ++i)
        EXPECT_EQ(network.wiresInto(network.layers()[i + 1].id).front().from, network.layers()[i].id);
    window.selection.select(network.layers()[1].id);
    window.view.addLayer(QStringLiteral("batch_norm"));
    EXPECT_EQ(network.wiresInto(network.layers()[2].id).front().from, network.layers().back().id);
    for (const Layer& a : network.layers())
        for (const Layer& b : network.layers())
            EXPECT_TRUE(a.id == b.id ||
                        !window.card(a.id).sceneBody().intersects(window.card(b.id).sceneBody()));
}

TEST(NetworkView, ZoomIsClampedAndFitShowsEverything) {
    EditorWindow window;
    window.view.loadTemplate(networkTemplates().back());
    for (int i = 0; i < 60; ++i)
        window.view.zoomIn();
    EXPECT_DOUBLE_EQ(window.view.zoom(), 4);
    for (int i = 0; i < 60; ++i) {
        QWheelEvent wheel(QPointF(300, 300), QPointF(300, 300), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(window.view.viewport(), &wheel);
    }
    EXPECT_DOUBLE_EQ(window.view.zoom(), 0.1);
    window.view.setZoom(0.0 / 0.0);
    EXPECT_DOUBLE_EQ(window.view.zoom(), 0.1);
    window.key(Qt::Key_Home);
    EXPECT_LE(window.view.zoom(), 1);
    const QRectF seen = window.view.mapToScene(window.view.viewport()->rect()).boundingRect();
    EXPECT_TRUE(seen.contains(window.view.networkScene().networkRect()));
}

TEST(NetworkView, TheMiddleButtonAndTheSpaceBarMoveTheCanvas) {
    EditorWindow window;
    const LayerId a = window.add("dense", 0, 0);
    window.view.fit();
    const QPoint before = window.middle(a);
    QTest::mousePress(window.view.viewport(), Qt::MiddleButton, {}, QPoint(500, 300));
    window.move(QPoint(540, 330));
    QTest::mouseRelease(window.view.viewport(), Qt::MiddleButton, {}, QPoint(540, 330));
    EXPECT_EQ(window.middle(a), before + QPoint(40, 30));
    QTest::keyPress(&window.view, Qt::Key_Space);
    window.drag(window.middle(a), window.middle(a) + QPoint(-40, -30));
    QTest::keyRelease(&window.view, Qt::Key_Space);
    EXPECT_EQ(window.middle(a), before);
    EXPECT_EQ(window.place(a), (Position{0, 0}));
    EXPECT_EQ(window.view.tool(), ToolKind::Select);
}

TEST(NetworkView, ArrowsWalkThroughTheCardsAndEnterOpensOne) {
    EditorWindow window;
    const LayerId a = window.add("input", 0, 0);
    const LayerId b = window.add("dense", 300, 0);
    window.view.fit();
    QSignalSpy wanted(&window.view, &NetworkView::openRequested);
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.selection.singleLayer(), a);
    window.key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(window.selection.singleLayer(), b);
    EXPECT_TRUE(window.view.accessibleDescription().contains(QStringLiteral("Dense")));
    window.key(Qt::Key_Return);
    QTest::mouseDClick(window.view.viewport(), Qt::LeftButton, {}, window.middle(a));
    ASSERT_EQ(wanted.count(), 2);
    EXPECT_EQ(wanted[0][0].value<LayerId>(), b);
    EXPECT_EQ(wanted[1][0].value<LayerId>(), a);
}

TEST(NetworkView, ArrangeIsOneStepWithoutOverlap) {
    EditorWindow window;
    window.view.loadTemplate(networkTemplates().back());
    EXPECT_EQ(window.steps(), 1);
    window.view.arrange();
    EXPECT_LE(window.steps(), 2);
    const auto& cards = window.view.networkScene().layerItems();
    for (const auto& [a, one] : cards)
        for (const auto& [b, other] : cards)
            EXPECT_TRUE(a == b || !one->sceneBody().intersects(other->sceneBody()));
}

} // namespace
} // namespace protomind
