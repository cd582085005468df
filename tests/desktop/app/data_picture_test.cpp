// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_picture.h"
#include "desktop/app/theme/theme.h"

#include <QPainter>

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

constexpr OutputReading kAsProbabilities{.meaning = OutputMeaning::Probabilities};

TEST(DataPictureTest, ThePlaneMapsThereAndBack) {
    const PlaneRange range{2, -1, 3};
    const QRectF area(10, 20, 200, 100);
    EXPECT_EQ(range.map(-2, 3, area), area.topLeft());
    EXPECT_EQ(range.map(2, -1, area), area.bottomRight());
    for (const double x : {-1.5, 0.0, 0.7})
        for (const double y : {-0.5, 0.0, 2.5}) {
            const QPointF back = range.unmap(range.map(x, y, area), area);
            EXPECT_NEAR(back.x(), x, 1e-9);
            EXPECT_NEAR(back.y(), y, 1e-9);
        }
}

TEST(DataPictureTest, EveryPointIsInTheRange) {
    const HostArray samples(Shape{3, 2}, std::vector<float>{0.1f, -3.0f, 2.0f, 0.5f, -0.2f, 0.4f});
    const PlaneRange range = planeRange(samples);
    for (const float value : samples.values)
        EXPECT_LT(std::abs(value), range.reach);
}

TEST(DataPictureTest, TheMapHasTheFirstRowOnTop) {
    constexpr int kSide = 4;
    const PlaneRange range{1, -1, 1};
    const HostArray grid = decisionGrid(range, kSide);
    // Class 1 exactly where y is positive.
    HostArray answers(Shape{kSide * kSide, 1});
    for (std::size_t cell = 0; cell < answers.values.size(); ++cell)
        answers.values[cell] = grid.values[2 * cell + 1] > 0 ? 1.0f : 0.0f;
    const QImage map = decisionMap(answers, kAsProbabilities, kSide, 2, Qt::white);
    ASSERT_EQ(map.size(), QSize(kSide, kSide));
    for (int column = 0; column < kSide; ++column) {
        EXPECT_EQ(map.pixel(column, 0), map.pixel(0, 0));
        EXPECT_EQ(map.pixel(column, kSide - 1), map.pixel(0, kSide - 1));
    }
    EXPECT_NE(map.pixel(0, 0), map.pixel(0, kSide - 1));
    // A single output of 1 and two outputs (0, 1) are the same decision.
    HostArray two(Shape{kSide * kSide, 2});
    for (std::size_t cell = 0; cell < answers.values.size(); ++cell) {
        two.values[2 * cell] = 1 - answers.values[cell];
        two.values[2 * cell + 1] = answers.values[cell];
    }
    EXPECT_EQ(decisionMap(two, kAsProbabilities, kSide, 2, Qt::white), map);
}

TEST(DataPictureTest, AnswersThatDoNotFitGiveNoMap) {
    EXPECT_TRUE(decisionMap(HostArray(), kAsProbabilities, 4, 2, Qt::white).isNull());
    EXPECT_TRUE(decisionMap(HostArray(Shape{15, 1}), kAsProbabilities, 4, 2, Qt::white).isNull());
    EXPECT_TRUE(decisionMap(HostArray(Shape{16, 3}), kAsProbabilities, 4, 2, Qt::white).isNull());
}

TEST(DataPictureTest, OfScoresTheWinnerGivesTheColourHoweverLargeTheyAre) {
    const OutputReading scores{.meaning = OutputMeaning::Scores, .threshold = 0};
    HostArray answers(Shape{4, 1});
    answers.values = {-5.0f, -0.6f, 0.6f, 40.0f};
    const QImage map = decisionMap(answers, scores, 2, 2, Qt::white);
    ASSERT_FALSE(map.isNull());
    EXPECT_EQ(map.pixel(0, 0), map.pixel(1, 0));
    EXPECT_EQ(map.pixel(0, 1), map.pixel(1, 1));
    EXPECT_NE(map.pixel(0, 0), map.pixel(0, 1));
    // The same as two scores, both of them below zero.
    HostArray two(Shape{4, 2});
    two.values = {-1.0f, -9.0f, -2.0f, -3.5f, -3.5f, -2.0f, -9.0f, -1.0f};
    EXPECT_EQ(decisionMap(two, scores, 2, 2, Qt::white), map);
}

TEST(DataPictureTest, EachRegionOfADecisionIsNamedInItsMiddle) {
    constexpr int kSide = 20;
    HostArray answers(Shape{kSide * kSide, 1});
    for (std::size_t cell = 0; cell < answers.values.size(); ++cell)
        answers.values[cell] = cell < kSide * 6 ? 0.9f : 0.1f;
    const auto centres = regionCentres(answers, kAsProbabilities, kSide, 2);
    ASSERT_EQ(centres.size(), 2u);
    ASSERT_TRUE(centres[0] && centres[1]);
    EXPECT_GT(centres[0]->y(), 9);
    EXPECT_LT(centres[1]->y(), 5);
    EXPECT_GT(centres[1]->y(), 1);
    // A class that is decided for nowhere, or in a corner alone, has no name there.
    HostArray three(Shape{kSide * kSide, 3});
    for (std::size_t cell = 0; cell < three.values.size() / 3; ++cell)
        three.values[3 * cell + (cell < 3 ? 2 : 1)] = 1;
    const auto of = regionCentres(three, kAsProbabilities, kSide, 3);
    EXPECT_FALSE(of[0]);
    ASSERT_TRUE(of[1]);
    EXPECT_NEAR(of[1]->x(), 10, 1);
    EXPECT_FALSE(of[2]);
}

TEST(DataPictureTest, PointsOfTwoClassesDifferInShape) {
    const auto maskOf = [](float classIndex) {
        SampleBatch batch{HostArray(Shape{1, 2}), HostArray(Shape{1, 1})};
        batch.targets.values = {classIndex};
        QImage image(300, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintPlanePoints(painter, QRectF(0, 0, 300, 300), PlaneRange{}, batch, lightPalette());
        painter.end();
        return image.convertToFormat(QImage::Format_Alpha8);
    };
    for (int second = 1; second < 10; ++second)
        EXPECT_NE(maskOf(0), maskOf(static_cast<float>(second))) << second;
}

TEST(DataPictureTest, ImagesKeepTheirPixels) {
    const std::vector<float> values{0.0f, 1.0f, 0.5f, 2.0f, -1.0f, 0.25f};
    const QImage grey = sampleImage(values, Shape{2, 3, 1});
    EXPECT_EQ(qRed(grey.pixel(0, 0)), 0);
    EXPECT_EQ(qRed(grey.pixel(1, 0)), 255);
    EXPECT_EQ(qRed(grey.pixel(0, 1)), 255); // Cut to what can be shown.
    EXPECT_EQ(qRed(grey.pixel(1, 1)), 0);
    const QImage colour = sampleImage(std::vector<float>{1.0f, 0.0f, 0.5f}, Shape{1, 1, 3});
    EXPECT_EQ(colour.pixel(0, 0), qRgb(255, 0, 128));
}

TEST(DataPictureTest, EveryBuiltInSetHasAThumbnailThatShowsSomething) {
    for (const BuiltInData& set : builtInData()) {
        const Result<LoadedData> data = loadData(set.name, 7);
        ASSERT_TRUE(data) << set.name;
        const QImage picture = dataThumbnail(*data, QSize(96, 80), 1, lightPalette());
        QImage blank(picture.size(), picture.format());
        blank.fill(lightPalette().color(QPalette::Base));
        EXPECT_NE(picture, blank) << set.name;
        if (!data->classCounts.empty()) {
            std::int64_t sum = 0;
            for (const std::int64_t count : data->classCounts)
                sum += count;
            EXPECT_EQ(sum, data->trainingSize) << set.name;
        }
    }
}

TEST(DataPictureTest, WhatCanNotBeOpenedIsAProblemInWords) {
    const Result<LoadedData> data = loadData("no-such-data", 7);
    ASSERT_FALSE(data);
    EXPECT_FALSE(data.error().sentence.empty());
}

} // namespace
} // namespace protomind
