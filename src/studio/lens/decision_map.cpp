// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/decision_map.h"

#include "engine/instance/network_instance.h"

#include <algorithm>

namespace protomind {

namespace {

/// Samples that say how large the map is.
constexpr std::int64_t kMostMapSamples = 1000;
constexpr float kMapMargin = 0.1f;
constexpr std::int64_t kMapBatch = 1024;

struct Extent {
    float low = 0;
    float high = 0;
    void reach(float value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void widen() {
        const float margin = high > low ? kMapMargin * (high - low) : 1.0f;
        low -= margin;
        high += margin;
    }
};

} // namespace

Result<DecisionMap> decisionMap(const LensContext& context, const Answers& answers, std::int64_t ofClass,
                                std::span<const std::vector<float>> path, std::int64_t side) {
    const std::vector<float>& first = path.front();
    std::array<Extent, 2> extents{Extent{first[0], first[0]}, Extent{first[1], first[1]}};
    const auto reach = [&](float x, float y) {
        extents[0].reach(x);
        extents[1].reach(y);
    };
    for (const std::vector<float>& point : path)
        reach(point[0], point[1]);
    if (const DataSet* data = context.anySamples()) {
        const ReadSamples read = readSamples(*data, 0, std::min(data->size(), kMostMapSamples));
        for (std::size_t i = 0; i + 1 < read.samples.values.size(); i += 2)
            reach(read.samples.values[i], read.samples.values[i + 1]);
    }
    for (Extent& extent : extents)
        extent.widen();

    const std::array<float, 2> low{extents[0].low, extents[1].low};
    const std::array<float, 2> high{extents[0].high, extents[1].high};
    const HostArray points = mapPlaces(low, high, side);
    auto said = inBatches(points, kMapBatch, [&](const HostArray& part) { return answers.to(part); });
    if (!said)
        return std::unexpected(said.error());
    LensPicture map{.title =
                        sentence("How sure it is of {:s}, and the way of the point", answers.name(ofClass)),
                    .values = HostArray(Shape{side, side}),
                    .colours = PictureColours::Diverging,
                    .low = 0,
                    .high = 1,
                    .neutral = 0.5f};
    const std::size_t outputs = said->values.size() / static_cast<std::size_t>(side * side);
    for (std::size_t i = 0; i < map.values.values.size(); ++i) {
        const auto answer = std::span(said->values).subspan(i * outputs, outputs);
        map.values.values[i] = answers.reading().byClass(answer)[static_cast<std::size_t>(ofClass)];
    }
    if (answers.reading().meaning != OutputMeaning::Probabilities) {
        const auto [least, most] = std::ranges::minmax(map.values.values);
        map.neutral = (least + most) / 2;
        map.low = least;
        map.high = std::max(most, least + 1e-6f);
    }
    return DecisionMap{.picture = std::move(map), .low = low, .high = high};
}

HostArray mapPlaces(const std::array<float, 2>& low, const std::array<float, 2>& high, std::int64_t side) {
    HostArray places(Shape{side * side, 2});
    const auto at = [&](std::size_t axis, std::int64_t pixel) {
        return low[axis] +
               (high[axis] - low[axis]) * (static_cast<float>(pixel) + 0.5f) / static_cast<float>(side);
    };
    for (std::int64_t row = 0; row < side; ++row) {
        for (std::int64_t column = 0; column < side; ++column) {
            float* const place = places.values.data() + 2 * (row * side + column);
            place[0] = at(0, column);
            place[1] = at(1, side - 1 - row);
        }
    }
    return places;
}

LensPoint DecisionMap::placeOf(std::span<const float> point) const {
    const auto width = static_cast<float>(picture.values.shape[1]);
    const auto height = static_cast<float>(picture.values.shape[0]);
    return {.x = std::clamp((point[0] - low[0]) / (high[0] - low[0]) * width, 0.0f, width),
            .y = std::clamp((high[1] - point[1]) / (high[1] - low[1]) * height, 0.0f, height)};
}

} // namespace protomind
