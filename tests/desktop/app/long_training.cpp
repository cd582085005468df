// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/long_training.h"

#include "desktop/app/run/training_charts.h"
#include "desktop/document/commands/experiment_commands.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kPointsOfAnHour = 60 * 3600;

void fill(CurveChart& chart, double epoch) {
    chart.clear();
    for (int i = 0; i < kPointsOfAnHour; ++i) {
        const double share = double(i) / kPointsOfAnHour;
        const auto value = [&](double phase) {
            return 0.5 + 0.4 * std::sin(double(i) * 0.7 + phase) * (1 - share);
        };
        chart.append(0, epoch * share, value(0));
        if (i % 60 == 0)
            chart.append(1, epoch * share, value(1));
    }
}

} // namespace

const NetworkTemplate& largestTemplate() {
    const auto work = [](const NetworkTemplate& source) { return analyse(source.make()).multiplyAdds; };
    return *std::ranges::max_element(networkTemplates(), {}, work);
}

void trainForLong(Laboratory& lab, const std::string& name, int threads) {
    ASSERT_TRUE(lab.startWith(name));
    lab.window.resize(1600, 1000);
    ASSERT_TRUE(untilSettled(lab.window));
    TrainingSettings settings = lab.document.experiment().training;
    settings.epochs = 1'000'000;
    lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    lab.document.undoStack().push(new SetThreads(lab.document, threads));
    lab.run.train();
    ASSERT_TRUE(lab.untilState(RunState::Training));
    ASSERT_TRUE(lab.until([&] { return lab.run.pictures() && lab.run.pictures()->step > 0; }));
}

void trainAnHour(Laboratory& lab) {
    lab.run.pause();
    ASSERT_TRUE(lab.untilState(RunState::Paused));
    double epoch = 0;
    for (CurveChart* chart : {&lab.window.charts().loss(), &lab.window.charts().accuracy()})
        if (const CurvePoint* last = chart->history(0).nearest(1e9))
            epoch = std::max(epoch, last->x);
    fill(lab.window.charts().loss(), epoch);
    fill(lab.window.charts().accuracy(), epoch);
    lab.run.train();
    ASSERT_TRUE(lab.untilState(RunState::Training));
}

} // namespace protomind
