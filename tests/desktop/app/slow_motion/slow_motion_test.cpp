// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/slow_motion/slow_motion.h"
#include "desktop/app/window/window_sample.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/slow_motion/slow_motion_view.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <QSignalSpy>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

class SlowMotionTest : public testing::Test {
protected:
    SlowMotionView& view() { return *m_lab.find<SlowMotionView>("slowMotion"); }
    [[nodiscard]] bool open() {
        m_lab.action("actionSlowMotion")->setChecked(true);
        return m_lab.until([this] { return view().phase() >= 0; });
    }
    /// Weights and state, bit for bit.
    [[nodiscard]] std::map<std::string, HostArray> weights(Laboratory& lab) {
        QSignalSpy stored(&lab.run, &RunController::checkpointStored);
        lab.run.fetchCheckpoint();
        if (!lab.until([&] { return !stored.empty(); }) || !lab.document.checkpoint())
            return {};
        std::map<std::string, HostArray> all;
        for (const auto& [name, values] : lab.document.checkpoint()->variables)
            all.emplace(name, values);
        return all;
    }
    /// On through all phases by hand, until the step is taken and the next one is there.
    [[nodiscard]] bool passStep() {
        const std::int64_t before = m_lab.run.stepsDone();
        const auto phases = view().phases().size();
        for (std::size_t phase = 0; phase < phases; ++phase)
            view().next();
        return m_lab.until([&] { return m_lab.run.stepsDone() == before + 1 && view().phase() == 0; });
    }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
};

TEST_F(SlowMotionTest, ShowsEveryPhaseOfEveryTemplate) {
    for (const NetworkTemplate& made : networkTemplates()) {
        SCOPED_TRACE(made.name);
        ASSERT_TRUE(m_lab.startWith(made.name));
        if (playersOf(made.make()).two()) {
            m_lab.action("actionSlowMotion")->setChecked(true);
            EXPECT_TRUE(m_lab.until([this] {
                return view().sentence().contains(QStringLiteral("its steps can't be taken apart"));
            })) << view().sentence().toStdString();
            m_lab.action("actionSlowMotion")->setChecked(false);
            continue;
        }
        ASSERT_TRUE(open()) << view().sentence().toStdString();
        view().setPlaying(false);
        const auto& phases = view().phases();
        const auto layers = m_lab.document.network().layers().size();
        EXPECT_EQ(phases.front().kind, PhaseKind::Batch);
        EXPECT_EQ(phases.back().kind, PhaseKind::Update);
        const auto count = [&](PhaseKind kind) { return std::ranges::count(phases, kind, &StepPhase::kind); };
        EXPECT_EQ(count(PhaseKind::Forward), static_cast<std::ptrdiff_t>(layers) - 1);
        EXPECT_EQ(count(PhaseKind::Loss), 1);
        EXPECT_EQ(count(PhaseKind::Backward), static_cast<std::ptrdiff_t>(layers) - 1);
        for (int phase = 0; phase < static_cast<int>(phases.size()); ++phase) {
            view().setPhase(phase);
            EXPECT_FALSE(view().shownGrids().empty())
                << phases[static_cast<std::size_t>(phase)].head.toStdString();
            EXPECT_FALSE(view().weightText().isEmpty());
        }
        m_lab.action("actionSlowMotion")->setChecked(false);
        EXPECT_FALSE(view().isVisible());
    }
}

/// The card of the layer at work is lit, and none after it is closed.
TEST_F(SlowMotionTest, LightsTheCardAtWork) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    ASSERT_TRUE(open());
    view().setPlaying(false);
    const auto lit = [this] {
        std::vector<std::string> names;
        for (const auto& [layer, item] : m_lab.window.canvas().networkScene().layerItems())
            if (item->state().active != CardState::Active::None)
                names.push_back(m_lab.document.network().layer(layer)->name);
        return names;
    };
    for (std::size_t phase = 0; phase < view().phases().size(); ++phase) {
        view().setPhase(static_cast<int>(phase));
        EXPECT_EQ(lit(), std::vector{view().phases()[phase].layer});
    }
    m_lab.action("actionSlowMotion")->setChecked(false);
    EXPECT_TRUE(lit().empty());
}

TEST_F(SlowMotionTest, AStepIsTheSameAsAtFullSpeedBitForBit) {
    for (const char* name : {"playground", "digits-convnet"}) {
        SCOPED_TRACE(name);
        ASSERT_TRUE(m_lab.startWith(name));
        ASSERT_TRUE(open());
        view().setPlaying(false);
        for (int step = 0; step < 3; ++step)
            ASSERT_TRUE(passStep());
        m_lab.action("actionSlowMotion")->setChecked(false);

        const QTemporaryDir folder;
        Laboratory full(folder.path());
        ASSERT_TRUE(full.startWith(name));
        for (int step = 1; step <= 3; ++step) {
            full.run.step(StepUnit::Batch);
            ASSERT_TRUE(full.until([&] { return full.run.stepsDone() == step && !full.run.isTraining(); }));
        }
        const auto slow = weights(m_lab);
        ASSERT_FALSE(slow.empty());
        EXPECT_EQ(slow, weights(full));
    }
}

/// What it said that the weight would become is what it becomes.
TEST_F(SlowMotionTest, TheFollowedWeightBecomesWhatWasShown) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    ASSERT_TRUE(open());
    view().setPlaying(false);
    emit view().weightChosen(view().step().layers[1].weights[0].variable, {1, 2});
    ASSERT_TRUE(m_lab.until([this] { return view().step().weight.at == std::vector<std::int64_t>{1, 2}; }));
    const double promised = *view().step().weight.terms.back().after;
    EXPECT_NE(promised, view().step().weight.terms.back().before);
    ASSERT_TRUE(passStep());
    EXPECT_EQ(view().step().weight.at, (std::vector<std::int64_t>{1, 2}));
    EXPECT_NEAR(view().step().weight.terms.back().before, promised, 1e-7);
}

TEST_F(SlowMotionTest, GoesOnByItselfAndStopsForAHand) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    ASSERT_TRUE(open());
    EXPECT_TRUE(view().isPlaying());
    view().setDuration(SlowMotionView::kShortest);
    EXPECT_TRUE(m_lab.until([this] { return view().phase() >= 2; }));
    QTest::keyClick(&view(), Qt::Key_Left);
    EXPECT_FALSE(view().isPlaying());
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_TRUE(view().isPlaying());
    EXPECT_TRUE(m_lab.until([this] { return m_lab.run.stepsDone() >= 1; }));
    QTest::keyClick(&view(), Qt::Key_Escape);
    EXPECT_FALSE(m_lab.action("actionSlowMotion")->isChecked());
    EXPECT_FALSE(view().isVisible());
}

TEST_F(SlowMotionTest, PausesATrainingAndYieldsToOne) {
    ASSERT_TRUE(m_lab.startWith("playground"));
    m_lab.run.setSpeed(30); // all of its epochs are over in a moment otherwise
    m_lab.run.train();
    ASSERT_TRUE(m_lab.until([this] { return m_lab.run.isTraining() && m_lab.run.stepsDone() > 0; }));
    ASSERT_TRUE(open());
    EXPECT_FALSE(m_lab.run.isTraining());
    view().setPlaying(false);
    m_lab.run.train();
    EXPECT_TRUE(m_lab.until([this] { return view().sentence().contains(QStringLiteral("full speed")); }));
    m_lab.run.pause();
    EXPECT_TRUE(m_lab.until([this] { return view().phase() >= 0; }));
}

/// The cards show the sample that is followed, and what they showed before once it is closed.
TEST_F(SlowMotionTest, TheCardsShowTheFollowedSample) {
    ASSERT_TRUE(m_lab.startWith("digits-convnet"));
    ShownSample& shown = m_lab.window.findChild<WindowSample*>()->shown();
    const HostArray chosen(Shape{28, 28, 1}, 0.25f);
    shown.show(chosen, QStringLiteral("A grey picture"));
    ASSERT_TRUE(open());
    view().setPlaying(false);
    EXPECT_EQ(shown.values(), view().step().sample);
    const HostArray first = view().step().sample;
    m_lab.find<QToolButton>("slowSample")->click();
    EXPECT_TRUE(m_lab.until([&] { return view().step().place == 1 && view().step().sample != first; }));
    EXPECT_EQ(shown.values(), view().step().sample);
    m_lab.action("actionSlowMotion")->setChecked(false);
    EXPECT_EQ(shown.values(), chosen);
    EXPECT_EQ(shown.words(), QStringLiteral("A grey picture"));
}

} // namespace
} // namespace protomind
