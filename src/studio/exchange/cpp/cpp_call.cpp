// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/cpp/cpp_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

std::string cppNumber(double value) {
    const std::string text = fmt::format("{:.9g}", value);
    return text + (text.find_first_of(".e") == text.npos ? ".0f" : "f");
}

double realSetting(const LayerView& layer, const std::string& name) {
    const FieldValue& value = layer.setting(name);
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

std::string imageCode(const Shape& shape) {
    return fmt::format("{{{}}}", fmt::join(shape.sizes(), ", "));
}

std::string windowCode(const Window& window, const WindowPadding& padding) {
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}}}", window.size[0], window.size[1], window.stride[0],
                       window.stride[1], window.dilation[0], window.dilation[1], padding.before[0],
                       padding.before[1]);
}

/// The arrays of a layer by role.
class Arrays {
public:
    Arrays(const LayerView& layer, const std::vector<std::string>& names)
        : m_layer(layer)
        , m_names(names) {}

    [[nodiscard]] std::string of(VariableRole role, bool backward = false) const {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const LayerVariable& variable = m_layer.variables()[i];
            if (variable.role == role && variable.backward == backward)
                return "weights::" + m_names[i];
        }
        return "nullptr";
    }

private:
    const LayerView& m_layer;
    const std::vector<std::string>& m_names;
};

CppCall convolutionCall(const LayerView& layer, const std::string& x, const Arrays& arrays) {
    const std::string images =
        fmt::format("{}, {}, {}, {}", x, imageCode(layer.input()), imageCode(layer.output()),
                    windowCode(windowOf(layer), windowPadding(layer)));
    const std::string weights =
        fmt::format("{}, {}", arrays.of(VariableRole::Kernel), arrays.of(VariableRole::Bias));
    if (layer.is("transposed_convolution"))
        return {fmt::format("layer::transposedConvolution({}, {})", images, weights),
                {"Image", "Window", "transposedConvolution"}};
    const std::int64_t groups =
        layer.is("depthwise_convolution") ? layer.input()[2] : layer.integer(FieldRole::Groups);
    return {fmt::format("layer::convolution({}, {}, {})", images, groups, weights),
            {"Image", "Window", "convolution"}};
}

CppCall imageCall(const LayerView& layer, const std::string& x, const Arrays& arrays) {
    if (layer.holds(VariableRole::Kernel))
        return convolutionCall(layer, x, arrays);
    const std::string images =
        fmt::format("{}, {}, {}", x, imageCode(layer.input()), imageCode(layer.output()));
    if (layer.has(FieldRole::Window)) {
        const std::string function = layer.is("max_pool") ? "maxPool" : "averagePool";
        return {fmt::format("layer::{}({}, {})", function, images,
                            windowCode(windowOf(layer), windowPadding(layer))),
                {"Image", "Window", function}};
    }
    if (layer.is("upsample")) {
        const std::string function = layer.choice(FieldRole::Interpolation);
        return {fmt::format("layer::{}({})", function, images), {"Image", function}};
    }
    const std::vector<std::int64_t>& sides = layer.sizes(FieldRole::Border);
    const bool pads = layer.has(FieldRole::FillValue);
    return {fmt::format("layer::moved({}, {}, {}, {})", images, pads ? sides[0] : -sides[0],
                        pads ? sides[2] : -sides[2], cppNumber(pads ? layer.real(FieldRole::FillValue) : 0)),
            {"Image", "moved"}};
}

CppCall recurrentCall(const LayerView& layer, const std::string& x, const Arrays& arrays) {
    const std::int64_t units = layer.integer(FieldRole::OutputSize);
    const auto run = [&](bool backward) {
        return fmt::format(
            "layer::{}({}, {{{}, {}, {}, {}, {}, {}}}, {}, {}{})", layer.kind(), x, layer.input()[1], units,
            arrays.of(VariableRole::Kernel, backward), arrays.of(VariableRole::RecurrentKernel, backward),
            arrays.of(VariableRole::Bias, backward), arrays.of(VariableRole::RecurrentBias, backward),
            layer.choice(FieldRole::EveryStep) == "every_step", backward,
            layer.is("rnn") ? fmt::format(", {}", layer.activation() == "relu") : "");
    };
    if (!layer.boolean(FieldRole::BothDirections))
        return {run(false), {"recurrent", layer.kind()}};
    return {fmt::format("layer::concatenate({}, {}, {}, {})", run(false), units, run(true), units),
            {"recurrent", layer.kind(), "concatenate"}};
}

CppCall normCall(const LayerView& layer, const std::string& x, const Arrays& arrays) {
    const std::int64_t channels = layer.input().back(0);
    const std::string epsilon = cppNumber(layer.real(FieldRole::Epsilon));
    const std::string weights =
        fmt::format("{}, {}", arrays.of(VariableRole::Scale), arrays.of(VariableRole::Shift));
    if (layer.is("batch_norm"))
        return {fmt::format("layer::batchNorm({}, {}, {}, {}, {}, {})", x, channels, epsilon, weights,
                            arrays.of(VariableRole::Mean), arrays.of(VariableRole::Variance)),
                {"batchNorm"}};
    if (layer.is("layer_norm"))
        return {fmt::format("layer::layerNorm({}, {}, {}, {})", x, channels, epsilon, weights),
                {"layerNorm"}};
    return {fmt::format("layer::groupNorm({}, {}, {}, {}, {})", x, channels,
                        layer.is("group_norm") ? layer.integer(FieldRole::Groups) : channels, epsilon,
                        weights),
            {"groupNorm"}};
}

CppCall sequenceCall(const LayerView& layer, const std::string& x, const Arrays& arrays) {
    const std::int64_t features = layer.output().back(0);
    if (layer.is("embedding"))
        return {fmt::format("layer::embedding({}, {}, {}, {})", x, features,
                            layer.integer(FieldRole::Vocabulary), arrays.of(VariableRole::Embedding)),
                {"embedding"}};
    if (layer.is("attention"))
        return {fmt::format("layer::attention({}, {}, {}, {}, {}, {}, {}, {})", x, features,
                            layer.integer(FieldRole::Heads), layer.boolean(FieldRole::Causal),
                            arrays.of(VariableRole::Kernel), arrays.of(VariableRole::Bias),
                            arrays.of(VariableRole::OutputKernel), arrays.of(VariableRole::OutputBias)),
                {"attention", "dense", "softmax"}};
    if (layer.holds(VariableRole::Position))
        return {fmt::format("layer::position({}, {})", x, arrays.of(VariableRole::Position)), {"position"}};
    return {fmt::format("layer::waves({}, {})", x, features), {"waves"}};
}

CppCall mergingCall(const LayerView& layer, const std::vector<std::string>& inputs) {
    const bool joins = layer.is("concatenate");
    CppCall call{.value = inputs[0], .functions = {layer.kind()}};
    std::int64_t channels = layer.input().back(0);
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        if (!joins) {
            call.value = fmt::format("layer::{}({}, {})", layer.kind(), call.value, inputs[i]);
            continue;
        }
        const std::int64_t more = layer.inputs()[i].back(0);
        call.value = fmt::format("layer::concatenate({}, {}, {}, {})", call.value, channels, inputs[i], more);
        channels += more;
    }
    return call;
}

CppCall plainCall(const LayerView& layer, const std::vector<std::string>& inputs, const Arrays& arrays) {
    const std::string& x = inputs[0];
    const std::string& kind = layer.kind();
    if (kind == "dense")
        return {fmt::format("layer::dense({}, {}, {}, {}, {})", x, layer.input().back(0),
                            layer.output().back(0), arrays.of(VariableRole::Kernel),
                            arrays.of(VariableRole::Bias)),
                {"dense"}};
    if (layer.has(FieldRole::Window) || layer.has(FieldRole::Border) || kind == "upsample")
        return imageCall(layer, x, arrays);
    if (layer.holds(VariableRole::RecurrentKernel))
        return recurrentCall(layer, x, arrays);
    if (layer.holds(VariableRole::Scale))
        return normCall(layer, x, arrays);
    if (kind == "embedding" || kind == "position" || kind == "attention")
        return sequenceCall(layer, x, arrays);
    if (kind == "add" || kind == "multiply" || kind == "concatenate")
        return mergingCall(layer, inputs);
    if (kind == "global_max_pool" || kind == "global_average_pool") {
        const std::string function = kind == "global_max_pool" ? "globalMaxPool" : "globalAveragePool";
        return {fmt::format("layer::{}({}, {})", function, x, layer.output()[0]), {function}};
    }
    if (kind == "gaussian_sampling")
        return {fmt::format("layer::means({})", x), {"means"}};
    // What only training does anything with, and what gives the same numbers in the same order.
    require(kind == "input" || kind == "latent" || kind == "activation" || kind == "dropout" ||
                kind == "noise" || kind == "flatten" || kind == "reshape",
            "cppCall: a kind of layer that nothing is known of");
    return {x, {}};
}

CppCall activated(const LayerView& layer, CppCall call) {
    const std::string activation = layer.activation();
    // A recurrent layer's is inside.
    if (activation == "linear" || layer.holds(VariableRole::RecurrentKernel))
        return call;
    std::string function = activation;
    std::string parameter;
    if (activation == "softmax") {
        parameter = fmt::format(", {}", layer.output().back(0));
    } else if (activation == "leaky_relu" || activation == "elu") {
        const bool own = layer.is("activation");
        function = activation == "elu" ? "elu" : "leakyRelu";
        parameter = ", " + cppNumber(own ? realSetting(layer, activation == "elu" ? "alpha" : "slope")
                                         : findActivation(activation)->defaultParameter);
    }
    call.value = fmt::format("layer::{}({}{})", function, call.value, parameter);
    call.functions.insert(function);
    return call;
}

} // namespace

CppCall cppCall(const LayerView& layer, const std::vector<std::string>& inputs,
                const std::vector<std::string>& arrays) {
    return activated(layer, plainCall(layer, inputs, Arrays(layer, arrays)));
}

} // namespace protomind
