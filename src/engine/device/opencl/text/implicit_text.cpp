// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/implicit_text.h"

#include "engine/base/index.h"
#include "engine/device/opencl/text/convolution_shape.h"
#include "engine/device/opencl/text/tile_text.h"

#include <fmt/format.h>

#include <array>

namespace protomind {

namespace {

// In these texts {a} is a place along an edge or the sum, and {b} what names end in there.

/// Where a place of the output begins in the image, with what is padded.
constexpr const char* kPlace = R"(    const int place{b} = min({a}, {PLACES} - 1);
    const int y{b} = {a} < {PLACES} ? place{b} / {OW} % {OH} * {SY} - {PY} : {FAR};
    const int x{b} = place{b} % {OW} * {SX} - {PX};
    const int sample{b} = place{b} / ({OW} * {OH}) * ({H} * {W} * {C}) + product * {GC};
)";
/// How far from there a filter tap looks.
constexpr const char* kTap = R"(    const int tap{b} = {a} / {GC}, channel{b} = {a} % {GC};
    const int down{b} = {a} < {PATCH} ? tap{b} / {KW} * {DY} : {FAR};
    const int right{b} = tap{b} % {KW} * {DX};
)";
/// The number there: {a} and {b} are what a place's names end in, and a tap's.
constexpr const char* kInImage = "(uint)(y{a} + down{b}) < {H}u && (uint)(x{a} + right{b}) < {W}u";
constexpr const char* kPixel =
    "{result}[sample{a} + ((y{a} + down{b}) * {W} + x{a} + right{b}) * {C} + channel{b}]";

constexpr const char* kGradientPixel = R"(    const int pixel{{s}} = min({{e}}, {ROWS} - 1);
    const int sample{{s}} = pixel{{s}} / ({HP} * {WP}) * ({OH} * {OW} * {O}) + group * {GO};
    const int y{{s}} = {{e}} < {ROWS} ? pixel{{s}} / {WP} % {HP} + y_begin : {FAR};
    const int x{{s}} = pixel{{s}} % {WP} + x_begin;
)";
constexpr const char* kGradientTap = R"(    const int channel{{t}} = {{k}} % {GO};
    const int y_turn{{t}} = {{k}} / ({GO} * {TX}), x_turn{{t}} = {{k}} / {GO} % {TX};
    const int y_tap{{t}} = y_first + y_turn{{t}} * {PHY}, x_tap{{t}} = x_first + x_turn{{t}} * {PHX};
    const bool is_tap{{t}} = y_tap{{t}} < {KH} && x_tap{{t}} < {KW};
    const int up{{t}} = is_tap{{t}} ? y_turn{{t}} * {DY} : -({FAR}), left{{t}} = x_turn{{t}} * {DX};
)";
constexpr const char* kGradientRow =
    R"(    const int y = m / {WP} % {HP} * {PHY} + y_phase, x = m % {WP} * {PHX} + x_phase;
)";

/// One axis of an image whose gradient is computed. With a stride, a filter tap reaches only pixels that lie
/// so far apart: pixels are taken in phases, and those of a phase have all their taps in common. (Where taps
/// lie apart, too, all are tried.)
struct GradientAxis {
    std::int64_t size, taps, stride, dilation;

    [[nodiscard]] bool isPhased() const { return stride > 1 && dilation == 1; }
    [[nodiscard]] std::int64_t phases() const { return isPhased() ? stride : 1; }
    [[nodiscard]] std::int64_t pixelsOfPhase() const { return (size + phases() - 1) / phases(); }
    [[nodiscard]] std::int64_t tapsOfPhase() const { return (taps + phases() - 1) / phases(); }

    /// Its phase, the first tap of that, and the place of the output that this tap reads for pixel 0.
    [[nodiscard]] std::string begin(const char* name, std::int64_t padding) const {
        if (!isPhased())
            return fmt::format("    const int {0}_first = 0, {0}_begin = {1};\n", name, padding);
        return fmt::format("    const int {0}_first = ({0}_phase + {1}) % {2};\n"
                           "    const int {0}_begin = ({0}_phase + {1}) / {2};\n",
                           name, padding, stride);
    }
    /// Whether a place (an expression, in steps of the stride that is left) is one of the output's.
    [[nodiscard]] std::string isPlace(const std::string& place, std::int64_t places) const {
        if (stride == phases())
            return fmt::format("(uint)({}) < {}u", place, places);
        return fmt::format("{0} >= 0 && ({0}) % {2} == 0 && ({0}) / {2} < {1}", place, places, stride);
    }
    [[nodiscard]] std::string placed(const std::string& place) const {
        return stride == phases() ? fmt::format("({})", place) : fmt::format("({}) / {}", place, stride);
    }
};

class ImplicitWriter {
public:
    ImplicitWriter(const Kernel& kernel, const KernelLimits& limits)
        : m_kernel(kernel)
        , m_limits(limits)
        , m_shape(kernel) {}

    /// A product for each group; of the image's gradient for each group and phase.
    ProductSizes sizes() const {
        const std::int64_t groups = m_shape.attributes().groups;
        const std::int64_t outputs = m_shape.weights[3] / groups;
        if (m_kernel.node.op() == Op::Convolution)
            return {at(groups), at(m_shape.places()), at(outputs), at(m_shape.patch())};
        if (m_kernel.node.op() == Op::ConvolutionKernelGradient)
            return {at(groups), at(m_shape.patch()), at(outputs), at(m_shape.places()), true};
        const auto [y, x] = axes();
        return {at(groups * y.phases() * x.phases()),
                at(m_shape.image[0] * y.pixelsOfPhase() * x.pixelsOfPhase()), at(m_shape.weights[2]),
                at(y.tapsOfPhase() * x.tapsOfPhase() * outputs)};
    }

    std::vector<KernelSource> kernels(const KernelTitle& title) {
        const ProductSizes all = sizes();
        const ProductTile tile = productTile(all, m_limits).value();
        const std::size_t slices = productSlices(all, tile, m_limits);
        m_a = m_arguments.read(m_kernel.inputs[0]);
        m_b = m_arguments.read(m_kernel.inputs[1]);
        m_result = m_arguments.write(slices > 1 ? kPartialResults : m_kernel.output);
        TileProduct product = m_kernel.node.op() == Op::Convolution                ? forward()
                              : m_kernel.node.op() == Op::ConvolutionInputGradient ? toInput(all)
                                                                                   : toKernel();
        product.sizes = all;
        product.slices = slices;
        std::vector<KernelSource> kernels{tileText(title, product, tile, m_arguments)};
        if (slices > 1) {
            kernels.push_back(sumPartsText(title, m_kernel.output, m_kernel.node.shape(), slices, m_limits));
            kernels[0].partialElements = kernels[1].partialElements;
        }
        return kernels;
    }

private:
    std::array<GradientAxis, 2> axes() const {
        const ConvolutionAttributes& c = m_shape.attributes();
        return {{{m_shape.image[1], m_shape.weights[0], c.stride[0], c.dilation[0]},
                 {m_shape.image[2], m_shape.weights[1], c.stride[1], c.dilation[1]}}};
    }

    /// [places, patch] x [patch, outputs of the group]
    TileProduct forward() const {
        return {.left = {.depthIsContiguous = true,
                         .atEdge = m_shape.text(kPlace, "{e}", "{s}", {}),
                         .atDepth = m_shape.text(kTap, "{k}", "{t}", {}),
                         .inside = m_shape.text(kInImage, "{s}", "{t}", {}),
                         .value = m_shape.text(kPixel, "{s}", "{t}", m_a)},
                .right = {.inside = m_shape.text("{{e}} < {GO} && {{k}} < {PATCH}", {}, {}, {}),
                          .value = m_shape.text("{b}[{{k}} * {O} + product * {GO} + {{e}}]", {}, m_b, {})},
                .rowInside = "true",
                .rowPlace = m_shape.text("{result} + m * {O} + product * {GO}", {}, {}, m_result)};
    }

    /// [patch, places] x [places, outputs of the group]
    TileProduct toKernel() const {
        return {.left = {.atEdge = m_shape.text(kTap, "{e}", "{s}", {}),
                         .atDepth = m_shape.text(kPlace, "{k}", "{t}", {}),
                         .inside = m_shape.text(kInImage, "{t}", "{s}", {}),
                         .value = m_shape.text(kPixel, "{t}", "{s}", m_a)},
                .right = {.inside = m_shape.text("{{e}} < {GO} && {{k}} < {PLACES}", {}, {}, {}),
                          .value = m_shape.text("{b}[{{k}} * {O} + product * {GO} + {{e}}]", {}, m_b, {})},
                .rowInside = "true",
                .rowPlace = m_shape.text("{result} + (slice * {PATCH} + m) * {O} + product * {GO}", {}, {},
                                         m_result)};
    }

    /// [pixels of the phase, taps of the phase * outputs of the group] x [these, channels of the group]
    TileProduct toInput(const ProductSizes& all) const {
        const auto [y, x] = axes();
        const auto text = [&, y = y, x = x](const char* pattern) {
            using fmt::arg;
            return fmt::format(
                fmt::runtime(pattern), arg("a", m_a), arg("b", m_b), arg("result", m_result),
                arg("ROWS", all.rows), arg("HP", y.pixelsOfPhase()), arg("WP", x.pixelsOfPhase()),
                arg("H", y.size), arg("W", x.size), arg("C", m_shape.image[3]), arg("OH", m_shape.output[1]),
                arg("OW", m_shape.output[2]), arg("KH", y.taps), arg("KW", x.taps),
                arg("GC", m_shape.weights[2]), arg("O", m_shape.weights[3]),
                arg("GO", m_shape.weights[3] / m_shape.attributes().groups), arg("TX", x.tapsOfPhase()),
                arg("PHY", y.phases()), arg("PHX", x.phases()), arg("PHASES", y.phases() * x.phases()),
                arg("DY", y.dilation), arg("DX", x.dilation), arg("FAR", ConvolutionShape::kOutside));
        };
        const std::string down = "y{s} - up{t}";
        const std::string right = "x{s} - left{t}";
        const std::array<std::int64_t, 2>& padding = m_shape.attributes().paddingBefore;
        return {.left = {.depthIsContiguous = true,
                         .atEdge = text(kGradientPixel),
                         .atDepth = text(kGradientTap),
                         .inside = y.isPlace(down, m_shape.output[1]) + " && " +
                                   x.isPlace(right, m_shape.output[2]),
                         .value = fmt::format("{}[sample{{s}} + ({} * {} + {}) * {} + channel{{t}}]", m_a,
                                              y.placed(down), m_shape.output[2], x.placed(right),
                                              m_shape.weights[3])},
                // What is declared for the left one at a depth holds here: both read along it.
                .right = {.depthIsContiguous = true,
                          .inside = text("{{e}} < {GC} && is_tap{{t}}"),
                          .value = text("{b}[((y_tap{{t}} * {KW} + x_tap{{t}}) * {GC} + {{e}}) * {O} + "
                                        "group * {GO} + channel{{t}}]")},
                .beforehand = text("    const int group = product / {PHASES};\n"
                                   "    const int y_phase = product % {PHASES} / {PHX}, x_phase = product % "
                                   "{PHX};\n") +
                              y.begin("y", padding[0]) + x.begin("x", padding[1]),
                .beforeRow = text(kGradientRow),
                .rowInside = text("y < {H} && x < {W}"),
                .rowPlace = text("{result} + ((m / ({HP} * {WP}) * {H} + y) * {W} + x) * {C} + "
                                 "group * {GC}")};
    }

    const Kernel& m_kernel;
    const KernelLimits& m_limits;
    ConvolutionShape m_shape;
    ValueArguments m_arguments;
    std::string m_a, m_b, m_result;
};

} // namespace

bool implicitFits(const Kernel& kernel, const KernelLimits& limits) {
    const ProductSizes sizes = ImplicitWriter(kernel, limits).sizes();
    return sizes.products * sizes.rows * sizes.columns * sizes.depth > 0 &&
           productTile(sizes, limits).has_value();
}

std::vector<KernelSource> implicitText(const Kernel& kernel, const KernelTitle& title,
                                       const KernelLimits& limits) {
    return ImplicitWriter(kernel, limits).kernels(title);
}

} // namespace protomind
