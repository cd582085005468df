// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/history.h"

#include <algorithm>

namespace protomind {

namespace {

/// The newest, the older ones each in a span of its own, and two of these that are best besides.
constexpr std::int64_t kSpans = kThinnedHistoryPoints - kNewestHistoryPoints - 2;

/// Which of kSpans spans that begin at an epoch and are so long together; the nearest for those outside.
std::int64_t spanOf(double epoch, double begin, double length) {
    const double place = (epoch - begin) / length * static_cast<double>(kSpans);
    if (!(place > 0))
        return 0; // before, or not a number
    return place < static_cast<double>(kSpans) ? static_cast<std::int64_t>(place) : kSpans - 1;
}

} // namespace

void thinHistory(std::vector<HistoryPoint>& history) {
    if (history.size() <= kMostHistoryPoints)
        return;
    const auto newest = history.end() - static_cast<std::ptrdiff_t>(kNewestHistoryPoints);
    const double begin = history.front().epoch;
    const double length = newest->epoch - begin;
    // The first of the best; figures are negative where nothing was validated.
    auto lowestLoss = newest;
    auto highestAccuracy = newest;
    for (auto point = history.begin(); point != newest; ++point) {
        if (point->validationLoss >= 0 &&
            (lowestLoss == newest || point->validationLoss < lowestLoss->validationLoss))
            lowestLoss = point;
        if (point->validationAccuracy >= 0 &&
            (highestAccuracy == newest || point->validationAccuracy > highestAccuracy->validationAccuracy))
            highestAccuracy = point;
    }
    std::int64_t lastSpan = -1;
    auto end = history.begin();
    for (auto point = history.begin(); point != newest; ++point) {
        const std::int64_t span = spanOf(point->epoch, begin, length);
        if (span <= lastSpan && point != lowestLoss && point != highestAccuracy)
            continue;
        lastSpan = std::max(lastSpan, span);
        *end++ = *point;
    }
    history.erase(end, newest);
}

Figures figuresAt(const HistoryPoint& point) {
    Figures all;
    const auto add = [&all](const char* name, double value) {
        if (value >= 0)
            all.push_back({name, value});
    };
    add(kLossFigure, point.loss);
    add(kAccuracyFigure, point.accuracy);
    add(kValidationLossFigure, point.validationLoss);
    add(kValidationAccuracyFigure, point.validationAccuracy);
    all.insert(all.end(), point.others.begin(), point.others.end());
    return all;
}

void cutHistory(std::vector<HistoryPoint>& history, const std::optional<HistoryPoint>& last) {
    if (!last) {
        history.clear();
        return;
    }
    // That point itself may be one of those that were left out.
    while (!history.empty() && history.back().step >= last->step)
        history.pop_back();
    history.push_back(*last);
}

} // namespace protomind
