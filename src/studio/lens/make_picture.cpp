// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/make_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

struct Range {
    float low = std::numeric_limits<float>::infinity();
    float high = -std::numeric_limits<float>::infinity();
    void widen(std::span<const float> values) {
        for (const float value : values) {
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    [[nodiscard]] bool isEmpty() const { return low > high; }
};

} // namespace

bool isPicture(const Shape& sample) {
    return sample.rank() == 3 || (sample.rank() == 2 && sample[0] > 1 && sample[1] > 1);
}

LensPicture samplePicture(const HostArray& sample, Sentence title) {
    LensPicture picture{.title = std::move(title), .values = sample};
    const Shape& shape = sample.shape;
    if (shape.rank() == 3 && shape[2] != 3) {
        picture.values = overChannels(sample);
        for (float& value : picture.values.values)
            value /= static_cast<float>(shape[2]);
    }
    Range range;
    range.widen(picture.values.values);
    if (!range.isEmpty()) {
        picture.low = std::min(0.0f, range.low);
        picture.high = std::max(1.0f, range.high);
    }
    return picture;
}

LensPicture divergingPicture(HostArray values, Sentence title, Sentence group) {
    Range range;
    range.widen(values.values);
    const float reach = range.isEmpty() ? 0.0f : std::max(std::abs(range.low), std::abs(range.high));
    const float high = reach > 0 ? reach : 1.0f;
    return {.title = std::move(title),
            .group = std::move(group),
            .values = std::move(values),
            .colours = PictureColours::Diverging,
            .low = -high,
            .high = high};
}

LensPicture sequentialPicture(HostArray values, Sentence title, Sentence group) {
    Range range;
    range.widen(values.values);
    const float low = range.isEmpty() ? 0.0f : std::min(0.0f, range.low);
    const float high = range.isEmpty() || range.high <= low ? low + 1 : range.high;
    return {.title = std::move(title),
            .group = std::move(group),
            .values = std::move(values),
            .colours = PictureColours::Sequential,
            .low = low,
            .high = high};
}

HostArray overChannels(const HostArray& values) {
    if (values.shape.rank() != 3)
        return values;
    HostArray sum(Shape{values.shape[0], values.shape[1]});
    const auto channels = static_cast<std::size_t>(values.shape[2]);
    for (std::size_t i = 0; i < values.values.size(); ++i)
        sum.values[i / channels] += values.values[i];
    return sum;
}

HostArray enlarged(const HostArray& map, std::int64_t height, std::int64_t width) {
    HostArray result(Shape{height, width});
    const auto place = [](std::int64_t to, std::int64_t length, std::int64_t from) {
        const double at =
            (static_cast<double>(to) + 0.5) * static_cast<double>(from) / static_cast<double>(length) - 0.5;
        return std::clamp(at, 0.0, static_cast<double>(from - 1));
    };
    const auto value = [&](std::int64_t y, std::int64_t x) {
        return map.values[static_cast<std::size_t>(y * map.shape[1] + x)];
    };
    for (std::int64_t y = 0; y < height; ++y) {
        const double fromY = place(y, height, map.shape[0]);
        const auto top = static_cast<std::int64_t>(fromY);
        const std::int64_t bottom = std::min(top + 1, map.shape[0] - 1);
        const auto down = static_cast<float>(fromY - static_cast<double>(top));
        for (std::int64_t x = 0; x < width; ++x) {
            const double fromX = place(x, width, map.shape[1]);
            const auto left = static_cast<std::int64_t>(fromX);
            const std::int64_t right = std::min(left + 1, map.shape[1] - 1);
            const auto across = static_cast<float>(fromX - static_cast<double>(left));
            result.values[static_cast<std::size_t>(y * width + x)] =
                (1 - down) * ((1 - across) * value(top, left) + across * value(top, right)) +
                down * ((1 - across) * value(bottom, left) + across * value(bottom, right));
        }
    }
    return result;
}

LensChart sampleChart(const HostArray& values, Sentence title, const std::vector<std::string>& names) {
    LensChart chart{.title = std::move(title), .kind = ChartKind::Bars};
    LensCurve& curve = chart.curves.emplace_back();
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        curve.x.push_back(static_cast<double>(i));
        curve.y.push_back(static_cast<double>(values.values[i]));
    }
    if (names.size() == values.values.size())
        chart.labels = names;
    return chart;
}

LensChart histogramChart(Sentence title, const std::vector<std::pair<Sentence, std::span<const float>>>& of,
                         std::size_t bins) {
    Range range;
    for (const auto& [name, values] : of)
        range.widen(values);
    if (range.isEmpty() || range.low == range.high) { // a single value still needs a bin with a width
        const float middle = range.isEmpty() ? 0.0f : range.low;
        range = {.low = middle - 0.5f, .high = middle + 0.5f};
    }
    const double width = (static_cast<double>(range.high) - range.low) / static_cast<double>(bins);
    LensChart chart{.title = std::move(title), .kind = ChartKind::Histogram};
    for (const auto& [name, values] : of) {
        LensCurve& curve = chart.curves.emplace_back(
            LensCurve{.name = name, .x = std::vector<double>(bins), .y = std::vector<double>(bins)});
        for (std::size_t bin = 0; bin < bins; ++bin)
            curve.x[bin] = range.low + width * (static_cast<double>(bin) + 0.5);
        for (const float value : values) {
            if (!std::isfinite(value))
                continue;
            const auto bin = static_cast<std::int64_t>((static_cast<double>(value) - range.low) / width);
            ++curve.y[static_cast<std::size_t>(
                std::clamp<std::int64_t>(bin, 0, static_cast<std::int64_t>(bins) - 1))];
        }
    }
    return chart;
}

} // namespace protomind
