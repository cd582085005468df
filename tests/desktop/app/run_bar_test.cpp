// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/run/curve_reader.h"
#include "desktop/app/run/run_bar.h"

#include <QLabel>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// With the longest sentences that the curves can be read in.
std::vector<QString> longReadings() {
    const CurveGround ground{.commonestShare = 0.5, .trainingSamples = 10, .validationSamples = 8};
    const auto readingOf = [&](const std::vector<double>& losses, double accuracy,
                               const CurveGround& against) {
        std::vector<HistoryPoint> history;
        for (const double loss : losses)
            history.push_back(
                {.epoch = static_cast<double>(history.size() + 1), .loss = loss, .accuracy = accuracy});
        return readCurves(RunState::Finished, history, against).sentence;
    };
    CurveGround penalised = ground;
    penalised.penalised = true;
    CurveGround attacked = ground;
    attacked.attacked = true;
    CurveGround classes = ground;
    classes.guessLoss = 0.7;
    std::vector<HistoryPoint> memorising;
    for (const double loss : {1.0, 0.5, 0.3, 0.2, 0.1, 0.05})
        memorising.push_back({.epoch = static_cast<double>(memorising.size() + 1),
                              .loss = loss,
                              .accuracy = 0.9,
                              .validationLoss = loss > 0.4 ? loss : 1 / loss,
                              .validationAccuracy = 0.5});
    return {readingOf({1, 1, 1, 1, 1}, 0.6, ground),
            readingOf({1, 1.2, 1.5, 2}, 0.95, penalised),
            readingOf({1, 0.5, 1.1, 0.45, 1, 0.5, 1.05, 0.5, 1, 0.5}, 0.95, ground),
            readingOf({0.5, 0.2, 0.1, 0.05}, 1, ground),
            readingOf({1, 1, 1, 1, 1}, 0.5, attacked),
            readingOf({12345, 12345, 12345, 12345, 12345}, 0.6, classes),
            readCurves(RunState::Finished, memorising, ground).sentence};
}

TEST(RunBarTest, EveryReadingOfTheCurvesHasRoomInANarrowWindow) {
    QTemporaryDir folder;
    Laboratory lab(folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.window.resize(1024, 768);
    ASSERT_TRUE(untilSettled(lab.window));
    auto* label = lab.find<QLabel>("readingLabel");
    ASSERT_NE(label, nullptr);
    for (const QString& reading : longReadings()) {
        EXPECT_GT(reading.size(), 60);
        label->setText(reading);
        ASSERT_TRUE(untilSettled(lab.window));
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << reading.toStdString();
    }
}

TEST(RunBarTest, SaysThatTrainingIsOfAttackedSamples) {
    QTemporaryDir folder;
    Laboratory lab(folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    ASSERT_TRUE(lab.until([&] { return lab.window.data() != nullptr; }));
    auto* figures = lab.find<QLabel>("figuresLabel");
    emit lab.run.progressed(Progress{.step = 3, .epoch = 0.5, .loss = 0.25, .accuracy = 0.5});
    EXPECT_TRUE(figures->text().contains(QStringLiteral("50.0 % right ·"))) << figures->text().toStdString();
    ProjectContent content = lab.document.content();
    content.experiment.training.adversarial.method = kOneStepTraining;
    lab.document.replace(std::move(content));
    emit lab.run.progressed(Progress{.step = 3, .epoch = 0.5, .loss = 0.25, .accuracy = 0.5});
    EXPECT_TRUE(figures->text().contains(QStringLiteral("50.0 % right of those attacked")))
        << figures->text().toStdString();
}

TEST(RunBarTest, ThePenaltyStandsBesideTheLoss) {
    QTemporaryDir folder;
    Laboratory lab(folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    auto* bar = lab.window.findChild<RunBar*>();
    ASSERT_NE(bar, nullptr);
    auto* figures = bar->findChild<QLabel*>(QStringLiteral("figuresLabel"));
    ASSERT_NE(figures, nullptr);
    emit lab.run.progressed(Progress{.step = 3, .epoch = 0.5, .loss = 0.25, .accuracy = 0.5});
    EXPECT_FALSE(figures->text().contains(QStringLiteral("penalty"))) << figures->text().toStdString();
    emit lab.run.progressed(
        Progress{.step = 3, .epoch = 0.5, .loss = 0.25, .accuracy = 0.5, .others = {{kPenaltyFigure, 0.5}}});
    EXPECT_TRUE(figures->text().contains(QStringLiteral("loss 0.25 + penalty 0.5")))
        << figures->text().toStdString();
}

} // namespace
} // namespace protomind
