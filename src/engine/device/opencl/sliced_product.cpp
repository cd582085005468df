// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/sliced_product.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// Edge of the tile of results that a group of work items usually computes.
constexpr std::int64_t kTile = 64;
/// Tiles that keep a compute unit busy while others of its wait for memory.
constexpr std::int64_t kTilesOfUnit = 4;
/// Sums are long that are so many times as long as the result is high and wide: partial results are little
/// beside what is read then.
constexpr std::int64_t kLongSum = 16;
constexpr std::int64_t kLeastLength = 128;
/// Lengths that the library's kernels take without filling up with zeros.
constexpr std::int64_t kLengthStep = 32;

constexpr std::int64_t dividedUp(std::int64_t count, std::int64_t by) {
    return (count + by - 1) / by;
}

/// How far it is from a slice of a sum to the next one in an operand: whole rows where the sum goes over its
/// rows, else a part of each.
OperandStrides strideOfSlices(std::int64_t length, std::int64_t k, std::int64_t others, bool overRows) {
    return overRows ? OperandStrides{.row = others, .batch = length * others}
                    : OperandStrides{.row = k, .batch = length};
}

KernelSource sumText(const MatrixProduct& product, std::int64_t slices, int result, const KernelTitle& title,
                     const KernelLimits& limits, std::int64_t scratchBegin) {
    const std::int64_t results = product.m * product.n;
    ValueArguments arguments;
    const std::string from = arguments.readFrom(kPartialResults, scratchBegin).name;
    const std::string to = arguments.write(result);
    const std::string body = fmt::format(R"(    float sum = 0.0f;
    for (int slice = 0; slice < {}; ++slice)
        sum += {}[slice * {} + i];
    {}[i] {} sum;
)",
                                         slices, from, results, to, product.accumulate ? "+=" : "=");
    KernelSource source = elementwiseText(title, Shape{results}, {}, body, arguments, limits);
    source.partialElements = static_cast<std::size_t>(slices * results);
    return source;
}

} // namespace

SumSlices SlicedProduct::slicesOf(const MatrixProduct& product, const KernelLimits& limits) {
    const OperandStrides& left = product.leftStrides;
    const OperandStrides& right = product.rightStrides;
    const bool isDense = left.row + left.batch + right.row + right.batch == 0;
    const std::int64_t k = product.k;
    const std::int64_t tiles = dividedUp(product.m, kTile) * dividedUp(product.n, kTile);
    const std::int64_t wanted = kTilesOfUnit * static_cast<std::int64_t>(limits.computeUnits);
    if (product.batches != 1 || !isDense || tiles == 0 || tiles >= wanted ||
        k <= kLongSum * std::max(product.m, product.n))
        return {.length = k, .whole = 1};
    const std::int64_t count =
        std::max<std::int64_t>(1, std::min(dividedUp(wanted, tiles), k / kLeastLength));
    const std::int64_t length = dividedUp(dividedUp(k, count), kLengthStep) * kLengthStep;
    return {.length = length, .whole = k / length, .rest = k % length};
}

SlicedProduct::SlicedProduct(const MatrixProduct& product, int result, const KernelTitle& title,
                             const KernelLimits& limits, std::int64_t scratchBegin)
    : m_product(product)
    , m_slices(slicesOf(product, limits))
    , m_scratchBegin(scratchBegin)
    , m_wholeSlices(product)
    , m_sum(sumText(product, m_slices.count(), result, title, limits, scratchBegin)) {
    m_wholeSlices.batches = m_slices.whole;
    m_wholeSlices.k = m_slices.length;
    m_wholeSlices.accumulate = false;
    m_wholeSlices.leftStrides = strideOfSlices(m_slices.length, product.k, product.m, product.transposeLeft);
    m_wholeSlices.rightStrides =
        strideOfSlices(m_slices.length, product.k, product.n, !product.transposeRight);
    m_restSlice = m_wholeSlices;
    m_restSlice.batches = m_slices.rest > 0 ? 1 : 0;
    m_restSlice.k = m_slices.rest;
}

std::int64_t SlicedProduct::temporaryBegin() const {
    return dividedUp(m_scratchBegin + partialElements(), kScratchAlignment) * kScratchAlignment;
}

void SlicedProduct::bind(std::span<const OpenClPlace> values, const OpenClPlace& left,
                         const OpenClPlace& right, const cl::Buffer& scratch) {
    const MatrixProduct& p = m_product;
    const auto from = [](OpenClPlace place, std::int64_t elements) {
        place.begin += elements;
        return place;
    };
    const std::int64_t whole = m_slices.whole;
    const OpenClPlace partial{scratch, m_scratchBegin};
    m_left = atItsBeginning(left, p.m * p.k);
    m_right = atItsBeginning(right, p.k * p.n);
    m_partial = atItsBeginning(partial, partialElements());
    m_restLeft = from(left, whole * m_wholeSlices.leftStrides.batch);
    m_restRight = from(right, whole * m_wholeSlices.rightStrides.batch);
    m_restPartial = from(partial, whole * p.m * p.n);
    m_sum.bind(values, scratch);
    const OpenClPlace temporary = atItsBeginning({scratch, temporaryBegin()}, m_temporaryElements);
    m_temporary = m_temporaryElements > 0 && temporary.begin == 0 ? temporary.memory : cl::Buffer();
}

void SlicedProduct::enqueue(cl::CommandQueue& queue, std::uint64_t run) {
    enqueueProduct(queue, m_wholeSlices, m_left, m_right, m_partial);
    enqueueProduct(queue, m_restSlice, m_restLeft, m_restRight, m_restPartial, m_temporary);
    m_sum.enqueue(queue, run);
}

} // namespace protomind
