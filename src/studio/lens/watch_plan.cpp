// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/watch_plan.h"

#include "engine/nn/activation.h"
#include "engine/nn/latent.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr std::int64_t kCurvePoints = 64;
/// Of networks that take neither points nor images.
constexpr std::int64_t kHistogramSamples = 32;
/// Numbers that a layer may give for all samples that are looked at together.
constexpr std::int64_t kMostNumbers = std::int64_t{1} << 22;
constexpr std::int64_t kLeastSide = 8;
/// In focus.
constexpr std::int64_t kFocusChannels = 64;
constexpr std::int64_t kFocusSide = 56;
/// How many samples tell how far the data reaches, and the room left around them.
constexpr std::int64_t kRangeSamples = 1000;
constexpr double kRoom = 1.08;
/// Of the latents that a generator is watched with.
constexpr std::uint64_t kLatentSeed = 0;

bool givesProbabilities(const ModelLayer& layer) {
    const Activation* activation = activationOf(layer.type->fields, layer.settings);
    return activation != nullptr && activation->givesProbabilities;
}

HostArray firstSamples(const DataSet& data, std::int64_t count) {
    const DataDescription& description = data.description();
    count = std::min(count, data.size());
    const auto size = static_cast<std::size_t>(description.sampleShape.elementCount());
    HostArray samples(description.sampleShape.prepended(count));
    std::vector<float> target(static_cast<std::size_t>(description.targetShape.elementCount()));
    for (std::int64_t index = 0; index < count; ++index)
        data.read(index, std::span(samples.values).subspan(static_cast<std::size_t>(index) * size, size),
                  target);
    return samples;
}

double inputRange(const DataSet* data, InputKind kind) {
    double range = kind == InputKind::Plane ? 1 : 0.1; // the built-in points lie about -1..1
    if (data == nullptr)
        return range * kRoom;
    for (const float value : firstSamples(*data, kRangeSamples).values) {
        if (std::isfinite(value))
            range = std::max(range, std::abs(static_cast<double>(value)));
    }
    return range * kRoom;
}

HostArray planeSamples(double range, std::int64_t side) {
    HostArray samples(Shape{side * side, 2});
    auto next = samples.values.begin();
    const auto middle = [&](std::int64_t cell) {
        return range * (2 * (static_cast<double>(cell) + 0.5) / static_cast<double>(side) - 1);
    };
    for (std::int64_t row = 0; row < side; ++row) {
        for (std::int64_t column = 0; column < side; ++column) {
            *next++ = static_cast<float>(middle(column));
            *next++ = static_cast<float>(-middle(row));
        }
    }
    return samples;
}

HostArray lineSamples(double range) {
    HostArray samples(Shape{kCurvePoints, 1});
    for (std::int64_t i = 0; i < kCurvePoints; ++i)
        samples.values[static_cast<std::size_t>(i)] =
            static_cast<float>(range * (2 * static_cast<double>(i) / (kCurvePoints - 1) - 1));
    return samples;
}

WatchPlan::Item itemOf(const PictureForm& form, std::int64_t planeSide, std::int64_t channels) {
    WatchPlan::Item item;
    item.kind = form.kind;
    item.channels = form.channels;
    switch (form.kind) {
    case PictureKind::Plane:
        item.map = Shape{planeSide, planeSide};
        item.view.channels = std::min(channels, form.channels);
        break;
    case PictureKind::Curve:
        item.map = Shape{kCurvePoints};
        item.view.channels = std::min(channels, form.channels);
        break;
    case PictureKind::Maps:
        item.map = Shape{form.height, form.width};
        item.view.channels = std::min(channels, form.channels);
        break;
    case PictureKind::Image:
        item.map = Shape{form.height, form.width, form.channels};
        break;
    case PictureKind::Bars:
    case PictureKind::Histogram:
        break;
    }
    return item;
}

/// The matrices that layers multiply what comes in with, where every number of them can be seen; of a layer
/// that reads in two directions, the first.
std::vector<WatchPlan::Weight> smallWeights(const Model& model) {
    std::vector<WatchPlan::Weight> weights;
    for (const ModelVariable& variable : modelVariables(model)) {
        const std::string& layer = model.layers[variable.layer].name;
        const Shape shape = variable.declared.shape();
        if (variable.declared.backward)
            continue;
        if (variable.declared.role == VariableRole::Kernel && shape.rank() == 2 &&
            shape[0] <= kLargestWatchedSide && shape[1] <= kLargestWatchedSide)
            weights.push_back({.layer = layer, .name = variable.name, .bias = {}});
        else if (variable.declared.role == VariableRole::Bias && !weights.empty() &&
                 weights.back().layer == layer)
            weights.back().bias = variable.name;
    }
    return weights;
}

/// Numbers that the widest layer gives for a sample.
std::int64_t largestOf(const Model& model) {
    std::int64_t largest = 1;
    for (const Shape& shape : layerShapes(model))
        largest = std::max(largest, shape.elementCount());
    return largest;
}

/// Of a plane, in points.
std::int64_t sideFor(const WatchRequest& request, std::int64_t largest) {
    std::int64_t side = request.focus.empty() ? request.side : std::max(request.side, kFocusSide);
    while (side > kLeastSide && side * side > kMostNumbers / largest)
        side /= 2;
    return std::max(side, kLeastSide);
}

std::int64_t histogramSamples(std::int64_t largest) {
    return std::clamp<std::int64_t>(kMostNumbers / largest, 1, kHistogramSamples);
}

} // namespace

WatchedNetwork WatchedNetwork::of(const Trainer& trainer) {
    const DataSet* training = trainer.dataOf(Split::Training);
    const DataSet* aside = trainer.dataOf(Split::Validation);
    return {.model = trainer.model(),
            .training = training,
            .aside = aside != nullptr && aside->size() > 0 ? aside : training,
            .variables = &trainer.variables()};
}

Result<WatchPlan> WatchPlan::of(const WatchedNetwork& network, const WatchRequest& request) {
    const Model& model = network.model;
    const InputKind kind = inputKindOf(model.inputShape);
    const std::int64_t largest = largestOf(model);
    WatchPlan plan;
    const std::int64_t side = sideFor(request, largest);
    const bool chosen = request.sample.shape == model.inputShape;
    switch (kind) {
    case InputKind::Plane:
        plan.range = inputRange(network.training, kind);
        plan.samples = planeSamples(plan.range, side);
        break;
    case InputKind::Line:
        plan.range = inputRange(network.training, kind);
        plan.samples = lineSamples(plan.range);
        break;
    case InputKind::Image:
        if (chosen)
            plan.samples = HostArray(request.sample.shape.prepended(1), request.sample.values);
        else if (network.aside != nullptr)
            plan.samples = firstSamples(*network.aside, 1);
        break;
    case InputKind::Other:
        if (network.aside != nullptr)
            plan.samples = firstSamples(*network.aside, histogramSamples(largest));
        else if (chosen)
            plan.samples = HostArray(request.sample.shape.prepended(1), request.sample.values);
        break;
    }
    if (auto added = plan.addItems(model, {model.inputShape, model.inputLayer}, request, side); !added)
        return std::unexpected(added.error());
    if (network.variables != nullptr)
        plan.weights = smallWeights(model);
    return plan;
}

Result<WatchPlan> WatchPlan::ofGenerator(const Model& generator, const WatchRequest& request, double range) {
    const std::int64_t largest = largestOf(generator);
    const std::int64_t side = sideFor(request, largest);
    WatchPlan plan;
    plan.range = range;
    const GeneratorForm seen = generatorForm(generator.inputShape, generator.outputShape);
    switch (inputKindOf(generator.inputShape)) {
    case InputKind::Plane:
        plan.samples = planeSamples(range, side);
        break;
    case InputKind::Line:
        plan.samples = lineSamples(range);
        break;
    case InputKind::Image:
    case InputKind::Other:
        plan.samples =
            drawLatents(generator, seen.madeIsPicture ? 1 : histogramSamples(largest), kLatentSeed);
        break;
    }
    const SeenAs form{seen.samples, seen.madeIsPicture ? generator.outputLayer : generator.inputLayer};
    if (auto added = plan.addItems(generator, form, request, side); !added)
        return std::unexpected(added.error());
    return plan;
}

Result<void> WatchPlan::addItems(const Model& model, const SeenAs& form, const WatchRequest& request,
                                 std::int64_t side) {
    if (samples.values.empty())
        return fail(ProblemKind::Request, "There is no sample to look at.", {}, "Choose one.");
    const std::int64_t largest = largestOf(model);
    if (largest > 4 * kMostNumbers || largest * samples.shape[0] > 4 * kMostNumbers)
        return fail(ProblemKind::Memory, "The network is too large for live pictures of its layers.");
    const std::vector<Shape> shapes = layerShapes(model);
    for (std::size_t index = 0; index < model.layers.size(); ++index) {
        const ModelLayer& layer = model.layers[index];
        const std::int64_t channels = layer.name == request.focus ? kFocusChannels : request.channels;
        const bool isPicture = static_cast<int>(index) == form.picture;
        Item item = itemOf(pictureForm(shapes[index], form.samples, isPicture), side,
                           std::max<std::int64_t>(channels, 1));
        item.view.layer = index;
        item.probabilities = givesProbabilities(layer);
        items.push_back(item);
    }
    return {};
}

std::vector<OutputView> WatchPlan::views() const {
    std::vector<OutputView> views;
    for (const Item& item : items)
        views.push_back(item.view);
    return views;
}

std::vector<std::string> WatchPlan::weightNames() const {
    std::vector<std::string> names;
    for (const Weight& weight : weights)
        names.push_back(weight.name);
    return names;
}

} // namespace protomind
