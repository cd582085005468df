// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/draft.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// [null, 28, 28, 1]
void readInput(NodeReading& reading) {
    const nlohmann::json& config = reading.node().config;
    const auto newer = config.find("batch_shape");
    const auto found = newer != config.end() ? newer : config.find("batch_input_shape");
    if (found == config.end() || !found->is_array() || found->size() < 2)
        return reading.fail("The file does not say what shape the network's samples have.");
    std::vector<std::int64_t> shape;
    for (std::size_t i = 1; i < found->size(); ++i) {
        if (!(*found)[i].is_number_integer())
            return reading.fail("The network's samples have no fixed size, which they need here.");
        shape.push_back((*found)[i].get<std::int64_t>());
    }
    reading.append("input", {{"shape", std::move(shape)}});
}

void readActivation(NodeReading& reading) {
    const std::string function = reading.config().activation("activation", "linear");
    if (function == "leaky_relu")
        reading.appendActivation(function, "slope", 0.2); // Keras' own by name
    else
        reading.append("activation", {{"function", function}});
}

void readRelu(NodeReading& reading) {
    ConfigReader& config = reading.config();
    config.refuseUnless(!config.has("max_value"), "max_value");
    config.refuseUnless(config.real("threshold", 0) == 0, "threshold");
    const double slope = config.real("negative_slope", 0);
    if (slope == 0)
        reading.append("activation", {{"function", std::string("relu")}});
    else
        reading.appendActivation("leaky_relu", "slope", slope);
}

void readLeakyRelu(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const double slope = config.real("negative_slope", config.real("alpha", 0.3));
    reading.appendActivation("leaky_relu", "slope", slope);
}

void readElu(NodeReading& reading) {
    reading.appendActivation("elu", "alpha", reading.config().real("alpha", 1));
}

void readSoftmax(NodeReading& reading) {
    reading.config().refuseUnless(reading.config().isLastAxis("axis", reading.input().rank()), "axis");
    reading.append("activation", {{"function", std::string("softmax")}});
}

/// Scale and shift, which Keras may leave out; how many variables that are.
int readScaleAndShift(NodeReading& reading, Draft* draft, bool scale, bool shift) {
    if (draft == nullptr)
        return 0;
    const Shape channels{draft->output.back(0)};
    int next = 0;
    if (scale)
        reading.weight(draft, "scale", "gamma", "vars/" + std::to_string(next++), channels, channels);
    else
        draft->values["scale"] = HostArray(channels, 1.0f);
    if (shift)
        reading.weight(draft, "shift", "beta", "vars/" + std::to_string(next++), channels, channels);
    else
        draft->values["shift"] = HostArray(channels);
    return next;
}

void readBatchNorm(NodeReading& reading) {
    ConfigReader& config = reading.config();
    config.refuseUnless(config.isLastAxis("axis", reading.input().rank()), "axis");
    config.refuseUnless(!config.boolean("renorm", false), "renorm");
    const bool scale = config.boolean("scale", true);
    const bool shift = config.boolean("center", true);
    constexpr double kMostMomentum = 0.9999;
    Draft* draft = reading.append(
        "batch_norm", {{"momentum", std::clamp(config.real("momentum", 0.99), 0.0, kMostMomentum)},
                       {"epsilon", config.real("epsilon", 0.001)}});
    if (draft == nullptr)
        return;
    const Shape channels{draft->output.back(0)};
    const int next = readScaleAndShift(reading, draft, scale, shift);
    reading.weight(draft, "running_mean", "moving_mean", "vars/" + std::to_string(next), channels, channels);
    reading.weight(draft, "running_variance", "moving_variance", "vars/" + std::to_string(next + 1), channels,
                   channels);
}

void readLayerNorm(NodeReading& reading) {
    ConfigReader& config = reading.config();
    config.refuseUnless(config.isLastAxis("axis", reading.input().rank()), "axis");
    config.refuseUnless(!config.boolean("rms_scaling", false), "rms_scaling");
    const bool scale = config.boolean("scale", true);
    const bool shift = config.boolean("center", true);
    Draft* draft = reading.append("layer_norm", {{"epsilon", config.real("epsilon", 0.001)}});
    readScaleAndShift(reading, draft, scale, shift);
}

/// As many groups as channels, of an image, are an instance normalisation.
void readGroupNorm(NodeReading& reading) {
    ConfigReader& config = reading.config();
    config.refuseUnless(config.isLastAxis("axis", reading.input().rank()), "axis");
    const bool scale = config.boolean("scale", true);
    const bool shift = config.boolean("center", true);
    const std::int64_t groups = config.integer("groups", 32);
    Settings settings{{"epsilon", config.real("epsilon", 0.001)}};
    const bool byInstance = groups == -1 && reading.input().rank() == 3;
    if (!byInstance)
        settings["groups"] = groups == -1 ? reading.input().back(0) : groups;
    Draft* draft = reading.append(byInstance ? "instance_norm" : "group_norm", std::move(settings));
    readScaleAndShift(reading, draft, scale, shift);
}

void readDropout(NodeReading& reading) {
    reading.append("dropout", {{"rate", reading.config().real("rate", 0.5)}});
}

void readSpatialDropout(NodeReading& reading) {
    reading.note({Fate::Changed, sentence("The layer {:s}", reading.node().name),
                  "It dropped whole channels and now drops single numbers; after training there is no "
                  "difference."});
    readDropout(reading);
}

void readNoise(NodeReading& reading) {
    reading.append("noise", {{"deviation", reading.config().real("stddev", 0.1)}});
}

void readMerging(NodeReading& reading) {
    const std::string& kind = reading.node().className;
    if (kind == "Concatenate")
        reading.config().refuseUnless(reading.config().isLastAxis("axis", reading.input().rank()), "axis");
    reading.append(kind == "Concatenate" ? "concatenate" : kind == "Add" ? "add" : "multiply", {});
}

} // namespace

std::span<const KerasClass> elementwiseClasses() {
    static constexpr std::array<KerasClass, 16> classes{{{"InputLayer", readInput},
                                                         {"Activation", readActivation},
                                                         {"ReLU", readRelu},
                                                         {"LeakyReLU", readLeakyRelu},
                                                         {"ELU", readElu},
                                                         {"Softmax", readSoftmax},
                                                         {"BatchNormalization", readBatchNorm},
                                                         {"LayerNormalization", readLayerNorm},
                                                         {"GroupNormalization", readGroupNorm},
                                                         {"Dropout", readDropout},
                                                         {"SpatialDropout1D", readSpatialDropout},
                                                         {"SpatialDropout2D", readSpatialDropout},
                                                         {"GaussianNoise", readNoise},
                                                         {"Add", readMerging},
                                                         {"Multiply", readMerging},
                                                         {"Concatenate", readMerging}}};
    return classes;
}

} // namespace protomind
