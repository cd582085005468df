// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/picture_item.h"
#include "desktop/editor/live/pictures_of.h"
#include "desktop/editor/live/weights_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/waiting.h"
#include "studio/network/template.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class ActivationOverlayTest : public testing::Test {
protected:
    ActivationOverlayTest() {
        ProjectContent content;
        content.experiment.network = findTemplate("playground")->make();
        m_window.document.replace(content);
        m_window.view.resize(1500, 600);
        m_window.view.show();
        m_window.view.arrange();
        live().show(picturesOf(m_window.document.network(), m_window.document.analysis()));
    }
    ActivationOverlay& live() { return m_window.view.live(); }
    [[nodiscard]] LayerId layer(std::size_t index) const {
        return m_window.document.network().layers()[index].id;
    }
    LayerItem* card(std::size_t index) { return m_window.view.networkScene().layerItem(layer(index)); }
    QPoint tilePoint(std::size_t index, int tile) {
        return m_window.view.mapFromScene(card(index)->picture()->sceneTile(tile).center());
    }
    WeightsItem* weightsInto(std::size_t index) {
        return live().weights().at(m_window.document.network().wiresInto(layer(index)).front().id);
    }
    QPoint weightPoint(std::size_t index, const WeightPlace& place) {
        return m_window.view.mapFromScene(weightsInto(index)->lines().middle(place));
    }
    void moveTo(const QPoint& point) { QTest::mouseMove(m_window.view.viewport(), point); }

    EditorWindow m_window;
};

TEST_F(ActivationOverlayTest, EveryCardShowsItsPicture) {
    for (std::size_t i = 0; i < 4; ++i) {
        ASSERT_NE(card(i)->picture(), nullptr);
        EXPECT_TRUE(card(i)->picture()->hasPicture());
        EXPECT_TRUE(card(i)->geometry().body.contains(card(i)->geometry().picture));
    }
    live().show(nullptr);
    EXPECT_FALSE(card(1)->picture()->hasPicture());
    EXPECT_TRUE(live().weights().empty());
}

TEST_F(ActivationOverlayTest, ATileUnderThePointerBecomesLarge) {
    moveTo(tilePoint(1, 2));
    ASSERT_TRUE(live().largePicture().isVisible());
    EXPECT_EQ(live().largePicture().title(), QStringLiteral("Neuron 3 of Dense"));
    EXPECT_FALSE(live().largePicture().geometry().contains(tilePoint(1, 2)));
    moveTo(tilePoint(0, 1));
    EXPECT_EQ(live().largePicture().title(), QStringLiteral("Feature 2 of Input"));
    moveTo(QPoint(2, 2));
    EXPECT_FALSE(live().largePicture().isVisible());
}

TEST_F(ActivationOverlayTest, TheNetworkIsLookedAtMoreCloselyWhereThePointerStays) {
    QSignalSpy asked(&live(), &ActivationOverlay::requestChanged);
    moveTo(tilePoint(1, 0));
    ASSERT_TRUE(until([&] { return asked.count() == 1; }));
    EXPECT_EQ(live().request().focus, "Dense");
    moveTo(QPoint(2, 2));
    ASSERT_TRUE(until([&] { return asked.count() == 2; }));
    EXPECT_EQ(live().request().focus, "");
}

TEST_F(ActivationOverlayTest, WeightsLeadFromNeuronToNeuron) {
    ASSERT_EQ(live().weights().size(), 3u);
    for (std::size_t i = 1; i < 4; ++i)
        EXPECT_FALSE(weightsInto(i)->lines().isEmpty());
    // They follow a card that is moved, and are gone where it lies to the left.
    const QPointF before = weightsInto(1)->lines().middle({0, 0});
    m_window.document.undoStack().push(new MoveLayers(m_window.document, {{layer(1), Position{300, 400}}}));
    EXPECT_NE(weightsInto(1)->lines().middle({0, 0}), before);
    m_window.document.undoStack().push(new MoveLayers(m_window.document, {{layer(1), Position{-600, 0}}}));
    EXPECT_TRUE(weightsInto(1)->lines().isEmpty());
}

TEST_F(ActivationOverlayTest, AWeightUnderThePointerShowsItsNumbers) {
    moveTo(weightPoint(2, {3, 1}));
    ASSERT_TRUE(live().weightCard().isVisible());
    EXPECT_TRUE(live().weightCard().accessibleDescription().contains(QStringLiteral("0.25")));
    // And stays up to date.
    auto pictures = picturesOf(m_window.document.network(), m_window.document.analysis());
    for (LayerWeights& weights : pictures->weights)
        weights.values = HostArray(weights.values.shape, 0.75f);
    live().show(pictures);
    EXPECT_TRUE(live().weightCard().accessibleDescription().contains(QStringLiteral("0.75")));
    moveTo(QPoint(2, 2));
    EXPECT_FALSE(live().weightCard().isVisible());
}

TEST_F(ActivationOverlayTest, AWeightIsTypedUndoneAndTypedAgain) {
    std::vector<WeightSet> set;
    QObject::connect(&m_window.document, &Document::changed, &m_window.view, [&](const ChangeEvent& event) {
        if (const auto* weight = std::get_if<WeightSet>(&event))
            set.push_back(*weight);
    });
    QTest::mouseClick(m_window.view.viewport(), Qt::LeftButton, {}, weightPoint(1, {1, 3}));
    auto* box = live().weightCard().findChild<QLineEdit*>();
    ASSERT_TRUE(live().weightCard().isEditing());
    box->setText(QStringLiteral("-2"));
    QTest::keyClick(box, Qt::Key_Return);
    ASSERT_EQ(set.size(), 1u);
    EXPECT_EQ(set[0].layer, layer(1));
    EXPECT_EQ(set[0].weight, "kernel");
    EXPECT_EQ(set[0].index, 1 * 4 + 3);
    EXPECT_EQ(set[0].value, -2);
    EXPECT_EQ(m_window.document.undoStack().undoText(), QStringLiteral("Set a weight of Dense to -2"));
    m_window.document.undoStack().undo();
    ASSERT_EQ(set.size(), 2u);
    EXPECT_EQ(set[1].value, 0.25);
    m_window.document.undoStack().redo();
    ASSERT_EQ(set.size(), 3u);
    EXPECT_EQ(set[2].value, -2);
}

TEST_F(ActivationOverlayTest, RemovingALayerTakesItsWeightsAlong) {
    const auto pictures = picturesOf(m_window.document.network(), m_window.document.analysis());
    moveTo(weightPoint(2, {0, 0}));
    m_window.document.undoStack().push(new RemoveParts(m_window.document, {layer(2)}));
    EXPECT_FALSE(live().weightCard().isVisible());
    EXPECT_TRUE(live().weights().empty());
    live().show(pictures); // one that was still on its way
    ASSERT_EQ(live().weights().size(), 1u);
    m_window.document.undoStack().undo();
    live().show(pictures);
    EXPECT_EQ(live().weights().size(), 3u);
}

TEST_F(ActivationOverlayTest, PicturesWaitWherePaintingTakesMuchOfTheTime) {
    const auto pictures = picturesOf(m_window.document.network(), m_window.document.analysis());
    m_window.seconds = 1;
    live().show(pictures);
    live().painted(0.01);
    live().show(nullptr);
    EXPECT_FALSE(card(1)->picture()->hasPicture()) << "That there is nothing any more is shown at once.";
    live().show(pictures);
    EXPECT_FALSE(card(1)->picture()->hasPicture());
    EXPECT_TRUE(until([&] { return card(1)->picture()->hasPicture(); })) << "They come by themselves.";
    // Or with the next ones, once the time has come.
    live().painted(0.01);
    m_window.seconds += 1000;
    const auto newer = picturesOf(m_window.document.network(), m_window.document.analysis());
    newer->layers.clear();
    live().show(newer);
    EXPECT_FALSE(card(1)->picture()->hasPicture());
}

} // namespace
} // namespace protomind
