// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/curve_history.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace protomind {
namespace {

std::vector<CurvePoint> randomCurve(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(0, 1);
    std::normal_distribution<double> value;
    std::vector<CurvePoint> points;
    double x = 0;
    for (std::size_t index = 0; index < count; ++index)
        points.push_back({x += step(random), value(random)});
    return points;
}

int columnOf(double x, double left, double right, int columns) {
    return std::clamp(static_cast<int>((x - left) / (right - left) * columns), 0, columns - 1);
}

class Decimation : public testing::TestWithParam<std::tuple<std::size_t, int>> {};

TEST_P(Decimation, KeepsAtMostTwoPointsAColumnInTheirOrder) {
    const auto [count, columns] = GetParam();
    const auto points = randomCurve(count, 7);
    const auto kept = decimate(points, points.front().x, points.back().x, columns);
    EXPECT_LE(kept.size(), 2 * static_cast<std::size_t>(columns));
    EXPECT_TRUE(std::ranges::is_sorted(kept, {}, &CurvePoint::x));
    // Each one is a point that was said, in the order in which it was said.
    auto from = points.begin();
    for (const CurvePoint& point : kept) {
        from = std::find(from, points.end(), point);
        ASSERT_NE(from, points.end());
        ++from;
    }
}

TEST_P(Decimation, LosesNoPeak) {
    const auto [count, columns] = GetParam();
    const auto points = randomCurve(count, 11);
    const double left = points.front().x;
    const double right = points.back().x;
    const auto kept = decimate(points, left, right, columns);
    std::vector<double> low(static_cast<std::size_t>(columns), std::numeric_limits<double>::infinity());
    std::vector<double> high(static_cast<std::size_t>(columns), -std::numeric_limits<double>::infinity());
    auto lowKept = low;
    auto highKept = high;
    const auto note = [&](const CurvePoint& point, std::vector<double>& lows, std::vector<double>& highs) {
        const auto column = static_cast<std::size_t>(columnOf(point.x, left, right, columns));
        lows[column] = std::min(lows[column], point.y);
        highs[column] = std::max(highs[column], point.y);
    };
    for (const CurvePoint& point : points)
        note(point, low, high);
    for (const CurvePoint& point : kept)
        note(point, lowKept, highKept);
    EXPECT_EQ(lowKept, low);
    EXPECT_EQ(highKept, high);
}

INSTANTIATE_TEST_SUITE_P(Sizes, Decimation,
                         testing::Combine(testing::Values(std::size_t{2}, std::size_t{50}, std::size_t{1000},
                                                          std::size_t{30000}),
                                          testing::Values(1, 7, 300)));

TEST(DecimationTest, FewPointsComeBackAsTheyAre) {
    const auto points = randomCurve(40, 3);
    EXPECT_EQ(decimate(points, points.front().x, points.back().x, 20), points);
}

TEST(DecimationTest, ShowsOnlyTheRangeAskedFor) {
    const auto points = randomCurve(1000, 5);
    const double left = points[200].x;
    const double right = points[700].x;
    const auto kept = decimate(points, left, right, 30);
    ASSERT_FALSE(kept.empty());
    EXPECT_GE(kept.front().x, left);
    EXPECT_LE(kept.back().x, right);
}

TEST(DecimationTest, NothingComesOfNothing) {
    EXPECT_TRUE(decimate({}, 0, 1, 10).empty());
    const auto points = randomCurve(10, 5);
    EXPECT_TRUE(decimate(points, -2, -1, 10).empty());
    EXPECT_TRUE(decimate(points, 0, 100, 0).empty());
}

TEST(DecimationTest, PointsAtOnePlaceAreOneColumn) {
    const std::vector<CurvePoint> points{{1, 5}, {1, 2}, {1, 9}, {1, 4}};
    EXPECT_EQ(decimate(points, 1, 1, 1), (std::vector<CurvePoint>{{1, 2}, {1, 9}}));
}

TEST(CurveHistoryTest, LeavesOutWhatIsNotANumberAndWhatGoesBack) {
    CurveHistory history;
    history.append({1, 2});
    history.append({2, std::nan("")});
    history.append({std::numeric_limits<double>::infinity(), 1});
    history.append({0.5, 3});
    history.append({1, 4});
    EXPECT_TRUE(std::ranges::equal(history.points(), std::vector<CurvePoint>{{1, 2}, {1, 4}}));
}

TEST(CurveHistoryTest, FindsTheNearestPoint) {
    CurveHistory history;
    EXPECT_EQ(history.nearest(1), nullptr);
    for (const double x : {1.0, 2.0, 4.0})
        history.append({x, 10 * x});
    EXPECT_EQ(history.nearest(-5)->x, 1);
    EXPECT_EQ(history.nearest(1.4)->x, 1);
    EXPECT_EQ(history.nearest(1.6)->x, 2);
    EXPECT_EQ(history.nearest(3.1)->x, 4);
    EXPECT_EQ(history.nearest(99)->x, 4);
}

TEST(CurveHistoryTest, RemembersTheFirstOfTheLowestAndOfTheHighest) {
    CurveHistory history;
    EXPECT_FALSE(history.lowest());
    EXPECT_FALSE(history.highest());
    for (const auto& [x, y] : {std::pair(1.0, 3.0), {2.0, 1.0}, {3.0, 5.0}, {4.0, 1.0}, {5.0, 5.0}})
        history.append({x, y});
    EXPECT_EQ(*history.lowest(), (CurvePoint{2, 1}));
    EXPECT_EQ(*history.highest(), (CurvePoint{3, 5}));
    history.clear();
    EXPECT_FALSE(history.lowest());
    history.append({0, 2});
    EXPECT_EQ(*history.highest(), (CurvePoint{0, 2}));
}

TEST(CurveHistoryTest, DaysOfTrainingTakeNoMoreMemoryThanAnHour) {
    CurveHistory history;
    const std::size_t days = 5 * CurveHistory::kMostPoints;
    for (std::size_t index = 0; index < days; ++index) {
        const double x = static_cast<double>(index);
        // A spike that no later thinning may lose.
        history.append({x, index == 1234 ? 1000 : std::sin(x / 1000)});
        ASSERT_LE(history.points().size(), CurveHistory::kMostPoints);
    }
    EXPECT_EQ(history.points().back().x, static_cast<double>(days - 1));
    EXPECT_TRUE(std::ranges::is_sorted(history.points(), {}, &CurvePoint::x));
    EXPECT_EQ(std::ranges::max_element(history.points(), {}, &CurvePoint::y)->x, 1234);
    EXPECT_EQ(history.highest()->x, 1234);
    // An hour's worth keeps every point.
    CurveHistory hour;
    for (std::size_t index = 0; index < 60 * 3600; ++index)
        hour.append({static_cast<double>(index), 0});
    EXPECT_EQ(hour.points().size(), 60u * 3600u);
    EXPECT_LE(decimate(hour.points(), 0, 60 * 3600, 800).size(), 1600u);
}

TEST(CurveHistory, IsCutBackWithItsLowestAndHighest) {
    CurveHistory history;
    for (const CurvePoint& point : {CurvePoint{1, 2}, CurvePoint{2, 3}, CurvePoint{3, 9}, CurvePoint{4, 1}})
        history.append(point);
    history.cutAfter(2);
    EXPECT_EQ(history.points().size(), 2u);
    EXPECT_EQ(history.lowest()->y, 2);
    EXPECT_EQ(history.highest()->y, 3);
    history.append({2.5, 7});
    EXPECT_EQ(history.points().back(), (CurvePoint{2.5, 7})) << "and goes on from there";
    history.cutAfter(0);
    EXPECT_EQ(history.lowest(), nullptr);
}

} // namespace
} // namespace protomind
