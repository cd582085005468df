// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

double meanOf(std::span<const double> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

/// The root of the mean squared difference between neighbours; 0 where there are none. Squared, since a
/// blurred edge has as much difference as before, in smaller steps.
double detailOf(std::span<const double> numbers, std::int64_t height, std::int64_t width) {
    double sum = 0;
    std::int64_t pairs = 0;
    const auto squared = [](double number) { return number * number; };
    const auto at = [&](std::int64_t row, std::int64_t column) {
        return numbers[static_cast<std::size_t>(row * width + column)];
    };
    for (std::int64_t row = 0; row < height; ++row)
        for (std::int64_t column = 0; column < width; ++column) {
            if (column + 1 < width) {
                sum += squared(at(row, column + 1) - at(row, column));
                ++pairs;
            }
            if (row + 1 < height) {
                sum += squared(at(row + 1, column) - at(row, column));
                ++pairs;
            }
        }
    return pairs > 0 ? std::sqrt(sum / static_cast<double>(pairs)) : 0;
}

/// The pixels that the middle of the window lies on: what comes out where nothing is changed.
std::vector<double> middlesOf(PictureFilter filter, const GreyPicture& picture) {
    const auto [height, width] = filter.window.size;
    std::ranges::fill(filter.kernel, 0.0);
    filter.kernel[static_cast<std::size_t>((height - 1) / 2 * width + (width - 1) / 2)] = 1;
    return outputOf(filter, picture);
}

/// Each number of the kernel with its row and column, counted from the middle of the window.
template<class Take>
void eachNumber(const PictureFilter& filter, Take take) {
    const auto [height, width] = filter.window.size;
    for (std::int64_t row = 0; row < height; ++row)
        for (std::int64_t column = 0; column < width; ++column)
            take(static_cast<double>(row) - static_cast<double>(height - 1) / 2,
                 static_cast<double>(column) - static_cast<double>(width - 1) / 2,
                 filter.kernel[static_cast<std::size_t>(row * width + column)]);
}

/// Of an edge that the window is pushed over: at each place it sees so many of its last rows or columns.
double answerToEdge(const PictureFilter& filter, std::size_t axis) {
    std::vector<double> lines(static_cast<std::size_t>(filter.window.size[axis]), 0.0);
    const double middle = static_cast<double>(lines.size() - 1) / 2;
    eachNumber(filter, [&](double row, double column, double number) {
        lines[static_cast<std::size_t>(std::llround((axis == 0 ? row : column) + middle))] += number;
    });
    double sum = 0;
    double largest = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        sum += *line;
        largest = std::max(largest, std::abs(sum));
    }
    return largest;
}

} // namespace

std::optional<double> changeOfMean(const PictureFilter& filter, const GreyPicture& picture) {
    const std::vector<double> output = outputOf(filter, picture);
    if (output.empty())
        return std::nullopt;
    return meanOf(output) - meanOf(middlesOf(filter, picture));
}

std::optional<double> keptDetail(const PictureFilter& filter, const GreyPicture& picture) {
    const auto size = outputSize(filter, picture);
    if (!size)
        return std::nullopt;
    const double before = detailOf(middlesOf(filter, picture), (*size)[0], (*size)[1]);
    if (before == 0)
        return std::nullopt;
    return detailOf(outputOf(filter, picture), (*size)[0], (*size)[1]) / before;
}

double answerToUprightEdge(const PictureFilter& filter) {
    return answerToEdge(filter, 1);
}

double answerToLyingEdge(const PictureFilter& filter) {
    return answerToEdge(filter, 0);
}

double answerToSlopeRight(const PictureFilter& filter) {
    double sum = 0;
    eachNumber(filter, [&](double, double column, double number) { sum += column * number; });
    return sum;
}

double answerToSlopeDown(const PictureFilter& filter) {
    double sum = 0;
    eachNumber(filter, [&](double row, double, double number) { sum += row * number; });
    return sum;
}

} // namespace protomind
