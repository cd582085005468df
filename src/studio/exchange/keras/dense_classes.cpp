// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/draft.h"
#include "studio/exchange/keras/grouped_kernel.h"

#include <array>

namespace protomind {

namespace {

/// The activation of a layer, where it can be said in its settings; Keras' leaky ReLU by name is another one
/// than ours and takes a layer of its own.
struct KerasActivation {
    std::string inside = "linear";
    bool leakyBehind = false;
};

KerasActivation activationOf(NodeReading& reading) {
    const std::string name = reading.config().activation("activation", "linear");
    return name == "leaky_relu" ? KerasActivation{.leakyBehind = true} : KerasActivation{.inside = name};
}

void appendLeaky(NodeReading& reading, const KerasActivation& activation) {
    constexpr double kSlopeByName = 0.2;
    if (activation.leakyBehind)
        reading.appendActivation("leaky_relu", "slope", kSlopeByName);
}

void readDense(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::int64_t units = config.integer("units");
    const bool bias = config.boolean("use_bias", true);
    const KerasActivation activation = activationOf(reading);
    config.refuseUnless(!config.has("lora_rank"), "lora_rank");
    const Shape input = reading.input();
    Draft* dense =
        reading.append("dense", {{"units", units}, {"use_bias", bias}, {"activation", activation.inside}});
    if (dense == nullptr)
        return;
    const Shape kernel{input.back(0), units};
    reading.weight(dense, "kernel", "kernel", "vars/0", kernel, kernel);
    if (bias)
        reading.weight(dense, "bias", "bias", "vars/1", Shape{units}, Shape{units});
    appendLeaky(reading, activation);
}

/// What all convolutions and their settings have in common.
Settings windowSettings(ConfigReader& config, const char* size, const std::vector<std::int64_t>& stride) {
    const std::string padding = config.text("padding", "valid");
    config.refuseUnless(padding == "same" || padding == "valid", "padding");
    config.refuseUnless(config.text("data_format", "channels_last") == "channels_last", "data_format");
    config.refuseUnless(config.has(size), size);
    return {{"kernel", config.pair(size, {1, 1})},
            {"stride", config.pair("strides", stride)},
            {"padding", padding}};
}

const std::vector<std::int64_t>& sizesIn(const Settings& settings, const char* name) {
    return std::get<std::vector<std::int64_t>>(settings.at(name));
}

bool isImageOf(NodeReading& reading) {
    if (reading.input().rank() == 3)
        return true;
    reading.fail(
        sentence("It needs an image (height × width × channels), but gets {}.", reading.input().text()));
    return false;
}

/// How many groups our writer had where Keras has none; 0 where it did not write the layer so.
std::int64_t groupsBeside(const KerasNode& node, std::int64_t channels, std::int64_t filters) {
    const auto found = node.beside.find("groups");
    if (found == node.beside.end() || !found->is_number_integer())
        return 0;
    const auto groups = found->get<std::int64_t>();
    return groups > 0 && channels % groups == 0 && filters % groups == 0 ? groups : 0;
}

/// A convolution over all channels that our writer made of one with groups.
void readFilled(NodeReading& reading, Settings settings, std::int64_t filters, std::int64_t groups) {
    const Shape input = reading.input();
    const std::vector<std::int64_t> size = sizesIn(settings, "kernel");
    const bool bias = std::get<bool>(settings.at("use_bias"));
    const bool depthwise = reading.node().beside.value("kind", nlohmann::json()) == "depthwise_convolution" &&
                           groups == input[2];
    if (depthwise)
        settings["multiplier"] = filters / groups;
    else
        settings.insert({{"filters", filters}, {"groups", groups}});
    Draft* draft = reading.append(depthwise ? "depthwise_convolution" : "convolution", std::move(settings));
    if (draft == nullptr)
        return;
    const auto whole = Shape::checked(std::array{size[0], size[1], input[2], filters});
    if (!whole)
        return reading.fail(whole.error().sentence);
    if (const auto all = reading.weight("kernel", "vars/0", *whole)) {
        auto kernel = kernelOfGroups(*all, groups);
        if (!kernel)
            return reading.fail("Its numbers are no longer those of groups that do not see each other.");
        draft->values["kernel"] = std::move(*kernel);
    }
    if (bias)
        reading.weight(draft, "bias", "bias", "vars/1", Shape{filters}, Shape{filters});
}

void readConvolution(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::int64_t filters = config.integer("filters");
    const std::int64_t groups = config.integer("groups", 1);
    const KerasActivation activation = activationOf(reading);
    const bool bias = config.boolean("use_bias", true);
    Settings settings = windowSettings(config, "kernel_size", {1, 1});
    settings["dilation"] = config.pair("dilation_rate", {1, 1});
    settings["activation"] = activation.inside;
    settings["use_bias"] = bias;
    config.refuseUnless(!config.has("lora_rank"), "lora_rank");
    config.refuseUnless(groups >= 1 && filters >= 1, "groups");
    if (!isImageOf(reading) || !reading.sound())
        return;
    const std::int64_t channels = reading.input()[2];
    if (const std::int64_t hidden = groupsBeside(reading.node(), channels, filters);
        groups == 1 && hidden > 0) {
        readFilled(reading, settings, filters, hidden);
        return;
    }
    const std::vector<std::int64_t> size = sizesIn(settings, "kernel");
    settings.insert({{"filters", filters}, {"groups", groups}});
    Draft* draft = reading.append("convolution", std::move(settings));
    if (draft == nullptr)
        return;
    const Shape kernel{size[0], size[1], channels / groups, filters};
    reading.weight(draft, "kernel", "kernel", "vars/0", kernel, kernel);
    if (bias)
        reading.weight(draft, "bias", "bias", "vars/1", Shape{filters}, Shape{filters});
    appendLeaky(reading, activation);
}

/// Appends a depthwise convolution with its kernel.
Draft* appendDepthwise(NodeReading& reading, Settings settings, std::int64_t multiplier, const char* name) {
    const Shape input = reading.input();
    const std::vector<std::int64_t> size = sizesIn(settings, "kernel");
    settings["multiplier"] = multiplier;
    Draft* draft = reading.append("depthwise_convolution", std::move(settings));
    if (draft != nullptr)
        reading.weight(draft, "kernel", name, "vars/0", Shape{size[0], size[1], input[2], multiplier},
                       Shape{size[0], size[1], 1, input[2] * multiplier});
    return draft;
}

void readDepthwise(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::int64_t multiplier = config.integer("depth_multiplier", 1);
    const KerasActivation activation = activationOf(reading);
    const bool bias = config.boolean("use_bias", true);
    Settings settings = windowSettings(config, "kernel_size", {1, 1});
    settings["dilation"] = config.pair("dilation_rate", {1, 1});
    settings["activation"] = activation.inside;
    settings["use_bias"] = bias;
    if (!isImageOf(reading))
        return;
    const std::int64_t channels = reading.input()[2];
    Draft* draft = appendDepthwise(reading, std::move(settings), multiplier, "depthwise_kernel");
    if (bias && draft != nullptr)
        reading.weight(draft, "bias", "bias", "vars/1", Shape{channels * multiplier},
                       Shape{channels * multiplier});
    appendLeaky(reading, activation);
}

/// A depthwise convolution, and one over single pixels behind it.
void readSeparable(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::int64_t multiplier = config.integer("depth_multiplier", 1);
    const std::int64_t filters = config.integer("filters");
    const KerasActivation activation = activationOf(reading);
    const bool bias = config.boolean("use_bias", true);
    Settings settings = windowSettings(config, "kernel_size", {1, 1});
    settings["dilation"] = config.pair("dilation_rate", {1, 1});
    settings["use_bias"] = false;
    if (!isImageOf(reading))
        return;
    const std::int64_t channels = reading.input()[2];
    if (appendDepthwise(reading, std::move(settings), multiplier, "depthwise_kernel") == nullptr)
        return;
    Draft* draft = reading.append("convolution", {{"filters", filters},
                                                  {"kernel", std::vector<std::int64_t>{1, 1}},
                                                  {"activation", activation.inside},
                                                  {"use_bias", bias}});
    if (draft == nullptr)
        return;
    const Shape kernel{1, 1, channels * multiplier, filters};
    reading.weight(draft, "kernel", "pointwise_kernel", "vars/1", kernel, kernel);
    if (bias)
        reading.weight(draft, "bias", "bias", "vars/2", Shape{filters}, Shape{filters});
    appendLeaky(reading, activation);
}

void readTransposed(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::int64_t filters = config.integer("filters");
    const KerasActivation activation = activationOf(reading);
    const bool bias = config.boolean("use_bias", true);
    Settings settings = windowSettings(config, "kernel_size", {1, 1});
    config.refuseUnless(!config.has("output_padding"), "output_padding");
    config.refuseUnless(config.pair("dilation_rate", {1, 1}) == std::vector<std::int64_t>{1, 1},
                        "dilation_rate");
    config.refuseUnless(config.integer("groups", 1) == 1, "groups");
    if (!isImageOf(reading))
        return;
    const std::vector<std::int64_t> size = sizesIn(settings, "kernel");
    const std::int64_t channels = reading.input()[2];
    settings.insert({{"filters", filters}, {"activation", activation.inside}, {"use_bias", bias}});
    Draft* draft = reading.append("transposed_convolution", std::move(settings));
    if (draft == nullptr)
        return;
    const Shape kernel{size[0], size[1], filters, channels};
    reading.weight(draft, "kernel", "kernel", "vars/0", kernel, kernel);
    if (bias)
        reading.weight(draft, "bias", "bias", "vars/1", Shape{filters}, Shape{filters});
    appendLeaky(reading, activation);
}

} // namespace

std::span<const KerasClass> denseClasses() {
    static constexpr std::array<KerasClass, 5> classes{{{"Dense", readDense},
                                                        {"Conv2D", readConvolution},
                                                        {"DepthwiseConv2D", readDepthwise},
                                                        {"SeparableConv2D", readSeparable},
                                                        {"Conv2DTranspose", readTransposed}}};
    return classes;
}

} // namespace protomind
