// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/small_gemm.h"

#include <algorithm>
#include <cstddef>

// Highway compiles this file once for each instruction set; its headers must come in this order.
// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/device/cpu/small_gemm.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace protomind::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

/// A tile of Rows x one vector of columns: its sums stay in registers.
template<int Rows>
HWY_ATTR void tile(const float* left, std::int64_t leftRow, std::int64_t leftInner, const float* right,
                   std::int64_t columns, std::int64_t inner, std::size_t width, float* result) {
    const D d;
    const auto mask = hn::FirstN(d, width);
    V sum0 = hn::Zero(d);
    V sum1 = hn::Zero(d);
    V sum2 = hn::Zero(d);
    V sum3 = hn::Zero(d);
    for (std::int64_t i = 0; i < inner; ++i) {
        const V line = hn::MaskedLoad(mask, d, right + i * columns);
        const float* factors = left + i * leftInner;
        sum0 = hn::MulAdd(hn::Set(d, factors[0]), line, sum0);
        if constexpr (Rows > 1)
            sum1 = hn::MulAdd(hn::Set(d, factors[leftRow]), line, sum1);
        if constexpr (Rows > 2) {
            sum2 = hn::MulAdd(hn::Set(d, factors[2 * leftRow]), line, sum2);
            sum3 = hn::MulAdd(hn::Set(d, factors[3 * leftRow]), line, sum3);
        }
    }
    hn::BlendedStore(sum0, mask, d, result);
    if constexpr (Rows > 1)
        hn::BlendedStore(sum1, mask, d, result + columns);
    if constexpr (Rows > 2) {
        hn::BlendedStore(sum2, mask, d, result + 2 * columns);
        hn::BlendedStore(sum3, mask, d, result + 3 * columns);
    }
}

HWY_ATTR void product(const float* left, std::int64_t leftRow, std::int64_t leftInner, const float* right,
                      float* result, std::int64_t rows, std::int64_t columns, std::int64_t inner) {
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(D()));
    for (std::int64_t column = 0; column < columns; column += lanes) {
        const auto width = static_cast<std::size_t>(std::min(lanes, columns - column));
        std::int64_t row = 0;
        for (; row + 4 <= rows; row += 4)
            tile<4>(left + row * leftRow, leftRow, leftInner, right + column, columns, inner, width,
                    result + row * columns + column);
        for (; row + 2 <= rows; row += 2)
            tile<2>(left + row * leftRow, leftRow, leftInner, right + column, columns, inner, width,
                    result + row * columns + column);
        for (; row < rows; ++row)
            tile<1>(left + row * leftRow, leftRow, leftInner, right + column, columns, inner, width,
                    result + row * columns + column);
    }
}

void choose(SmallGemm& chosen) {
    chosen = product;
}

} // namespace protomind::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace protomind {

HWY_EXPORT(choose);

SmallGemm smallGemm() {
    static const SmallGemm kProduct = [] {
        SmallGemm product = nullptr;
        HWY_DYNAMIC_DISPATCH(choose)(product);
        return product;
    }();
    return kProduct;
}

} // namespace protomind
#endif
