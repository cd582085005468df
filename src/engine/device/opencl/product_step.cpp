// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/matrix_product.h"
#include "engine/device/opencl/opencl_step.h"

namespace protomind {

namespace {

class ProductStep final : public OpenClStep {
public:
    explicit ProductStep(const Kernel& kernel)
        : m_left(static_cast<std::size_t>(kernel.inputs[0]))
        , m_right(static_cast<std::size_t>(kernel.inputs[1]))
        , m_result(static_cast<std::size_t>(kernel.output)) {
        const auto [left, right] = kernel.node.as<MatMulAttributes>();
        const Shape& shape = kernel.node.shape();
        const std::int64_t m = shape.back(1);
        const std::int64_t n = shape.back(0);
        m_product = {.batches = m * n == 0 ? 0 : shape.elementCount() / (m * n),
                     .m = m,
                     .n = n,
                     .k = kernel.node.input(0).shape().back(left ? 1 : 0),
                     .transposeLeft = left,
                     .transposeRight = right};
    }

    std::vector<KernelSource*> sources() override { return {}; }
    void build(const cl::Program&) override {}
    void bind(std::span<const OpenClPlace> values, const cl::Buffer&) override {
        const MatrixProduct& p = m_product;
        m_leftPlace = atItsBeginning(values[m_left], p.batches * p.m * p.k);
        m_rightPlace = atItsBeginning(values[m_right], p.batches * p.k * p.n);
        m_resultPlace = atItsBeginning(values[m_result], p.batches * p.m * p.n);
    }
    void enqueue(cl::CommandQueue& queue, std::uint64_t) override {
        enqueueProduct(queue, m_product, m_leftPlace, m_rightPlace, m_resultPlace);
    }

private:
    MatrixProduct m_product;
    std::size_t m_left, m_right, m_result;
    OpenClPlace m_leftPlace, m_rightPlace, m_resultPlace;
};

} // namespace

std::unique_ptr<OpenClStep> makeProductStep(const Kernel& kernel) {
    return std::make_unique<ProductStep>(kernel);
}

} // namespace protomind
