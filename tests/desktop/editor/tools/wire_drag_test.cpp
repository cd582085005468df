// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/wire_preview.h"

#include <QSignalSpy>

namespace protomind {
namespace {

TEST(WireDrag, DraggingFromPortToPortDrawsAWire) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    const LayerId dense = window.add("dense", 300, 80);
    window.view.fit();
    window.press(window.output(input));
    window.move(window.output(input) + QPoint(40, 10));
    EXPECT_TRUE(window.view.networkScene().preview().isVisible());
    window.move(window.input(dense) + QPoint(4, -5)); // near is near enough
    EXPECT_EQ(window.view.networkScene().preview().verdict(), WirePreview::Verdict::Accepted);
    EXPECT_EQ(window.card(dense).state().target, CardState::Target::Accepting);
    EXPECT_EQ(window.view.networkScene().hint().sentence(), QStringLiteral("Connect Input to Dense"));
    window.release(window.input(dense) + QPoint(4, -5));
    ASSERT_EQ(window.document.network().wires().size(), 1U);
    EXPECT_EQ(window.document.network().wires().front().from, input);
    EXPECT_EQ(window.document.network().wires().front().to, dense);
    EXPECT_FALSE(window.view.networkScene().preview().isVisible());
    EXPECT_EQ(window.document.undoStack().undoText(), QStringLiteral("Connect Input to Dense"));
}

TEST(WireDrag, AWireIsDrawnBackwardsAndOntoACardAsWell) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    const LayerId dense = window.add("dense", 300, 0);
    const LayerId second = window.add("dense", 600, 0);
    window.view.fit();
    window.drag(window.input(dense), window.output(input));
    window.drag(window.output(dense), window.middle(second));
    ASSERT_EQ(window.document.network().wires().size(), 2U);
    EXPECT_EQ(window.document.network().wires()[0], (Wire{WireId{1}, input, dense, 0}));
    EXPECT_EQ(window.document.network().wires()[1], (Wire{WireId{2}, dense, second, 0}));
}

TEST(WireDrag, AWrongWireIsRefusedWithTheReason) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    const LayerId a = window.add("dense", 300, 0);
    const LayerId b = window.add("dense", 600, 0);
    window.join(input, a);
    window.join(a, b);
    window.view.fit();
    const int steps = window.steps();
    QSignalSpy said(&window.view, &NetworkView::said);
    window.press(window.output(b));
    window.move(window.middle(a));
    const NetworkScene& scene = window.view.networkScene();
    EXPECT_EQ(window.card(a).state().target, CardState::Target::Refusing);
    EXPECT_TRUE(window.view.networkScene().hint().isVisible());
    EXPECT_TRUE(window.view.networkScene().hint().sentence().contains(QStringLiteral("Dense")));
    window.release(window.middle(a));
    EXPECT_EQ(window.steps(), steps);
    ASSERT_EQ(said.count(), 1);
    EXPECT_FALSE(said.front().front().toString().isEmpty());
    EXPECT_FALSE(scene.layerItem(a)->state().target == CardState::Target::Refusing);
    // Into an Input, and into itself.
    window.drag(window.output(a), window.middle(input));
    window.drag(window.output(a), window.middle(a));
    EXPECT_EQ(window.steps(), steps);
}

TEST(WireDrag, AShapeThatWillNotFitIsSaidBeforeTheWireIsDrawn) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    window.document.undoStack().push(new ApplyFix(
        window.document, Fix{"set", Fix::SetField{input, "shape", std::vector<std::int64_t>{8, 8, 1}}}));
    const LayerId dense = window.add("dense", 300, 0);
    window.view.fit();
    window.press(window.output(input));
    window.move(window.input(dense));
    EXPECT_TRUE(window.view.networkScene().hint().sentence().startsWith(QStringLiteral("Possible, but")));
    window.release(window.input(dense));
    EXPECT_EQ(window.document.network().wires().size(), 1U);
}

TEST(WireDrag, TheEndOfAWireIsMovedOrLetGo) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    const LayerId a = window.add("dense", 300, 0);
    const LayerId b = window.add("dense", 300, 240);
    window.join(input, a);
    window.view.fit();
    window.drag(window.input(a), window.input(b));
    ASSERT_EQ(window.document.network().wires().size(), 1U);
    EXPECT_EQ(window.document.network().wires().front(), (Wire{WireId{1}, input, b, 0}));
    window.drag(window.input(b), window.input(b) + QPoint(-60, 90));
    EXPECT_TRUE(window.document.network().wires().empty());
    window.document.undoStack().undo();
    window.document.undoStack().undo();
    EXPECT_EQ(window.document.network().wires().front().to, a);
}

TEST(WireDrag, ConnectToolDrawsFromCardToCard) {
    EditorWindow window;
    const LayerId input = window.add("input", 0, 0);
    const LayerId dense = window.add("dense", 300, 0);
    window.view.fit();
    window.view.actions().action(QStringLiteral("tool.connect"))->trigger();
    EXPECT_EQ(window.view.tool(), ToolKind::Connect);
    window.drag(window.middle(input), window.middle(dense));
    EXPECT_EQ(window.document.network().wires().size(), 1U);
    EXPECT_EQ(window.place(input), (Position{0, 0}));
}

} // namespace
} // namespace protomind
