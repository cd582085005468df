// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_layers.h"

namespace protomind {

namespace {

/// Whether the numbers of an image lie otherwise there: not where it has one channel or one pixel.
bool liesOtherwise(const Shape& sample) {
    return hasChannelsInFront(sample) && sample[2] > 1 && sample[0] * sample[1] > 1;
}

/// What comes in, its numbers in the order that they have here.
std::string inputInOurOrder(OnnxGraph& graph) {
    if (!liesOtherwise(graph.layer().input()))
        return graph.input();
    return graph.node("Transpose", {graph.input()}, {{"perm", OnnxSizes{0, 2, 3, 1}}});
}

} // namespace

/// An image is flattened with its channels last, so that the weights behind it stay what they were learned
/// as.
void writeFlatten(OnnxGraph& graph) {
    graph.mainNode("Flatten", {inputInOurOrder(graph)}, {{"axis", std::int64_t{1}}});
}

/// The numbers go on as they lie here, not as they lie there.
void writeReshape(OnnxGraph& graph) {
    const Shape& to = graph.layer().output();
    const bool turns = liesOtherwise(to);
    const OnnxSizes sizes = turns ? OnnxSizes(to.sizes().begin(), to.sizes().end()) : onnxSizes(to);
    OnnxSizes whole{0};
    whole.insert(whole.end(), sizes.begin(), sizes.end());
    const std::string y =
        graph.mainNode("Reshape", {inputInOurOrder(graph), graph.wholeNumbers("shape", whole)});
    if (turns)
        graph.node("Transpose", {y}, {{"perm", OnnxSizes{0, 3, 1, 2}}});
}

void writeUpsample(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const OnnxSizes& factors = layer.sizes(FieldRole::Scaling);
    onnx::TensorProto& scales = graph.floats("scales", {4});
    for (const std::int64_t factor : {std::int64_t{1}, std::int64_t{1}, factors[0], factors[1]})
        putFloat(*scales.mutable_raw_data(), static_cast<float>(factor));
    OnnxGraph::Attributes attributes{{"mode", std::string("linear")},
                                     {"coordinate_transformation_mode", std::string("half_pixel")}};
    if (layer.choice(FieldRole::Interpolation) == "nearest")
        attributes = {{"mode", std::string("nearest")},
                      {"coordinate_transformation_mode", std::string("asymmetric")},
                      {"nearest_mode", std::string("floor")}};
    // The second input is a region of interest, which these modes do without.
    graph.mainNode("Resize", {graph.input(), "", scales.name()}, attributes);
}

void writePad(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const OnnxSizes& sides = layer.sizes(FieldRole::Border);
    const std::string pads = graph.wholeNumbers("pads", {0, 0, sides[0], sides[2], 0, 0, sides[1], sides[3]});
    const std::string value = graph.number("value", static_cast<float>(layer.real(FieldRole::FillValue)));
    graph.mainNode("Pad", {graph.input(), pads, value}, {{"mode", std::string("constant")}});
}

void writeCrop(OnnxGraph& graph) {
    const Shape& image = graph.layer().input();
    const OnnxSizes& sides = graph.layer().sizes(FieldRole::Border);
    const std::string starts = graph.wholeNumbers("starts", {sides[0], sides[2]});
    const std::string ends = graph.wholeNumbers("ends", {image[0] - sides[1], image[1] - sides[3]});
    graph.mainNode("Slice", {graph.input(), starts, ends, graph.wholeNumbers("axes", {2, 3})});
}

void writeGlobalPool(OnnxGraph& graph) {
    const bool isMax = graph.layer().is("global_max_pool");
    if (graph.layer().input().rank() == 2) {
        graph.mainNode(isMax ? "ReduceMax" : "ReduceMean", {graph.input()},
                       {{"axes", OnnxSizes{1}}, {"keepdims", std::int64_t{0}}});
        return;
    }
    const std::string pixels = graph.mainNode(isMax ? "GlobalMaxPool" : "GlobalAveragePool", {graph.input()});
    graph.node("Flatten", {pixels}, {{"axis", std::int64_t{1}}});
}

/// Outside of training it lets everything pass, there as here.
void writeDropout(OnnxGraph& graph) {
    const auto rate = static_cast<float>(graph.layer().real(FieldRole::Rate));
    graph.mainNode("Dropout", {graph.input(), graph.number("ratio", rate)});
}

void writeNoise(OnnxGraph& graph) {
    graph.mainNode("Identity", {graph.input()});
}

/// Outside of training it gives the means: the first half of what comes in.
void writeGaussianSampling(OnnxGraph& graph) {
    const std::string starts = graph.wholeNumbers("starts", {0});
    const std::string ends = graph.wholeNumbers("ends", {graph.layer().output()[0]});
    graph.mainNode("Slice", {graph.input(), starts, ends, graph.wholeNumbers("axes", {1})});
}

void writeAdd(OnnxGraph& graph) {
    OnnxGraph::Inputs inputs;
    for (std::size_t i = 0; i < graph.layer().sources().size(); ++i)
        inputs.push_back(graph.input(i));
    graph.mainNode(inputs.size() == 2 ? "Add" : "Sum", inputs);
}

void writeConcatenate(OnnxGraph& graph) {
    OnnxGraph::Inputs inputs;
    for (std::size_t i = 0; i < graph.layer().sources().size(); ++i)
        inputs.push_back(graph.input(i));
    graph.mainNode("Concat", inputs, {{"axis", onnxChannelAxis(graph.layer().output())}});
}

/// A list that scales the channels of the first input gets axes of size 1 for all others.
void writeMultiply(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const auto factor = [&](std::size_t which) {
        if (layer.inputs()[which] == layer.input())
            return graph.input(which);
        OnnxSizes axes;
        for (int axis = 1; axis <= layer.input().rank(); ++axis)
            if (axis != (hasChannelsInFront(layer.input()) ? 1 : layer.input().rank()))
                axes.push_back(axis);
        return graph.node("Unsqueeze", {graph.input(which), graph.wholeNumbers("axes", axes)});
    };
    const std::size_t last = layer.sources().size() - 1;
    if (last == 0) {
        graph.mainNode("Identity", {graph.input()});
        return;
    }
    std::string product = graph.input();
    for (std::size_t i = 1; i < last; ++i)
        product = graph.node("Mul", {product, factor(i)});
    const std::string lastFactor = factor(last);
    graph.mainNode("Mul", {product, lastFactor});
}

} // namespace protomind
