// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/universal_change.h"

#include "engine/base/problem.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

double lengthOf(std::span<const float> values) {
    double squares = 0;
    for (const float value : values)
        squares += static_cast<double>(value) * static_cast<double>(value);
    return std::sqrt(squares);
}

void scale(std::vector<float>& values, double factor) {
    for (float& value : values)
        value = static_cast<float>(factor * static_cast<double>(value));
}

} // namespace

UniversalChange noiseChange(const UniversalSet& allowed, const Shape& sample, std::uint64_t seed,
                            std::uint64_t stream) {
    RandomStream random(seed, stream);
    UniversalChange change{
        .kind = allowed.kind, .places = allowed.places, .values = {}, .range = allowed.within.range};
    if (allowed.kind == UniversalKind::Patch) {
        require(sample.rank() == 3 && change.range.has_value(), "noiseChange: a patch lies on a picture");
        const std::int64_t side = patchSide(sample, allowed.share);
        change.values = HostArray(Shape{side, side, sample[2]});
        for (float& value : change.values.values)
            value = random.uniform(change.range->low, change.range->high);
        return change;
    }
    change.values = HostArray(sample);
    const bool linf = allowed.within.norm == Norm::Linf;
    for (float& value : change.values.values)
        value = !linf ? random.normal() : random.uniform() < 0.5f ? -1.0f : 1.0f;
    constexpr double kTiny = 1e-30;
    scale(change.values.values,
          linf ? allowed.epsilon : allowed.epsilon / std::max(lengthOf(change.values.values), kTiny));
    return change;
}

PatchPlace placeOf(const UniversalChange& change, const Shape& sample, std::uint64_t seed,
                   std::uint64_t number) {
    if (change.kind != UniversalKind::Patch)
        return {};
    if (change.places.always)
        return *change.places.always;
    RandomStream random(seed, number);
    return drawnPlace(sample, change.values.shape[0], change.places.turned, random);
}

void applyChange(const UniversalChange& change, const PatchPlace& place, const Shape& sample,
                 std::span<float> numbers) {
    if (change.kind == UniversalKind::Patch) {
        layPatch(change.values, place, sample, numbers);
        return;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] += change.values.values[i];
        if (change.range)
            numbers[i] = std::clamp(numbers[i], change.range->low, change.range->high);
    }
}

void gatherChange(std::span<const float> numbers, const PatchPlace& place, const Shape& sample, float weight,
                  UniversalChange& gradient) {
    if (gradient.kind == UniversalKind::Patch) {
        gatherPatch(numbers, place, sample, weight, gradient.values);
        return;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i)
        gradient.values.values[i] += weight * numbers[i];
}

void projectChange(const UniversalSet& allowed, UniversalChange& change) {
    std::vector<float>& values = change.values.values;
    if (allowed.kind == UniversalKind::Patch) {
        for (float& value : values)
            value = std::clamp(value, allowed.within.range->low, allowed.within.range->high);
    } else if (allowed.within.norm == Norm::Linf) {
        const auto epsilon = static_cast<float>(allowed.epsilon);
        for (float& value : values)
            value = std::clamp(value, -epsilon, epsilon);
    } else if (const double length = lengthOf(values); length > allowed.epsilon) {
        scale(values, allowed.epsilon / length);
    }
}

} // namespace protomind
