// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the window stays fluent while the largest template trains with all its live pictures, and what the
// pictures cost the training. Whole (scripts/heartbeat) where PROTOMIND_HEARTBEAT gives a number of seconds;
// else short, and without judging a machine that may be doing other things as well.
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/editor/live/live_layer.h"
#include "studio/network/template.h"

#include <QElapsedTimer>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace protomind {
namespace {

constexpr double kFrameMilliseconds = 1000.0 / 60;
constexpr double kLateMilliseconds = 50;
constexpr double kStopMilliseconds = 100;
constexpr double kMostSlowing = 0.05;

const NetworkTemplate& largestTemplate() {
    const auto work = [](const NetworkTemplate& source) { return analyse(source.make()).multiplyAdds; };
    return *std::ranges::max_element(networkTemplates(), {}, work);
}

/// Counts the paintings of a widget.
class PaintCounter final : public QObject {
public:
    using QObject::QObject;
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

class HeartbeatTest : public testing::Test {
protected:
    HeartbeatTest()
        : m_whole(qEnvironmentVariableIsSet("PROTOMIND_HEARTBEAT"))
        , m_seconds(m_whole ? std::max(1, qEnvironmentVariableIntValue("PROTOMIND_HEARTBEAT")) : 2) {}

    /// threads: 0 for as many as serve best, which is found out on the way.
    static void trainForLong(Laboratory& lab, const std::string& name, int threads = 0) {
        ASSERT_TRUE(lab.startWith(name));
        lab.window.resize(1600, 1000);
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = 1'000'000;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
        lab.document.undoStack().push(new SetThreads(lab.document, threads));
        lab.run.train();
        ASSERT_TRUE(lab.untilState(RunState::Training));
        ASSERT_TRUE(lab.until([&] { return lab.run.pictures() && lab.run.pictures()->step > 0; }));
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
    bool m_whole;
    int m_seconds;
};

TEST_F(HeartbeatTest, TheWindowAnswersWhileTheLargestTemplateTrains) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name);
    int pictures = 0;
    QObject::connect(&lab.run, &RunController::picturesChanged, &lab.window, [&] { ++pictures; });
    PaintCounter paints;
    lab.window.canvas().viewport()->installEventFilter(&paints);
    const std::vector<double> gaps = beats(m_seconds);
    lab.window.canvas().viewport()->removeEventFilter(&paints);
    ASSERT_FALSE(gaps.empty());
    const auto late = std::ranges::count_if(gaps, [](double gap) { return gap >= kLateMilliseconds; });
    const double inTime = 1 - double(late) / double(gaps.size());
    std::printf(
        "%s: %zu beats in %d s (%.1f a second), %.3f %% under %g ms, median %.1f ms, 99.9 %% %.1f ms, "
        "longest %.1f ms; %.1f pictures and %.1f paintings of the canvas a second\n",
        largestTemplate().name.c_str(), gaps.size(), m_seconds, double(gaps.size()) / m_seconds, 100 * inTime,
        kLateMilliseconds, quantile(gaps, 0.5), quantile(gaps, 0.999), *std::ranges::max_element(gaps),
        double(pictures) / m_seconds, double(paints.count) / m_seconds);
    EXPECT_GT(pictures, 0);
    EXPECT_GE(inTime, m_whole ? 0.999 : 0.8);
    if (m_whole) {
        EXPECT_GE(double(gaps.size()) / m_seconds, 55);
    }
}

TEST_F(HeartbeatTest, StopActsAtOnce) {
    Laboratory lab(m_folder.path());
    trainForLong(lab, largestTemplate().name);
    std::vector<double> delays;
    for (int i = 0; i < (m_whole ? 40 : 3); ++i) {
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
    EXPECT_LT(*std::ranges::max_element(delays), m_whole ? kStopMilliseconds : 30 * kStopMilliseconds);
}

TEST_F(HeartbeatTest, LivePicturesHardlySlowTheTraining) {
    for (const NetworkTemplate& source : networkTemplates()) {
        Laboratory lab(m_folder.path());
        // With a choice of threads, the trials of how many serve best would be compared as well.
        trainForLong(lab, source.name, 1);
        std::int64_t step = 0;
        int pictures = 0;
        QObject::connect(&lab.run, &RunController::progressed, &lab.window,
                         [&](const Progress& now) { step = now.step; });
        QObject::connect(&lab.run, &RunController::picturesChanged, &lab.window, [&] { ++pictures; });
        const WatchRequest with = lab.window.canvas().live().request();
        WatchRequest without = with;
        without.picturesPerSecond = 0;
        // In turns, so that whatever else the machine does hits both alike.
        const int rounds = m_whole ? 8 : 1;
        const double span = m_whole ? m_seconds / 10.0 : 0.3;
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
        std::printf("%-16s %9.1f steps a second, with pictures %+.1f %%; %.1f pictures a second\n",
                    source.name.c_str(), rate, -100 * slowing, seen / (rounds * (span + 0.3)));
        if (m_whole) {
            EXPECT_LE(slowing, kMostSlowing) << source.name;
        }
        EXPECT_GT(seen, 0) << source.name;
    }
}

} // namespace
} // namespace protomind
