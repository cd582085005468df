// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/aligned.h"
#include "engine/base/parallel.h"
#include "engine/base/rounding.h"
#include "engine/device/cpu/convolution_shapes.h"
#include "engine/device/cpu/kernel_steps.h"
#include "engine/device/cpu/panel_gemm.h"
#include "engine/device/cpu/transpose.h"
#include "engine/device/cpu/tree_reduction.h"
#include "engine/device/cpu/winograd.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

namespace protomind {

namespace {

/// Fewer channels leave most of a vector, or of the product, unused.
constexpr std::int64_t kFewestChannels = 8;
/// Transformed tiles that are multiplied at a time take at most so many floats: they stay in the second
/// cache.
constexpr std::int64_t kBlockFloats = 96 * 1024;
/// Blocks for each thread, so that none waits long for the others.
constexpr std::int64_t kBlocksPerThread = 2;
/// Parts of a kernel's gradient. Their number follows from shapes alone, so that sums over the batch are
/// always the same, however many threads there are.
constexpr std::int64_t kMostTileParts = 8;
/// Partial kernel gradients take at most so many floats together.
constexpr std::int64_t kMostTileSums = 1 << 22;
/// A kernel of at most so many numbers is compared with that of the last run: an answer is often asked for
/// with the same weights.
constexpr std::int64_t kComparedElements = 1 << 16;
/// Floats between the positions of a block that keep them from falling on the same lines of the first cache.
constexpr std::int64_t kTileStagger = 16;

AlignedFloats floatsFor(std::int64_t count) {
    return uninitialisedFloats(static_cast<std::size_t>(count));
}

/// Tiles over an image of results, numbered through the batch, and where they reach.
struct TileGrid {
    std::int64_t down = 0;
    std::int64_t across = 0;

    explicit TileGrid(const Shape& results)
        : down(divideUp(results[1], kWinogradTile))
        , across(divideUp(results[2], kWinogradTile)) {}

    struct Place {
        std::int64_t image;
        std::int64_t y;
        std::int64_t x;
    };
    [[nodiscard]] Place at(std::int64_t index) const {
        return {index / (down * across), index / across % down * kWinogradTile,
                index % across * kWinogradTile};
    }
};

/// The piece of an image that begins at (y, x), which may lie outside of it.
template<class Number>
WinogradPatch<Number> patchOf(Number* images, const Shape& shape, std::int64_t image, std::int64_t y,
                              std::int64_t x) {
    const std::int64_t height = shape[1];
    const std::int64_t width = shape[2];
    const std::int64_t channels = shape[3];
    return {.numbers = images + ((image * height + y) * width + x) * channels,
            .row = width * channels,
            .column = channels,
            .top = std::max<std::int64_t>(0, -y),
            .bottom = height - y,
            .left = std::max<std::int64_t>(0, -x),
            .right = width - x};
}

/// Transformed tiles: a matrix [tiles, channels] for each position. It lies in memory that is given later.
class TileBlock {
public:
    TileBlock(std::int64_t positions, std::int64_t tiles, std::int64_t channels)
        : m_channels(roundUp(channels, panelGemm().lanes))
        , m_stride(tiles * m_channels + kTileStagger)
        , m_floats(positions * m_stride) {}

    [[nodiscard]] std::int64_t tile(std::int64_t index) const { return index * m_channels; }
    [[nodiscard]] std::int64_t position(std::int64_t index) const { return index * m_stride; }
    [[nodiscard]] std::int64_t channels() const { return m_channels; }
    [[nodiscard]] std::int64_t stride() const { return m_stride; }
    [[nodiscard]] std::int64_t floats() const { return m_floats; }

private:
    std::int64_t m_channels; ///< whole vectors
    std::int64_t m_stride;
    std::int64_t m_floats;
};

/// The convolution of images with a kernel, or the gradient for its images: that is one too, of the results'
/// gradients with the kernel turned about and its channels exchanged.
class WinogradConvolution final : public CpuStep {
public:
    WinogradConvolution(const Kernel& kernel, const ConvolutionShapes& shapes, Scratch& scratch)
        : m_scratch(scratch)
        , m_gradient(shapes.kind == ConvolutionKind::InputGradient)
        , m_images(kernel.inputs[0])
        , m_kernel(kernel.inputs[1])
        , m_results(kernel.output)
        , m_from(m_gradient ? shapes.output : shapes.image)
        , m_to(m_gradient ? shapes.image : shapes.output)
        , m_taps(shapes.kernel[0])
        , m_transforms(winogradTransforms(m_taps))
        , m_positions(m_transforms.size * m_transforms.size)
        , m_inner(m_from[3])
        , m_outer(m_to[3])
        , m_grid(m_to)
        , m_tiles(m_to[0] * m_grid.down * m_grid.across) {
        for (std::size_t axis = 0; axis < 2; ++axis)
            m_before[axis] = m_gradient ? m_taps - 1 - shapes.before[axis] : shapes.before[axis];
        const PanelGemm& product = panelGemm();
        m_width = roundUp(m_outer, product.lanes);
        m_kernelStride = m_inner * m_width + kTileStagger;
        if (shapes.kernel.elementCount() <= kComparedElements)
            m_lastKernel.resize(static_cast<std::size_t>(shapes.kernel.elementCount()));
        const std::int64_t floats = m_positions * (roundUp(m_inner, product.lanes) + m_width);
        const std::int64_t most = std::max<std::int64_t>(1, kBlockFloats / floats);
        const std::int64_t blocks =
            std::max(divideUp(m_tiles, most), std::min(m_tiles, kBlocksPerThread * scratch.threads()));
        m_blockTiles = divideUp(m_tiles, blocks);
        if (m_blockTiles > product.rows)
            m_blockTiles = m_blockTiles / product.rows * product.rows;
        m_data.emplace(m_positions, m_blockTiles, m_inner);
        m_answers.emplace(m_positions, m_blockTiles, m_outer);
        m_exchanged = m_gradient ? shapes.kernel.elementCount() : 0;
        scratch.needEach(std::max(m_data->floats() + m_answers->floats(), m_exchanged));
        for (int thread = 0; thread < scratch.threads(); ++thread)
            m_lanes.push_back(Lane{floatsFor(m_positions * m_kernelStride)});
    }

    bool sharesWork() const override { return m_tiles > m_blockTiles; }
    std::int64_t ownElements() const override {
        return static_cast<std::int64_t>(m_lanes.size()) * m_positions * m_kernelStride +
               static_cast<std::int64_t>(m_lastKernel.size());
    }

    StepMethod method() const override {
        return {.how = "by minimal filtering (Winograd), which multiplies less"};
    }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        const auto value = [&](int index) { return values[static_cast<std::size_t>(index)]; };
        const float* const kernel = value(m_kernel);
        noteKernel(kernel);
        const float* const images = value(m_images);
        float* const results = value(m_results);
        parallelFor(
            divideUp(m_tiles, m_blockTiles), 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t block = first; block < last; ++block)
                    runBlock(block, images, kernel, results);
            },
            threads);
    }

private:
    /// What belongs to one thread: nothing that is written in every run is read by another, since taking a
    /// line of memory back from the processor that read it costs more than to compute it again.
    struct Lane {
        AlignedFloats kernel;      ///< transformed: a matrix [inner, width] for each position
        std::uint64_t version = 0; ///< of the kernel that is transformed here
    };

    /// Counts the version on unless the kernel is that of the last run.
    void noteKernel(const float* kernel) {
        if (!m_lastKernel.empty()) {
            const std::size_t bytes = m_lastKernel.size() * sizeof(float);
            if (m_version > 0 && std::memcmp(kernel, m_lastKernel.data(), bytes) == 0)
                return;
            std::memcpy(m_lastKernel.data(), kernel, bytes);
        }
        ++m_version;
    }

    void turnKernel(Lane& lane, float* exchanged, const float* kernel) const {
        const std::int64_t taps = m_taps;
        WinogradPatch<const float> patch{.bottom = taps, .right = taps};
        const std::int64_t piece = m_inner * m_outer;
        if (m_gradient) {
            // From [tap, outer, inner] to [tap, inner, outer], read from the last tap to the first.
            for (std::int64_t tap = 0; tap < taps * taps; ++tap)
                transpose(kernel + tap * piece, m_inner, m_outer, m_inner, exchanged + tap * piece, m_outer);
            patch.row = -taps * piece;
            patch.column = -piece;
            patch.numbers = exchanged + (taps * taps - 1) * piece;
        } else {
            patch.row = taps * piece;
            patch.column = piece;
            patch.numbers = kernel;
        }
        for (std::int64_t inner = 0; inner < m_inner; ++inner, patch.numbers += m_outer)
            m_transforms.kernel(patch, m_outer, lane.kernel.get() + inner * m_width, m_kernelStride);
        lane.version = m_version;
    }

    void runBlock(std::int64_t block, const float* images, const float* kernel, float* results) {
        Lane& lane = m_lanes[static_cast<std::size_t>(threadIndex())];
        float* const data = m_scratch.of(threadIndex());
        float* const answers = data + m_data->floats();
        if (lane.version != m_version)
            turnKernel(lane, data, kernel);
        const std::int64_t first = block * m_blockTiles;
        const std::int64_t count = std::min(m_blockTiles, m_tiles - first);
        for (std::int64_t tile = 0; tile < count; ++tile) {
            const TileGrid::Place place = m_grid.at(first + tile);
            m_transforms.data(
                patchOf(images, m_from, place.image, place.y - m_before[0], place.x - m_before[1]), m_inner,
                data + m_data->tile(tile), m_data->stride());
        }
        for (std::int64_t position = 0; position < m_positions; ++position)
            panelGemm().multiply({.left = data + m_data->position(position),
                                  .leftRow = m_data->channels(),
                                  .leftInner = 1,
                                  .right = lane.kernel.get() + position * m_kernelStride,
                                  .rightRow = m_width,
                                  .result = answers + m_answers->position(position),
                                  .resultRow = m_width,
                                  .rows = count,
                                  .columns = m_width,
                                  .inner = m_inner});
        for (std::int64_t tile = 0; tile < count; ++tile) {
            const TileGrid::Place place = m_grid.at(first + tile);
            m_transforms.results(answers + m_answers->tile(tile), m_answers->stride(), m_outer,
                                 patchOf(results, m_to, place.image, place.y, place.x));
        }
    }

    Scratch& m_scratch;
    bool m_gradient;
    int m_images;
    int m_kernel;
    int m_results;
    Shape m_from;
    Shape m_to;
    std::int64_t m_taps;
    const WinogradTransforms& m_transforms;
    std::int64_t m_positions; ///< of a transformed tile
    std::int64_t m_inner;     ///< channels summed over
    std::int64_t m_outer;     ///< channels of the results
    TileGrid m_grid;
    std::int64_t m_tiles;
    std::array<std::int64_t, 2> m_before{};
    std::int64_t m_width = 0; ///< m_outer in whole vectors
    std::int64_t m_kernelStride = 0;
    std::int64_t m_blockTiles = 0;
    std::vector<float> m_lastKernel; ///< empty where it is not compared
    std::uint64_t m_version = 0;     ///< of the kernel
    std::optional<TileBlock> m_data;
    std::optional<TileBlock> m_answers;
    std::int64_t m_exchanged = 0; ///< floats of the kernel as [tap, inner, outer], for the gradient
    std::vector<Lane> m_lanes;
};

/// The gradient for the kernel: its taps are the results, the gradients of a tile of results are the taps.
class WinogradKernelGradient final : public CpuStep {
public:
    WinogradKernelGradient(const Kernel& kernel, const ConvolutionShapes& shapes, Scratch& scratch)
        : m_scratch(scratch)
        , m_images(kernel.inputs[0])
        , m_gradients(kernel.inputs[1])
        , m_result(kernel.output)
        , m_from(shapes.image)
        , m_to(shapes.output)
        , m_taps(shapes.kernel[0])
        , m_transforms(winogradTransforms(m_taps))
        , m_positions(m_transforms.size * m_transforms.size)
        , m_before(shapes.before)
        , m_grid(m_to)
        , m_tiles(m_to[0] * m_grid.down * m_grid.across)
        , m_elements(shapes.kernel.elementCount()) {
        const std::int64_t lanes = panelGemm().lanes;
        const std::int64_t inner = roundUp(m_from[3], lanes);
        m_width = roundUp(m_to[3], lanes);
        m_sumStride = m_from[3] * m_width + kTileStagger;
        m_blockTiles = std::clamp<std::int64_t>(kBlockFloats / (m_positions * (inner + m_width)), 1,
                                                divideUp(m_tiles, kMostTileParts));
        const std::int64_t blocks = divideUp(m_tiles, m_blockTiles);
        m_parts = std::clamp<std::int64_t>(kMostTileSums / m_elements, 1, std::min(blocks, kMostTileParts));
        m_data.emplace(m_positions, m_blockTiles, m_from[3]);
        m_taken.emplace(m_positions, m_blockTiles, m_to[3]);
        scratch.needEach(m_data->floats() + m_taken->floats() + m_positions * m_sumStride);
        scratch.needShared(m_parts * m_elements);
    }

    bool sharesWork() const override { return m_parts > 1; }

    StepMethod method() const override {
        return {.how = "by minimal filtering (Winograd), which multiplies less"};
    }
    void run(std::span<float* const> values, std::uint64_t, int threads) override {
        const auto value = [&](int index) { return values[static_cast<std::size_t>(index)]; };
        const float* const images = value(m_images);
        const float* const gradients = value(m_gradients);
        parallelFor(
            m_parts, 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t part = first; part < last; ++part)
                    runPart(part, images, gradients);
            },
            threads);
        sumParts(m_scratch.shared(), m_parts, m_elements, value(m_result), threads);
    }

private:
    void runPart(std::int64_t part, const float* images, const float* gradients) {
        float* const sums = m_scratch.of(threadIndex()) + m_data->floats() + m_taken->floats();
        const std::int64_t blocks = divideUp(m_tiles, m_blockTiles);
        const std::int64_t first = blocks * part / m_parts;
        const std::int64_t last = blocks * (part + 1) / m_parts;
        for (std::int64_t block = first; block < last; ++block)
            addBlock(block, images, gradients, sums, block > first);
        const std::int64_t inner = m_from[3];
        const std::int64_t outer = m_to[3];
        for (std::int64_t channel = 0; channel < inner; ++channel)
            m_transforms.kernelGradient(sums + channel * m_width, m_sumStride, outer,
                                        {.numbers = m_scratch.shared() + part * m_elements + channel * outer,
                                         .row = m_taps * inner * outer,
                                         .column = inner * outer,
                                         .bottom = m_taps,
                                         .right = m_taps});
    }

    void addBlock(std::int64_t block, const float* images, const float* gradients, float* sums,
                  bool add) const {
        float* const data = m_scratch.of(threadIndex());
        float* const taken = data + m_data->floats();
        const std::int64_t first = block * m_blockTiles;
        const std::int64_t count = std::min(m_blockTiles, m_tiles - first);
        for (std::int64_t tile = 0; tile < count; ++tile) {
            const TileGrid::Place place = m_grid.at(first + tile);
            m_transforms.data(
                patchOf(images, m_from, place.image, place.y - m_before[0], place.x - m_before[1]), m_from[3],
                data + m_data->tile(tile), m_data->stride());
            m_transforms.gradients(patchOf(gradients, m_to, place.image, place.y, place.x), m_to[3],
                                   taken + m_taken->tile(tile), m_taken->stride());
        }
        for (std::int64_t position = 0; position < m_positions; ++position)
            panelGemm().multiply({.left = data + m_data->position(position),
                                  .leftRow = 1,
                                  .leftInner = m_data->channels(),
                                  .right = taken + m_taken->position(position),
                                  .rightRow = m_width,
                                  .result = sums + position * m_sumStride,
                                  .resultRow = m_width,
                                  .rows = m_from[3],
                                  .columns = m_width,
                                  .inner = count,
                                  .add = add});
    }

    Scratch& m_scratch;
    int m_images;
    int m_gradients;
    int m_result;
    Shape m_from;
    Shape m_to;
    std::int64_t m_taps;
    const WinogradTransforms& m_transforms;
    std::int64_t m_positions; ///< of a transformed tile
    std::array<std::int64_t, 2> m_before;
    TileGrid m_grid;
    std::int64_t m_tiles;
    std::int64_t m_elements;
    std::int64_t m_width = 0; ///< channels of the results in whole vectors
    std::int64_t m_sumStride = 0;
    std::int64_t m_blockTiles = 0;
    std::int64_t m_parts = 0;
    std::optional<TileBlock> m_data;
    std::optional<TileBlock> m_taken; ///< gradients of tiles, as taps
};

} // namespace

bool winogradFits(const Kernel& kernel) {
    const ConvolutionShapes shapes = convolutionShapes(kernel.node);
    const auto& attributes = kernel.node.as<ConvolutionAttributes>();
    const std::int64_t taps = shapes.kernel[0];
    const bool plain = attributes.groups == 1 && attributes.stride == std::array<std::int64_t, 2>{1, 1} &&
                       attributes.dilation == std::array<std::int64_t, 2>{1, 1};
    return plain && shapes.kernel[1] == taps && (taps == 3 || taps == 5) &&
           shapes.image[3] >= kFewestChannels && shapes.output[3] >= kFewestChannels &&
           std::min(shapes.output[1], shapes.output[2]) >= kWinogradTile && shapes.image[0] > 0;
}

std::unique_ptr<CpuStep> makeWinogradStep(const Kernel& kernel, Scratch& scratch) {
    const ConvolutionShapes shapes = convolutionShapes(kernel.node);
    if (shapes.kind == ConvolutionKind::KernelGradient)
        return std::make_unique<WinogradKernelGradient>(kernel, shapes, scratch);
    return std::make_unique<WinogradConvolution>(kernel, shapes, scratch);
}

} // namespace protomind
