// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/device/cpu/kernel_steps.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// Copies rows out of a table, or adds rows into one. Rows are added in their order, so the sums are always
/// the same.
class RowStep final : public CpuStep {
public:
    RowStep(const Kernel& kernel, bool scatter)
        : m_scatter(scatter)
        , m_result(kernel.output) {
        m_indices = kernel.inputs[m_scatter ? 0 : 1];
        m_rows = kernel.inputs[m_scatter ? 1 : 0];
        const Shape& table = m_scatter ? kernel.node.shape() : kernel.node.input(0).shape();
        m_tableRows = table[0];
        m_width = table.elementCount() / std::max<std::int64_t>(1, m_tableRows);
        m_count = kernel.node.input(m_scatter ? 0 : 1).shape().elementCount();
    }

    StepMethod method() const override { return {.how = "by code that was compiled beforehand"}; }
    void run(std::span<float* const> values, std::uint64_t, int) override {
        const float* indices = values[at(m_indices)];
        const float* from = values[at(m_rows)];
        float* to = values[at(m_result)];
        std::fill_n(to, (m_scatter ? m_tableRows : m_count) * m_width, 0.0f);
        for (std::int64_t i = 0; i < m_count; ++i) {
            if (!(indices[i] >= 0.0f) || indices[i] >= static_cast<float>(m_tableRows))
                continue;
            const std::int64_t row = static_cast<std::int64_t>(indices[i]) * m_width;
            for (std::int64_t column = 0; column < m_width; ++column) {
                if (m_scatter)
                    to[row + column] += from[i * m_width + column];
                else
                    to[i * m_width + column] = from[row + column];
            }
        }
    }

private:
    bool m_scatter;
    int m_result;
    int m_indices = 0;
    int m_rows = 0;
    std::int64_t m_tableRows = 0;
    std::int64_t m_width = 0;
    std::int64_t m_count = 0;
};

/// The index of the first largest element along one axis; NaN counts as largest.
class ArgMaxStep final : public CpuStep {
public:
    explicit ArgMaxStep(const Kernel& kernel)
        : m_input(kernel.inputs[0])
        , m_result(kernel.output) {
        const Shape& shape = kernel.node.input(0).shape();
        const int axis = kernel.node.as<AxesAttributes>().axes[0];
        for (int i = 0; i < axis; ++i)
            m_outer *= shape[i];
        m_size = shape[axis];
        for (int i = axis + 1; i < shape.rank(); ++i)
            m_inner *= shape[i];
    }

    StepMethod method() const override { return {.how = "by code that was compiled beforehand"}; }
    void run(std::span<float* const> values, std::uint64_t, int) override {
        for (std::int64_t outer = 0; outer < m_outer; ++outer) {
            for (std::int64_t inner = 0; inner < m_inner; ++inner) {
                const float* from = values[at(m_input)] + outer * m_size * m_inner + inner;
                std::int64_t best = 0;
                for (std::int64_t i = 1; i < m_size; ++i) {
                    const float x = from[i * m_inner];
                    const float held = from[best * m_inner];
                    if (x > held || (x != x && held == held))
                        best = i;
                }
                values[at(m_result)][outer * m_inner + inner] = static_cast<float>(best);
            }
        }
    }

private:
    int m_input;
    int m_result;
    std::int64_t m_outer = 1;
    std::int64_t m_size = 1;
    std::int64_t m_inner = 1;
};

} // namespace

std::unique_ptr<CpuStep> makeIndexStep(IndexOp op, const Kernel& kernel) {
    switch (op) {
    case IndexOp::ArgMax:
        return std::make_unique<ArgMaxStep>(kernel);
    case IndexOp::Gather:
        return std::make_unique<RowStep>(kernel, false);
    case IndexOp::ScatterAdd:
        return std::make_unique<RowStep>(kernel, true);
    }
    std::unreachable();
}

} // namespace protomind
