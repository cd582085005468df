// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/pictures_of.h"
#include "studio/network/template.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// The playground's network, with its pictures, and nothing but keys.
class LiveKeysTest : public testing::Test {
protected:
    LiveKeysTest() {
        ProjectContent content;
        content.experiment.network = findTemplate("playground")->make();
        m_window.document.replace(content);
        m_window.view.resize(1500, 600);
        m_window.view.arrange();
        live().show(picturesOf(m_window.document.network(), m_window.document.analysis()));
        QObject::connect(&m_window.document, &Document::changed, &m_window.view,
                         [this](const ChangeEvent& event) {
                             if (const auto* weight = std::get_if<WeightSet>(&event))
                                 m_set.push_back(*weight);
                         });
    }
    ActivationOverlay& live() { return m_window.view.live(); }
    [[nodiscard]] const Network& network() const { return m_window.document.network(); }
    [[nodiscard]] LayerId layer(std::size_t index) const { return network().layers()[index].id; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focused = QApplication::focusWidget();
        ASSERT_NE(focused, nullptr);
        QTest::keyClick(focused, key, modifiers);
    }
    [[nodiscard]] QString weightShown() { return live().weightCard().accessibleDescription(); }

    EditorWindow m_window;
    std::vector<WeightSet> m_set;
};

TEST_F(LiveKeysTest, AWireIsReachedAndRemovedByKey) {
    m_window.selection.select(layer(1));
    key(Qt::Key_F4);
    const WireId into = network().wiresInto(layer(1)).front().id;
    EXPECT_EQ(m_window.selection.singleWire(), into);
    EXPECT_TRUE(m_window.view.accessibleDescription().contains(QStringLiteral("wire from Input to Dense")))
        << m_window.view.accessibleDescription().toStdString();
    key(Qt::Key_F4);
    const WireId out = network().wiresInto(layer(2)).front().id;
    EXPECT_EQ(m_window.selection.singleWire(), out);
    key(Qt::Key_F4);
    EXPECT_EQ(m_window.selection.singleWire(), into);
    key(Qt::Key_F4, Qt::ShiftModifier);
    EXPECT_EQ(m_window.selection.singleWire(), out);
    // From a wire the arrows lead to its ends.
    key(Qt::Key_Right);
    EXPECT_EQ(m_window.selection.singleLayer(), layer(2));
    key(Qt::Key_F4);
    EXPECT_EQ(m_window.selection.singleWire(), out);
    key(Qt::Key_Left);
    EXPECT_EQ(m_window.selection.singleLayer(), layer(1));
    key(Qt::Key_F4);
    key(Qt::Key_Delete);
    EXPECT_EQ(network().wire(into), nullptr);
    EXPECT_EQ(network().layers().size(), 4u);
}

TEST_F(LiveKeysTest, ALayerWithoutWiresSaysSo) {
    const LayerId loose = m_window.add("dense", 0, 400);
    QSignalSpy said(&m_window.view, &NetworkView::said);
    m_window.selection.select(loose);
    key(Qt::Key_F4);
    ASSERT_EQ(said.count(), 1);
    key(Qt::Key_F2);
    EXPECT_EQ(said.count(), 2);
    EXPECT_FALSE(live().weightCard().isVisible());
    EXPECT_EQ(m_window.selection.singleLayer(), loose);
}

TEST_F(LiveKeysTest, WeightsAreWalkedAndTyped) {
    m_window.selection.select(layer(1));
    key(Qt::Key_F2);
    ASSERT_TRUE(live().weightCard().isVisible());
    EXPECT_FALSE(live().weightCard().isEditing());
    EXPECT_TRUE(weightShown().contains(QStringLiteral("feature 1 of Input"))) << weightShown().toStdString();
    EXPECT_TRUE(weightShown().contains(QStringLiteral("neuron 1 of Dense"))) << weightShown().toStdString();
    key(Qt::Key_Right);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    EXPECT_TRUE(weightShown().contains(QStringLiteral("feature 2 of Input"))) << weightShown().toStdString();
    EXPECT_TRUE(weightShown().contains(QStringLiteral("neuron 3 of Dense"))) << weightShown().toStdString();
    // 1 is a tool's key otherwise.
    for (const Qt::Key typed : {Qt::Key_Minus, Qt::Key_1, Qt::Key_Period, Qt::Key_5, Qt::Key_Return})
        key(typed);
    ASSERT_EQ(m_set.size(), 1u);
    EXPECT_EQ(m_set[0].layer, layer(1));
    EXPECT_EQ(m_set[0].index, 1 * 4 + 2);
    EXPECT_EQ(m_set[0].value, -1.5);
    // And on: it is still the same weight.
    EXPECT_TRUE(live().weightCard().isVisible());
    key(Qt::Key_Up);
    EXPECT_TRUE(weightShown().contains(QStringLiteral("neuron 2 of Dense"))) << weightShown().toStdString();
    key(Qt::Key_1);
    key(Qt::Key_Return);
    ASSERT_EQ(m_set.size(), 2u);
    EXPECT_EQ(m_set[1].value, 1);
    EXPECT_EQ(m_window.view.tool(), ToolKind::Select);
    // Escape leaves the box, then the weights, then the layer.
    key(Qt::Key_Return);
    EXPECT_TRUE(live().weightCard().isEditing());
    key(Qt::Key_Escape);
    EXPECT_TRUE(live().weightCard().isVisible());
    EXPECT_FALSE(live().weightCard().isEditing());
    key(Qt::Key_Escape);
    EXPECT_FALSE(live().weightCard().isVisible());
    EXPECT_EQ(m_window.selection.singleLayer(), layer(1));
    key(Qt::Key_Escape);
    EXPECT_TRUE(m_window.selection.isEmpty());
    EXPECT_EQ(m_set.size(), 2u);
}

TEST_F(LiveKeysTest, WeightsThatAreGoneAreLeft) {
    m_window.selection.select(layer(1));
    key(Qt::Key_F2);
    ASSERT_TRUE(live().isHolding());
    ASSERT_TRUE(live().weightCard().isVisible());
    live().show(nullptr);
    EXPECT_FALSE(live().weightCard().isVisible());
    EXPECT_FALSE(live().isHolding());
    // A layer that has fewer neurons now.
    live().show(picturesOf(network(), m_window.document.analysis()));
    key(Qt::Key_F2);
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Down);
    ASSERT_TRUE(live().isHolding());
    ASSERT_TRUE(live().weightCard().isVisible());
    ASSERT_TRUE(weightShown().contains(QStringLiteral("neuron 4 of Dense"))) << weightShown().toStdString();
    auto fewer = picturesOf(network(), m_window.document.analysis());
    for (LayerWeights& weights : fewer->weights)
        weights.values = HostArray(Shape{2, 2}, 0.5f);
    live().show(fewer);
    EXPECT_FALSE(live().weightCard().isVisible());
    EXPECT_FALSE(live().isHolding());
}

TEST_F(LiveKeysTest, APictureIsLargeUntilItIsLeft) {
    m_window.selection.select(layer(1));
    key(Qt::Key_F3);
    ASSERT_TRUE(live().largePicture().isVisible());
    EXPECT_EQ(live().largePicture().title(), QStringLiteral("Neuron 1 of Dense"));
    key(Qt::Key_Right);
    EXPECT_EQ(live().largePicture().title(), QStringLiteral("Neuron 2 of Dense"));
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    EXPECT_EQ(live().largePicture().title(), QStringLiteral("Neuron 4 of Dense"));
    // The pointer on its way does not close it; another layer does.
    QTest::mouseMove(m_window.view.viewport(), QPoint(3, 3));
    EXPECT_TRUE(live().largePicture().isVisible());
    key(Qt::Key_F3);
    EXPECT_FALSE(live().largePicture().isVisible());
    key(Qt::Key_F3);
    m_window.selection.select(layer(2));
    EXPECT_FALSE(live().largePicture().isVisible());
}

TEST_F(LiveKeysTest, TheViewMovesByKey) {
    m_window.view.setZoom(2);
    const QScrollBar& across = *m_window.view.horizontalScrollBar();
    const QScrollBar& down = *m_window.view.verticalScrollBar();
    m_window.view.centerOn(m_window.card(layer(1)).sceneBody().center());
    const int x = across.value();
    const int y = down.value();
    const int steps = m_window.document.undoStack().count();
    key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_GT(across.value(), x + 100);
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(across.value(), x);
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_GT(down.value(), y + 50);
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(down.value(), y);
    EXPECT_EQ(m_window.document.undoStack().count(), steps);
}

TEST_F(LiveKeysTest, WhatCanNotBeDoneSaysWhy) {
    m_window.selection.clear();
    for (QAction* action : m_window.view.actions().goActions()) {
        EXPECT_FALSE(action->toolTip().isEmpty()) << action->objectName().toStdString();
        EXPECT_FALSE(action->shortcut().isEmpty()) << action->objectName().toStdString();
    }
    const QAction* weights = m_window.view.actions().action(QStringLiteral("go.weights"));
    EXPECT_FALSE(weights->isEnabled());
    EXPECT_TRUE(weights->toolTip().contains(QStringLiteral("Select a layer")))
        << weights->toolTip().toStdString();
    m_window.selection.select(layer(1));
    EXPECT_TRUE(weights->isEnabled());
}

} // namespace
} // namespace protomind
