// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/winograd.h"

#include <algorithm>
#include <cstddef>

// Highway compiles this file once for each instruction set; its headers must come in this order. Vectors
// whose length is not known to the compiler can't stand in arrays.
// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/device/cpu/winograd.cpp"
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace protomind::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

HWY_INLINE V times(float factor, V x) {
    return hn::Mul(hn::Set(D(), factor), x);
}
/// factor * x + y
HWY_INLINE V timesAdd(float factor, V x, V y) {
    return hn::MulAdd(hn::Set(D(), factor), x, y);
}

// Each transform along one axis, from numbers that lie From apart to numbers that lie To apart.

template<int Size>
struct DataTransform;

template<>
struct DataTransform<6> {
    static constexpr int kFrom = 6;
    static constexpr int kTo = 6;
    template<int From, int To>
    static HWY_INLINE void apply(const V* x, V* y) {
        const V x0 = x[0], x1 = x[From], x2 = x[2 * From], x3 = x[3 * From], x4 = x[4 * From],
                x5 = x[5 * From];
        const V evenOne = timesAdd(-4, x2, x4);
        const V oddOne = timesAdd(-4, x1, x3);
        const V evenTwo = hn::Sub(x4, x2);
        const V oddTwo = times(2, hn::Sub(x3, x1));
        y[0] = timesAdd(4, x0, timesAdd(-5, x2, x4));
        y[To] = hn::Add(evenOne, oddOne);
        y[2 * To] = hn::Sub(evenOne, oddOne);
        y[3 * To] = hn::Add(evenTwo, oddTwo);
        y[4 * To] = hn::Sub(evenTwo, oddTwo);
        y[5 * To] = timesAdd(4, x1, timesAdd(-5, x3, x5));
    }
};

template<>
struct DataTransform<8> {
    static constexpr int kFrom = 8;
    static constexpr int kTo = 8;
    template<int From, int To>
    static HWY_INLINE void apply(const V* x, V* y) {
        const V x0 = x[0], x1 = x[From], x2 = x[2 * From], x3 = x[3 * From];
        const V x4 = x[4 * From], x5 = x[5 * From], x6 = x[6 * From], x7 = x[7 * From];
        const V evenOne = timesAdd(-4.25f, x4, hn::Add(x2, x6));
        const V oddOne = timesAdd(-4.25f, x3, hn::Add(x1, x5));
        const V evenTwo = timesAdd(0.25f, x2, timesAdd(-1.25f, x4, x6));
        const V oddTwo = timesAdd(0.5f, x1, timesAdd(-2.5f, x3, times(2, x5)));
        const V evenHalf = timesAdd(4, x2, timesAdd(-5, x4, x6));
        const V oddHalf = timesAdd(2, x1, timesAdd(-2.5f, x3, times(0.5f, x5)));
        y[0] = timesAdd(5.25f, hn::Sub(x4, x2), hn::Sub(x0, x6));
        y[To] = hn::Add(evenOne, oddOne);
        y[2 * To] = hn::Sub(evenOne, oddOne);
        y[3 * To] = hn::Add(evenTwo, oddTwo);
        y[4 * To] = hn::Sub(evenTwo, oddTwo);
        y[5 * To] = hn::Add(evenHalf, oddHalf);
        y[6 * To] = hn::Sub(evenHalf, oddHalf);
        y[7 * To] = timesAdd(5.25f, hn::Sub(x3, x5), hn::Sub(x7, x1));
    }
};

/// Row i: the powers of point i over the product of its distances from the other points.
template<int Size, int Taps>
struct TapsTransform {
    static constexpr int kFrom = Taps;
    static constexpr int kTo = Size;

    /// The even and the odd powers of a point.
    template<int From>
    static HWY_INLINE void powers(const V* x, float point, V& even, V& odd) {
        const float square = point * point;
        even = timesAdd(square, x[2 * From], x[0]);
        odd = x[From];
        if constexpr (Taps > 3)
            odd = timesAdd(square, x[3 * From], odd);
        if constexpr (Taps > 4)
            even = timesAdd(square * square, x[4 * From], even);
        odd = times(point, odd);
    }
    template<int From, int To>
    static HWY_INLINE void pair(const V* x, float point, float scale, V* y) {
        V even, odd;
        powers<From>(x, point, even, odd);
        y[0] = times(scale, hn::Add(even, odd));
        y[To] = times(scale, hn::Sub(even, odd));
    }
    template<int From, int To>
    static HWY_INLINE void apply(const V* x, V* y) {
        const V last = x[(Taps - 1) * From];
        if constexpr (Size == 6) {
            y[0] = times(1.0f / 4, x[0]);
            pair<From, To>(x, 1, -1.0f / 6, y + To);
            pair<From, To>(x, 2, 1.0f / 24, y + 3 * To);
        } else {
            y[0] = x[0];
            pair<From, To>(x, 1, -2.0f / 9, y + To);
            pair<From, To>(x, 2, 1.0f / 90, y + 3 * To);
            pair<From, To>(x, 0.5f, 32.0f / 45, y + 5 * To);
        }
        y[(Size - 1) * To] = last;
    }
};

template<int Size, int Results>
struct ResultsTransform {
    static constexpr int kFrom = Size;
    static constexpr int kTo = Results;
    template<int From, int To>
    static HWY_INLINE void apply(const V* x, V* y) {
        const V sums[3] = {hn::Add(x[From], x[2 * From]), hn::Add(x[3 * From], x[4 * From]),
                           Size == 8 ? hn::Add(x[5 * From], x[6 * From]) : hn::Zero(D())};
        const V differences[3] = {hn::Sub(x[From], x[2 * From]), hn::Sub(x[3 * From], x[4 * From]),
                                  Size == 8 ? hn::Sub(x[5 * From], x[6 * From]) : hn::Zero(D())};
        const V first = x[0];
        const V last = x[(Size - 1) * From];
        float power = 1;
        HWY_UNROLL(12)
        for (int i = 0; i < Results; ++i, power *= 2) {
            const V* terms = i % 2 == 0 ? sums : differences;
            V result = timesAdd(power, terms[1], terms[0]);
            if constexpr (Size == 8)
                result = timesAdd(1 / power, terms[2], result);
            if (i == 0)
                result = hn::Add(first, result);
            if (i == Results - 1)
                result = hn::Add(last, result);
            y[i * To] = result;
        }
    }
};

/// Along both axes: columns first. load(y, x) gives an element, store(y, x, value) takes one.
template<class Transform, class Load, class Store>
HWY_INLINE void square(const Load& load, const Store& store) {
    constexpr int kFrom = Transform::kFrom;
    constexpr int kTo = Transform::kTo;
    V between[kTo * kFrom];
    for (int x = 0; x < kFrom; ++x) {
        V column[kFrom];
        HWY_UNROLL(12)
        for (int y = 0; y < kFrom; ++y)
            column[y] = load(y, x);
        Transform::template apply<1, kFrom>(column, between + x);
    }
    for (int y = 0; y < kTo; ++y) {
        V row[kTo];
        Transform::template apply<1, 1>(between + y * kFrom, row);
        HWY_UNROLL(12)
        for (int x = 0; x < kTo; ++x)
            store(y, x, row[x]);
    }
}

// The last channels, fewer than a vector. A masked store would touch what lies behind them where the
// processor has none of its own; that may be another thread's.

HWY_INLINE V loadSome(const float* from, std::int64_t count) {
    alignas(64) float numbers[HWY_MAX_BYTES / sizeof(float)] = {};
    std::copy_n(from, count, numbers);
    return hn::Load(D(), numbers);
}

HWY_INLINE void storeSome(V value, std::int64_t count, float* to) {
    alignas(64) float numbers[HWY_MAX_BYTES / sizeof(float)];
    hn::Store(value, D(), numbers);
    std::copy_n(numbers, count, to);
}

template<class Transform>
HWY_ATTR void into(const WinogradPatch<const float>& from, std::int64_t channels, float* to,
                   std::int64_t positionStride) {
    constexpr int kFrom = Transform::kFrom;
    constexpr int kTo = Transform::kTo;
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const bool whole = from.top <= 0 && from.left <= 0 && from.bottom >= kFrom && from.right >= kFrom;
    for (std::int64_t channel = 0; channel < channels; channel += lanes) {
        const float* const numbers = from.numbers + channel;
        const auto store = [&](int y, int x, V value) HWY_ATTR {
            hn::StoreU(value, d, to + (y * kTo + x) * positionStride + channel);
        };
        if (whole && channel + lanes <= channels) {
            square<Transform>([&](int y, int x)
                                  HWY_ATTR { return hn::LoadU(d, numbers + y * from.row + x * from.column); },
                              store);
        } else {
            const std::int64_t count = std::min(lanes, channels - channel);
            square<Transform>(
                [&](int y, int x) HWY_ATTR {
                    if (y < from.top || y >= from.bottom || x < from.left || x >= from.right)
                        return hn::Zero(d);
                    const float* const at = numbers + y * from.row + x * from.column;
                    return count == lanes ? hn::LoadU(d, at) : loadSome(at, count);
                },
                store);
        }
    }
}

template<int Size, int Results>
HWY_ATTR void back(const float* from, std::int64_t positionStride, std::int64_t channels,
                   const WinogradPatch<float>& to) {
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const bool inside = to.top <= 0 && to.left <= 0 && to.bottom >= Results && to.right >= Results;
    for (std::int64_t channel = 0; channel < channels; channel += lanes) {
        float* const numbers = to.numbers + channel;
        const auto load = [&](int y, int x) HWY_ATTR {
            return hn::LoadU(d, from + (y * Size + x) * positionStride + channel);
        };
        if (inside && channel + lanes <= channels) {
            square<ResultsTransform<Size, Results>>(load, [&](int y, int x, V value) HWY_ATTR {
                hn::StoreU(value, d, numbers + y * to.row + x * to.column);
            });
        } else {
            const std::int64_t count = std::min(lanes, channels - channel);
            square<ResultsTransform<Size, Results>>(load, [&](int y, int x, V value) HWY_ATTR {
                if (y < to.top || y >= to.bottom || x < to.left || x >= to.right)
                    return;
                float* const at = numbers + y * to.row + x * to.column;
                if (count == lanes)
                    hn::StoreU(value, d, at);
                else
                    storeSome(value, count, at);
            });
        }
    }
}

template<int Taps>
WinogradTransforms transformsFor() {
    constexpr int kTile = static_cast<int>(kWinogradTile);
    constexpr int kSize = kTile + Taps - 1;
    return {.size = kSize,
            .data = into<DataTransform<kSize>>,
            .kernel = into<TapsTransform<kSize, Taps>>,
            .results = back<kSize, kTile>,
            .gradients = into<TapsTransform<kSize, kTile>>,
            .kernelGradient = back<kSize, Taps>};
}

void choose(WinogradTransforms& three, WinogradTransforms& five) {
    three = transformsFor<3>();
    five = transformsFor<5>();
}

} // namespace protomind::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace protomind {

HWY_EXPORT(choose);

const WinogradTransforms& winogradTransforms(std::int64_t taps) {
    struct Both {
        WinogradTransforms three;
        WinogradTransforms five;
    };
    static const Both kBoth = [] {
        Both both;
        HWY_DYNAMIC_DISPATCH(choose)(both.three, both.five);
        return both;
    }();
    return taps == 3 ? kBoth.three : kBoth.five;
}

} // namespace protomind
#endif
