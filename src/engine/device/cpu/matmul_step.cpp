// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/small_product.h"

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

/// Up to so many multiplications the product is computed here and now: a call of the library costs more.
constexpr std::int64_t kSmallProduct = 1 << 16;
/// Multiplications of a part that is worth a thread, the most parts, and what their lengths are multiples of.
constexpr std::int64_t kPartProduct = 1 << 20;
constexpr std::int64_t kMostParts = 8;
constexpr std::int64_t kPartGrain = 16;

/// Result[m, n] = sum over k of A[m, k] B[k, n], batches of them; strides stand for transposed matrices.
class MatMulStep final : public CpuStep {
public:
    explicit MatMulStep(const Kernel& kernel)
        : m_a(kernel.inputs[0])
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
        m_small = m_rows * m_columns * m_inner <= kSmallProduct;
        if (m_small && m_right)
            m_turned.resize(static_cast<std::size_t>(m_inner * m_columns));
        m_batches = m_rows * m_columns == 0 ? 0 : shape.elementCount() / (m_rows * m_columns);
    }

    bool sharesWork() const override { return !m_small && m_rows * m_columns * m_inner >= 2 * kPartProduct; }

    void run(std::span<float* const> values, std::uint64_t) override {
        for (std::int64_t batch = 0; batch < m_batches; ++batch) {
            const float* a = values[static_cast<std::size_t>(m_a)] + batch * m_rows * m_inner;
            const float* b = values[static_cast<std::size_t>(m_b)] + batch * m_inner * m_columns;
            float* result = values[static_cast<std::size_t>(m_result)] + batch * m_rows * m_columns;
            if (m_small)
                multiplyHere(a, b, result);
            else
                multiply(a, b, result);
        }
    }

private:
    /// The result is cut along its longer side; every part is a product of its own, so nothing depends on the
    /// threads.
    void multiply(const float* a, const float* b, float* result) const {
        const std::int64_t side = cutsRows() ? m_rows : m_columns;
        const std::int64_t wanted =
            std::clamp<std::int64_t>(m_rows * m_columns * m_inner / kPartProduct, 1, kMostParts);
        const std::int64_t length = ((side + wanted - 1) / wanted + kPartGrain - 1) / kPartGrain * kPartGrain;
        const std::int64_t parts = (side + length - 1) / length;
        parallelFor(parts, 1, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t part = first; part < last; ++part)
                multiplyPart(a, b, result, part * length, std::min(length, side - part * length));
        });
    }

    [[nodiscard]] bool cutsRows() const { return m_rows >= m_columns; }

    void multiplyPart(const float* a, const float* b, float* result, std::int64_t begin,
                      std::int64_t length) const {
        const bool rows = cutsRows();
        if (rows) {
            a += m_left ? begin : begin * m_inner;
            result += begin * m_columns;
        } else {
            b += m_right ? begin * m_inner : begin;
            result += begin;
        }
        const dnnl_status_t status =
            dnnl_sgemm(m_left ? 'T' : 'N', m_right ? 'T' : 'N', rows ? length : m_rows,
                       rows ? m_columns : length, m_inner, 1.0f, a, m_left ? m_rows : m_inner, b,
                       m_right ? m_inner : m_columns, 0.0f, result, m_columns);
        dnnl::error::wrap_c_api(status, "it refused a matrix product");
    }

    void multiplyHere(const float* a, const float* b, float* result) {
        if (m_right) {
            for (std::int64_t column = 0; column < m_columns; ++column)
                for (std::int64_t i = 0; i < m_inner; ++i)
                    m_turned[static_cast<std::size_t>(i * m_columns + column)] = b[column * m_inner + i];
            b = m_turned.data();
        }
        m_product(a, m_left ? 1 : m_inner, m_left ? m_rows : 1, b, result, m_rows, m_columns, m_inner);
    }

    SmallProduct m_product = smallProduct();
    bool m_small = false;
    std::vector<float> m_turned; ///< the right matrix in the order that a small product reads
    int m_a;
    int m_b;
    int m_result;
    bool m_left = false;
    bool m_right = false;
    std::int64_t m_rows = 0;
    std::int64_t m_columns = 0;
    std::int64_t m_inner = 0;
    std::int64_t m_batches = 0;
};

} // namespace

std::unique_ptr<CpuStep> makeMatMulStep(const Kernel& kernel) {
    return std::make_unique<MatMulStep>(kernel);
}

} // namespace protomind
