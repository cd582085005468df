// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/layer_code.h"

#include "engine/nn/activation.h"
#include "studio/exchange/pytorch/python_network.h"
#include "studio/exchange/pytorch/window_code.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

/// The axis of the channels, the batch's being 0.
int channelAxis(const Shape& shape) {
    return isImageShape(shape) ? 1 : -1;
}

/// Channels last, as Protomind has images, and back.
std::string channelsLast(const Shape& shape, const std::string& value) {
    return isImageShape(shape) ? value + ".permute(0, 2, 3, 1)" : value;
}
std::string channelsFirst(const Shape& shape, const std::string& value) {
    return isImageShape(shape) ? value + ".permute(0, 3, 1, 2)" : value;
}

LayerCode denseCode(const LayerView& layer, const std::string& name, const std::string& x) {
    return {.module = fmt::format("nn.Linear({}, {}{})", layer.input().back(0), layer.output().back(0),
                                  layer.holds(VariableRole::Bias) ? "" : ", bias=False"),
            .after = {},
            .before = {},
            .value = fmt::format("self.{}({})", name, x),
            .remark = {}};
}

LayerCode embeddingCode(const LayerView& layer, const std::string& name, const std::string& x) {
    return {.module = fmt::format("nn.Embedding({}, {})", layer.integer(FieldRole::Vocabulary),
                                  layer.integer(FieldRole::OutputSize)),
            .after = {},
            .before = {},
            .value = fmt::format("self.{}({}.long())", name, x),
            .remark = {}};
}

LayerCode positionCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const bool learned = layer.holds(VariableRole::Position);
    return {.module = fmt::format("{}({}, {})", learned ? "LearnedPositions" : "WavePositions",
                                  layer.input()[0], layer.input()[1]),
            .after = {},
            .before = {},
            .value = fmt::format("self.{}({})", name, x),
            .remark = {},
            .helpers = {learned ? PythonHelper::LearnedPositions : PythonHelper::WavePositions}};
}

LayerCode recurrentCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const bool both = layer.boolean(FieldRole::BothDirections);
    const std::string kind = layer.is("lstm") ? "LSTM" : layer.is("gru") ? "GRU" : "RNN";
    const std::string extra =
        layer.is("rnn") && layer.activation() == "relu" ? ", nonlinearity=\"relu\"" : "";
    LayerCode code{.module = fmt::format("nn.{}({}, {}{}, batch_first=True{})", kind, layer.input()[1],
                                         layer.integer(FieldRole::OutputSize), extra,
                                         both ? ", bidirectional=True" : ""),
                   .after = {},
                   .before = {},
                   .value = fmt::format("self.{}({})[0]", name, x),
                   .remark = {}};
    if (!layer.holds(VariableRole::RecurrentBias)) {
        code.after.push_back("# One bias does: the second one is zero and stays so.");
        code.after.push_back(fmt::format("nn.init.zeros_(self.{}.bias_hh_l0).requires_grad_(False)", name));
        if (both)
            code.after.push_back(
                fmt::format("nn.init.zeros_(self.{}.bias_hh_l0_reverse).requires_grad_(False)", name));
    }
    if (layer.choice(FieldRole::EveryStep) == "last_step") {
        code.before.push_back(
            fmt::format("_, {} = self.{}({})", layer.is("lstm") ? "(hidden, _)" : "hidden", name, x));
        code.value = both ? "torch.cat([hidden[0], hidden[1]], dim=-1)" : "hidden[0]";
    }
    return code;
}

LayerCode attentionCode(const LayerView& layer, const std::string& name, const std::string& x) {
    LayerCode code{.module = fmt::format("nn.MultiheadAttention({}, {}, batch_first=True)", layer.input()[1],
                                         layer.integer(FieldRole::Heads)),
                   .after = {},
                   .before = {},
                   .value = fmt::format("self.{0}({1}, {1}, {1}, need_weights=False)[0]", name, x),
                   .remark = {}};
    if (layer.boolean(FieldRole::Causal)) {
        code.before.push_back(fmt::format(
            "hidden = torch.ones({0}, {0}, dtype=torch.bool, device={1}.device).triu(1)  # what is later",
            layer.input()[0], x));
        code.value = fmt::format("self.{0}({1}, {1}, {1}, need_weights=False, attn_mask=hidden)[0]", name, x);
    }
    return code;
}

/// Between channels first, which norms of PyTorch want of everything, and our sequences.
std::string withChannelsSecond(const Shape& shape, const std::string& module, const std::string& x) {
    if (isImageShape(shape) || shape.rank() == 1)
        return fmt::format("self.{}({})", module, x);
    return fmt::format("self.{}({}.movedim(-1, 1)).movedim(1, -1)", module, x);
}

LayerCode normCode(const LayerView& layer, const std::string& name, const std::string& x) {
    const Shape& shape = layer.input();
    const std::int64_t channels = shape.back(0);
    const std::string epsilon = pythonNumber(layer.real(FieldRole::Epsilon));
    LayerCode code{
        .module = {}, .after = {}, .before = {}, .value = withChannelsSecond(shape, name, x), .remark = {}};
    if (layer.is("layer_norm")) {
        code.module = fmt::format("nn.LayerNorm({}, eps={})", channels, epsilon);
        code.value = channelsFirst(shape, fmt::format("self.{}({})", name, channelsLast(shape, x)));
        code.remark = isImageShape(shape) ? "of each pixel" : "";
    } else if (layer.is("batch_norm")) {
        code.module = fmt::format("BatchNorm({}, eps={}, momentum={})", channels, epsilon,
                                  fmt::format("{:.12g}", 1 - layer.real(FieldRole::Momentum)));
        code.helpers = {PythonHelper::BatchNorm};
    } else {
        const std::int64_t groups = layer.is("group_norm") ? layer.integer(FieldRole::Groups) : channels;
        // PyTorch refuses to take the mean of a single number.
        const bool single = shape.elementCount() == groups;
        if (single)
            code.helpers = {PythonHelper::GroupNorm};
        if (layer.is("instance_norm") && !single)
            code.module = fmt::format("nn.InstanceNorm2d({}, eps={}, affine=True)", channels, epsilon);
        else
            code.module = fmt::format("{}({}, {}, eps={})", single ? "GroupNorm" : "nn.GroupNorm", groups,
                                      channels, epsilon);
    }
    return code;
}

LayerCode flattenCode(const LayerView& layer, const std::string& x) {
    LayerCode code{.module = {}, .after = {}, .before = {}, .value = {}, .remark = {}};
    code.value = channelsLast(layer.input(), x) + ".flatten(1)";
    code.remark = isImageShape(layer.input()) ? "by height, width, channels" : "";
    return code;
}

LayerCode reshapeCode(const LayerView& layer, const std::string& x) {
    LayerCode code{.module = {}, .after = {}, .before = {}, .value = {}, .remark = {}};
    code.value =
        channelsFirst(layer.output(), fmt::format("{}.reshape(-1, {})", channelsLast(layer.input(), x),
                                                  fmt::join(layer.output().sizes(), ", ")));
    if (isImageShape(layer.input()) || isImageShape(layer.output()))
        code.remark = "by height, width, channels";
    return code;
}

LayerCode randomCode(const LayerView& layer, const std::string& name, const std::string& x) {
    LayerCode code{
        .module = {}, .after = {}, .before = {}, .value = fmt::format("self.{}({})", name, x), .remark = {}};
    if (layer.is("dropout")) {
        code.module = fmt::format("nn.Dropout({})", pythonNumber(layer.real(FieldRole::Rate)));
    } else if (layer.is("noise")) {
        code.module = fmt::format("GaussianNoise({})", pythonNumber(layer.real(FieldRole::Deviation)));
        code.helpers = {PythonHelper::GaussianNoise};
    } else {
        const FieldValue& pull = layer.setting("pull");
        const auto* whole = std::get_if<std::int64_t>(&pull);
        const double strength = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(pull);
        code.module = fmt::format("GaussianSampling({})", pythonNumber(strength));
        code.helpers = {PythonHelper::GaussianSampling};
    }
    return code;
}

std::string addCode(std::span<const std::string> inputs) {
    return fmt::format("{}", fmt::join(inputs, " + "));
}

/// A list scales the channels of what has more axes.
std::string multiplyCode(const LayerView& layer, std::span<const std::string> inputs) {
    const Shape& first = layer.inputs()[0];
    std::string product = inputs[0];
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        product += " * " + inputs[i];
        if (layer.inputs()[i] == first)
            continue;
        std::string places;
        for (int axis = 1; axis < first.rank(); ++axis)
            places += isImageShape(first) ? ", None" : "None, ";
        product += isImageShape(first) ? fmt::format("[:, :{}]", places) : fmt::format("[:, {}:]", places);
    }
    return product;
}

std::string globalPoolCode(const LayerView& layer, const std::string& x) {
    return fmt::format("{}.{}(dim={})", x, layer.is("global_max_pool") ? "amax" : "mean",
                       isImageShape(layer.input()) ? "(2, 3)" : "1");
}

double activationParameter(const LayerView& layer, const std::string& activation) {
    if (!layer.is("activation"))
        return findActivation(activation)->defaultParameter;
    const FieldValue& value = layer.setting(activation == "elu" ? "alpha" : "slope");
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

LayerCode plainCode(const LayerView& layer, const std::string& name, std::span<const std::string> inputs) {
    const std::string& x = inputs[0];
    LayerCode value{.module = {}, .after = {}, .before = {}, .value = x, .remark = {}};
    const std::string& kind = layer.kind();
    if (kind == "dense")
        return denseCode(layer, name, x);
    if (layer.has(FieldRole::Window) || kind == "pad" || kind == "crop" || kind == "upsample")
        return windowCode(layer, name, x);
    if (kind == "embedding")
        return embeddingCode(layer, name, x);
    if (kind == "position")
        return positionCode(layer, name, x);
    if (layer.holds(VariableRole::RecurrentKernel))
        return recurrentCode(layer, name, x);
    if (kind == "attention")
        return attentionCode(layer, name, x);
    if (layer.holds(VariableRole::Scale))
        return normCode(layer, name, x);
    if (kind == "flatten")
        return flattenCode(layer, x);
    if (kind == "reshape")
        return reshapeCode(layer, x);
    if (kind == "dropout" || kind == "noise" || kind == "gaussian_sampling")
        return randomCode(layer, name, x);
    if (kind == "global_max_pool" || kind == "global_average_pool")
        value.value = globalPoolCode(layer, x);
    else if (kind == "add")
        value.value = addCode(inputs);
    else if (kind == "multiply")
        value.value = multiplyCode(layer, inputs);
    else if (kind == "concatenate")
        value.value =
            fmt::format("torch.cat([{}], dim={})", fmt::join(inputs, ", "), channelAxis(layer.input()));
    else
        require(kind == "activation" || kind == "input" || kind == "latent",
                "layerCode: a kind of layer that nothing is known of");
    return value;
}

} // namespace

std::string activationCode(const std::string& activation, double parameter, const Shape& shape,
                           const std::string& expression) {
    if (activation == "linear")
        return expression;
    if (activation == "leaky_relu")
        return fmt::format("F.leaky_relu({}, {})", expression, pythonNumber(parameter));
    if (activation == "elu")
        return parameter == 1 ? fmt::format("F.elu({})", expression)
                              : fmt::format("F.elu({}, alpha={})", expression, pythonNumber(parameter));
    if (activation == "gelu")
        return fmt::format("F.gelu({})", expression);
    if (activation == "softmax")
        return fmt::format("torch.softmax({}, dim={})", expression, channelAxis(shape));
    require(activation == "relu" || activation == "sigmoid" || activation == "tanh",
            "activationCode: an activation that nothing is known of");
    return fmt::format("torch.{}({})", activation, expression);
}

LayerCode layerCode(const LayerView& layer, const std::string& name, std::span<const std::string> inputs,
                    const std::string& activation) {
    LayerCode code = plainCode(layer, name, inputs);
    // A recurrent layer's is inside.
    if (!layer.holds(VariableRole::RecurrentKernel))
        code.value =
            activationCode(activation, activationParameter(layer, activation), layer.output(), code.value);
    return code;
}

} // namespace protomind
