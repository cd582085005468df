// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/index.h"
#include "engine/base/parallel.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/pooling_kernels.h"

#include <algorithm>

namespace protomind {

namespace {

/// Pooling and its gradients: images are shared out among the threads one by one.
class PoolingStep final : public CpuStep {
public:
    explicit PoolingStep(const Kernel& kernel)
        : m_kernel(kernel) {
        const Node node = kernel.node;
        const auto& pool = node.as<PoolAttributes>();
        m_gradient = node.op() == Op::MaxPoolGradient || node.op() == Op::AveragePoolGradient;
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
                    switch (m_kernel.node.op()) {
                    case Op::MaxPool:
                    case Op::MaxPoolSelect:
                        kernels.maxSelect(m_geometry, image, other, to);
                        break;
                    case Op::MaxPoolGradient:
                        kernels.maxGradient(m_geometry, image, other, to);
                        break;
                    case Op::AveragePool:
                        kernels.average(m_geometry, image, to);
                        break;
                    default:
                        kernels.averageGradient(m_geometry, other, to);
                        break;
                    }
                }
            },
            threads);
    }

private:
    Kernel m_kernel;
    PoolingGeometry m_geometry;
    std::int64_t m_images = 0;
    std::int64_t m_work = 0;
    bool m_gradient = false;
};

} // namespace

std::unique_ptr<CpuStep> makePoolingStep(const Kernel& kernel) {
    return std::make_unique<PoolingStep>(kernel);
}

} // namespace protomind
