// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/image_grid_view.h"

#include <QScrollBar>

#include <gtest/gtest.h>

namespace protomind {
namespace {

constexpr OutputReading kProbabilities{.meaning = OutputMeaning::Probabilities};

SampleBatch batchOf(const std::vector<float>& classes) {
    SampleBatch batch{HostArray(Shape{std::ssize(classes), 1}), HostArray(Shape{std::ssize(classes), 1})};
    batch.targets.values.assign(classes.begin(), classes.end());
    return batch;
}

TEST(WrongFirst, TheSurestMistakesComeFirstAndTheUnansweredLast) {
    HostArray answers(Shape{4, 2});
    const std::vector<float> shares = {0.9f, 0.1f, 0.6f, 0.4f, 0.05f, 0.95f, 0.2f, 0.8f};
    answers.values.assign(shares.begin(), shares.end());
    // right, wrong (0.6), wrong (0.95), right, and one without an answer
    EXPECT_EQ(wrongFirst(batchOf({0, 1, 0, 1, 0}), answers, kProbabilities),
              (std::vector<int>{2, 1, 0, 3, 4}));
}

TEST(WrongFirst, ASingleOutputDecidesAtOneHalf) {
    HostArray answers(Shape{3, 1});
    const std::vector<float> shares = {0.9f, 0.45f, 0.99f};
    answers.values.assign(shares.begin(), shares.end());
    EXPECT_EQ(wrongFirst(batchOf({1, 1, 0}), answers, kProbabilities), (std::vector<int>{2, 1, 0}));
}

TEST(WrongFirst, AScoreOfAHingeDecidesAtZero) {
    HostArray answers(Shape{3, 1});
    const std::vector<float> scores = {0.2f, -3.0f, -0.5f};
    answers.values.assign(scores.begin(), scores.end());
    const OutputReading reading{.meaning = OutputMeaning::Scores, .threshold = 0};
    EXPECT_EQ(wrongFirst(batchOf({1, 1, 1}), answers, reading), (std::vector<int>{1, 2, 0}));
}

TEST(WrongFirst, WithoutAnswersTheOrderIsThatOfTheData) {
    EXPECT_EQ(wrongFirst(batchOf({1, 1, 0}), HostArray(), kProbabilities), (std::vector<int>{0, 1, 2}));
    EXPECT_TRUE(wrongFirst(SampleBatch(), HostArray(), kProbabilities).empty());
}

TEST(ImageGridViewTest, ShowsAllOfThemAndAsksForFewWhileItTrains) {
    auto loaded = loadData("digits?samples=20&test=100", 7);
    ASSERT_TRUE(loaded);
    const auto data = std::make_shared<const LoadedData>(std::move(*loaded));
    ImageGridView grid;
    grid.resize(420, 260);
    grid.show();
    grid.setData(data);
    EXPECT_EQ(grid.question().shape[0], 100);
    grid.setBrief(true);
    EXPECT_LT(grid.question().shape[0], 100);
    EXPECT_EQ(grid.question().values[500], data->tried.samples.values[500]);
    // All are taken for a 3: a tenth is right and comes last.
    HostArray answers(Shape{100, 10});
    for (std::size_t index = 0; index < 100; ++index)
        answers.values[index * 10 + 3] = 1;
    grid.setAnswer(answers, kProbabilities);
    EXPECT_EQ(grid.wrongAnswers(), 90);
    EXPECT_EQ(grid.order().back() % 10, 3);
    EXPECT_NE(grid.order().front() % 10, 3);
    auto* scroll = grid.findChild<QScrollBar*>();
    ASSERT_TRUE(scroll);
    EXPECT_GT(scroll->maximum(), 0) << "Those that don't fit can be scrolled to.";
    EXPECT_TRUE(grid.explain(0).contains(QStringLiteral("3: 100.0 %"))) << qPrintable(grid.explain(0));
    EXPECT_TRUE(grid.csv().startsWith(QStringLiteral("sample,target,probability 0,probability 1")));
    grid.setAnswer(answers, {.meaning = OutputMeaning::Scores, .threshold = 0});
    EXPECT_FALSE(grid.explain(0).contains(QLatin1Char('%'))) << qPrintable(grid.explain(0));
    EXPECT_TRUE(grid.explain(0).contains(QStringLiteral("3: score 1")));
    EXPECT_TRUE(grid.csv().startsWith(QStringLiteral("sample,target,score 0,score 1")));
}

} // namespace
} // namespace protomind
