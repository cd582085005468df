// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/base/parallel.h"
#include "engine/base/rounding.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/panel_gemm.h"
#include "engine/device/cpu/small_gemm.h"
#include "engine/device/cpu/transpose.h"
#include "engine/device/cpu/tree_reduction.h"

#include <algorithm>

namespace protomind {

namespace {

/// Up to so many multiplications the product is computed here and now.
constexpr std::int64_t kSmallGemm = 1 << 16;
/// Multiplications of a unit of work: a microsecond, enough to be worth a thread.
constexpr std::int64_t kUnitProduct = 1 << 15;
constexpr std::int64_t kMostUnits = 16;
/// Rows of the right matrix that are multiplied at a time: with the columns of a unit they stay in the second
/// cache.
constexpr std::int64_t kInnerBlock = 256;
/// A sum is cut into parts of at least so many terms, and so many at most.
constexpr std::int64_t kPartTerms = 128;
constexpr std::int64_t kMostProductParts = 8;
/// Rows of the right matrix for each row of partial sums: with fewer, adding these up costs too much.
constexpr std::int64_t kTermsPerRow = 2;
/// Vectors of a row that the widest blocks of a product take: narrower ones load more for each
/// multiplication.
constexpr std::int64_t kWide = 4;
/// Columns of the right matrix that one thread turns at a time.
constexpr std::int64_t kTurnGrain = 64;
/// Floats of a cache line.
constexpr std::int64_t kLine = 16;

/// The largest power of two that is at most so much; at least 1.
std::int64_t powerOfTwo(std::int64_t most) {
    std::int64_t power = 1;
    while (2 * power <= most)
        power *= 2;
    return power;
}

/// A length cut into pieces as equal as multiples of a grain can be.
struct Cut {
    std::int64_t length = 0;
    std::int64_t pieces = 1;
    std::int64_t grain = 1;

    [[nodiscard]] std::int64_t begin(std::int64_t piece) const {
        return std::min(length, divideUp(length, grain) * piece / pieces * grain);
    }
    [[nodiscard]] std::int64_t size(std::int64_t piece) const { return begin(piece + 1) - begin(piece); }
};

/// Result[m, n] = sum over k of A[m, k] B[k, n], batches of them; strides stand for transposed matrices. The
/// left matrix is read where it lies. The right one is, too, unless it is transposed or its rows end inside
/// of a vector: then it is laid out anew first.
///
/// Of a weight matrix every thread keeps to the same rows, whichever of the products of a training step it is
/// part of: taking a line of memory that another processor has read, to write on it, costs many times more
/// than reading it. So the layer's answer is a sum of parts, its gradient for the input is cut by columns,
/// and that for the weights by rows. All cuts follow from shapes alone.
class MatMulStep final : public CpuStep {
public:
    MatMulStep(const Kernel& kernel, Scratch& scratch)
        : m_scratch(scratch)
        , m_a(kernel.inputs[0])
        , m_b(kernel.inputs[1])
        , m_result(kernel.output) {
        const auto flags = kernel.node.as<MatMulAttributes>();
        const Shape& shape = kernel.node.shape();
        const Shape& left = kernel.node.input(0).shape();
        m_left = flags.transposeLeft;
        m_right = flags.transposeRight;
        m_rows = shape.back(1);
        m_columns = shape.back(0);
        m_inner = left.back(m_left ? 1 : 0);
        m_batches = m_rows * m_columns == 0 ? 0 : shape.elementCount() / (m_rows * m_columns);
        m_small = m_rows * m_columns * m_inner <= kSmallGemm;
        if (m_small) {
            m_laysOut = m_right;
            m_laidOut = m_right ? m_inner * m_columns : 0;
            scratch.needShared(m_laidOut);
            return;
        }
        m_width = roundUp(m_columns, panelGemm().lanes);
        cutUnits();
        // Where each unit has columns of its own, whoever multiplies them turns them first, in memory of its
        // own.
        m_turnsUnits = m_right && m_width == m_columns && m_rowCut.pieces == 1 && m_parts.pieces == 1;
        if (m_turnsUnits)
            scratch.needEach(m_inner * largestPiece());
        m_laysOut = !m_turnsUnits && (m_right || m_width != m_columns);
        m_sums = m_width != m_columns || m_parts.pieces > 1;
        m_laidOut = m_laysOut ? roundUp(m_inner * m_width, kLine) : 0;
        scratch.needShared(m_laidOut + (m_sums ? m_parts.pieces * m_rows * m_width : 0));
    }

    bool sharesWork() const override { return m_batches > 0 && unitCount() > 1; }

    StepMethod method() const override {
        return {.how = m_small ? "by our own code for small matrices" : "by our own code for large matrices"};
    }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        for (std::int64_t batch = 0; batch < m_batches; ++batch) {
            const float* a = values[at(m_a)] + batch * m_rows * m_inner;
            const float* b = values[at(m_b)] + batch * m_inner * m_columns;
            float* result = values[at(m_result)] + batch * m_rows * m_columns;
            if (m_small)
                multiplyHere(a, b, result);
            else
                multiply(a, b, result, threads);
        }
    }

private:
    void cutUnits() {
        const std::int64_t units =
            powerOfTwo(std::min(m_rows * m_columns * m_inner / kUnitProduct, kMostUnits));
        const std::int64_t lanes = panelGemm().lanes;
        if (!m_left && !m_right)
            m_parts.pieces = powerOfTwo(std::min(
                {units, m_inner / kPartTerms, m_inner / (kTermsPerRow * m_rows), kMostProductParts}));
        m_parts.length = m_inner;
        m_rowCut = {.length = m_rows, .grain = std::max<std::int64_t>(1, panelGemm().rows / 2)};
        m_columnCut = {.length = m_width, .grain = m_width % (kWide * lanes) == 0 ? kWide * lanes : lanes};
        const std::int64_t left = units / m_parts.pieces;
        if (m_right || m_width > m_rows)
            m_columnCut.pieces = std::min(left, powerOfTwo(m_width / m_columnCut.grain));
        m_rowCut.pieces = std::min(left / m_columnCut.pieces, powerOfTwo(divideUp(m_rows, m_rowCut.grain)));
    }

    [[nodiscard]] std::int64_t largestPiece() const {
        std::int64_t largest = 0;
        for (std::int64_t piece = 0; piece < m_columnCut.pieces; ++piece)
            largest = std::max(largest, m_columnCut.size(piece));
        return largest;
    }

    [[nodiscard]] std::int64_t unitCount() const {
        return m_parts.pieces * m_columnCut.pieces * m_rowCut.pieces;
    }

    void multiply(const float* a, const float* b, float* result, int threads) {
        if (m_laysOut) {
            layOut(b, threads);
            b = m_scratch.shared();
        }
        float* const to = m_sums ? sums() : result;
        parallelFor(
            unitCount(), 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t unit = first; unit < last; ++unit)
                    multiplyUnit(unit, a, b, to);
            },
            threads);
        if (m_sums)
            addParts(result, threads);
    }

    void multiplyUnit(std::int64_t unit, const float* a, const float* b, float* result) const {
        const std::int64_t rowPiece = unit % m_rowCut.pieces;
        const std::int64_t columnPiece = unit / m_rowCut.pieces % m_columnCut.pieces;
        const std::int64_t part = unit / m_rowCut.pieces / m_columnCut.pieces;
        const std::int64_t row = m_rowCut.begin(rowPiece);
        const std::int64_t column = m_columnCut.begin(columnPiece);
        const std::int64_t first = m_parts.begin(part);
        const std::int64_t last = m_parts.begin(part + 1);
        const std::int64_t leftRow = m_left ? 1 : m_inner;
        const std::int64_t leftInner = m_left ? m_rows : 1;
        const std::int64_t size = m_columnCut.size(columnPiece);
        std::int64_t rightRow = m_width;
        if (m_turnsUnits) {
            float* const turned = m_scratch.of(threadIndex());
            transpose(b + column * m_inner, m_inner, size, m_inner, turned, size);
            b = turned;
            rightRow = size;
        } else {
            b += column;
        }
        for (std::int64_t inner = first; inner < last; inner += kInnerBlock)
            panelGemm().multiply({.left = a + row * leftRow + inner * leftInner,
                                  .leftRow = leftRow,
                                  .leftInner = leftInner,
                                  .right = b + inner * rightRow,
                                  .rightRow = rightRow,
                                  .result = result + (part * m_rows + row) * m_width + column,
                                  .resultRow = m_width,
                                  .rows = m_rowCut.size(rowPiece),
                                  .columns = size,
                                  .inner = std::min(kInnerBlock, last - inner),
                                  .add = inner > first});
    }

    /// [parts, rows, width]
    [[nodiscard]] float* sums() const { return m_scratch.shared() + m_laidOut; }

    /// The sum of the parts, without what fills the last vectors of a row.
    void addParts(float* result, int threads) const {
        const bool whole = m_width == m_columns;
        sumParts(sums(), m_parts.pieces, m_rows * m_width, whole ? result : sums(), threads);
        if (!whole) {
            for (std::int64_t row = 0; row < m_rows; ++row)
                std::copy_n(sums() + row * m_width, m_columns, result + row * m_columns);
        }
    }

    /// The right matrix as [inner, width].
    void layOut(const float* b, int threads) {
        if (m_right) {
            parallelFor(
                m_columns, kTurnGrain,
                [&](std::int64_t first, std::int64_t last) {
                    transpose(b + first * m_inner, m_inner, last - first, m_inner, m_scratch.shared() + first,
                              m_width);
                },
                threads);
            return;
        }
        for (std::int64_t row = 0; row < m_inner; ++row)
            std::copy_n(b + row * m_columns, m_columns, m_scratch.shared() + row * m_width);
    }

    void multiplyHere(const float* a, const float* b, float* result) {
        if (m_right) {
            transpose(b, m_inner, m_columns, m_inner, m_scratch.shared(), m_columns);
            b = m_scratch.shared();
        }
        m_product(a, m_left ? 1 : m_inner, m_left ? m_rows : 1, b, result, m_rows, m_columns, m_inner);
    }

    Scratch& m_scratch;
    SmallGemm m_product = smallGemm();
    bool m_small = false;
    int m_a;
    int m_b;
    int m_result;
    bool m_left = false;
    bool m_right = false;
    std::int64_t m_rows = 0;
    std::int64_t m_columns = 0;
    std::int64_t m_inner = 0;
    std::int64_t m_batches = 0;
    std::int64_t m_width = 0; ///< columns in whole vectors
    Cut m_parts;              ///< of the inner index
    Cut m_rowCut;
    Cut m_columnCut;
    bool m_turnsUnits = false;  ///< the right matrix, column piece by column piece
    bool m_laysOut = false;     ///< the right matrix, in the order that a product reads
    std::int64_t m_laidOut = 0; ///< floats of it
    bool m_sums = false;        ///< whether the result itself won't do
};

} // namespace

std::unique_ptr<CpuStep> makeMatMulStep(const Kernel& kernel, Scratch& scratch) {
    return std::make_unique<MatMulStep>(kernel, scratch);
}

} // namespace protomind
