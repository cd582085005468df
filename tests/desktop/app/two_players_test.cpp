// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of two players in the window: trained, watched and shown.
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/generated_view.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/lenses/lens_plane_canvas.h"
#include "desktop/lenses/lens_plane_view.h"

#include <QLabel>

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

class TwoPlayersTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_lab.startWith("gan-2d"));
        TrainingSettings training = m_lab.document.experiment().training;
        training.epochs = 3;
        m_lab.document.undoStack().push(new SetTraining(m_lab.document, "epochs", training, 0));
    }
    void train() {
        m_lab.run.train();
        ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    }
    [[nodiscard]] const LensPlane& shown() {
        return m_lab.find<PredictionPanel>("predictionPanel")
            ->findChild<GeneratedView*>()
            ->findChild<LensPlaneView*>()
            ->canvas()
            ->plane();
    }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
};

TEST_F(TwoPlayersTest, TrainsWithoutAskingForAnEvaluationAndShowsWhatIsMade) {
    train();
    EXPECT_TRUE(m_lab.until([&] { return shown().layers.size() == 2 && shown().layers[1].at.shape[0] > 0; }));
    EXPECT_FALSE(m_lab.find<PredictionPanel>("predictionPanel")->evaluation());
    for (const HistoryPoint& point : m_lab.run.history())
        EXPECT_NE(figureIn(point.others, "loss/generator"), -1);
}

TEST_F(TwoPlayersTest, CardsOfBothPlayersShowWhatTheirLayersGive) {
    train();
    const auto hasPicture = [&](const Layer& layer) {
        const auto& pictures = m_lab.run.pictures();
        return pictures && std::ranges::any_of(pictures->layers, [&](const LayerPicture& picture) {
                   return picture.layer == layer.name && !picture.values.values.empty();
               });
    };
    EXPECT_TRUE(
        m_lab.until([&] { return std::ranges::all_of(m_lab.document.network().layers(), hasPicture); }));
}

TEST_F(TwoPlayersTest, WithoutTheSeamItIsNoGameAnyMore) {
    const auto* title = m_lab.find<PredictionPanel>("predictionPanel")
                            ->findChild<QLabel*>(QStringLiteral("predictionsTitle"));
    ASSERT_NE(title, nullptr);
    EXPECT_EQ(title->text(), QStringLiteral("Generated samples"));
    m_lab.document.undoStack().push(
        new RemoveParts(m_lab.document, {}, {m_lab.document.analysis().players.seam}));
    EXPECT_EQ(title->text(), QStringLiteral("Predictions"));
    m_lab.document.undoStack().undo();
    EXPECT_EQ(title->text(), QStringLiteral("Generated samples"));
}

} // namespace
} // namespace protomind
