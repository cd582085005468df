// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/base/parallel.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/pooling_kernels.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// Whether numbers go from the windows to the pixels.
bool isGradient(WindowOp op) {
    switch (op) {
    case WindowOp::MaxPool:
    case WindowOp::MaxPoolSelect:
    case WindowOp::AveragePool:
        return false;
    case WindowOp::MaxPoolGradient:
    case WindowOp::AveragePoolGradient:
        return true;
    }
    std::unreachable();
}

/// Pooling and its gradients: images are shared out among the threads one by one.
class PoolingStep final : public CpuStep {
public:
    PoolingStep(WindowOp op, const Kernel& kernel)
        : m_op(op)
        , m_kernel(kernel)
        , m_gradient(isGradient(op)) {
        const Node node = kernel.node;
        const auto& pool = node.as<PoolAttributes>();
        const Shape& image = m_gradient ? node.shape() : node.input(0).shape();
        const Shape& windows = m_gradient ? node.input(node.inputCount() - 1).shape() : node.shape();
        m_geometry = {.height = image[1],
                      .width = image[2],
                      .channels = image[3],
                      .rows = windows[1],
                      .columns = windows[2],
                      .windowHeight = pool.window[0],
                      .windowWidth = pool.window[1],
                      .strideY = pool.stride[0],
                      .strideX = pool.stride[1],
                      .top = pool.paddingBefore[0],
                      .left = pool.paddingBefore[1]};
        m_images = image[0];
        m_work = windows.elementCount() * pool.window[0] * pool.window[1];
    }

    bool sharesWork() const override { return m_images > 1 && m_work >= kParallelWork; }

    StepMethod method() const override { return {.how = "by code that was compiled beforehand"}; }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        const std::int64_t imageSize = m_geometry.height * m_geometry.width * m_geometry.channels;
        const std::int64_t windowSize = m_geometry.rows * m_geometry.columns * m_geometry.channels;
        const float* first = values[at(m_kernel.inputs.front())];
        const float* last = values[at(m_kernel.inputs.back())];
        float* result = values[at(m_kernel.output)];
        const PoolingKernels& kernels = poolingKernels();
        parallelFor(
            m_images, m_work < kParallelWork ? std::max<std::int64_t>(1, m_images) : 1,
            [&](std::int64_t begin, std::int64_t end) {
                for (std::int64_t n = begin; n < end; ++n) {
                    const float* image = first + n * imageSize;
                    const float* other = last + n * (m_gradient ? windowSize : imageSize);
                    float* to = result + n * (m_gradient ? imageSize : windowSize);
                    if (m_gradient)
                        std::fill_n(to, imageSize, 0.0f);
                    switch (m_op) {
                    case WindowOp::MaxPool:
                    case WindowOp::MaxPoolSelect:
                        kernels.maxSelect(m_geometry, image, other, to);
                        break;
                    case WindowOp::MaxPoolGradient:
                        kernels.maxGradient(m_geometry, image, other, to);
                        break;
                    case WindowOp::AveragePool:
                        kernels.average(m_geometry, image, to);
                        break;
                    case WindowOp::AveragePoolGradient:
                        kernels.averageGradient(m_geometry, other, to);
                        break;
                    }
                }
            },
            threads);
    }

private:
    WindowOp m_op;
    Kernel m_kernel;
    bool m_gradient;
    PoolingGeometry m_geometry;
    std::int64_t m_images = 0;
    std::int64_t m_work = 0;
};

} // namespace

std::unique_ptr<CpuStep> makePoolingStep(WindowOp op, const Kernel& kernel) {
    return std::make_unique<PoolingStep>(op, kernel);
}

} // namespace protomind
