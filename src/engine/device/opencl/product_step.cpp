// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/device/opencl/matrix_product.h"
#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/sliced_product.h"

namespace protomind {

namespace {

MatrixProduct productOf(const Kernel& kernel) {
    const auto [left, right] = kernel.node.as<MatMulAttributes>();
    const Shape& shape = kernel.node.shape();
    const std::int64_t m = shape.back(1);
    const std::int64_t n = shape.back(0);
    return {.batches = m * n == 0 ? 0 : shape.elementCount() / (m * n),
            .m = m,
            .n = n,
            .k = kernel.node.input(0).shape().back(left ? 1 : 0),
            .transposeLeft = left,
            .transposeRight = right};
}

class ProductStep final : public OpenClStep {
public:
    explicit ProductStep(const Kernel& kernel)
        : m_product(productOf(kernel))
        , m_left(at(kernel.inputs[0]))
        , m_right(at(kernel.inputs[1]))
        , m_result(at(kernel.output)) {}

    std::vector<KernelSource*> sources() override { return {}; }
    StepMethod method() const override {
        return {.how = "by the library CLBlast", .library = kProductLibrary};
    }
    void build(const cl::Program&) override {}
    void prepare(cl::CommandQueue& queue) override {
        m_temporaryElements = temporaryElements(queue, m_product, true);
    }
    std::int64_t scratchElements() const override { return m_temporaryElements; }
    void bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch) override {
        const MatrixProduct& p = m_product;
        m_leftPlace = atItsBeginning(values[m_left], p.batches * p.m * p.k);
        m_rightPlace = atItsBeginning(values[m_right], p.batches * p.k * p.n);
        m_resultPlace = atItsBeginning(values[m_result], p.batches * p.m * p.n);
        if (m_temporaryElements > 0)
            m_temporary = cl::Buffer(scratch); // a copy that fails in assigning would be released twice
    }
    void enqueue(cl::CommandQueue& queue, std::uint64_t) override {
        enqueueProduct(queue, m_product, m_leftPlace, m_rightPlace, m_resultPlace, m_temporary);
    }

private:
    MatrixProduct m_product;
    std::size_t m_left, m_right, m_result;
    std::int64_t m_temporaryElements = 0;
    OpenClPlace m_leftPlace, m_rightPlace, m_resultPlace;
    cl::Buffer m_temporary;
};

class SlicedProductStep final : public OpenClStep {
public:
    SlicedProductStep(const Kernel& kernel, const KernelTitle& title, const KernelLimits& limits)
        : m_product(productOf(kernel), kernel.output, title, limits)
        , m_left(at(kernel.inputs[0]))
        , m_right(at(kernel.inputs[1])) {}

    StepMethod method() const override {
        return {.how = "in slices by the library CLBlast, which a kernel adds up",
                .library = kProductLibrary};
    }
    std::vector<KernelSource*> sources() override { return m_product.sources(); }
    void build(const cl::Program& program) override { m_product.build(program); }
    void prepare(cl::CommandQueue& queue) override { m_product.prepare(queue); }
    std::int64_t scratchElements() const override { return m_product.scratchElements(); }
    void bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch) override {
        m_product.bind(values, values[m_left], values[m_right], scratch);
    }
    void enqueue(cl::CommandQueue& queue, std::uint64_t run) override { m_product.enqueue(queue, run); }

private:
    SlicedProduct m_product;
    std::size_t m_left, m_right;
};

} // namespace

std::unique_ptr<OpenClStep> makeProductStep(const Kernel& kernel, const KernelTitle& title,
                                            const KernelLimits& limits) {
    if (SlicedProduct::pays(productOf(kernel), limits))
        return std::make_unique<SlicedProductStep>(kernel, title, limits);
    return std::make_unique<ProductStep>(kernel);
}

} // namespace protomind
