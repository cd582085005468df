// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/opened/opened_layer.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <QCheckBox>
#include <QTemporaryDir>
#include <QUndoStack>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

class LayerOpenerTest : public testing::Test {
protected:
    OpenedLayer& view() { return *m_lab.find<OpenedLayer>("openedLayer"); }
    NetworkView& canvas() { return m_lab.window.canvas(); }
    bool showsLayer() {
        return m_lab.until([this] { return view().page().isVisible() || !view().sentence().isEmpty(); }) &&
               m_lab.until([this] { return view().page().isVisible(); });
    }
    bool showsNumber() {
        return m_lab.until([this] { return view().working().isVisible(); });
    }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
};

/// From the drawing to the number and back, in every layer of every network.
TEST_F(LayerOpenerTest, EveryLayerOfEveryTemplateIsOpenedToTheArithmetic) {
    for (const NetworkTemplate& made : networkTemplates()) {
        ASSERT_TRUE(m_lab.startWith(made.name)) << made.name;
        const int steps = m_lab.document.undoStack().count();
        const Players players = playersOf(m_lab.document.network());
        for (const Layer& layer : m_lab.document.network().layers()) {
            SCOPED_TRACE(made.name + " " + layer.name);
            emit canvas().openRequested(layer.id);
            if (players.isGenerators(layer.id)) {
                EXPECT_TRUE(m_lab.until([this] {
                    return view().sentence().contains(QStringLiteral("is part of the generator"));
                })) << view().sentence().toStdString();
                view().back();
                continue;
            }
            ASSERT_TRUE(showsLayer()) << view().sentence().toStdString();
            const ArrayTiles& output = view().page().output().tiles();
            EXPECT_GT(output.channels(), 0);
            emit view().page().chosen(output.coordinates(0, 0, 0));
            ASSERT_TRUE(showsNumber()) << view().sentence().toStdString();
            const LensWorking& working = view().working().working();
            ASSERT_TRUE(working.given);
            EXPECT_NEAR(working.value, *working.given, 1e-4 * std::max(1.0, std::abs(working.value)));
            EXPECT_FALSE(view().working().equations().isEmpty());
            view().back();
            view().back();
            EXPECT_EQ(view().depth(), OpenedLayer::Depth::Closed);
        }
        EXPECT_EQ(m_lab.document.undoStack().count(), steps);
    }
}

TEST_F(LayerOpenerTest, ADoubleClickOnACardOpensIt) {
    ASSERT_TRUE(m_lab.startWith("digits-mlp"));
    const LayerItem* const card = canvas().networkScene().layerItem(m_lab.document.network().layers()[1].id);
    const QPoint middle = canvas().mapFromScene(card->sceneBoundingRect()).boundingRect().center();
    QTest::mouseDClick(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, middle);
    QTest::mouseRelease(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, middle);
    EXPECT_EQ(view().depth(), OpenedLayer::Depth::Layer);
    EXPECT_TRUE(showsLayer());
}

/// From the answer to the picture, number by number, and all the way back.
TEST_F(LayerOpenerTest, WalksFromTheAnswerToThePictureAndBack) {
    ASSERT_TRUE(m_lab.startWith("digits-convnet"));
    const auto& layers = m_lab.document.network().layers();
    emit canvas().openRequested(layers.back().id);
    ASSERT_TRUE(showsLayer());
    emit view().page().chosen({2});
    ASSERT_TRUE(showsNumber());
    ASSERT_TRUE(m_lab.until([this] { return !view().working().working().steps.empty(); }));
    // The softmax's own logit first, then whatever comes in, down to the first convolution.
    emit view().working().wanted(1, {2});
    ASSERT_TRUE(m_lab.until([this] { return view().working().working().which == 1; }));
    std::vector<std::string> names{view().working().working().name.text()};
    for (std::size_t depth = layers.size() - 2; depth >= 1; --depth) {
        const LensFactor* input = nullptr;
        for (const LensStep& step : view().working().working().steps)
            for (const LensTerm& term : step.terms)
                for (const LensFactor& factor : term.factors)
                    if (input == nullptr && factor.place.kind == NumberPlace::Kind::Input)
                        input = &factor;
        ASSERT_NE(input, nullptr) << names.back();
        const std::string expected = input->name.text();
        const double value = input->value;
        const auto at = input->at;
        emit view().working().inputWanted(0, at);
        ASSERT_TRUE(m_lab.until([&] { return view().working().working().name.text() == expected; }))
            << expected;
        EXPECT_NEAR(view().working().working().value, value, 1e-4);
        names.push_back(expected);
    }
    for (std::size_t back = names.size() - 1; back-- > 0;) {
        view().back();
        ASSERT_TRUE(m_lab.until([&] { return view().working().working().name.text() == names[back]; }))
            << names[back];
    }
}

/// What dropout drops, and back.
TEST_F(LayerOpenerTest, ShowsTheNumbersOfTheNextStepOfTraining) {
    ASSERT_TRUE(m_lab.startWith("digits-convnet"));
    const auto& layers = m_lab.document.network().layers();
    const auto dropout = std::ranges::find(layers, std::string("dropout"), &Layer::type);
    ASSERT_NE(dropout, layers.end());
    emit canvas().openRequested(dropout->id);
    ASSERT_TRUE(showsLayer());
    const auto same = [this] {
        const ArrayTiles& input = view().page().input(0).tiles();
        const ArrayTiles& output = view().page().output().tiles();
        for (int channel = 0; channel < output.channels(); ++channel)
            if (input.value(channel, 0, 0) != output.value(channel, 0, 0))
                return false;
        return true;
    };
    EXPECT_TRUE(same());
    auto& training = *m_lab.find<QCheckBox>("openedTraining");
    training.setChecked(true);
    EXPECT_TRUE(m_lab.until([&] { return !same(); }));
    emit view().page().chosen({3});
    ASSERT_TRUE(showsNumber());
    EXPECT_NEAR(view().working().working().value, *view().working().working().given, 1e-4);
    view().back();
    training.setChecked(false);
    EXPECT_TRUE(m_lab.until(same));
}

/// What is seen is the network as it is now.
TEST_F(LayerOpenerTest, FollowsTraining) {
    ASSERT_TRUE(m_lab.startWith("digits-mlp"));
    emit canvas().openRequested(m_lab.document.network().layers().back().id);
    ASSERT_TRUE(showsLayer());
    const auto numbers = [this] {
        const auto tile = view().page().output().tiles();
        std::vector<float> all;
        for (int channel = 0; channel < tile.channels(); ++channel)
            all.push_back(tile.value(channel, 0, 0));
        return all;
    };
    const std::vector<float> before = numbers();
    m_lab.action("actionTrain")->trigger();
    EXPECT_TRUE(m_lab.until([&] { return numbers() != before; }));
    m_lab.action("actionTrain")->trigger();
}

TEST_F(LayerOpenerTest, AWeightTypedThereIsAStepOfTheHistory) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    const LayerId layer = m_lab.document.network().layers()[1].id;
    emit canvas().openRequested(layer);
    ASSERT_TRUE(showsLayer());
    emit view().page().chosen({0});
    ASSERT_TRUE(showsNumber());
    const double before = view().working().working().value;
    const LensFactor* weight = nullptr;
    for (const LensTerm& term : view().working().working().steps.front().terms)
        for (const LensFactor& factor : term.factors)
            if (factor.place.kind == NumberPlace::Kind::Variable && factor.name.text().starts_with("bias"))
                weight = &factor;
    ASSERT_NE(weight, nullptr);
    const int steps = m_lab.document.undoStack().count();
    emit view().working().weightBox().changed(QStringLiteral("bias"), weight->place.index, weight->value,
                                              weight->value + 0.5, 0);
    EXPECT_EQ(m_lab.document.undoStack().count(), steps + 1);
    EXPECT_TRUE(m_lab.until([&] { return view().working().working().value != before; }));
    m_lab.document.undoStack().undo();
    EXPECT_TRUE(m_lab.until([&] { return std::abs(view().working().working().value - before) < 1e-6; }));
}

TEST_F(LayerOpenerTest, ClosesWithItsLayer) {
    ASSERT_TRUE(m_lab.startWith("digits-mlp"));
    emit canvas().openRequested(m_lab.document.network().layers()[1].id);
    ASSERT_TRUE(showsLayer());
    m_lab.beginTemplate("playground");
    EXPECT_TRUE(m_lab.until([this] { return view().depth() == OpenedLayer::Depth::Closed; }));
}

} // namespace
} // namespace protomind
