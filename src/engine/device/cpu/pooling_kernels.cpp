// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/pooling_kernels.h"

#include <algorithm>
#include <cstddef>

// Highway compiles this file once for each instruction set; its headers must come in this order.
// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/device/cpu/pooling_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace protomind::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;

/// The part of a window that lies inside of the image.
struct Window {
    std::int64_t firstRow;
    std::int64_t lastRow; ///< exclusive
    std::int64_t firstColumn;
    std::int64_t lastColumn;
};

Window windowAt(const PoolingGeometry& g, std::int64_t row, std::int64_t column) {
    const std::int64_t y = row * g.strideY - g.top;
    const std::int64_t x = column * g.strideX - g.left;
    return {std::max<std::int64_t>(0, y), std::min(g.height, y + g.windowHeight),
            std::max<std::int64_t>(0, x), std::min(g.width, x + g.windowWidth)};
}

/// Calls body(window, channels' offset in the windows) for every window.
template<class Body>
HWY_ATTR void forEachWindow(const PoolingGeometry& g, Body body) {
    for (std::int64_t row = 0; row < g.rows; ++row)
        for (std::int64_t column = 0; column < g.columns; ++column)
            body(windowAt(g, row, column), (row * g.columns + column) * g.channels);
}

/// Calls body(mask, offset) for the channels, a vector at a time.
template<class Body>
HWY_ATTR void forEachVector(const PoolingGeometry& g, Body body) {
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t c = 0; c < g.channels; c += lanes)
        body(hn::FirstN(d, static_cast<std::size_t>(std::min(lanes, g.channels - c))), c);
}

/// x wins over the best so far: larger, or the first that is not a number.
template<class V>
HWY_ATTR auto wins(V x, V best) {
    return hn::AndNot(hn::IsNaN(best), hn::Or(hn::Gt(x, best), hn::IsNaN(x)));
}

HWY_ATTR void maxSelect(const PoolingGeometry& g, const float* image, const float* values, float* result) {
    const D d;
    forEachWindow(g, [&](Window w, std::int64_t at) HWY_ATTR {
        forEachVector(g, [&](hn::Mask<D> mask, std::int64_t c) HWY_ATTR {
            const std::int64_t first = (w.firstRow * g.width + w.firstColumn) * g.channels + c;
            auto best = hn::MaskedLoad(mask, d, image + first);
            auto value = hn::MaskedLoad(mask, d, values + first);
            for (std::int64_t y = w.firstRow; y < w.lastRow; ++y) {
                for (std::int64_t x = w.firstColumn; x < w.lastColumn; ++x) {
                    const std::int64_t element = (y * g.width + x) * g.channels + c;
                    const auto candidate = hn::MaskedLoad(mask, d, image + element);
                    const auto better = wins(candidate, best);
                    best = hn::IfThenElse(better, candidate, best);
                    value = hn::IfThenElse(better, hn::MaskedLoad(mask, d, values + element), value);
                }
            }
            hn::BlendedStore(value, mask, d, result + at + c);
        });
    });
}

HWY_ATTR void maxGradient(const PoolingGeometry& g, const float* image, const float* gradient,
                          float* result) {
    const D d;
    forEachWindow(g, [&](Window w, std::int64_t at) HWY_ATTR {
        forEachVector(g, [&](hn::Mask<D> mask, std::int64_t c) HWY_ATTR {
            auto best =
                hn::MaskedLoad(mask, d, image + (w.firstRow * g.width + w.firstColumn) * g.channels + c);
            auto winner = hn::Zero(d); // the number of the winning position, counted through the window
            float position = 0;
            for (std::int64_t y = w.firstRow; y < w.lastRow; ++y) {
                for (std::int64_t x = w.firstColumn; x < w.lastColumn; ++x, position += 1) {
                    const auto candidate =
                        hn::MaskedLoad(mask, d, image + (y * g.width + x) * g.channels + c);
                    const auto better = wins(candidate, best);
                    best = hn::IfThenElse(better, candidate, best);
                    winner = hn::IfThenElse(better, hn::Set(d, position), winner);
                }
            }
            const auto given = hn::MaskedLoad(mask, d, gradient + at + c);
            position = 0;
            for (std::int64_t y = w.firstRow; y < w.lastRow; ++y) {
                for (std::int64_t x = w.firstColumn; x < w.lastColumn; ++x, position += 1) {
                    float* to = result + (y * g.width + x) * g.channels + c;
                    const auto share = hn::IfThenElseZero(hn::Eq(winner, hn::Set(d, position)), given);
                    hn::BlendedStore(hn::Add(hn::MaskedLoad(mask, d, to), share), mask, d, to);
                }
            }
        });
    });
}

HWY_ATTR void average(const PoolingGeometry& g, const float* image, float* result) {
    const D d;
    forEachWindow(g, [&](Window w, std::int64_t at) HWY_ATTR {
        const auto count = static_cast<float>((w.lastRow - w.firstRow) * (w.lastColumn - w.firstColumn));
        forEachVector(g, [&](hn::Mask<D> mask, std::int64_t c) HWY_ATTR {
            auto sum = hn::Zero(d);
            for (std::int64_t y = w.firstRow; y < w.lastRow; ++y)
                for (std::int64_t x = w.firstColumn; x < w.lastColumn; ++x)
                    sum = hn::Add(sum, hn::MaskedLoad(mask, d, image + (y * g.width + x) * g.channels + c));
            hn::BlendedStore(hn::Div(sum, hn::Set(d, count)), mask, d, result + at + c);
        });
    });
}

HWY_ATTR void averageGradient(const PoolingGeometry& g, const float* gradient, float* result) {
    const D d;
    forEachWindow(g, [&](Window w, std::int64_t at) HWY_ATTR {
        const auto count = static_cast<float>((w.lastRow - w.firstRow) * (w.lastColumn - w.firstColumn));
        forEachVector(g, [&](hn::Mask<D> mask, std::int64_t c) HWY_ATTR {
            const auto share = hn::Div(hn::MaskedLoad(mask, d, gradient + at + c), hn::Set(d, count));
            for (std::int64_t y = w.firstRow; y < w.lastRow; ++y) {
                for (std::int64_t x = w.firstColumn; x < w.lastColumn; ++x) {
                    float* to = result + (y * g.width + x) * g.channels + c;
                    hn::BlendedStore(hn::Add(hn::MaskedLoad(mask, d, to), share), mask, d, to);
                }
            }
        });
    });
}

void fillPooling(PoolingKernels& kernels) {
    kernels = {maxSelect, maxGradient, average, averageGradient};
}

} // namespace protomind::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace protomind {

HWY_EXPORT(fillPooling);

const PoolingKernels& poolingKernels() {
    static const PoolingKernels kKernels = [] {
        PoolingKernels kernels;
        HWY_DYNAMIC_DISPATCH(fillPooling)(kernels);
        return kernels;
    }();
    return kKernels;
}

} // namespace protomind
#endif
