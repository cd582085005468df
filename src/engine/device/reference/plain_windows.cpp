// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/plain_windows.h"

#include "engine/base/index.h"

#include <cmath>
#include <utility>

namespace protomind {

namespace {

using Inputs = std::span<const Doubles* const>;

std::size_t pixel(const Shape& image, std::int64_t n, std::int64_t y, std::int64_t x, std::int64_t c) {
    return at(((n * image[1] + y) * image[2] + x) * image[3] + c);
}

/// Calls body(n, y, x, c) for each element of an image.
template<class Body>
void forEachPixel(const Shape& image, const Body& body) {
    for (std::int64_t n = 0; n < image[0]; ++n)
        for (std::int64_t y = 0; y < image[1]; ++y)
            for (std::int64_t x = 0; x < image[2]; ++x)
                for (std::int64_t c = 0; c < image[3]; ++c)
                    body(n, y, x, c);
}

/// Calls body(element of the image) for each position of a window that lies inside of the image, row by row.
template<class Body>
void forEachInWindow(const Shape& image, const PoolAttributes& pool, std::int64_t n, std::int64_t y,
                     std::int64_t x, std::int64_t c, const Body& body) {
    for (std::int64_t i = 0; i < pool.window[0]; ++i) {
        for (std::int64_t j = 0; j < pool.window[1]; ++j) {
            const std::int64_t row = y * pool.stride[0] - pool.paddingBefore[0] + i;
            const std::int64_t column = x * pool.stride[1] - pool.paddingBefore[1] + j;
            if (row >= 0 && row < image[1] && column >= 0 && column < image[2])
                body(pixel(image, n, row, column, c));
        }
    }
}

/// What a window does with its pixels.
struct Pooling {
    bool average;  ///< of all of them; else only the one with the maximum takes part
    bool gradient; ///< numbers go from the windows to the pixels
};

Pooling poolingOf(WindowOp op) {
    switch (op) {
    case WindowOp::MaxPool:
    case WindowOp::MaxPoolSelect:
        return {.average = false, .gradient = false};
    case WindowOp::MaxPoolGradient:
        return {.average = false, .gradient = true};
    case WindowOp::AveragePool:
        return {.average = true, .gradient = false};
    case WindowOp::AveragePoolGradient:
        return {.average = true, .gradient = true};
    }
    std::unreachable();
}

} // namespace

Doubles computeWindowPlainly(WindowOp op, Node node, Inputs inputs) {
    const auto& pool = node.as<PoolAttributes>();
    const auto [average, gradient] = poolingOf(op);
    const Shape& image = gradient ? node.shape() : node.input(0).shape();
    const Shape& windows = gradient ? node.input(node.inputCount() - 1).shape() : node.shape();
    const Doubles& last = *inputs.back(); // values to take from, or gradients to give back
    Doubles result(at(node.shape().elementCount()), 0.0);
    forEachPixel(windows, [&](std::int64_t n, std::int64_t y, std::int64_t x, std::int64_t c) {
        const std::size_t window = pixel(windows, n, y, x, c);
        if (average) {
            double count = 0;
            forEachInWindow(image, pool, n, y, x, c, [&](std::size_t) { count += 1; });
            forEachInWindow(image, pool, n, y, x, c, [&](std::size_t element) {
                if (gradient)
                    result[element] += last[window] / count;
                else
                    result[window] += last[element] / count;
            });
            return;
        }
        const Doubles& pixels = *inputs[0];
        bool any = false;
        std::size_t best = 0;
        forEachInWindow(image, pool, n, y, x, c, [&](std::size_t element) {
            if (!any || pixels[element] > pixels[best] ||
                (std::isnan(pixels[element]) && !std::isnan(pixels[best])))
                best = element;
            any = true;
        });
        if (gradient)
            result[best] += last[window];
        else
            result[window] = last[best];
    });
    return result;
}

Doubles computeConvolutionPlainly(ContractionOp op, Node node, Inputs inputs) {
    const auto& c = node.as<ConvolutionAttributes>();
    // Every product image * kernel * output takes part in each of the three, with another one as the result.
    const bool toInput = op == ContractionOp::ConvolutionInputGradient;
    const bool toKernel = op == ContractionOp::ConvolutionKernelGradient;
    const Shape& image = toInput ? node.shape() : node.input(0).shape();
    const Shape& kernel = toKernel ? node.shape() : node.input(1).shape();
    const Shape& output = toInput ? node.input(0).shape() : (toKernel ? node.input(1).shape() : node.shape());
    const std::int64_t groupIn = kernel[2];
    const std::int64_t groupOut = kernel[3] / c.groups;
    Doubles result(at(node.shape().elementCount()), 0.0);
    forEachPixel(output, [&](std::int64_t n, std::int64_t y, std::int64_t x, std::int64_t o) {
        const std::size_t outputAt = pixel(output, n, y, x, o);
        for (std::int64_t i = 0; i < kernel[0]; ++i) {
            for (std::int64_t j = 0; j < kernel[1]; ++j) {
                const std::int64_t row = y * c.stride[0] - c.paddingBefore[0] + i * c.dilation[0];
                const std::int64_t column = x * c.stride[1] - c.paddingBefore[1] + j * c.dilation[1];
                if (row < 0 || row >= image[1] || column < 0 || column >= image[2])
                    continue;
                for (std::int64_t in = 0; in < groupIn; ++in) {
                    const std::size_t imageAt = pixel(image, n, row, column, o / groupOut * groupIn + in);
                    const std::size_t kernelAt = pixel(kernel, i, j, in, o);
                    if (toInput)
                        result[imageAt] += (*inputs[0])[outputAt] * (*inputs[1])[kernelAt];
                    else if (toKernel)
                        result[kernelAt] += (*inputs[0])[imageAt] * (*inputs[1])[outputAt];
                    else
                        result[outputAt] += (*inputs[0])[imageAt] * (*inputs[1])[kernelAt];
                }
            }
        }
    });
    return result;
}

} // namespace protomind
