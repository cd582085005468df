// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is composed of ops against plain loops in double that share nothing with its graph.
#include "engine/composition_cases.h"
#include "engine/device/reference/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

/// Numbers that are all different, in no order.
Doubles numbers(std::int64_t count) {
    Doubles values;
    for (const float value : leafValues({Shape{count}, -2, 2}, 3))
        values.push_back(value);
    return values;
}

Doubles valuesOf(Node node, const Doubles& x) {
    return evaluate(std::array{node}, {{"x", x}})[0];
}

TEST(Clip, KeepsWhatLiesBetween) {
    Graph graph;
    const Node x = input(graph, "x", Shape{5});
    EXPECT_THAT(valuesOf(clip(x, -1, 2), {-3, -1, 0.5, 2, 7}), testing::ElementsAre(-1, -1, 0.5, 2, 2));
}

TEST(CumulativeSum, AddsUpEverythingBefore) {
    for (const std::int64_t size : {1, 2, 3, 8, 21}) {
        Graph graph;
        const Node x = input(graph, "x", Shape{2, size, 3});
        const Doubles given = numbers(2 * size * 3);
        const Doubles found = valuesOf(cumulativeSum(x, 1), given);
        for (std::int64_t outer = 0; outer < 2; ++outer)
            for (std::int64_t inner = 0; inner < 3; ++inner) {
                double sum = 0;
                for (std::int64_t i = 0; i < size; ++i) {
                    const auto at = static_cast<std::size_t>((outer * size + i) * 3 + inner);
                    sum += given[at];
                    ASSERT_NEAR(found[at], sum, 1e-12);
                }
            }
    }
}

TEST(TopK, SortsLargestFirstAndKeepsTheOrderOfEqualNumbers) {
    Graph graph;
    const TopK top = topK(input(graph, "x", Shape{2, 5}), 3);
    const Doubles given{1, 7, 3, 7, 2, -5, -1, -9, -1, -4};
    EXPECT_THAT(valuesOf(top.values, given), testing::ElementsAre(7, 7, 3, -1, -1, -4));
    EXPECT_THAT(valuesOf(top.indices, given), testing::ElementsAre(1, 3, 2, 1, 3, 4));
    EXPECT_THROW(topK(input(graph, "y", Shape{2}), 3), std::logic_error);
}

TEST(Standardise, GivesMeanZeroAndSpreadOne) {
    Graph graph;
    const Doubles found = valuesOf(standardise(input(graph, "x", Shape{3, 40}), {1}, 1e-7f), numbers(120));
    for (std::size_t row = 0; row < 3; ++row) {
        const std::span<const double> part = std::span(found).subspan(row * 40, 40);
        const double mean = std::accumulate(part.begin(), part.end(), 0.0) / 40;
        double squares = 0;
        for (const double value : part)
            squares += value * value;
        EXPECT_NEAR(mean, 0, 1e-6);
        EXPECT_NEAR(squares / 40, 1, 1e-5);
    }
}

/// A pixel of the larger image where bilinear resizing has it, straight from the definition.
double bilinearPixel(const Doubles& image, std::int64_t height, std::int64_t width, double row,
                     double column) {
    double sum = 0;
    for (std::int64_t i = -1; i <= height; ++i)
        for (std::int64_t j = -1; j <= width; ++j) {
            const double weight = std::max(0.0, 1 - std::abs(row - static_cast<double>(i))) *
                                  std::max(0.0, 1 - std::abs(column - static_cast<double>(j)));
            const std::int64_t inside = std::clamp<std::int64_t>(i, 0, height - 1) * width +
                                        std::clamp<std::int64_t>(j, 0, width - 1);
            sum += weight * image[static_cast<std::size_t>(inside)];
        }
    return sum;
}

TEST(Resize, FollowsItsDefinition) {
    const std::int64_t height = 3;
    const std::int64_t width = 4;
    const Doubles image = numbers(height * width);
    for (const auto& [newHeight, newWidth] : {std::pair{6, 12}, {5, 7}, {2, 3}, {3, 9}}) {
        Graph graph;
        const Node x = input(graph, "x", Shape{1, height, width, 1});
        const Doubles nearest = valuesOf(resizeNearest(x, newHeight, newWidth), image);
        const Doubles bilinear = valuesOf(resizeBilinear(x, newHeight, newWidth), image);
        for (int i = 0; i < newHeight; ++i)
            for (int j = 0; j < newWidth; ++j) {
                const auto at = static_cast<std::size_t>(i * newWidth + j);
                const double row = (i + 0.5) * height / newHeight - 0.5;
                const double column = (j + 0.5) * width / newWidth - 0.5;
                EXPECT_NEAR(bilinear[at], bilinearPixel(image, height, width, row, column), 1e-6);
                EXPECT_EQ(
                    nearest[at],
                    image[static_cast<std::size_t>(i * height / newHeight * width + j * width / newWidth)]);
            }
    }
}

} // namespace
} // namespace protomind
