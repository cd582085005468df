// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <numeric>

namespace protomind::onnxread {

namespace {

using Sizes = std::vector<std::int64_t>;

[[noreturn]] void refuseMixing(const OnnxNode& node) {
    refuseNode(node, "it mixes the samples of a batch, or takes numbers apart as no layer here does.");
}

/// What 0 and -1 stand for.
Sizes wantedSizes(const OnnxNode& node, Sizes wanted, const Sizes& sizes) {
    const bool copies = node.integer("allowzero", 0) == 0;
    const std::int64_t total =
        std::accumulate(sizes.begin(), sizes.end(), std::int64_t{1}, std::multiplies<>());
    std::int64_t known = 1;
    auto open = wanted.end();
    for (auto size = wanted.begin(); size != wanted.end(); ++size) {
        const auto place = static_cast<std::size_t>(size - wanted.begin());
        if (*size == 0 && copies && place < sizes.size())
            *size = sizes[place];
        if (*size == -1 && open == wanted.end()) {
            open = size;
            continue;
        }
        if (*size < 1 || *size > total || known > total / *size)
            refuseNode(node, "its sizes don't fit what comes in.");
        known *= *size;
    }
    if (open != wanted.end())
        *open = total / known;
    return wanted;
}

/// The shape of a Reshape layer that this program wrote: what becomes an image is turned right behind it, but
/// where its numbers lie in the same order either way.
Sizes ownShape(const Reading& reading, const Value& value, const OnnxNode& node) {
    Sizes sizes = value.axes.sizes(1);
    sizes.erase(sizes.begin());
    const auto turns = [&](const OnnxNode& other) {
        return other.operation == "Transpose" && !other.inputs.empty() && other.inputs[0] == node.outputs[0];
    };
    if (sizes.size() == 3 && std::ranges::none_of(reading.graph().nodes, turns))
        std::rotate(sizes.begin(), sizes.begin() + 1, sizes.end());
    return sizes;
}

/// Some become a layer at once, and not only where another one asks for its shape: they stand in the file
/// because somebody drew them.
void drawAtOnce(Reading& reading, Value& value, const OnnxNode& node) {
    if (!value.axes.isBatch(0))
        return;
    const bool isList = reading.layer(value.layer).output.rank() == 1;
    if (reading.isOwnLayer(node) && node.operation == "Reshape")
        reading.addBehind(value, "reshape", {{"shape", ownShape(reading, value, node)}}, node);
    else if (value.axes.rank() == 2 && (!isList || reading.isOwnLayer(node)))
        reading.addBehind(value, "flatten", {}, node);
}

void reshapeTo(Reading& reading, Value value, const OnnxNode& node, const Sizes& sizes) {
    if (sizes.size() > kMaxTensorRank || !value.axes.reshape(sizes, reading.batch()))
        refuseMixing(node);
    value.reshaped = true;
    value.name.clear();
    value.hint = node.label();
    drawAtOnce(reading, value, node);
    reading.give(node, std::move(value));
}

Sizes axesGiven(const Reading& reading, const OnnxNode& node) {
    const ConstantPtr given = integersInput(reading, node, "axes", 1);
    return given == nullptr ? Sizes{} : integersOf(*given, node);
}

} // namespace

void readIdentity(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    if (reading.isOwnLayer(node))
        addActivation(reading, value, node, "linear");
    reading.give(node, std::move(value));
}

void readFlatten(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const int rank = value.axes.rank();
    const std::int64_t given = node.integer("axis", 1);
    const int axis = given == rank ? rank : axisOf(node, given, rank);
    const Sizes sizes = value.axes.sizes(reading.batch());
    const auto product = [&](int from, int to) {
        return std::accumulate(sizes.begin() + from, sizes.begin() + to, std::int64_t{1},
                               std::multiplies<>());
    };
    const Sizes wanted{product(0, axis), product(axis, rank)};
    reshapeTo(reading, std::move(value), node, wanted);
}

void readReshape(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const ConstantPtr given = integersInput(reading, node, "shape", 1);
    if (given == nullptr)
        refuseNode(node, "it does not say to what sizes.");
    const Sizes asked = integersOf(*given, node);
    const Sizes sizes = value.axes.sizes(reading.batch());
    // A batch of one that stands in the sizes, though any is allowed in.
    const std::int64_t samples =
        std::accumulate(asked.begin(), asked.end(), std::int64_t{1}, [](std::int64_t a, std::int64_t b) {
            return a > 0 && b > 0 && a <= kMaxParameters / b ? a * b : std::int64_t{-1};
        });
    Sizes wanted = asked;
    if (!asked.empty() && asked[0] == 1 && reading.batch() == kAnyBatch && samples == value.axes.count())
        wanted[0] = kAnyBatch;
    reshapeTo(reading, std::move(value), node, wantedSizes(node, std::move(wanted), sizes));
}

void readTranspose(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const int rank = value.axes.rank();
    Sizes order = node.integers("perm", {});
    if (order.empty()) {
        order.resize(static_cast<std::size_t>(rank));
        std::iota(order.rbegin(), order.rend(), 0);
    }
    std::vector<int> axes;
    for (const std::int64_t axis : order)
        axes.push_back(axisOf(node, axis, rank));
    std::vector<int> sorted = axes;
    std::ranges::sort(sorted);
    if (static_cast<int>(axes.size()) != rank || std::ranges::adjacent_find(sorted) != sorted.end())
        refuseNode(node, "its perm is no order of the axes.");
    value.axes.transpose(axes);
    reading.give(node, std::move(value));
}

void readSqueeze(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    std::vector<int> axes;
    for (const std::int64_t axis : axesGiven(reading, node))
        axes.push_back(axisOf(node, axis, value.axes.rank()));
    if (axes.empty())
        for (int axis = 0; axis < value.axes.rank(); ++axis)
            if (value.axes[axis].empty())
                axes.push_back(axis);
    std::ranges::sort(axes, std::greater());
    for (const int axis : axes)
        if (axis >= value.axes.rank() || !value.axes.removeUnit(axis, reading.batch()))
            refuseNode(node, "it takes an axis away that has more than one number, or that of the samples.");
    value.reshaped = true;
    value.hint = node.label();
    reading.give(node, std::move(value));
}

void readUnsqueeze(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const Sizes given = axesGiven(reading, node);
    const auto rank = value.axes.rank() + static_cast<int>(given.size());
    if (rank > kMaxTensorRank)
        refuseNode(node, "it has too many axes.");
    std::vector<int> axes;
    for (const std::int64_t axis : given)
        axes.push_back(axisOf(node, axis, rank));
    std::ranges::sort(axes);
    if (std::ranges::adjacent_find(axes) != axes.end())
        refuseNode(node, "it names an axis twice.");
    for (const int axis : axes)
        value.axes.insertUnit(axis);
    value.reshaped = true;
    value.hint = node.label();
    reading.give(node, std::move(value));
}

Sizes sizesAsked(const OnnxNode& node, const Sizes& sizes) {
    const auto rank = std::ssize(sizes);
    const auto place = [&](std::int64_t index) {
        return std::clamp<std::int64_t>(index < 0 ? std::max(index, -rank) + rank : index, 0, rank);
    };
    const std::int64_t begin = place(node.integer("start", 0));
    const std::int64_t end = std::max(begin, place(node.integer("end", rank)));
    return {sizes.begin() + begin, sizes.begin() + end};
}

void readShape(Reading& reading, const OnnxNode& node) {
    auto result = std::make_shared<Constant>();
    result->whole = true;
    result->integers = sizesAsked(node, reading.value(node).axes.sizes(reading.batch()));
    result->sizes = {std::ssize(result->integers)};
    reading.give(node, ConstantPtr(result));
}

} // namespace protomind::onnxread
