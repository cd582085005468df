// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/edit_script.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/player_frames.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/selection.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

void expectMirror(const NetworkScene& scene, const Document& document) {
    const Network& network = document.network();
    ASSERT_EQ(scene.layerItems().size(), network.layers().size());
    ASSERT_EQ(scene.wireItems().size(), network.wires().size());
    for (const Layer& layer : network.layers()) {
        const LayerItem* item = scene.layerItem(layer.id);
        ASSERT_NE(item, nullptr);
        ASSERT_EQ(item->pos(), QPointF(layer.position.x, layer.position.y));
        ASSERT_EQ(item->content(), CardContent::of(layer, document.analysis()));
    }
    for (const Wire& wire : network.wires()) {
        const WireItem* item = scene.wireItem(wire.id);
        ASSERT_NE(item, nullptr);
        ASSERT_EQ(item->from(), wire.from);
        ASSERT_EQ(item->to(), wire.to);
        const QPainterPath& path = item->geometry().path;
        const QPointF start = scene.layerItem(wire.from)->scenePort({wire.from, true, 0});
        const QPointF end = scene.layerItem(wire.to)->scenePort({wire.to, false, wire.port});
        ASSERT_LT(QLineF(path.pointAtPercent(0), start).length(), 0.01);
        ASSERT_LT(QLineF(path.currentPosition(), end).length(), 0.01);
    }
    // And no others.
    std::size_t cards = 0;
    std::size_t wires = 0;
    for (const QGraphicsItem* item : scene.items()) {
        cards += dynamic_cast<const LayerItem*>(item) != nullptr ? 1 : 0;
        wires += dynamic_cast<const WireItem*>(item) != nullptr ? 1 : 0;
    }
    ASSERT_EQ(cards, network.layers().size());
    ASSERT_EQ(wires, network.wires().size());
}

/// Holds that each player's frame covers the cards of that player, title and all.
void expectFramed(const NetworkScene& scene, const Document& document) {
    const Players& players = document.analysis().players;
    const auto& frames = scene.frames().frames();
    ASSERT_EQ(frames.size(), std::size_t{players.any() && !players.generator.empty()} +
                                 std::size_t{players.any() && !players.discriminator.empty()});
    for (const PlayerFrames::Frame& frame : frames) {
        const bool made = frame.player == Player::Generator;
        for (const LayerId layer : made ? players.generator : players.discriminator)
            EXPECT_TRUE(frame.rect.contains(scene.layerItem(layer)->sceneBody()));
    }
}

TEST(NetworkScene, FramesEachPlayerAndFollowsItsCards) {
    Document document;
    document.replace({.experiment = {.network = findTemplate("gan-2d")->make()}});
    Selection selection(document);
    NetworkScene scene(document, selection);
    ASSERT_EQ(scene.frames().frames().size(), 2u);
    expectFramed(scene, document);
    EXPECT_TRUE(scene.networkRect().contains(scene.frames().covered()));
    EXPECT_FALSE(scene.frames().frames()[0].rect.intersects(scene.frames().frames()[1].rect));
    const LayerId latent = document.analysis().players.latent;
    document.undoStack().push(new MoveLayers(document, {{latent, {-900, 700, true}}}));
    expectFramed(scene, document);
    document.undoStack().undo();
    expectFramed(scene, document);
}

TEST(NetworkScene, ASingleNetworkHasNoFrames) {
    Document document;
    document.replace({.experiment = {.network = findTemplate("digits-convnet")->make()}});
    Selection selection(document);
    const NetworkScene scene(document, selection);
    EXPECT_TRUE(scene.frames().frames().empty());
    EXPECT_FALSE(scene.frames().isVisible());
}

TEST(NetworkScene, MirrorsTheDocumentThroughRandomEdits) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Document document;
        Selection selection(document);
        NetworkScene scene(document, selection);
        EditScript script(document, seed);
        for (int step = 0; step < 40; ++step) {
            script.step();
            ASSERT_NO_FATAL_FAILURE(expectMirror(scene, document)) << "seed " << seed << ", step " << step;
        }
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        ASSERT_NO_FATAL_FAILURE(expectMirror(scene, document));
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        ASSERT_NO_FATAL_FAILURE(expectMirror(scene, document));
        ProjectContent content = document.content();
        document.replace(std::move(content));
        ASSERT_NO_FATAL_FAILURE(expectMirror(scene, document));
    }
}

TEST(NetworkScene, ShowsADocumentThatIsThereAlready) {
    Document document;
    document.undoStack().push(new LoadTemplate(document, networkTemplates().back()));
    Selection selection(document);
    const NetworkScene scene(document, selection);
    expectMirror(scene, document);
}

TEST(NetworkScene, AWireCarriesItsShape) {
    Document document;
    Selection selection(document);
    const NetworkScene scene(document, selection);
    document.undoStack().push(new AddLayer(document, "input", {}));
    document.undoStack().push(
        new SetField(document, LayerId{1}, "shape", std::vector<std::int64_t>{28, 28, 1}));
    document.undoStack().push(new AddLayerAfter(document, "convolution", LayerId{1}, {264, 0}));
    QString label = scene.wireItem(WireId{1})->label();
    EXPECT_EQ(label.remove(QChar(0x200a)), QStringLiteral("28×28×1"));
}

TEST(Selection, NeverNamesWhatIsGone) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Document document;
        Selection selection(document);
        EditScript script(document, seed);
        for (int step = 0; step < 40; ++step) {
            script.step();
            for (const LayerId layer : selection.layers())
                ASSERT_NE(document.network().layer(layer), nullptr);
            for (const WireId wire : selection.wires())
                ASSERT_NE(document.network().wire(wire), nullptr);
            std::set<LayerId> layers{LayerId{99'999}};
            for (const Layer& layer : document.network().layers())
                layers.insert(layer.id);
            std::set<WireId> wires;
            for (const Wire& wire : document.network().wires())
                wires.insert(wire.id);
            selection.set(layers, wires);
            ASSERT_FALSE(selection.contains(LayerId{99'999}));
        }
    }
}

} // namespace
} // namespace protomind
