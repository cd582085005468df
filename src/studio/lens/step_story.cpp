// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/step_story.h"

#include "studio/lens/number_place.h"
#include "studio/lens/working_text.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace protomind {

namespace {

double largestOf(const HostArray& array) {
    double largest = 0;
    for (const float value : array.values)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    return largest;
}

std::optional<double> largestGradient(const LensLayerPass& layer) {
    std::optional<double> largest;
    for (const LensWeightPass& weight : layer.weights) {
        if (!weight.gradient.values.empty())
            largest = std::max(largest.value_or(0), largestOf(weight.gradient));
    }
    return largest;
}

std::optional<double> largestChange(const LensLayerPass& layer) {
    std::optional<double> largest;
    for (const LensWeightPass& weight : layer.weights) {
        for (std::size_t i = 0; i < weight.before.values.size(); ++i)
            largest = std::max(largest.value_or(0), std::abs(static_cast<double>(weight.after.values[i]) -
                                                             static_cast<double>(weight.before.values[i])));
    }
    return largest;
}

/// The samples themselves are no work of a layer.
bool computes(const LensLayerPass& layer) {
    return !layer.passedOn.empty();
}

Sentence forwardOf(int number, const LensLayerPass& layer) {
    const auto [low, high] = std::ranges::minmax(layer.output.values);
    return sentence("{}. {:s} gives {:s} numbers, from {:s} to {:s}.", number, layer.layer,
                    layer.output.shape.text(), workedNumber(static_cast<double>(low)),
                    workedNumber(static_cast<double>(high)));
}

Sentence backOf(int number, const LensLayerPass& layer) {
    const std::string arrives = workedNumber(largestOf(layer.outputGradient));
    if (const auto ofWeights = largestGradient(layer))
        return sentence(
            "{}. Back through {:s}: the largest gradient that arrives is {:s}, the largest of its "
            "weights {:s}.",
            number, layer.layer, arrives, workedNumber(*ofWeights));
    return sentence("{}. Back through {:s}: the largest gradient that arrives is {:s}.", number, layer.layer,
                    arrives);
}

Sentence updateOf(int number, const LensFollowedWeight& weight) {
    if (weight.variable.empty())
        return sentence("{}. No weight is changed.", number);
    const LensStepTerm& last = weight.terms.back();
    return sentence("{}. {}: {:s} goes from {:s} to {:s}.", number, weight.optimizer,
                    withPlace(weight.variable, weight.at), workedNumber(last.before),
                    workedNumber(*last.after));
}

LensCell cellOf(std::optional<double> value) {
    return {.text = value ? workedNumber(*value) : kNoValue, .value = value, .samples = {}};
}

} // namespace

std::vector<Sentence> storyOf(const LensTrainingStep& step) {
    std::vector<Sentence> story;
    const auto next = [&story] { return static_cast<int>(story.size()) + 1; };
    story.push_back(sentence("{}. The batch: {} of {} training samples. The one at place {} is followed: {}.",
                             next(), step.batch.size(), step.trainingSamples, step.place, step.target));
    for (const LensLayerPass& layer : step.layers | std::views::filter(computes))
        story.push_back(forwardOf(next(), layer));
    story.push_back(
        sentence("{}. The loss is {:s}, the mean over the batch; that of the followed sample is {:s}.",
                 next(), workedNumber(step.loss), workedNumber(step.sampleLoss)));
    if (step.penalty >= 0)
        story.push_back(sentence("{}. The penalty adds {:s}.", next(), workedNumber(step.penalty)));
    for (const LensLayerPass& layer : step.layers | std::views::reverse | std::views::filter(computes))
        story.push_back(backOf(next(), layer));
    if (!step.weight.share.terms.empty())
        story.push_back(sentence("{}. What the followed sample adds to the gradient of {:s}: {}.", next(),
                                 withPlace(step.weight.variable, step.weight.at),
                                 equationOf(step.weight.share)));
    story.push_back(updateOf(next(), step.weight));
    story.emplace_back("Nothing of this has been done yet: the next step of training does it.");
    return story;
}

std::vector<LensTable> tablesOf(const LensTrainingStep& step) {
    LensTable layers{
        .name = "layers",
        .title = "Each layer",
        .corner = "layer",
        .columns = {"Largest output", "Largest gradient", "Largest weight gradient", "Largest change"}};
    for (const LensLayerPass& layer : step.layers | std::views::filter(computes)) {
        layers.rows.push_back(layer.layer);
        layers.cells.push_back({cellOf(largestOf(layer.output)), cellOf(largestOf(layer.outputGradient)),
                                cellOf(largestGradient(layer)), cellOf(largestChange(layer))});
    }
    LensTable terms{.name = "terms",
                    .title = "What the optimiser works with",
                    .corner = "number",
                    .columns = {"Before", "After"}};
    for (const LensStepTerm& term : step.weight.terms) {
        terms.rows.push_back(term.name);
        terms.cells.push_back({cellOf(term.before), cellOf(term.after)});
    }
    std::vector<LensTable> tables{std::move(layers)};
    if (!terms.rows.empty())
        tables.push_back(std::move(terms));
    return tables;
}

} // namespace protomind
