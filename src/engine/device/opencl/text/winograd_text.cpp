// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/winograd_text.h"

#include "engine/base/index.h"
#include "engine/device/opencl/text/convolution_shape.h"
#include "engine/device/opencl/text/tile_text.h"

#include <fmt/format.h>

#include <array>

namespace protomind {

namespace {

constexpr std::int64_t kEdge = 3;           ///< of the filters
constexpr std::int64_t kTileNumbers = 16;   ///< 4 x 4
constexpr std::int64_t kFewestChannels = 8; ///< of fewer, transforming takes longer than it saves

/// G g G^T of Lavin and Gray, of the filter from channel s to channel r.
constexpr const char* kFilter = R"(    float g[3][3], h[4][3];
    for (int ky = 0; ky < 3; ++ky) {{
        for (int kx = 0; kx < 3; ++kx)
            g[ky][kx] = {from}[{weight}];
    }}
    for (int x = 0; x < 3; ++x) {{
        h[0][x] = g[0][x];
        h[1][x] = 0.5f * (g[0][x] + g[1][x] + g[2][x]);
        h[2][x] = 0.5f * (g[0][x] - g[1][x] + g[2][x]);
        h[3][x] = g[2][x];
    }}
    for (int y = 0; y < 4; ++y) {{
        __global float* const to = {to} + y * 4 * {S} * {R} + i;
        to[0] = h[y][0];
        to[{S} * {R}] = 0.5f * (h[y][0] + h[y][1] + h[y][2]);
        to[2 * {S} * {R}] = 0.5f * (h[y][0] - h[y][1] + h[y][2]);
        to[3 * {S} * {R}] = h[y][2];
    }}
)";

/// B^T d B, of a tile of the image; what is padded is zero.
constexpr const char* kImage = R"(    const int n = tile / ({TH} * {TW});
    const int top = tile / {TW} % {TH} * 2 - {PY}, left = tile % {TW} * 2 - {PX};
    float d[4][4], e[4][4];
    for (int y = 0; y < 4; ++y) {{
        for (int x = 0; x < 4; ++x) {{
            const bool inside = (uint)(top + y) < {H}u && (uint)(left + x) < {W}u;
            d[y][x] = inside ? {from}[((n * {H} + top + y) * {W} + left + x) * {S} + c] : 0.0f;
        }}
    }}
    for (int x = 0; x < 4; ++x) {{
        e[0][x] = d[0][x] - d[2][x];
        e[1][x] = d[1][x] + d[2][x];
        e[2][x] = d[2][x] - d[1][x];
        e[3][x] = d[1][x] - d[3][x];
    }}
    for (int y = 0; y < 4; ++y) {{
        __global float* const to = {to} + y * 4 * {T} * {S} + i;
        to[0] = e[y][0] - e[y][2];
        to[{T} * {S}] = e[y][1] + e[y][2];
        to[2 * {T} * {S}] = e[y][2] - e[y][1];
        to[3 * {T} * {S}] = e[y][1] - e[y][3];
    }}
)";

/// A^T m A, of the products of a tile: 2 x 2 results, those that there are.
constexpr const char* kResult = R"(    const int n = tile / ({TH} * {TW});
    const int top = tile / {TW} % {TH} * 2, left = tile % {TW} * 2;
    float m[2][4];
    for (int x = 0; x < 4; ++x) {{
        __global const float* const from = {from} + x * {T} * {R} + i;
        const float m0 = from[0], m1 = from[4 * {T} * {R}];
        const float m2 = from[8 * {T} * {R}], m3 = from[12 * {T} * {R}];
        m[0][x] = m0 + m1 + m2;
        m[1][x] = m1 - m2 - m3;
    }}
    for (int y = 0; y < 2; ++y) {{
        if (top + y >= {RH})
            continue;
        __global float* const to = {to} + ((n * {RH} + top + y) * {RW} + left) * {R} + c;
        to[0] = m[y][0] + m[y][1] + m[y][2];
        if (left + 1 < {RW})
            to[{R}] = m[y][1] - m[y][2] - m[y][3];
    }}
)";

class WinogradWriter {
public:
    WinogradWriter(const Kernel& kernel, const KernelLimits& limits, std::int64_t mostFloats)
        : m_kernel(kernel)
        , m_limits(limits)
        , m_mostFloats(mostFloats)
        , m_shape(kernel)
        , m_isForward(kernel.node.op() == Op::Convolution)
        , m_from(m_isForward ? m_shape.image : m_shape.output)
        , m_to(m_isForward ? m_shape.output : m_shape.image) {}

    bool fits() const {
        const ConvolutionAttributes& c = m_shape.attributes();
        const std::array<std::int64_t, 2> ones{1, 1};
        return m_kernel.node.op() != Op::ConvolutionKernelGradient && c.stride == ones &&
               c.dilation == ones && c.groups == 1 && m_shape.weights[0] == kEdge &&
               m_shape.weights[1] == kEdge && m_from[3] >= kFewestChannels && m_to[3] >= kFewestChannels &&
               m_to[0] > 0 && floatsOf(1) <= m_mostFloats && productTile(sizes(1), m_limits).has_value();
    }

    std::vector<KernelSource> kernels(const KernelTitle& title) const {
        std::vector<KernelSource> all{filters(title)};
        const std::int64_t samples = samplesAtOnce();
        for (std::int64_t first = 0; first < m_to[0]; first += samples) {
            all.push_back(image(title, first, samples));
            all.push_back(product(title, samples));
            all.push_back(result(title, first, samples));
        }
        for (KernelSource& source : all)
            source.partialElements = at(floatsOf(samples));
        return all;
    }

private:
    std::int64_t tileRows() const { return (m_to[1] + 1) / 2; }
    std::int64_t tileColumns() const { return (m_to[2] + 1) / 2; }
    std::int64_t tiles(std::int64_t samples) const { return samples * tileRows() * tileColumns(); }

    // What is on the way lies one behind the other: filters [16, S, R], image [16, T, S], products [16, T,
    // R].
    std::int64_t imageBegin() const { return kTileNumbers * m_from[3] * m_to[3]; }
    std::int64_t productsBegin(std::int64_t samples) const {
        return imageBegin() + kTileNumbers * tiles(samples) * m_from[3];
    }
    std::int64_t floatsOf(std::int64_t samples) const {
        return productsBegin(samples) + kTileNumbers * tiles(samples) * m_to[3];
    }

    /// As many as fit, so that all are done in equal parts.
    std::int64_t samplesAtOnce() const {
        for (std::int64_t parts = 1; parts < m_to[0]; ++parts) {
            if (m_to[0] % parts == 0 && floatsOf(m_to[0] / parts) <= m_mostFloats)
                return m_to[0] / parts;
        }
        return 1;
    }

    ProductSizes sizes(std::int64_t samples) const {
        return {at(kTileNumbers), at(tiles(samples)), at(m_to[3]), at(m_from[3])};
    }

    std::string text(const char* pattern, const std::string& from, const std::string& to,
                     std::int64_t samples) const {
        // The image's gradient looks at filters turned around, from as far on the other side.
        const std::array<std::int64_t, 2>& padding = m_shape.attributes().paddingBefore;
        const auto before = [&](std::size_t axis) {
            return m_isForward ? padding[axis] : kEdge - 1 - padding[axis];
        };
        using fmt::arg;
        return fmt::format(
            fmt::runtime(pattern), arg("from", from), arg("to", to), arg("T", tiles(samples)),
            arg("TH", tileRows()), arg("TW", tileColumns()), arg("PY", before(0)), arg("PX", before(1)),
            arg("H", m_from[1]), arg("W", m_from[2]), arg("S", m_from[3]), arg("RH", m_to[1]),
            arg("RW", m_to[2]), arg("R", m_to[3]),
            arg("weight", m_isForward ? fmt::format("((ky * 3 + kx) * {} + s) * {} + r", m_from[3], m_to[3])
                                      : fmt::format("(((2 - ky) * 3 + 2 - kx) * {} + r) * {} + s", m_to[3],
                                                    m_from[3])));
    }

    KernelTitle part(const KernelTitle& title, const char* name) const {
        return {title.function + name, title.comment};
    }

    KernelSource filters(const KernelTitle& title) const {
        ValueArguments arguments;
        const std::string from = arguments.read(m_kernel.inputs[1]);
        const std::string to = arguments.write(kPartialResults);
        return elementwiseText(part(title, "_filters"), Shape{m_from[3], m_to[3]},
                               std::array<std::string_view, 2>{"s", "r"}, text(kFilter, from, to, 1),
                               arguments, m_limits);
    }

    KernelSource image(const KernelTitle& title, std::int64_t first, std::int64_t samples) const {
        ValueArguments arguments;
        const std::string from =
            arguments.readFrom(m_kernel.inputs[0], first * m_from[1] * m_from[2] * m_from[3]).name;
        const std::string to = fmt::format("{} + {}", arguments.write(kPartialResults), imageBegin());
        return elementwiseText(part(title, "_image"), Shape{tiles(samples), m_from[3]},
                               std::array<std::string_view, 2>{"tile", "c"}, text(kImage, from, to, samples),
                               arguments, m_limits);
    }

    KernelSource product(const KernelTitle& title, std::int64_t samples) const {
        ValueArguments arguments;
        const std::string memory = arguments.write(kPartialResults);
        const std::int64_t all = tiles(samples);
        TileProduct product;
        product.sizes = sizes(samples);
        product.left = {.depthIsContiguous = true,
                        .inside = fmt::format("{{e}} < {} && {{k}} < {}", all, m_from[3]),
                        .value = fmt::format("{}[{} + (product * {} + {{e}}) * {} + {{k}}]", memory,
                                             imageBegin(), all, m_from[3])};
        product.right = {
            .inside = fmt::format("{{e}} < {} && {{k}} < {}", m_to[3], m_from[3]),
            .value = fmt::format("{}[(product * {} + {{k}}) * {} + {{e}}]", memory, m_from[3], m_to[3])};
        product.rowInside = "true";
        product.rowPlace =
            fmt::format("{} + {} + (product * {} + m) * {}", memory, productsBegin(samples), all, m_to[3]);
        return tileText(part(title, "_products"), product, productTile(product.sizes, m_limits).value(),
                        arguments);
    }

    KernelSource result(const KernelTitle& title, std::int64_t first, std::int64_t samples) const {
        ValueArguments arguments;
        const std::string from =
            fmt::format("{} + {}", arguments.read(kPartialResults), productsBegin(samples));
        const std::string to = arguments.writeFrom(m_kernel.output, first * m_to[1] * m_to[2] * m_to[3]).name;
        return elementwiseText(part(title, "_result"), Shape{tiles(samples), m_to[3]},
                               std::array<std::string_view, 2>{"tile", "c"}, text(kResult, from, to, samples),
                               arguments, m_limits);
    }

    const Kernel& m_kernel;
    const KernelLimits& m_limits;
    std::int64_t m_mostFloats;
    ConvolutionShape m_shape;
    bool m_isForward;
    Shape m_from, m_to; ///< what is looked at, and the result
};

} // namespace

bool winogradFits(const Kernel& kernel, const KernelLimits& limits) {
    return WinogradWriter(kernel, limits, kMostWinogradFloats).fits();
}

std::vector<KernelSource> winogradText(const Kernel& kernel, const KernelTitle& title,
                                       const KernelLimits& limits, std::int64_t mostFloats) {
    return WinogradWriter(kernel, limits, mostFloats).kernels(title);
}

} // namespace protomind
