// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of layer against plain loops that share nothing with its graph.
#include "engine/nn/gradient_check.h"
#include "engine/nn/plain_layers.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace protomind {
namespace {

std::int64_t wholeOf(const LayerCase& which, const char* name) {
    return integer(which.layer().fields, which.settings, name);
}
std::int64_t sizeOf(const LayerCase& which, const char* name, std::size_t axis) {
    return sizes(which.layer().fields, which.settings, name)[axis];
}

Doubles denseForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t in = which.inputs[0].back(0);
    const std::int64_t out = which.outputShape().back(0);
    const std::int64_t rows = kCaseBatch * which.inputs[0].elementCount() / in;
    const Doubles& x = built.values.at("x0");
    const Doubles& kernel = built.values.at("layer/kernel");
    Doubles y;
    for (std::int64_t n = 0; n < rows; ++n) {
        for (std::int64_t j = 0; j < out; ++j) {
            double sum = built.values.contains("layer/bias")
                             ? built.values.at("layer/bias")[static_cast<std::size_t>(j)]
                             : 0;
            for (std::int64_t i = 0; i < in; ++i)
                sum +=
                    x[static_cast<std::size_t>(n * in + i)] * kernel[static_cast<std::size_t>(i * out + j)];
            y.push_back(sum);
        }
    }
    applyActivation(choice(which.layer().fields, which.settings, "activation"), y, out);
    return y;
}

/// Where the image begins under "same": as ONNX has SAME_UPPER.
std::int64_t paddingBefore(const LayerCase& which, std::size_t axis, std::int64_t reach,
                           std::int64_t stride) {
    if (choice(which.layer().fields, which.settings, "padding") == "valid")
        return 0;
    const std::int64_t in = which.inputs[0][static_cast<int>(axis)];
    const std::int64_t out =
        static_cast<std::int64_t>(std::ceil(static_cast<double>(in) / static_cast<double>(stride)));
    return std::max<std::int64_t>(0, (out - 1) * stride + reach - in) / 2;
}

/// Calls visit(offset of the output, y, x of the image) for each place a window covers.
struct Geometry {
    std::array<std::int64_t, 2> window, stride, dilation, before, in, out;
};
Geometry geometryOf(const LayerCase& which, const char* window) {
    Geometry g{};
    const Shape output = which.outputShape();
    for (std::size_t axis = 0; axis < 2; ++axis) {
        g.window[axis] = sizeOf(which, window, axis);
        g.stride[axis] = sizeOf(which, "stride", axis);
        g.dilation[axis] = which.type.ends_with("convolution") ? sizeOf(which, "dilation", axis) : 1;
        g.before[axis] =
            paddingBefore(which, axis, (g.window[axis] - 1) * g.dilation[axis] + 1, g.stride[axis]);
        g.in[axis] = which.inputs[0][static_cast<int>(axis)];
        g.out[axis] = output[static_cast<int>(axis)];
    }
    return g;
}

/// One number an output: fold over the covered image values. visit gets image row, column and window row,
/// column.
using Visit = std::function<void(std::int64_t, std::int64_t, std::int64_t, std::int64_t)>;
void forWindow(const Geometry& g, std::int64_t i, std::int64_t j, const Visit& visit) {
    for (std::int64_t u = 0; u < g.window[0]; ++u) {
        for (std::int64_t v = 0; v < g.window[1]; ++v) {
            const std::int64_t row = i * g.stride[0] + u * g.dilation[0] - g.before[0];
            const std::int64_t column = j * g.stride[1] + v * g.dilation[1] - g.before[1];
            if (row >= 0 && row < g.in[0] && column >= 0 && column < g.in[1])
                visit(row, column, u, v);
        }
    }
}

Doubles groupedForward(const LayerCase& which, const BuiltCase& built, std::int64_t filters,
                       std::int64_t groups) {
    const Geometry g = geometryOf(which, "kernel");
    const std::int64_t channels = which.inputs[0][2];
    const std::int64_t perGroup = channels / groups;
    const Doubles& x = built.values.at("x0");
    const Doubles& kernel = built.values.at("layer/kernel");
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n)
        for (std::int64_t i = 0; i < g.out[0]; ++i)
            for (std::int64_t j = 0; j < g.out[1]; ++j)
                for (std::int64_t k = 0; k < filters; ++k) {
                    double sum = built.values.contains("layer/bias")
                                     ? built.values.at("layer/bias")[static_cast<std::size_t>(k)]
                                     : 0;
                    forWindow(g, i, j, [&](auto row, auto column, auto u, auto v) {
                        for (std::int64_t c = 0; c < perGroup; ++c) {
                            const std::int64_t channel = k / (filters / groups) * perGroup + c;
                            sum += x[static_cast<std::size_t>(
                                       ((n * g.in[0] + row) * g.in[1] + column) * channels + channel)] *
                                   kernel[static_cast<std::size_t>(
                                       ((u * g.window[1] + v) * perGroup + c) * filters + k)];
                        }
                    });
                    y.push_back(sum);
                }
    applyActivation(choice(which.layer().fields, which.settings, "activation"), y, filters);
    return y;
}

Doubles convolutionForward(const LayerCase& which, const BuiltCase& built) {
    return groupedForward(which, built, wholeOf(which, "filters"), wholeOf(which, "groups"));
}
Doubles depthwiseForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t channels = which.inputs[0][2];
    return groupedForward(which, built, channels * wholeOf(which, "multiplier"), channels);
}

Doubles poolForward(const LayerCase& which, const BuiltCase& built) {
    const Geometry g = geometryOf(which, "window");
    const std::int64_t channels = which.inputs[0][2];
    const Doubles& x = built.values.at("x0");
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n)
        for (std::int64_t i = 0; i < g.out[0]; ++i)
            for (std::int64_t j = 0; j < g.out[1]; ++j)
                for (std::int64_t c = 0; c < channels; ++c) {
                    Doubles covered;
                    forWindow(g, i, j, [&](auto row, auto column, auto, auto) {
                        covered.push_back(x[static_cast<std::size_t>(
                            ((n * g.in[0] + row) * g.in[1] + column) * channels + c)]);
                    });
                    y.push_back(which.type == "max_pool"
                                    ? *std::ranges::max_element(covered)
                                    : std::accumulate(covered.begin(), covered.end(), 0.0) /
                                          static_cast<double>(covered.size()));
                }
    return y;
}

Doubles globalPoolForward(const LayerCase& which, const BuiltCase& built) {
    const std::int64_t channels = which.inputs[0].back(0);
    const std::int64_t places = which.inputs[0].elementCount() / channels;
    const bool largest = which.type == "global_max_pool";
    const Doubles& x = built.values.at("x0");
    Doubles y;
    for (std::int64_t n = 0; n < kCaseBatch; ++n)
        for (std::int64_t c = 0; c < channels; ++c) {
            Doubles all;
            for (std::int64_t place = 0; place < places; ++place)
                all.push_back(x[static_cast<std::size_t>((n * places + place) * channels + c)]);
            y.push_back(largest ? *std::ranges::max_element(all)
                                : std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(places));
        }
    return y;
}

/// With the running statistics, as in inference.
Doubles batchNormForward(const LayerCase& which, const BuiltCase& built) {
    const double epsilon = real(which.layer().fields, which.settings, "epsilon");
    Doubles y = built.values.at("x0");
    const auto channels = static_cast<std::size_t>(which.inputs[0].back(0));
    for (std::size_t i = 0; i < y.size(); ++i) {
        const std::size_t c = i % channels;
        y[i] = (y[i] - built.values.at("layer/running_mean")[c]) /
                   std::sqrt(built.values.at("layer/running_variance")[c] + epsilon) *
                   built.values.at("layer/scale")[c] +
               built.values.at("layer/shift")[c];
    }
    return y;
}

Doubles addForward(const LayerCase&, const BuiltCase& built) {
    Doubles y(built.values.at("x0").size(), 0.0);
    for (const auto& [name, x] : built.values)
        for (std::size_t i = 0; i < x.size(); ++i)
            y[i] += x[i];
    return y;
}

/// The later inputs are as large as the first, or have a number for each channel.
Doubles multiplyForward(const LayerCase& which, const BuiltCase& built) {
    Doubles y = built.values.at("x0");
    for (std::size_t part = 1; part < which.inputs.size(); ++part) {
        const Doubles& x = built.values.at(fmt::format("x{}", part));
        const auto size = static_cast<std::size_t>(which.inputs[0].elementCount());
        const auto own = static_cast<std::size_t>(which.inputs[part].elementCount());
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] *= x[i / size * own + i % own];
    }
    return y;
}

/// In inference the means: the first half of each sample.
Doubles gaussianSamplingForward(const LayerCase& which, const BuiltCase& built) {
    const auto size = static_cast<std::size_t>(which.inputs[0][0]);
    Doubles y;
    for (std::size_t i = 0; i < built.values.at("x0").size(); ++i)
        if (i % size < size / 2)
            y.push_back(built.values.at("x0")[i]);
    return y;
}

Doubles concatenateForward(const LayerCase& which, const BuiltCase& built) {
    Doubles y;
    const std::int64_t rows = kCaseBatch * which.inputs[0].elementCount() / which.inputs[0].back(0);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::size_t part = 0; part < which.inputs.size(); ++part) {
            const std::int64_t width = which.inputs[part].back(0);
            const auto from = built.values.at(fmt::format("x{}", part)).begin() + row * width;
            y.insert(y.end(), from, from + width);
        }
    return y;
}

Doubles activationForward(const LayerCase& which, const BuiltCase& built) {
    Doubles y = built.values.at("x0");
    applyActivation(choice(which.layer().fields, which.settings, "function"), y, which.inputs[0].back(0),
                    real(which.layer().fields, which.settings, "slope"),
                    real(which.layer().fields, which.settings, "alpha"));
    return y;
}

/// Input, Flatten, Reshape; Dropout and Noise in inference.
Doubles unchanged(const LayerCase&, const BuiltCase& built) {
    return built.values.at("x0");
}

const std::map<std::string, PlainLayer> kForward{
    {"input", unchanged},
    {"latent", unchanged},
    {"dense", denseForward},
    {"convolution", convolutionForward},
    {"max_pool", poolForward},
    {"average_pool", poolForward},
    {"global_average_pool", globalPoolForward},
    {"global_max_pool", globalPoolForward},
    {"flatten", unchanged},
    {"reshape", unchanged},
    {"dropout", unchanged},
    {"batch_norm", batchNormForward},
    {"add", addForward},
    {"concatenate", concatenateForward},
    {"activation", activationForward},
    {"depthwise_convolution", depthwiseForward},
    {"transposed_convolution", transposedConvolutionForward},
    {"embedding", embeddingForward},
    {"position", positionForward},
    {"rnn", recurrentForward},
    {"lstm", recurrentForward},
    {"gru", recurrentForward},
    {"attention", attentionForward},
    {"upsample", upsampleForward},
    {"pad", padForward},
    {"crop", cropForward},
    {"noise", unchanged},
    {"gaussian_sampling", gaussianSamplingForward},
    {"layer_norm", layerNormForward},
    {"group_norm", groupNormForward},
    {"instance_norm", instanceNormForward},
    {"multiply", multiplyForward},
};

class LayerForward : public testing::TestWithParam<LayerCase> {};

INSTANTIATE_TEST_SUITE_P(Cases, LayerForward, testing::ValuesIn(layerCases()),
                         [](const auto& which) { return which.param.label; });

TEST_P(LayerForward, EqualsPlainLoops) {
    const BuiltCase built = buildCase(GetParam(), BuildMode::Inference);
    const Doubles got = valueOf(built.output, built.values);
    const Doubles wanted = kForward.at(GetParam().type)(GetParam(), built);
    ASSERT_EQ(got.size(), wanted.size());
    // Constants of the graph (slopes, epsilon, factors) are floats.
    for (std::size_t i = 0; i < got.size(); ++i)
        ASSERT_NEAR(got[i], wanted[i], 2e-6 * (1 + std::abs(wanted[i]))) << i;
}

} // namespace
} // namespace protomind
