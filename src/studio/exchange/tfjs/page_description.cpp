// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/objective.h"
#include "engine/train/output_reading.h"
#include "studio/exchange/layer_view.h"
#include "studio/exchange/tfjs/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

using nlohmann::ordered_json;

/// More numbers than these are typed as text, not each in a field.
constexpr std::int64_t kMostFields = 24;

std::vector<std::int64_t> sizesOf(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

/// How many words there are, where samples are numbers of words; else 0.
std::int64_t wordsOf(const TrainedNetwork& network) {
    for (const LayerView& layer : layerViews(network.model))
        if (layer.has(FieldRole::Vocabulary) &&
            std::ranges::find(layer.sources(), network.model.inputLayer) != layer.sources().end())
            return layer.integer(FieldRole::Vocabulary);
    return 0;
}

/// From where to where each number of a flat sample goes, in the samples there are.
struct Ranges {
    std::vector<double> low;
    std::vector<double> high;
};

Ranges rangesOf(const TrainedNetwork& network, std::int64_t words) {
    const auto count = static_cast<std::size_t>(network.model.inputShape.elementCount());
    if (words > 0)
        return {std::vector<double>(count, 0),
                std::vector<double>(count, static_cast<double>(std::max<std::int64_t>(words - 1, 1)))};
    Ranges ranges{std::vector<double>(count, -1), std::vector<double>(count, 1)};
    const std::vector<float>& values = network.samples.values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double& low = ranges.low[i % count];
        double& high = ranges.high[i % count];
        low = i < count ? values[i] : std::min(low, double(values[i]));
        high = i < count ? values[i] : std::max(high, double(values[i]));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double more = ranges.high[i] > ranges.low[i] ? 0.1 * (ranges.high[i] - ranges.low[i]) : 1;
        ranges.low[i] -= more;
        ranges.high[i] += more;
    }
    return ranges;
}

std::vector<std::string> inputNames(const TrainedNetwork& network) {
    const auto count = static_cast<std::size_t>(network.model.inputShape.elementCount());
    if (network.data && network.data->featureNames.size() == count)
        return network.data->featureNames;
    if (count == 2)
        return {"x", "y"};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(fmt::format("Input {}", i + 1));
    return names;
}

/// As in the data: a light border is light paper.
bool paperIsLight(const TrainedNetwork& network) {
    if (!network.data)
        return false;
    const Shape& image = network.model.inputShape;
    const auto row = static_cast<std::size_t>(image[1] * image[2]);
    const auto length = static_cast<std::size_t>(image.elementCount());
    double sum = 0;
    for (std::size_t i = 0; i < row; ++i)
        sum += network.samples.values[i] + network.samples.values[length - 1 - i];
    return sum > static_cast<double>(row);
}

ordered_json questionOf(const TrainedNetwork& network) {
    const Shape& shape = network.model.inputShape;
    ordered_json question{{"kind", "numbers"}, {"shape", sizesOf(shape)}};
    if (shape.rank() == 3 && shape[2] == 1) {
        question["kind"] = "drawing";
        question["dark"] = paperIsLight(network);
    } else if (shape.rank() == 3 && (shape[2] == 3 || shape[2] == 4)) {
        question["kind"] = "picture";
    } else if (shape.rank() == 1 && shape[0] <= kMostFields) {
        const std::int64_t words = wordsOf(network);
        const Ranges ranges = rangesOf(network, words);
        question["kind"] = shape[0] == 2 && words == 0 ? "map" : "fields";
        question["names"] = inputNames(network);
        question["low"] = ranges.low;
        question["high"] = ranges.high;
        question["whole"] = words > 0;
    }
    return question;
}

/// What answers are, where data says it.
std::optional<OutputReading> readingOf(const TrainedNetwork& network, bool& logLikelihood) {
    if (!network.data)
        return std::nullopt;
    const auto objective = chooseObjective(network.model, *network.data, network.experiment.training);
    if (!objective)
        return std::nullopt;
    logLikelihood = objective->loss->givesProbabilities;
    return outputReading(network.model, *objective);
}

ordered_json classesReading(const TrainedNetwork& network, const OutputReading& reading, bool logLikelihood) {
    const LayerView last = layerViews(network.model)[static_cast<std::size_t>(network.model.outputLayer)];
    const bool finished = last.activation() == "softmax" || last.activation() == "sigmoid";
    const bool probable = reading.meaning == OutputMeaning::Probabilities;
    std::string finish;
    if (probable && logLikelihood && !finished)
        finish = network.model.outputShape.elementCount() > 1 ? "softmax" : "sigmoid";
    return {{"kind", "classes"},
            {"shape", sizesOf(network.model.outputShape)},
            {"meaning", probable ? "probabilities" : "scores"},
            {"threshold", reading.threshold},
            {"finish", finish},
            {"names", network.data->classNames}};
}

ordered_json answerOf(const TrainedNetwork& network) {
    const Shape& shape = network.model.outputShape;
    bool logLikelihood = false;
    const auto reading = readingOf(network, logLikelihood);
    if (reading && reading->meaning != OutputMeaning::Values && shape.rank() == 1)
        return classesReading(network, *reading, logLikelihood);
    if (shape.rank() == 3 && (shape[2] == 1 || shape[2] == 3 || shape[2] == 4))
        return {{"kind", "picture"}, {"shape", sizesOf(shape)}};
    const LayerView last = layerViews(network.model)[static_cast<std::size_t>(network.model.outputLayer)];
    if (shape.rank() == 1 && shape[0] > 1 && last.activation() == "softmax" && !network.data) {
        std::vector<std::string> names;
        for (std::int64_t i = 0; i < shape[0]; ++i)
            names.push_back(fmt::format("Class {}", i));
        return {
            {"kind", "classes"}, {"shape", sizesOf(shape)}, {"meaning", "probabilities"}, {"threshold", 0.5},
            {"finish", ""},      {"names", names}};
    }
    return {{"kind", "values"}, {"shape", sizesOf(shape)}, {"names", ordered_json::array()}};
}

ordered_json settingsOf(const LayerView& layer) {
    ordered_json settings = ordered_json::object();
    for (const Field& field : layer.type().fields)
        if (field.role != FieldRole::Initialiser)
            std::visit([&](const auto& value) { settings[field.name] = value; }, layer.setting(field.name));
    return settings;
}

} // namespace

ordered_json pageDescription(const TrainedNetwork& network) {
    ordered_json layers = ordered_json::array();
    std::int64_t first = 0;
    for (const LayerView& layer : layerViews(network.model)) {
        ordered_json weights = ordered_json::object();
        for (const LayerVariable& variable : layer.variables()) {
            const std::int64_t length = variable.shape().elementCount();
            weights[variable.name] = {first, length};
            first += length;
        }
        layers.push_back({{"name", layer.name()},
                          {"title", layer.type().title},
                          {"kind", layer.kind()},
                          {"inputs", layer.sources()},
                          {"shape", sizesOf(layer.output())},
                          {"settings", settingsOf(layer)},
                          {"weights", std::move(weights)}});
    }
    return {
        {"title", network.title},       {"program", network.program},          {"input", questionOf(network)},
        {"reading", answerOf(network)}, {"output", network.model.outputLayer}, {"layers", std::move(layers)}};
}

} // namespace protomind
