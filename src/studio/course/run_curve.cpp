// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/run_curve.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

const std::array<std::string, 4> kNames{"train.loss", "train.accuracy", "validation.loss",
                                        "validation.accuracy"};
constexpr std::array kFigures{&HistoryPoint::loss, &HistoryPoint::accuracy, &HistoryPoint::validationLoss,
                              &HistoryPoint::validationAccuracy};
static_assert(kNames.size() == kFigures.size());

} // namespace

std::span<const std::string> runCurveNames() {
    return kNames;
}

std::vector<std::array<double, 2>> runCurve(std::span<const HistoryPoint> history, std::string_view name) {
    std::vector<std::array<double, 2>> curve;
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return curve;
    const auto figure = kFigures[static_cast<std::size_t>(found - kNames.begin())];
    for (const HistoryPoint& point : history)
        if (std::isfinite(point.*figure) && point.*figure >= 0)
            curve.push_back({point.epoch, point.*figure});
    return curve;
}

} // namespace protomind
