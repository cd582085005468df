// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/matrix_product.h"
#include "engine/device/opencl/text/grid_text.h"
#include "engine/device/opencl/text_kernel.h"

#include <cstdint>
#include <span>
#include <vector>

namespace protomind {

/// How a long sum is divided: whole slices of the same length, and what is left.
struct SumSlices {
    std::int64_t length = 0;
    std::int64_t whole = 0;
    std::int64_t rest = 0; ///< shorter than the others

    [[nodiscard]] std::int64_t count() const { return whole + (rest > 0 ? 1 : 0); }
    friend bool operator==(const SumSlices&, const SumSlices&) = default;
};

/// A product with few results and long sums, as gradients of weights have them: its tiles alone would leave
/// most of a graphics card idle. The sums are divided into slices that are computed side by side, each into
/// partial results of its own, and these are added in a fixed order: every run gives the same bits. Made once
/// for a step; calls throw cl::Error.
class SlicedProduct {
public:
    /// Floats of scratch memory after which any device lets a buffer begin.
    static constexpr std::int64_t kScratchAlignment = 1024;

    /// Of the sums of a product on a device with these limits; fewer than two slices where they do not pay.
    [[nodiscard]] static SumSlices slicesOf(const MatrixProduct& product, const KernelLimits& limits);
    [[nodiscard]] static bool pays(const MatrixProduct& product, const KernelLimits& limits) {
        return slicesOf(product, limits).count() > 1;
    }

    /// For a product that it pays for. result: the number of the value that is computed; partial results lie
    /// in the scratch memory from scratchBegin on (a multiple of kScratchAlignment).
    SlicedProduct(const MatrixProduct& product, int result, const KernelTitle& title,
                  const KernelLimits& limits, std::int64_t scratchBegin = 0);

    /// Asks the library what it needs on the device; before scratchElements().
    void prepare(cl::CommandQueue& queue) {
        m_temporaryElements = temporaryElements(queue, m_restSlice, false);
    }
    /// Floats of scratch memory, from its beginning on: what is before scratchBegin counts.
    [[nodiscard]] std::int64_t scratchElements() const { return temporaryBegin() + m_temporaryElements; }
    [[nodiscard]] std::vector<KernelSource*> sources() { return {&m_sum.source()}; }
    void build(const cl::Program& program) { m_sum.build(program); }
    void bind(std::span<const OpenClPlace> values, const OpenClPlace& left, const OpenClPlace& right,
              const cl::Buffer& scratch);
    void enqueue(cl::CommandQueue& queue, std::uint64_t run);

private:
    [[nodiscard]] std::int64_t partialElements() const {
        return m_slices.count() * m_product.m * m_product.n;
    }
    [[nodiscard]] std::int64_t temporaryBegin() const;

    MatrixProduct m_product;
    SumSlices m_slices;
    std::int64_t m_scratchBegin;
    MatrixProduct m_wholeSlices; ///< a batch of them
    MatrixProduct m_restSlice;
    std::int64_t m_temporaryElements = 0; ///< for that: many at once are given none
    TextKernel m_sum;
    OpenClPlace m_left, m_right, m_partial;
    OpenClPlace m_restLeft, m_restRight, m_restPartial;
    cl::Buffer m_temporary; ///< none where no buffer may begin there
};

} // namespace protomind
