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

// Each transform of six along one axis, from numbers that lie `from` apart to numbers that lie `to` apart.

struct DataTransform {
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

/// Row i: the powers of point i over the product of its distances from the other points.
template<int Taps>
struct TapsTransform {
    static constexpr int kFrom = Taps;
    static constexpr int kTo = 6;
    template<int From, int To>
    static HWY_INLINE void apply(const V* x, V* y) {
        V evenOne = x[0], evenTwo = x[0];
        V oddOne = x[From], oddTwo = x[From];
        if constexpr (Taps > 2) {
            evenOne = hn::Add(evenOne, x[2 * From]);
            evenTwo = timesAdd(4, x[2 * From], evenTwo);
        }
        if constexpr (Taps > 3) {
            oddOne = hn::Add(oddOne, x[3 * From]);
            oddTwo = timesAdd(4, x[3 * From], oddTwo);
        }
        if constexpr (Taps > 4) {
            evenOne = hn::Add(evenOne, x[4 * From]);
            evenTwo = timesAdd(16, x[4 * From], evenTwo);
        }
        const V first = x[0];
        const V last = x[(Taps - 1) * From];
        y[0] = times(1.0f / 4, first);
        y[To] = times(-1.0f / 6, hn::Add(evenOne, oddOne));
        y[2 * To] = times(-1.0f / 6, hn::Sub(evenOne, oddOne));
        y[3 * To] = times(1.0f / 24, timesAdd(2, oddTwo, evenTwo));
        y[4 * To] = times(1.0f / 24, timesAdd(-2, oddTwo, evenTwo));
        y[5 * To] = last;
    }
};

template<int Results>
struct ResultsTransform {
    static constexpr int kFrom = 6;
    static constexpr int kTo = Results;
    template<int From, int To>
    static HWY_INLINE void apply(const V* x, V* y) {
        const V sumOne = hn::Add(x[From], x[2 * From]);
        const V differenceOne = hn::Sub(x[From], x[2 * From]);
        const V sumTwo = hn::Add(x[3 * From], x[4 * From]);
        const V differenceTwo = hn::Sub(x[3 * From], x[4 * From]);
        const V last = x[5 * From];
        y[0] = hn::Add(x[0], hn::Add(sumOne, sumTwo));
        y[To] = timesAdd(2, differenceTwo, differenceOne);
        if constexpr (Results > 2)
            y[2 * To] = timesAdd(4, sumTwo, sumOne);
        if constexpr (Results > 3)
            y[3 * To] = timesAdd(8, differenceTwo, differenceOne);
        if constexpr (Results > 4)
            y[4 * To] = timesAdd(16, sumTwo, sumOne);
        y[(Results - 1) * To] = hn::Add(y[(Results - 1) * To], last);
    }
};

/// Along both axes: columns first.
template<class Transform>
HWY_INLINE void square(const V* from, V* to) {
    constexpr int kFrom = Transform::kFrom;
    constexpr int kTo = Transform::kTo;
    V between[kTo * kFrom];
    HWY_UNROLL(12)
    for (int x = 0; x < kFrom; ++x)
        Transform::template apply<kFrom, kFrom>(from + x, between + x);
    HWY_UNROLL(12)
    for (int y = 0; y < kTo; ++y)
        Transform::template apply<1, 1>(between + y * kFrom, to + y * kTo);
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

/// A vector of channels of every element of a patch.
template<int Size, class Load>
HWY_INLINE void loadPatch(const WinogradPatch<const float>& from, bool whole, const Load& load, V* to) {
    if (whole) {
        HWY_UNROLL(12)
        for (int y = 0; y < Size; ++y)
            HWY_UNROLL(12)
        for (int x = 0; x < Size; ++x)
            to[y * Size + x] = load(from.numbers + y * from.row + x * from.column);
        return;
    }
    for (int y = 0; y < Size; ++y) {
        for (int x = 0; x < Size; ++x) {
            const bool there = y >= from.top && y < from.bottom && x >= from.left && x < from.right;
            to[y * Size + x] = there ? load(from.numbers + y * from.row + x * from.column) : hn::Zero(D());
        }
    }
}

template<class Transform>
HWY_ATTR void into(const WinogradPatch<const float>& from, std::int64_t channels, float* to,
                   std::int64_t positionStride) {
    constexpr int kFrom = Transform::kFrom;
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const bool whole = from.top <= 0 && from.left <= 0 && from.bottom >= kFrom && from.right >= kFrom;
    V patch[kFrom * kFrom];
    V turned[kWinogradPositions];
    for (std::int64_t channel = 0; channel < channels; channel += lanes) {
        if (channel + lanes <= channels) {
            loadPatch<kFrom>(
                from, whole, [&](const float* at) HWY_ATTR { return hn::LoadU(d, at + channel); }, patch);
        } else {
            const std::int64_t rest = channels - channel;
            loadPatch<kFrom>(
                from, whole, [&](const float* at) HWY_ATTR { return loadSome(at + channel, rest); }, patch);
        }
        square<Transform>(patch, turned);
        HWY_UNROLL(36)
        for (int position = 0; position < kWinogradPositions; ++position)
            hn::StoreU(turned[position], d, to + position * positionStride + channel);
    }
}

template<int Results>
HWY_ATTR void back(const float* from, std::int64_t positionStride, std::int64_t channels,
                   const WinogradPatch<float>& to) {
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    V turned[kWinogradPositions];
    V patch[Results * Results];
    for (std::int64_t channel = 0; channel < channels; channel += lanes) {
        HWY_UNROLL(36)
        for (int position = 0; position < kWinogradPositions; ++position)
            turned[position] = hn::LoadU(d, from + position * positionStride + channel);
        square<ResultsTransform<Results>>(turned, patch);
        const bool whole = channel + lanes <= channels;
        for (std::int64_t y = to.top; y < std::min<std::int64_t>(to.bottom, Results); ++y) {
            for (std::int64_t x = to.left; x < std::min<std::int64_t>(to.right, Results); ++x) {
                float* const at = to.numbers + y * to.row + x * to.column + channel;
                const V value = patch[y * Results + x];
                if (whole)
                    hn::StoreU(value, d, at);
                else
                    storeSome(value, channels - channel, at);
            }
        }
    }
}

void choose(WinogradTransforms& chosen) {
    chosen.data = into<DataTransform>;
    chosen.taps[2] = into<TapsTransform<2>>;
    chosen.taps[3] = into<TapsTransform<3>>;
    chosen.taps[4] = into<TapsTransform<4>>;
    chosen.taps[5] = into<TapsTransform<5>>;
    chosen.results[2] = back<2>;
    chosen.results[3] = back<3>;
    chosen.results[4] = back<4>;
    chosen.results[5] = back<5>;
}

} // namespace protomind::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace protomind {

HWY_EXPORT(choose);

const WinogradTransforms& winogradTransforms() {
    static const WinogradTransforms kTransforms = [] {
        WinogradTransforms transforms;
        HWY_DYNAMIC_DISPATCH(choose)(transforms);
        return transforms;
    }();
    return kTransforms;
}

} // namespace protomind
#endif
