// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/aligned.h"
#include "engine/base/index.h"
#include "engine/base/parallel.h"
#include "engine/device/cpu/convolution_shapes.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/panel_gemm.h"
#include "engine/device/cpu/tree_reduction.h"

#include <algorithm>
#include <array>
#include <vector>

namespace protomind {

namespace {

/// Parts of a kernel's gradient. Their number follows from shapes alone, so that sums over the batch are
/// always the same, however many threads there are.
constexpr std::int64_t kMostWindowParts = 8;
/// Partial kernel gradients take at most so many floats together.
constexpr std::int64_t kMostWindowSums = 1 << 22;
/// Rows of results that are worth a thread, in multiplications.
constexpr std::int64_t kUnitWindow = 1 << 15;

/// What a convolution and its gradient have in common: with channels last, a row of a window is one row of
/// numbers, so that a row of results is a product whose left matrix is the image itself, read with overlap.
struct Geometry {
    ConvolutionShapes shapes;
    std::int64_t strideY;
    std::int64_t strideX;
    std::int64_t dilationY;
    std::int64_t windowRow; ///< floats of a window's row
    std::int64_t outer;     ///< channels of the results

    explicit Geometry(Node node)
        : shapes(convolutionShapes(node))
        , strideY(node.as<ConvolutionAttributes>().stride[0])
        , strideX(node.as<ConvolutionAttributes>().stride[1])
        , dilationY(node.as<ConvolutionAttributes>().dilation[0])
        , windowRow(shapes.kernel[1] * shapes.kernel[2])
        , outer(shapes.kernel[3]) {}

    [[nodiscard]] std::int64_t images() const { return shapes.image[0]; }
    [[nodiscard]] std::int64_t imageElements() const { return shapes.image.elementCount() / images(); }
    [[nodiscard]] std::int64_t resultElements() const { return shapes.output.elementCount() / images(); }
    /// Rows of the padded image that so many rows of results see.
    [[nodiscard]] std::int64_t reach(std::int64_t rows) const {
        return (rows - 1) * strideY + (shapes.kernel[0] - 1) * dilationY + 1;
    }
};

/// One image with its padding around it, so that every window lies inside. An image without padding is read
/// where it lies.
class PaddedImage {
public:
    explicit PaddedImage(const Geometry& geometry)
        : m_height(geometry.shapes.image[1])
        , m_row(geometry.shapes.image[2] * geometry.shapes.image[3])
        , m_top(geometry.shapes.before[0])
        , m_left(geometry.shapes.before[1] * geometry.shapes.image[3])
        , m_reach(geometry.reach(geometry.shapes.output[1]))
        , m_paddedRow(((geometry.shapes.output[2] - 1) * geometry.strideX + geometry.shapes.kernel[1]) *
                      geometry.shapes.image[3]) {
        const bool inside = m_top == 0 && m_left == 0 && m_paddedRow <= m_row && m_reach <= m_height;
        if (!inside)
            m_numbers = alignedFloats(at(m_reach * m_paddedRow));
    }

    [[nodiscard]] std::int64_t elements() const { return m_numbers ? m_reach * m_paddedRow : 0; }
    /// Floats from one row to the next of what lay() gives.
    [[nodiscard]] std::int64_t row() const { return m_numbers ? m_paddedRow : m_row; }

    /// An image whose rows [first, last), counted with the padding, are there. What lies around stays zero.
    const float* lay(const float* image, std::int64_t first, std::int64_t last) {
        if (!m_numbers)
            return image;
        const std::int64_t end = std::min({last, m_reach, m_top + m_height});
        const std::int64_t length = std::min(m_row, m_paddedRow - m_left);
        for (std::int64_t y = std::max(first, m_top); y < end && length > 0; ++y)
            std::copy_n(image + (y - m_top) * m_row, length, m_numbers.get() + y * m_paddedRow + m_left);
        return m_numbers.get();
    }

private:
    std::int64_t m_height;
    std::int64_t m_row;
    std::int64_t m_top;
    std::int64_t m_left;
    std::int64_t m_reach; ///< rows that windows see
    std::int64_t m_paddedRow;
    AlignedFloats m_numbers;
};

class DirectConvolution final : public CpuStep {
public:
    DirectConvolution(const Kernel& kernel, int threads)
        : m_values{kernel.inputs[0], kernel.inputs[1], kernel.output}
        , m_geometry(kernel.node) {
        const Shape& output = m_geometry.shapes.output;
        const std::int64_t rowWork =
            output[2] * m_geometry.outer * m_geometry.windowRow * m_geometry.shapes.kernel[0];
        m_unitRows = std::clamp<std::int64_t>(kUnitWindow / rowWork, 1, output[1]);
        m_units = (output[1] + m_unitRows - 1) / m_unitRows;
        for (int thread = 0; thread < threads; ++thread)
            m_padded.emplace_back(m_geometry);
    }

    bool sharesWork() const override { return m_geometry.images() * m_units > 1; }
    std::int64_t ownElements() const override {
        return static_cast<std::int64_t>(m_padded.size()) * m_padded.front().elements();
    }

    StepMethod method() const override { return {.how = "as products of the image's own rows"}; }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        const float* const images = values[at(m_values[0])];
        const float* const kernel = values[at(m_values[1])];
        float* const results = values[at(m_values[2])];
        parallelFor(
            m_geometry.images() * m_units, 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t unit = first; unit < last; ++unit)
                    runUnit(unit, images, kernel, results);
            },
            threads);
    }

private:
    void runUnit(std::int64_t unit, const float* images, const float* kernel, float* results) {
        const Geometry& g = m_geometry;
        const std::int64_t image = unit / m_units;
        const std::int64_t first = unit % m_units * m_unitRows;
        const std::int64_t last = std::min(first + m_unitRows, g.shapes.output[1]);
        PaddedImage& padded = m_padded[at(threadIndex())];
        const float* const from =
            padded.lay(images + image * g.imageElements(), first * g.strideY, g.reach(last));
        const std::int64_t width = g.shapes.output[2];
        for (std::int64_t y = first; y < last; ++y)
            panelGemm().multiply({.left = from + y * g.strideY * padded.row(),
                                  .leftRow = g.strideX * g.shapes.image[3],
                                  .leftInner = 1,
                                  .right = kernel,
                                  .rightRow = g.outer,
                                  .result = results + image * g.resultElements() + y * width * g.outer,
                                  .resultRow = g.outer,
                                  .rows = width,
                                  .columns = g.outer,
                                  .inner = g.windowRow,
                                  .blocks = g.shapes.kernel[0],
                                  .leftBlock = g.dilationY * padded.row(),
                                  .rightBlock = g.windowRow * g.outer});
    }

    std::array<int, 3> m_values;
    Geometry m_geometry;
    std::int64_t m_unitRows = 1;
    std::int64_t m_units = 1;          ///< in an image
    std::vector<PaddedImage> m_padded; ///< one a thread
};

class DirectKernelGradient final : public CpuStep {
public:
    DirectKernelGradient(const Kernel& kernel, Scratch& scratch)
        : m_scratch(scratch)
        , m_values{kernel.inputs[0], kernel.inputs[1], kernel.output}
        , m_geometry(kernel.node)
        , m_elements(m_geometry.shapes.kernel.elementCount())
        , m_parts(std::clamp<std::int64_t>(kMostWindowSums / m_elements, 1,
                                           std::min(m_geometry.images(), kMostWindowParts))) {
        scratch.needShared(m_parts * m_elements);
        for (std::int64_t lane = 0; lane < std::min<std::int64_t>(scratch.threads(), m_parts); ++lane)
            m_padded.emplace_back(m_geometry);
    }

    bool sharesWork() const override { return m_parts > 1; }
    std::int64_t ownElements() const override {
        return static_cast<std::int64_t>(m_padded.size()) * m_padded.front().elements();
    }

    StepMethod method() const override { return {.how = "as products of the image's own rows"}; }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        const float* const images = values[at(m_values[0])];
        const float* const gradients = values[at(m_values[1])];
        parallelFor(
            m_parts, 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t part = first; part < last; ++part)
                    runPart(part, images, gradients);
            },
            std::min(threads, static_cast<int>(m_padded.size())));
        sumParts(m_scratch.shared(), m_parts, m_elements, values[at(m_values[2])], threads);
    }

private:
    void runPart(std::int64_t part, const float* images, const float* gradients) {
        const Geometry& g = m_geometry;
        PaddedImage& padded = m_padded[at(threadIndex())];
        const std::int64_t first = g.images() * part / m_parts;
        const std::int64_t last = g.images() * (part + 1) / m_parts;
        const std::int64_t height = g.shapes.output[1];
        const std::int64_t width = g.shapes.output[2];
        const std::int64_t piece = g.windowRow * g.outer;
        for (std::int64_t image = first; image < last; ++image) {
            const float* const from = padded.lay(images + image * g.imageElements(), 0, g.reach(height));
            for (std::int64_t tap = 0; tap < g.shapes.kernel[0]; ++tap)
                panelGemm().multiply({.left = from + tap * g.dilationY * padded.row(),
                                      .leftRow = 1,
                                      .leftInner = g.strideX * g.shapes.image[3],
                                      .right = gradients + image * g.resultElements(),
                                      .rightRow = g.outer,
                                      .result = m_scratch.shared() + part * m_elements + tap * piece,
                                      .resultRow = g.outer,
                                      .rows = g.windowRow,
                                      .columns = g.outer,
                                      .inner = width,
                                      .blocks = height,
                                      .leftBlock = g.strideY * padded.row(),
                                      .rightBlock = width * g.outer,
                                      .add = image > first});
        }
    }

    Scratch& m_scratch;
    std::array<int, 3> m_values;
    Geometry m_geometry;
    std::int64_t m_elements;
    std::int64_t m_parts;
    std::vector<PaddedImage> m_padded; ///< one a thread
};

} // namespace

bool directConvolutionFits(const Kernel& kernel) {
    const ConvolutionShapes shapes = convolutionShapes(kernel.node);
    const auto& attributes = kernel.node.as<ConvolutionAttributes>();
    return shapes.kind != ConvolutionKind::InputGradient && attributes.groups == 1 &&
           attributes.dilation[1] == 1 && shapes.kernel[3] % panelGemm().lanes == 0 &&
           shapes.image.elementCount() > 0 && shapes.kernel.elementCount() > 0 &&
           shapes.output.elementCount() > 0;
}

std::unique_ptr<CpuStep> makeDirectConvolutionStep(const Kernel& kernel, Scratch& scratch) {
    if (convolutionShapes(kernel.node).kind == ConvolutionKind::KernelGradient)
        return std::make_unique<DirectKernelGradient>(kernel, scratch);
    return std::make_unique<DirectConvolution>(kernel, scratch.threads());
}

} // namespace protomind
