// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/panel_gemm.h"

#include <cstddef>

// Highway compiles this file once for each instruction set; its headers must come in this order. Vectors
// whose length is not known to the compiler can't stand in arrays.
// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/device/cpu/panel_gemm.cpp"
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace protomind::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

// How many vectors of sums the registers hold, and how many of them lie side by side: 32 registers with
// AVX-512, 16 with less.
#if HWY_TARGET <= HWY_AVX3 && HWY_ARCH_X86
constexpr int kWidest = 4;
constexpr int kSums = 24;
#else
constexpr int kWidest = 2;
constexpr int kSums = 12;
#endif

/// Rows x Vectors sums in registers.
template<int Rows, int Vectors>
HWY_ATTR void block(const PanelFactors& f, const float* left, const float* right, float* result) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    V sums[Rows][Vectors];
    HWY_UNROLL(12)
    for (int row = 0; row < Rows; ++row) {
        HWY_UNROLL(12)
        for (int v = 0; v < Vectors; ++v)
            sums[row][v] = f.add ? hn::LoadU(d, result + row * f.resultRow + v * lanes) : hn::Zero(d);
    }
    for (std::int64_t part = 0; part < f.blocks; ++part) {
        const float* l = left + part * f.leftBlock;
        const float* r = right + part * f.rightBlock;
        for (std::int64_t i = 0; i < f.inner; ++i) {
            V line[Vectors];
            HWY_UNROLL(12)
            for (int v = 0; v < Vectors; ++v)
                line[v] = hn::LoadU(d, r + v * lanes);
            HWY_UNROLL(12)
            for (int row = 0; row < Rows; ++row) {
                const V factor = hn::Set(d, l[row * f.leftRow]);
                HWY_UNROLL(12)
                for (int v = 0; v < Vectors; ++v)
                    sums[row][v] = hn::MulAdd(factor, line[v], sums[row][v]);
            }
            l += f.leftInner;
            r += f.rightRow;
        }
    }
    HWY_UNROLL(12)
    for (int row = 0; row < Rows; ++row) {
        HWY_UNROLL(12)
        for (int v = 0; v < Vectors; ++v)
            hn::StoreU(sums[row][v], d, result + row * f.resultRow + v * lanes);
    }
}

/// The last rows, fewer than Rows: all of them at once, so that as many sums as can be are under way.
template<int Rows, int Vectors>
HWY_ATTR void rest(const PanelFactors& f, std::int64_t rows, const float* left, const float* right,
                   float* result) {
    if constexpr (Rows > 1) {
        if (rows == Rows - 1)
            block<Rows - 1, Vectors>(f, left, right, result);
        else
            rest<Rows - 1, Vectors>(f, rows, left, right, result);
    }
}

template<int Vectors>
HWY_ATTR void panel(const PanelFactors& f, std::int64_t column) {
    constexpr int kRows = kSums / (Vectors == 1 ? 2 : Vectors);
    std::int64_t row = 0;
    const float* right = f.right + column;
    float* result = f.result + column;
    for (; row + kRows <= f.rows; row += kRows)
        block<kRows, Vectors>(f, f.left + row * f.leftRow, right, result + row * f.resultRow);
    if (row < f.rows)
        rest<kRows, Vectors>(f, f.rows - row, f.left + row * f.leftRow, right, result + row * f.resultRow);
}

HWY_ATTR void multiply(const PanelFactors& f) {
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(D()));
    std::int64_t column = 0;
    for (; column + kWidest * lanes <= f.columns; column += kWidest * lanes)
        panel<kWidest>(f, column);
    if constexpr (kWidest > 2) {
        for (; column + 2 * lanes <= f.columns; column += 2 * lanes)
            panel<2>(f, column);
    }
    for (; column < f.columns; column += lanes)
        panel<1>(f, column);
}

void choose(PanelGemm& chosen) {
    chosen = {.multiply = multiply, .lanes = static_cast<std::int64_t>(hn::Lanes(D())), .rows = kSums / 2};
}

} // namespace protomind::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace protomind {

HWY_EXPORT(choose);

const PanelGemm& panelGemm() {
    static const PanelGemm kProduct = [] {
        PanelGemm product;
        HWY_DYNAMIC_DISPATCH(choose)(product);
        return product;
    }();
    return kProduct;
}

} // namespace protomind
#endif
