// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/window_code.h"

#include "studio/exchange/pytorch/python_network.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

using Pair = std::array<std::int64_t, 2>;

bool isEven(const WindowPadding& padding) {
    return padding.before == padding.after;
}

/// Arguments of a window where they are not what PyTorch takes anyway.
std::string optional(const char* name, const Pair& value, std::int64_t standard) {
    return value == Pair{standard, standard} ? std::string()
                                             : fmt::format(", {}={}", name, pythonPair(value));
}

/// F.pad's order: the last axis first.
std::string sidesOf(const WindowPadding& padding) {
    return fmt::format("({}, {}, {}, {})", padding.before[1], padding.after[1], padding.before[0],
                       padding.after[0]);
}

LayerCode convolutionCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const Window window = windowOf(layer);
    const WindowPadding padding = windowPadding(layer);
    const std::int64_t channels = layer.input()[2];
    const std::int64_t groups =
        layer.is("depthwise_convolution") ? channels : layer.integer(FieldRole::Groups);
    LayerCode code{.module =
                       fmt::format("nn.Conv2d({}, {}, kernel_size={}{}{}{}{}{})", channels, layer.output()[2],
                                   pythonPair(window.size), optional("stride", window.stride, 1),
                                   isEven(padding) ? optional("padding", padding.before, 0) : "",
                                   optional("dilation", window.dilation, 1),
                                   groups == 1 ? "" : fmt::format(", groups={}", groups),
                                   layer.holds(VariableRole::Bias) ? "" : ", bias=False"),
                   .after = {},
                   .before = {},
                   .value = fmt::format("self.{}({})", name, x),
                   .remark = {}};
    if (!isEven(padding)) {
        code.value = fmt::format("self.{}(F.pad({}, {}))", name, x, sidesOf(padding));
        code.remark = "left, right, top, bottom";
    }
    return code;
}

/// What sticks out beyond the image is cut off at the end by hand where it is more than at the beginning.
LayerCode transposedCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const Window window = windowOf(layer);
    const WindowPadding cut = windowPadding(layer);
    Pair gap{};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::int64_t stamped =
            (layer.input()[static_cast<int>(axis)] - 1) * window.stride[axis] + window.size[axis];
        gap[axis] = std::max<std::int64_t>(layer.output()[static_cast<int>(axis)] - stamped, 0);
    }
    LayerCode code{.module = fmt::format(
                       "nn.ConvTranspose2d({}, {}, kernel_size={}{}{}{}{})", layer.input()[2],
                       layer.output()[2], pythonPair(window.size), optional("stride", window.stride, 1),
                       optional("padding", cut.before, 0), optional("output_padding", gap, 0),
                       layer.holds(VariableRole::Bias) ? "" : ", bias=False"),
                   .after = {},
                   .before = {},
                   .value = fmt::format("self.{}({})", name, x),
                   .remark = {}};
    if (!isEven(cut))
        code.value += fmt::format("[:, :, :{}, :{}]", layer.output()[0], layer.output()[1]);
    return code;
}

LayerCode poolCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const Window window = windowOf(layer);
    const WindowPadding padding = windowPadding(layer);
    const bool average = layer.is("average_pool");
    // PyTorch pads by half a window at most.
    const bool plain =
        isEven(padding) && padding.before[0] <= window.size[0] / 2 && padding.before[1] <= window.size[1] / 2;
    LayerCode code{.module = fmt::format(
                       "nn.{}({}{}{}{})", average ? "AvgPool2d" : "MaxPool2d", pythonPair(window.size),
                       window.stride == window.size ? std::string()
                                                    : fmt::format(", stride={}", pythonPair(window.stride)),
                       plain ? optional("padding", padding.before, 0) : "",
                       average && plain && padding.before != Pair{0, 0} ? ", count_include_pad=False" : ""),
                   .after = {},
                   .before = {},
                   .value = fmt::format("self.{}({})", name, x),
                   .remark = {}};
    if (plain)
        return code;
    if (average) {
        code.module = fmt::format("SameAveragePool2d({}, stride={}, padding={})", pythonPair(window.size),
                                  pythonPair(window.stride), sidesOf(padding));
        code.helpers = {PythonHelper::SameAveragePool};
    } else {
        code.value = fmt::format("self.{}(F.pad({}, {}, value=float(\"-inf\")))", name, x, sidesOf(padding));
    }
    code.remark = "left, right, top, bottom";
    return code;
}

/// PyTorch finds the pixel to repeat by a product with the rounded 1 / factor, which must not end up too
/// small.
bool repeatsExactly(std::int64_t factor) {
    return static_cast<double>(1.0f / static_cast<float>(factor)) * static_cast<double>(factor) >= 1.0;
}

LayerCode upsampleCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const std::vector<std::int64_t>& factor = layer.sizes(FieldRole::Scaling);
    const std::string method = layer.choice(FieldRole::Interpolation);
    LayerCode code{.module = {}, .after = {}, .before = {}, .value = {}, .remark = {}};
    if (method == "nearest" && !std::ranges::all_of(factor, repeatsExactly)) {
        code.value = fmt::format("{}.repeat_interleave({}, dim=2).repeat_interleave({}, dim=3)", x, factor[0],
                                 factor[1]);
        return code;
    }
    code.module = fmt::format("nn.Upsample(scale_factor={}, mode=\"{}\"{})", pythonPair(factor),
                              method == "nearest" ? "nearest" : "bilinear",
                              method == "nearest" ? "" : ", align_corners=False");
    code.value = fmt::format("self.{}({})", name, x);
    return code;
}

LayerCode padCode(const LayerView& layer, const std::string& x) {
    const std::vector<std::int64_t>& sides = layer.sizes(FieldRole::Border);
    const double fill = layer.real(FieldRole::FillValue);
    return {.module = {},
            .after = {},
            .before = {},
            .value = fmt::format("F.pad({}, ({}, {}, {}, {}){})", x, sides[2], sides[3], sides[0], sides[1],
                                 fill == 0 ? std::string() : ", value=" + pythonNumber(fill)),
            .remark = "left, right, top, bottom"};
}

LayerCode cropCode(const LayerView& layer, const std::string& x) {
    const std::vector<std::int64_t>& sides = layer.sizes(FieldRole::Border);
    return {.module = {},
            .after = {},
            .before = {},
            .value = fmt::format("{}[:, :, {}:{}, {}:{}]", x, sides[0], sides[0] + layer.output()[0],
                                 sides[2], sides[2] + layer.output()[1]),
            .remark = {}};
}

} // namespace

LayerCode windowCode(const LayerView& layer, const std::string& name, const std::string& x) {
    if (layer.is("transposed_convolution"))
        return transposedCode(layer, name, x);
    if (layer.is("pad"))
        return padCode(layer, x);
    if (layer.is("crop"))
        return cropCode(layer, x);
    if (layer.is("upsample"))
        return upsampleCode(layer, name, x);
    return layer.holds(VariableRole::Kernel) ? convolutionCode(layer, name, x) : poolCode(layer, name, x);
}

} // namespace protomind
