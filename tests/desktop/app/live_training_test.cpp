// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window does all that it does while the largest template trains with its live pictures. How soon it does
// so is for scripts/heartbeat to measure, where nothing else runs: see heartbeat_test.cpp.
#include "desktop/app/long_training.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_scene.h"

#include <QTimer>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Counts what the window gets to do.
class LifeSigns final : public QObject {
public:
    explicit LifeSigns(Laboratory& lab)
        : m_canvas(*lab.window.canvas().viewport()) {
        connect(&lab.run, &RunController::picturesChanged, this, [this] { ++pictures; });
        connect(&m_heart, &QTimer::timeout, this, [this] { ++beats; });
        m_canvas.installEventFilter(this);
        m_heart.start(1);
    }
    ~LifeSigns() override { m_canvas.removeEventFilter(this); }

    int beats = 0;
    int pictures = 0;
    int paintings = 0; ///< of the canvas

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        paintings += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    QWidget& m_canvas;
    QTimer m_heart;
};

class LiveTrainingTest : public testing::Test {
protected:
    QTemporaryDir m_folder;
};

TEST_F(LiveTrainingTest, PicturesComeAndTheWindowAnswers) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name);
    const std::int64_t step = lab.run.stepsDone();
    const LifeSigns signs(lab);
    EXPECT_TRUE(lab.until([&] {
        return lab.run.stepsDone() > step && signs.beats >= 3 && signs.pictures >= 3 && signs.paintings >= 3;
    })) << signs.beats
        << " beats, " << signs.pictures << " pictures, " << signs.paintings << " paintings";
    EXPECT_EQ(lab.run.state(), RunState::Training);
}

struct WayOfTraining {
    const char* name;
    int threads; ///< 0: automatic
    bool hour;   ///< of points in the curves
};

void PrintTo(const WayOfTraining& way, std::ostream* out) {
    *out << way.name;
}

class LiveDraggingTest : public LiveTrainingTest, public testing::WithParamInterface<WayOfTraining> {};

TEST_P(LiveDraggingTest, ACardFollowsTheHandAndThePicturesGoOn) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name, GetParam().threads);
    if (GetParam().hour)
        trainAnHour(lab);
    NetworkView& view = lab.window.canvas();
    const LayerId card = lab.document.network().layers()[1].id;
    const auto place = [&] { return lab.document.network().layer(card)->position; };
    const QPoint start =
        view.mapFromScene(view.networkScene().layerItem(card)->sceneBody().topLeft() + QPointF(40, 16));
    const Position before = place();
    QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::NoModifier, start);
    const LifeSigns signs(lab);
    for (int move = 1; move <= 5; ++move) {
        SCOPED_TRACE(move);
        const Position here = place();
        const int paintings = signs.paintings;
        QTest::mouseMove(view.viewport(), start - QPoint(0, 24 * move));
        ASSERT_TRUE(lab.until([&] { return place() != here && signs.paintings > paintings; }));
    }
    EXPECT_TRUE(lab.until([&] { return signs.pictures > 0; })) << "while it is held";
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::NoModifier, start - QPoint(0, 120));
    EXPECT_NE(place(), before);
    EXPECT_EQ(lab.run.state(), RunState::Training);
}

INSTANTIATE_TEST_SUITE_P(Ways, LiveDraggingTest,
                         testing::Values(WayOfTraining{"OneThread", 1, false},
                                         WayOfTraining{"AutomaticThreads", 0, false},
                                         WayOfTraining{"HourOfPoints", 0, true}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(LiveTrainingTest, StopsAndGoesOnAnywhere) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name);
    for (int round = 1; round <= 3; ++round) {
        SCOPED_TRACE(round);
        const std::int64_t step = lab.run.stepsDone();
        ASSERT_TRUE(lab.until([&] { return lab.run.stepsDone() >= step + round; }));
        lab.run.pause();
        ASSERT_TRUE(lab.untilState(RunState::Paused));
        lab.run.train();
        ASSERT_TRUE(lab.untilState(RunState::Training));
    }
}

TEST_F(LiveTrainingTest, PicturesOfEveryTemplateComeAgainAfterNobodyLooked) {
    for (const NetworkTemplate& source : networkTemplates()) {
        SCOPED_TRACE(source.name);
        Laboratory lab(m_folder.path());
        trainForLong(lab, source.name, 1);
        const WatchRequest with = lab.window.canvas().live().request();
        WatchRequest without = with;
        without.picturesPerSecond = 0;
        lab.run.watch(without);
        const std::int64_t step = lab.run.stepsDone();
        ASSERT_TRUE(lab.until([&] { return lab.run.stepsDone() > step; }));
        lab.run.watch(with);
        const LifeSigns signs(lab);
        EXPECT_TRUE(lab.until([&] { return signs.pictures > 0; }));
    }
}

} // namespace
} // namespace protomind
