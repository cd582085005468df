// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/nn/plain_layers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace protomind {

namespace {

const std::vector<std::int64_t>& sizesOf(const LayerCase& which, const char* name) {
    return sizes(which.layer().fields, which.settings, name);
}

/// A new image made pixel by pixel; pixel gets sample, row, column and channel.
using Pixel = std::function<double(std::int64_t, std::int64_t, std::int64_t, std::int64_t)>;
Doubles image(const Shape& shape, const Pixel& pixel) {
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n)
        for (std::int64_t i = 0; i < shape[0]; ++i)
            for (std::int64_t j = 0; j < shape[1]; ++j)
                for (std::int64_t c = 0; c < shape[2]; ++c)
                    y.push_back(pixel(n, i, j, c));
    return y;
}

/// A pixel of the input; outside of it what is given for there.
double pixelOf(const LayerCase& which, const BuiltCase& built, std::int64_t n, std::int64_t i, std::int64_t j,
               std::int64_t c, double outside = 0) {
    const Shape& shape = which.inputs[0];
    if (i < 0 || j < 0 || i >= shape[0] || j >= shape[1])
        return outside;
    return built.values.at("x0")[at(((n * shape[0] + i) * shape[1] + j) * shape[2] + c)];
}

/// Scaled and shifted by channel, after each number was standardised among those of its sample that group()
/// puts into the same group. group gets the place in the sample.
Doubles standardised(const LayerCase& which, const BuiltCase& built,
                     const std::function<std::int64_t(std::int64_t)>& group) {
    const double epsilon = real(which.layer().fields, which.settings, "epsilon");
    const std::int64_t size = which.inputs[0].elementCount();
    const std::int64_t channels = which.inputs[0].back(0);
    const Doubles& x = built.values.at("x0");
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n)
        for (std::int64_t i = 0; i < size; ++i) {
            double count = 0;
            double sum = 0;
            double squares = 0;
            for (std::int64_t k = 0; k < size; ++k)
                if (group(k) == group(i)) {
                    count += 1;
                    sum += x[at(n * size + k)];
                    squares += x[at(n * size + k)] * x[at(n * size + k)];
                }
            const double mean = sum / count;
            const double variance = squares / count - mean * mean;
            y.push_back((x[at(n * size + i)] - mean) / std::sqrt(variance + epsilon) *
                            built.values.at("layer/scale")[at(i % channels)] +
                        built.values.at("layer/shift")[at(i % channels)]);
        }
    return y;
}

} // namespace

void applyActivation(const std::string& name, Doubles& values, std::int64_t last, double slope,
                     double alpha) {
    if (name == "softmax") {
        for (std::size_t row = 0; row < values.size(); row += static_cast<std::size_t>(last)) {
            double sum = 0;
            for (std::size_t i = row; i < row + static_cast<std::size_t>(last); ++i)
                sum += std::exp(values[i]);
            for (std::size_t i = row; i < row + static_cast<std::size_t>(last); ++i)
                values[i] = std::exp(values[i]) / sum;
        }
        return;
    }
    for (double& x : values) {
        if (name == "sigmoid")
            x = 1 / (1 + std::exp(-x));
        else if (name == "tanh")
            x = std::tanh(x);
        else if (name == "relu")
            x = x > 0 ? x : 0;
        else if (name == "leaky_relu")
            x = x > 0 ? x : slope * x;
        else if (name == "elu")
            x = x > 0 ? x : alpha * (std::exp(x) - 1);
        else if (name == "gelu")
            x = 0.5 * x * std::erfc(-x / std::sqrt(2.0));
        else
            ASSERT_EQ(name, "linear");
    }
}

Doubles transposedConvolutionForward(const LayerCase& which, const BuiltCase& built) {
    const Shape small = which.inputs[0];
    const Shape large = which.outputShape();
    const auto kernel = sizesOf(which, "kernel");
    const auto stride = sizesOf(which, "stride");
    const bool same = choice(which.layer().fields, which.settings, "padding") == "same";
    Doubles y(at(kCaseBatch * large.elementCount()), 0.0);
    if (built.values.contains("layer/bias"))
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = built.values.at("layer/bias")[i % at(large[2])];
    // Under "same" the stamps overhang by what the kernel is larger than the stride, the lesser half of it
    // first.
    const auto before = [&](std::size_t axis) {
        return same ? std::max<std::int64_t>(kernel[axis] - stride[axis], 0) / 2 : 0;
    };
    image(small, [&](auto n, auto i, auto j, auto c) {
        for (std::int64_t u = 0; u < kernel[0]; ++u)
            for (std::int64_t v = 0; v < kernel[1]; ++v) {
                const std::int64_t row = i * stride[0] + u - before(0);
                const std::int64_t column = j * stride[1] + v - before(1);
                if (row < 0 || column < 0 || row >= large[0] || column >= large[1])
                    continue;
                for (std::int64_t k = 0; k < large[2]; ++k)
                    y[at(((n * large[0] + row) * large[1] + column) * large[2] + k)] +=
                        pixelOf(which, built, n, i, j, c) *
                        built.values.at(
                            "layer/kernel")[at(((u * kernel[1] + v) * large[2] + k) * small[2] + c)];
            }
        return 0.0;
    });
    applyActivation(choice(which.layer().fields, which.settings, "activation"), y, large[2]);
    return y;
}

Doubles upsampleForward(const LayerCase& which, const BuiltCase& built) {
    const auto factor = sizesOf(which, "factor");
    const Shape& shape = which.inputs[0];
    const bool nearest = choice(which.layer().fields, which.settings, "method") == "nearest";
    return image(which.outputShape(), [&](auto n, auto i, auto j, auto c) {
        if (nearest)
            return pixelOf(which, built, n, i / factor[0], j / factor[1], c);
        const double row = (static_cast<double>(i) + 0.5) / static_cast<double>(factor[0]) - 0.5;
        const double column = (static_cast<double>(j) + 0.5) / static_cast<double>(factor[1]) - 0.5;
        double sum = 0;
        for (std::int64_t u = -1; u <= shape[0]; ++u)
            for (std::int64_t v = -1; v <= shape[1]; ++v)
                sum += std::max(0.0, 1 - std::abs(row - static_cast<double>(u))) *
                       std::max(0.0, 1 - std::abs(column - static_cast<double>(v))) *
                       pixelOf(which, built, n, std::clamp<std::int64_t>(u, 0, shape[0] - 1),
                               std::clamp<std::int64_t>(v, 0, shape[1] - 1), c);
        return sum;
    });
}

Doubles padForward(const LayerCase& which, const BuiltCase& built) {
    const auto sides = sizesOf(which, "sides");
    const double value = real(which.layer().fields, which.settings, "value");
    return image(which.outputShape(), [&](auto n, auto i, auto j, auto c) {
        return pixelOf(which, built, n, i - sides[0], j - sides[2], c, value);
    });
}

Doubles cropForward(const LayerCase& which, const BuiltCase& built) {
    const auto sides = sizesOf(which, "sides");
    return image(which.outputShape(), [&](auto n, auto i, auto j, auto c) {
        return pixelOf(which, built, n, i + sides[0], j + sides[2], c);
    });
}

Doubles layerNormForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t channels = which.inputs[0].back(0);
    return standardised(which, built, [&](std::int64_t place) { return place / channels; });
}

Doubles instanceNormForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t channels = which.inputs[0].back(0);
    return standardised(which, built, [&](std::int64_t place) { return place % channels; });
}

Doubles groupNormForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t channels = which.inputs[0].back(0);
    const std::int64_t together = channels / integer(which.layer().fields, which.settings, "groups");
    return standardised(which, built, [&](std::int64_t place) { return place % channels / together; });
}

} // namespace protomind
