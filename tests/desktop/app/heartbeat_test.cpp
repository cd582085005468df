// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the window stays fluent while the largest template trains with all its live pictures, also while a
// card is dragged, and what the pictures cost the training. Time is measured only where scripts/heartbeat
// runs it, on a machine with nothing else to do: PROTOMIND_HEARTBEAT gives the number of seconds. For what
// must hold at any pace see live_training_test.cpp.
#include "desktop/app/long_training.h"
#include "desktop/app/predictions/pen_view.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_scene.h"
#include "desktop/opened/opened_layer.h"

#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTimer>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <numeric>

namespace protomind {
namespace {

constexpr double kFrameMilliseconds = 1000.0 / 60;
constexpr double kLateMilliseconds = 50;
constexpr double kStopMilliseconds = 100;
constexpr double kMostSlowing = 0.05;
constexpr double kInTime = 0.999;
constexpr double kLeastPaintings = 55; ///< a second, and beats
constexpr qint64 kWaitedMilliseconds = 200;

/// Notes when a widget is painted.
class PaintClock final : public QObject {
public:
    explicit PaintClock(QWidget& widget)
        : m_widget(widget) {
        m_clock.start();
        m_widget.installEventFilter(this);
    }
    ~PaintClock() override { m_widget.removeEventFilter(this); }
    [[nodiscard]] std::size_t count() const { return m_times.size(); }
    /// Milliseconds from each painting to the next.
    [[nodiscard]] std::vector<double> gaps() const {
        std::vector<double> gaps(m_times.size());
        std::adjacent_difference(m_times.begin(), m_times.end(), gaps.begin());
        if (!gaps.empty())
            gaps.erase(gaps.begin());
        return gaps;
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            m_times.push_back(double(m_clock.nsecsElapsed()) * 1e-6);
        return false;
    }

private:
    QWidget& m_widget;
    QElapsedTimer m_clock;
    std::vector<double> m_times;
};

/// A hand that moves a card round and round, sixty times a second.
class Hand final : public QObject {
public:
    Hand(NetworkView& view, LayerId layer)
        : m_view(view)
        , m_start(view.mapFromScene(view.networkScene().layerItem(layer)->sceneBody().topLeft() +
                                    QPointF(40, 16))) {
        send(QEvent::MouseButtonPress, m_start);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Hand::move);
        m_clock.start();
        m_timer.start(int(kFrameMilliseconds));
    }
    ~Hand() override { send(QEvent::MouseButtonRelease, m_start); }

private:
    void move() {
        constexpr double kRadius = 120;
        constexpr double kTurnSeconds = 1.0;
        const double angle = 2 * std::numbers::pi * double(m_clock.nsecsElapsed()) * 1e-9 / kTurnSeconds;
        send(QEvent::MouseMove, m_start + kRadius * QPointF(std::cos(angle) - 1, std::sin(angle)));
    }
    void send(QEvent::Type type, const QPointF& point) {
        const bool released = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, point, m_view.viewport()->mapToGlobal(point),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          released ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view.viewport(), &event);
    }

    NetworkView& m_view;
    QPointF m_start;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

double inTime(const std::vector<double>& gaps) {
    const auto late = std::ranges::count_if(gaps, [](double gap) { return gap >= kLateMilliseconds; });
    return 1 - double(late) / double(gaps.size());
}

class HeartbeatTest : public testing::Test {
protected:
    void SetUp() override {
        if (!qEnvironmentVariableIsSet("PROTOMIND_HEARTBEAT"))
            GTEST_SKIP() << "scripts/heartbeat measures it.";
    }

    /// Lets the window live for a while; gives the milliseconds between beats of a timer of 60 a second.
    static std::vector<double> beats(double seconds) {
        std::vector<double> gaps;
        QElapsedTimer clock;
        clock.start();
        double last = 0;
        QTimer heart;
        heart.setTimerType(Qt::PreciseTimer);
        QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
            const double now = double(clock.nsecsElapsed()) * 1e-6;
            gaps.push_back(now - last);
            last = now;
        });
        heart.start(int(kFrameMilliseconds));
        while (clock.elapsed() < qint64(seconds * 1000))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        return gaps;
    }

    static double quantile(std::vector<double> values, double share) {
        std::ranges::sort(values);
        const auto index = std::size_t(share * double(values.size()));
        return values.empty() ? 0 : values[std::min(index, values.size() - 1)];
    }

    QTemporaryDir m_folder;
    const int m_seconds = std::max(1, qEnvironmentVariableIntValue("PROTOMIND_HEARTBEAT"));
};

TEST_F(HeartbeatTest, TheWindowAnswersWhileTheLargestTemplateTrains) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name);
    int pictures = 0;
    QObject::connect(&lab.run, &RunController::picturesChanged, &lab.window, [&] { ++pictures; });
    const PaintClock paints(*lab.window.canvas().viewport());
    const std::vector<double> gaps = beats(m_seconds);
    ASSERT_FALSE(gaps.empty());
    std::printf(
        "%s: %zu beats in %d s (%.1f a second), %.3f %% under %g ms, median %.1f ms, 99.9 %% %.1f ms, "
        "longest %.1f ms; %.1f pictures and %.1f paintings of the canvas a second\n",
        largestTemplate().name.c_str(), gaps.size(), m_seconds, double(gaps.size()) / m_seconds,
        100 * inTime(gaps), kLateMilliseconds, quantile(gaps, 0.5), quantile(gaps, 0.999),
        *std::ranges::max_element(gaps), double(pictures) / m_seconds, double(paints.count()) / m_seconds);
    EXPECT_GT(pictures, 0);
    EXPECT_GE(inTime(gaps), kInTime);
    EXPECT_GE(double(gaps.size()) / m_seconds, kLeastPaintings);
}

struct Dragging {
    const char* name;
    int threads; ///< 0: automatic
    bool hour;   ///< of points in the curves
};

void PrintTo(const Dragging& dragging, std::ostream* out) {
    *out << dragging.name;
}

class DraggingTest : public HeartbeatTest, public testing::WithParamInterface<Dragging> {};

TEST_P(DraggingTest, ACardFollowsTheHandWhileTheLargestTemplateTrains) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name, GetParam().threads);
    if (GetParam().hour)
        trainAnHour(lab);
    beats(1); // until what was started is under way
    int pictures = 0;
    QObject::connect(&lab.run, &RunController::picturesChanged, &lab.window, [&] { ++pictures; });
    NetworkView& view = lab.window.canvas();
    const LayerId card = lab.document.network().layers()[1].id;
    const Position before = lab.document.network().layer(card)->position;
    std::vector<double> gaps;
    {
        const Hand hand(view, card);
        beats(0.5); // more than a turn's beginning
        const PaintClock paints(*view.viewport());
        beats(m_seconds);
        gaps = paints.gaps();
        EXPECT_NE(lab.document.network().layer(card)->position, before);
    }
    ASSERT_FALSE(gaps.empty());
    const double rate = double(gaps.size()) / m_seconds;
    std::printf(
        "%s, dragging (%s): %.1f paintings a second, %.3f %% of gaps under %g ms, median %.1f ms, 99.9 %% "
        "%.1f ms, longest %.1f ms; %.1f pictures a second\n",
        largestTemplate().name.c_str(), GetParam().name, rate, 100 * inTime(gaps), kLateMilliseconds,
        quantile(gaps, 0.5), quantile(gaps, 0.999), *std::ranges::max_element(gaps),
        double(pictures) / m_seconds);
    EXPECT_GT(pictures, 0);
    EXPECT_GE(inTime(gaps), kInTime);
    EXPECT_GE(rate, kLeastPaintings);
}

INSTANTIATE_TEST_SUITE_P(Heartbeat, DraggingTest,
                         testing::Values(Dragging{"OneThread", 1, false},
                                         Dragging{"AutomaticThreads", 0, false},
                                         Dragging{"HourOfPoints", 0, true}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(HeartbeatTest, StopActsAtOnce) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name);
    std::vector<double> delays;
    for (int i = 0; i < 40; ++i) {
        // At other places of an epoch every time, within its validation as well.
        beats(0.1 + 0.037 * (i % 13));
        QElapsedTimer clock;
        clock.start();
        lab.run.pause();
        ASSERT_TRUE(lab.untilState(RunState::Paused));
        delays.push_back(double(clock.nsecsElapsed()) * 1e-6);
        lab.run.train();
        ASSERT_TRUE(lab.untilState(RunState::Training));
    }
    std::printf("Stop: median %.1f ms, longest %.1f ms of %zu\n", quantile(delays, 0.5),
                *std::ranges::max_element(delays), delays.size());
    EXPECT_LT(*std::ranges::max_element(delays), kStopMilliseconds);
}

/// A layer that is opened follows the training, and the window stays as fluent.
TEST_F(HeartbeatTest, AnOpenedLayerKeepsTheFramesWhileItTrains) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, "digits-convnet");
    auto& opened = *lab.find<OpenedLayer>("openedLayer");
    std::vector<double> gaps;
    const auto& layers = lab.document.network().layers();
    for (int round = 0; round < 4; ++round) {
        emit lab.window.canvas().openRequested(layers[1 + 2 * (std::size_t(round) % 2)].id);
        const std::vector<double> some = beats(m_seconds / 4.0);
        gaps.insert(gaps.end(), some.begin() + 1, some.end());
        opened.close();
    }
    std::printf("Opening layers while digits-convnet trains: %.1f beats a second, %.3f %% under %g ms, "
                "median %.1f ms, 99.9 %% %.1f ms, longest %.1f ms\n",
                double(gaps.size()) / m_seconds, 100 * inTime(gaps), kLateMilliseconds, quantile(gaps, 0.5),
                quantile(gaps, 0.999), *std::ranges::max_element(gaps));
    EXPECT_GE(inTime(gaps), kInTime);
    EXPECT_GE(double(gaps.size()) / m_seconds, kLeastPaintings);
}

/// From a move of the pen until every map shows it, and until the opened layer does.
TEST_F(HeartbeatTest, EveryMapFollowsThePen) {
    Laboratory lab(m_folder.path());
    lab.window.resize(1600, 1000);
    ASSERT_TRUE(lab.startWith("digits-convnet"));
    ASSERT_TRUE(lab.until([&] { return lab.run.pictures() != nullptr; }));
    lab.find<QToolButton>("penButton")->click();
    auto& pen = *lab.find<PenView>("penView");
    auto& opened = *lab.find<OpenedLayer>("openedLayer");
    beats(0.5);
    const QPoint middle = pen.paper().center().toPoint();
    for (const bool open : {false, true}) {
        if (open) {
            emit lab.window.canvas().openRequested(lab.document.network().layers()[1].id);
            ASSERT_TRUE(lab.until([&] { return opened.page().isVisible(); }));
            beats(1);
        }
        std::vector<double> delays;
        lab.find<QToolButton>("penClear")->click();
        beats(0.3);
        QTest::mousePress(&pen, Qt::LeftButton, Qt::NoModifier, middle);
        for (int move = 1; move <= 100; ++move) {
            const auto now = [&] {
                if (!open)
                    return lab.run.pictures()->layers.front().values.values;
                const auto tile = opened.page().input(0).tiles().tile(0);
                return std::vector<float>(tile.begin(), tile.end());
            };
            const std::vector<float> before = now();
            QElapsedTimer clock;
            clock.start();
            const double angle = move * 0.3; // a spiral, so that every move draws something
            QTest::mouseMove(&pen,
                             middle + (QPointF(std::cos(angle), std::sin(angle)) * (0.7 * move)).toPoint());
            while (now() == before && clock.elapsed() < kWaitedMilliseconds)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            delays.push_back(double(clock.nsecsElapsed()) * 1e-6);
        }
        QTest::mouseRelease(&pen, Qt::LeftButton, Qt::NoModifier, middle);
        std::printf("Pen on digits-convnet, %s: median %.1f ms, 90 %% %.1f ms, longest %.1f ms of %zu\n",
                    open ? "a layer opened" : "cards", quantile(delays, 0.5), quantile(delays, 0.9),
                    *std::ranges::max_element(delays), delays.size());
        EXPECT_LT(quantile(delays, 0.5), kLateMilliseconds);
    }
}

/// What live pictures cost, and how many there are.
class LivePicturesTest : public HeartbeatTest {
protected:
    /// threads: with a choice of them (0), the trials of how many serve best are to be over, or they would be
    /// compared as well.
    void expectLittleSlowing(const std::string& name, int threads) {
        Laboratory lab(m_folder.path());
        trainForLong(lab, name, threads);
        beats(threads == 0 ? 10 : 0);
        std::int64_t step = 0;
        int pictures = 0;
        QObject::connect(&lab.run, &RunController::progressed, &lab.window,
                         [&](const Progress& now) { step = now.step; });
        QObject::connect(&lab.run, &RunController::picturesChanged, &lab.window, [&] { ++pictures; });
        const WatchRequest with = lab.window.canvas().live().request();
        WatchRequest without = with;
        without.picturesPerSecond = 0;
        // In turns, so that whatever else the machine does hits both alike.
        const int rounds = 8;
        const double span = m_seconds / 10.0;
        const auto stepsIn = [&](const WatchRequest& request) {
            lab.run.watch(request);
            beats(0.3);
            QElapsedTimer clock;
            clock.start();
            const std::int64_t before = step;
            beats(span);
            return double(step - before) / (double(clock.nsecsElapsed()) * 1e-9);
        };
        std::vector<double> ratios;
        double rate = 0;
        int seen = 0;
        for (int round = 0; round < rounds; ++round) {
            const double plain = stepsIn(without);
            pictures = 0;
            const double watched = stepsIn(with);
            seen += pictures;
            const double again = stepsIn(without);
            ratios.push_back(2 * watched / (plain + again));
            rate = std::max(rate, plain);
        }
        const double slowing = 1 - quantile(ratios, 0.5);
        std::printf("%-16s %s %9.1f steps a second, with pictures %+.1f %%; %.1f pictures a second\n",
                    name.c_str(), threads == 0 ? "(automatic threads)" : "(one thread)       ", rate,
                    -100 * slowing, seen / (rounds * (span + 0.3)));
        EXPECT_LE(slowing, kMostSlowing) << name;
        EXPECT_GT(seen, 0) << name;
    }
};

TEST_F(LivePicturesTest, HardlySlowTheTraining) {
    for (const NetworkTemplate& source : networkTemplates())
        expectLittleSlowing(source.name, 1);
}

TEST_F(LivePicturesTest, HardlySlowTheTrainingOfAllProcessors) {
    expectLittleSlowing(largestTemplate().name, 0);
}

} // namespace
} // namespace protomind
