// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/points.h"

#include "engine/data/float_set.h"
#include "engine/data/limits.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace protomind {
namespace {

constexpr const char* kPointsForm =
    "Write points as x,y,class with \";\" between them: points?data=0.5,-0.25,0;-0.1,0.3,1";

/// Takes one number off the front of text, and the separator after it where one is named.
template<class Number>
bool takeNumber(std::string_view& text, Number& number, char separator) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return false;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    if (separator == '\0')
        return text.empty();
    if (!text.starts_with(separator))
        return false;
    text.remove_prefix(1);
    return true;
}

Result<ClickedPoint> parsePoint(std::string_view text, std::size_t number) {
    const Sentence where = sentence("points, point {}", number);
    ClickedPoint point;
    std::string_view rest = text;
    if (!takeNumber(rest, point.x, ',') || !takeNumber(rest, point.y, ',') ||
        !takeNumber(rest, point.classIndex, '\0'))
        return fail(ProblemKind::Request, sentence("\"{}\" is not a point.", text), where, kPointsForm);
    // Written so that a coordinate that is not a number fails as well.
    if (!(std::abs(point.x) <= kMaxClickedCoordinate && std::abs(point.y) <= kMaxClickedCoordinate))
        return fail(
            ProblemKind::Request,
            sentence("\"{}\" lies outside -{} to {}.", text, kMaxClickedCoordinate, kMaxClickedCoordinate),
            where);
    if (point.classIndex < 0 || point.classIndex >= kMaxClickedClasses)
        return fail(ProblemKind::Request,
                    sentence("Class {} is outside 0 to {}.", point.classIndex, kMaxClickedClasses - 1),
                    where);
    return point;
}

} // namespace

std::string pointsText(std::span<const ClickedPoint> points) {
    std::string text = "points?data=";
    for (const ClickedPoint& point : points)
        text +=
            fmt::format("{}{},{},{}", &point == points.data() ? "" : ";", point.x, point.y, point.classIndex);
    return text;
}

Result<std::vector<ClickedPoint>> parsePoints(std::string_view text) {
    std::vector<ClickedPoint> points;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (points.size() == kMaxClickedPoints)
            return fail(ProblemKind::Request, sentence("There are more than {} points.", kMaxClickedPoints),
                        "points");
        const Result<ClickedPoint> point = parsePoint(text.substr(0, end), points.size() + 1);
        if (!point)
            return std::unexpected(point.error());
        points.push_back(*point);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return points;
}

Result<DataSource> openPoints(std::span<const SourceText::Option> options) {
    for (const SourceText::Option& option : options)
        if (option.key != "data")
            return fail(ProblemKind::Request, sentence("\"points\" has no option \"{}\".", option.key), {},
                        kPointsForm);
    if (options.empty() || options[0].value.empty())
        return fail(ProblemKind::Request, "There are no points.", "points",
                    std::string("Click some into the picture of the data. In a text: ") + kPointsForm);
    const Result<std::vector<ClickedPoint>> points = parsePoints(options[0].value);
    if (!points)
        return std::unexpected(points.error());

    std::vector<float> samples;
    std::vector<float> targets;
    int classes = 2;
    for (const ClickedPoint& point : *points) {
        samples.insert(samples.end(), {point.x, point.y});
        targets.push_back(static_cast<float>(point.classIndex));
        classes = std::max(classes, point.classIndex + 1);
    }
    DataDescription description{.name = "points",
                                .sampleShape = {2},
                                .targetKind = TargetKind::Class,
                                .targetShape = {},
                                .classNames = {},
                                .featureNames = {"x", "y"}};
    for (int i = 0; i < classes; ++i)
        description.classNames.emplace_back(1, static_cast<char>('A' + i));
    return DataSource{
        "points?data=" + options[0].value,
        std::make_shared<FloatSet>(std::move(description), std::move(samples), std::move(targets)), nullptr};
}

} // namespace protomind
