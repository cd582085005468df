// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/compositions.h"

#include "engine/graph/build.h"

#include <array>
#include <limits>
#include <numeric>

namespace protomind {

namespace {

/// 0, 1, ... size - 1.
Node wholeNumbers(Graph& graph, std::int64_t size) {
    std::vector<float> numbers(static_cast<std::size_t>(size));
    std::iota(numbers.begin(), numbers.end(), 0.0f);
    return constant(graph, Shape{size}, std::move(numbers));
}

/// x moved on by a distance along an axis; zeros come in, what leaves is lost.
Node shifted(Node x, int axis, std::int64_t distance) {
    const std::vector<std::int64_t> none(static_cast<std::size_t>(x.shape().rank()), 0);
    std::vector<std::int64_t> size(x.shape().sizes().begin(), x.shape().sizes().end());
    std::vector<std::int64_t> before = none;
    size[static_cast<std::size_t>(axis)] -= distance;
    before[static_cast<std::size_t>(axis)] = distance;
    return pad(slice(x, none, size), before, none);
}

} // namespace

Node softmax(Node logits) {
    const int last = logits.shape().rank() - 1;
    // The shift leaves the result as it is, so it needs no gradient.
    const Node shifted = exp(logits - stopGradient(reduceMax(logits, {last})));
    return shifted / reduceSum(shifted, {last});
}

Node logSoftmax(Node logits) {
    const int last = logits.shape().rank() - 1;
    const Node shifted = logits - stopGradient(reduceMax(logits, {last}));
    return shifted - log(reduceSum(exp(shifted), {last}));
}

Node softplus(Node x) {
    // maximum, not relu: at 0 its gradient is one half, and that of the rest is zero.
    return maximum(x, constant(x.graph(), 0.0f)) + log(1.0f + exp(-absolute(x)));
}

Node clip(Node x, float low, float high) {
    return minimum(maximum(x, constant(x.graph(), low)), constant(x.graph(), high));
}

Node oneHot(Node labels, std::int64_t classes) {
    const std::int64_t count = labels.shape().elementCount();
    return equal(reshape(labels, Shape{count, 1}),
                 reshape(wholeNumbers(labels.graph(), classes), Shape{1, classes}));
}

TopK topK(Node x, std::int64_t count) {
    const int last = x.shape().rank() - 1;
    require(last >= 0 && count >= 1 && count <= x.shape()[last], "topK: there are not so many numbers");
    const Node place = wholeNumbers(x.graph(), x.shape()[last]);
    const Node nothing = constant(x.graph(), 0.0f);
    const Node lowest = constant(x.graph(), std::numeric_limits<float>::lowest());
    std::vector<Node> values;
    std::vector<Node> indices;
    Node left = stopGradient(x);
    for (std::int64_t i = 0; i < count; ++i) {
        indices.push_back(argMax(left, last));
        const Node chosen = equal(place, indices.back());
        values.push_back(reduceSum(where(chosen, x, nothing), {last}));
        left = where(chosen, lowest, left);
    }
    return {concat(values, last), concat(indices, last)};
}

Node cumulativeSum(Node x, int axis) {
    Node sum = x;
    for (std::int64_t distance = 1; distance < x.shape()[axis]; distance *= 2)
        sum = sum + shifted(sum, axis, distance);
    return sum;
}

Node standardise(Node x, const std::vector<int>& axes, float epsilon) {
    const Node centred = x - reduceMean(x, axes);
    return centred / sqrt(reduceMean(square(centred), axes) + epsilon);
}

} // namespace protomind
