// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_case.h"

#include "engine/graph/build.h"
#include "engine/nn/activation.h"
#include "engine/nn/gradient_check.h"

#include <fmt/format.h>

#include <cmath>

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

FieldValue word(const char* text) {
    return std::string(text);
}
FieldValue whole(std::int64_t number) {
    return number;
}

std::vector<LayerCase> makeCases() {
    std::vector<LayerCase> cases{
        {"InputList", "input", {{"shape", Sizes{5}}}, {}},
        {"InputImage", "input", {{"shape", Sizes{4, 3, 2}}}, {}},
        {"Dense", "dense", {{"units", whole(4)}}, {{5}}},
        {"DenseWithoutBias", "dense", {{"units", whole(3)}, {"use_bias", false}}, {{7}}},
        {"DenseSoftmax", "dense", {{"units", whole(4)}, {"activation", word("softmax")}}, {{3}}},
        {"DenseRelu", "dense", {{"units", whole(6)}, {"activation", word("relu")}}, {{3}}},
        {"DenseSingle", "dense", {{"units", whole(1)}, {"activation", word("sigmoid")}}, {{2}}},
        {"ConvolutionSame", "convolution", {{"filters", whole(3)}}, {{5, 4, 2}}},
        {"ConvolutionValid",
         "convolution",
         {{"filters", whole(2)}, {"padding", word("valid")}, {"kernel", Sizes{2, 3}}},
         {{4, 5, 3}}},
        {"ConvolutionStride",
         "convolution",
         {{"filters", whole(2)}, {"stride", Sizes{2, 3}}, {"activation", word("tanh")}},
         {{6, 7, 1}}},
        {"ConvolutionEvenKernelSame",
         "convolution",
         {{"filters", whole(2)}, {"kernel", Sizes{2, 4}}},
         {{5, 5, 1}}},
        {"ConvolutionDilated",
         "convolution",
         {{"filters", whole(2)}, {"dilation", Sizes{2, 1}}, {"padding", word("valid")}},
         {{6, 4, 2}}},
        {"ConvolutionGroups",
         "convolution",
         {{"filters", whole(6)}, {"groups", whole(2)}, {"use_bias", false}},
         {{3, 3, 4}}},
        {"ConvolutionDepthwise", "convolution", {{"filters", whole(3)}, {"groups", whole(3)}}, {{4, 3, 3}}},
        {"MaxPool", "max_pool", {}, {{4, 6, 2}}},
        {"MaxPoolOverlapping", "max_pool", {{"window", Sizes{3, 2}}, {"stride", Sizes{1, 2}}}, {{5, 5, 1}}},
        {"MaxPoolSame", "max_pool", {{"window", Sizes{3, 3}}, {"padding", word("same")}}, {{5, 4, 2}}},
        {"AveragePool", "average_pool", {}, {{4, 6, 2}}},
        {"AveragePoolOverlapping",
         "average_pool",
         {{"window", Sizes{3, 2}}, {"stride", Sizes{1, 2}}},
         {{5, 5, 1}}},
        {"AveragePoolSame",
         "average_pool",
         {{"window", Sizes{3, 2}}, {"padding", word("same")}},
         {{5, 3, 2}}},
        {"GlobalAveragePool", "global_average_pool", {}, {{3, 4, 5}}},
        {"DenseOfSequence", "dense", {{"units", whole(4)}, {"activation", word("tanh")}}, {{3, 5}}},
        {"DepthwiseConvolution", "depthwise_convolution", {}, {{5, 4, 3}}},
        {"DepthwiseConvolutionTwice",
         "depthwise_convolution",
         {{"multiplier", whole(2)}, {"stride", Sizes{2, 1}}, {"padding", word("valid")}, {"use_bias", false}},
         {{6, 5, 2}}},
        {"TransposedConvolution", "transposed_convolution", {{"filters", whole(3)}}, {{3, 4, 2}}},
        {"TransposedConvolutionValid",
         "transposed_convolution",
         {{"filters", whole(2)},
          {"kernel", Sizes{3, 5}},
          {"stride", Sizes{1, 3}},
          {"padding", word("valid")}},
         {{4, 3, 3}}},
        {"TransposedConvolutionGaps",
         "transposed_convolution",
         {{"filters", whole(2)},
          {"kernel", Sizes{1, 2}},
          {"stride", Sizes{2, 3}},
          {"use_bias", false},
          {"activation", word("sigmoid")}},
         {{2, 3, 1}}},
        {"Embedding", "embedding", {{"vocabulary", whole(4)}, {"features", whole(3)}}, {{6}}},
        {"EmbeddingSingle", "embedding", {{"vocabulary", whole(1)}, {"features", whole(5)}}, {{1}}},
        {"PositionLearned", "position", {}, {{4, 3}}},
        {"PositionWaves", "position", {{"kind", word("waves")}}, {{7, 5}}},
        {"Rnn", "rnn", {{"units", whole(3)}}, {{4, 2}}},
        {"RnnEveryStep",
         "rnn",
         {{"units", whole(2)},
          {"result", word("every_step")},
          {"both_directions", true},
          {"activation", word("relu")}},
         {{5, 3}}},
        {"RnnOneStep", "rnn", {{"units", whole(2)}}, {{1, 3}}},
        {"Lstm", "lstm", {{"units", whole(3)}}, {{4, 2}}},
        {"LstmEveryStep", "lstm", {{"units", whole(2)}, {"result", word("every_step")}}, {{5, 3}}},
        {"LstmBothWays", "lstm", {{"units", whole(2)}, {"both_directions", true}}, {{3, 4}}},
        {"Gru", "gru", {{"units", whole(3)}}, {{4, 2}}},
        {"GruEveryStepBothWays",
         "gru",
         {{"units", whole(2)}, {"result", word("every_step")}, {"both_directions", true}},
         {{6, 3}}},
        {"Attention", "attention", {{"heads", whole(2)}}, {{5, 6}}},
        {"AttentionCausal", "attention", {{"heads", whole(1)}, {"causal", true}}, {{4, 3}}},
        {"AttentionOneStep", "attention", {{"heads", whole(3)}}, {{1, 3}}},
        {"Upsample", "upsample", {}, {{3, 4, 2}}},
        {"UpsampleBilinear",
         "upsample",
         {{"factor", Sizes{3, 2}}, {"method", word("bilinear")}},
         {{2, 5, 3}}},
        {"Pad", "pad", {}, {{3, 2, 2}}},
        {"PadUneven", "pad", {{"sides", Sizes{0, 2, 3, 1}}, {"value", -1.5}}, {{2, 4, 1}}},
        {"Crop", "crop", {}, {{4, 5, 2}}},
        {"CropUneven", "crop", {{"sides", Sizes{0, 2, 1, 0}}}, {{3, 4, 3}}},
        {"GlobalMaxPool", "global_max_pool", {}, {{3, 4, 5}}},
        {"GlobalMaxPoolSequence", "global_max_pool", {}, {{6, 3}}},
        {"GlobalAveragePoolSequence", "global_average_pool", {}, {{6, 3}}},
        {"Noise", "noise", {}, {{5}}},
        {"NoiseStrong", "noise", {{"deviation", 1.5}}, {{3, 2, 2}}},
        {"GaussianSampling", "gaussian_sampling", {}, {{6}}},
        {"GaussianSamplingFree", "gaussian_sampling", {{"pull", 0.0}}, {{2}}},
        {"LayerNormList", "layer_norm", {}, {{7}}},
        {"LayerNormSequence", "layer_norm", {{"epsilon", 0.01}}, {{4, 5}}},
        {"InstanceNorm", "instance_norm", {}, {{3, 4, 2}}},
        {"InstanceNormChannel", "instance_norm", {{"epsilon", 0.05}}, {{5, 2, 1}}},
        {"GroupNorm", "group_norm", {{"groups", whole(2)}}, {{3, 2, 4}}},
        {"GroupNormOfList", "group_norm", {{"groups", whole(3)}}, {{12}}},
        {"MultiplyTwo", "multiply", {}, {{4}, {4}}},
        {"MultiplyChannels", "multiply", {}, {{2, 3, 4}, {4}}},
        {"MultiplyThree", "multiply", {}, {{3, 2}, {3, 2}, {2}}},
        {"GlobalAveragePoolPixel", "global_average_pool", {}, {{1, 1, 2}}},
        {"FlattenImage", "flatten", {}, {{2, 3, 4}}},
        {"FlattenList", "flatten", {}, {{6}}},
        {"ReshapeToImage", "reshape", {{"shape", Sizes{2, 3, 2}}}, {{12}}},
        {"ReshapeToList", "reshape", {{"shape", Sizes{12}}}, {{3, 4, 1}}},
        {"Dropout", "dropout", {}, {{40}}},
        {"DropoutRare", "dropout", {{"rate", 0.1}}, {{4, 4, 2}}},
        {"DropoutNone", "dropout", {{"rate", 0.0}}, {{4}}},
        {"BatchNormList", "batch_norm", {}, {{4}}},
        {"BatchNormImage", "batch_norm", {{"epsilon", 0.01}, {"momentum", 0.5}}, {{3, 2, 2}}},
        {"AddTwo", "add", {}, {{4}, {4}}},
        {"AddThreeImages", "add", {}, {{2, 3, 2}, {2, 3, 2}, {2, 3, 2}}},
        {"ConcatenateLists", "concatenate", {}, {{4}, {1}, {2}}},
        {"ConcatenateImages", "concatenate", {}, {{2, 3, 2}, {2, 3, 5}}},
        {"ActivationSlope", "activation", {{"function", word("leaky_relu")}, {"slope", 0.3}}, {{8}}},
        {"ActivationAlpha", "activation", {{"function", word("elu")}, {"alpha", 0.4}}, {{2, 2, 3}}},
        {"LatentNormal", "latent", {{"dimension", whole(5)}}, {}},
        {"LatentUniform", "latent", {{"dimension", whole(1)}, {"distribution", word("uniform")}}, {}},
    };
    for (const std::string& name : activationNames())
        cases.push_back({"Activation_" + name, "activation", {{"function", name}}, {{7}}});
    return cases;
}

} // namespace

const std::vector<LayerCase>& layerCases() {
    static const std::vector<LayerCase> all = makeCases();
    return all;
}

std::vector<Node> BuiltCase::targets() const {
    std::vector<Node> all = inputs;
    for (const NetworkVariable& variable : builder->variables())
        if (variable.trainable)
            all.push_back(variable.node);
    return all;
}

BuiltCase buildCase(const LayerCase& which, BuildMode mode) {
    auto graph = std::make_unique<Graph>();
    BuiltCase built = buildCase(which, mode, *graph);
    built.graph = std::move(graph);
    return built;
}

BuiltCase buildCase(const LayerCase& which, BuildMode mode, Graph& graph) {
    BuiltCase built;
    built.builder = std::make_unique<LayerBuilder>(graph, mode, 11);
    std::vector<Shape> shapes = which.inputs;
    if (which.layer().inputs == 0)
        shapes = {which.outputShape()};
    std::uint64_t stream = 0;
    for (const Shape& shape : shapes) {
        const std::string name = fmt::format("x{}", built.inputs.size());
        built.inputs.push_back(input(graph, name, shape.prepended(kCaseBatch)));
        built.values[name] = normalNumbers(kCaseBatch * shape.elementCount(), stream++);
    }
    built.output = buildLayer(*built.builder, which.layer(), "layer", which.settings, built.inputs);
    for (const NetworkVariable& variable : built.builder->variables()) {
        std::vector<double> numbers = normalNumbers(variable.node.shape().elementCount(), stream++, 0.7);
        if (variable.name.ends_with("variance"))
            for (double& number : numbers)
                number = 0.5 + std::abs(number);
        built.values[variable.name] = std::move(numbers);
    }
    return built;
}

} // namespace protomind
