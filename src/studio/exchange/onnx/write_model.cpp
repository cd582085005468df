// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_model.h"

#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/write_layers.h"
#include "studio/exchange/safe_text.h"

#include <algorithm>
#include <onnx/checker.h>
#include <ostream>
#include <set>

namespace protomind {

namespace {

constexpr std::int64_t kOnnxIrVersion = 8;
constexpr std::int64_t kOnnxOpset = 17;

void describeProducer(onnx::ModelProto& model, const std::string& program) {
    const std::size_t space = program.rfind(' ');
    model.set_producer_name(plainText(program.substr(0, space)));
    if (space != std::string::npos)
        model.set_producer_version(plainText(program.substr(space + 1)));
}

void writeGraph(onnx::GraphProto& proto, const TrainedNetwork& network) {
    const Model& model = network.model;
    const std::vector<LayerView> layers = layerViews(model, &network.checkpoint->variables);
    const auto inputLayer = static_cast<std::size_t>(model.inputLayer);
    const auto outputLayer = static_cast<std::size_t>(model.outputLayer);
    OnnxGraph graph(proto, layers);
    describeTensor(*proto.add_input(), graph.output(inputLayer), model.inputShape);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (i == inputLayer)
            continue;
        graph.beginLayer(i);
        findOnnxLayerWriter(layers[i].kind())(graph);
        graph.endLayer();
        if (i != outputLayer)
            describeTensor(*proto.add_value_info(), graph.output(i), layers[i].output());
    }
    describeTensor(*proto.add_output(), graph.output(outputLayer), model.outputShape);
}

/// Of tables that are no weights: what attention may not see, and waves.
std::int64_t tableNumbers(const std::vector<LayerView>& layers) {
    std::int64_t count = 0;
    std::set<std::int64_t> masks;
    for (const LayerView& layer : layers) {
        if (layer.is("attention") && layer.boolean(FieldRole::Causal))
            masks.insert(layer.input()[0]);
        if (layer.is("position") && layer.variables().empty())
            count += layer.input().elementCount();
    }
    for (const std::int64_t steps : masks)
        count += steps * steps;
    return count;
}

} // namespace

Result<void> holdsInOnnx(const LayerView& layer) {
    if (!layer.is("input") && !layer.is("latent") && findOnnxLayerWriter(layer.kind()) == nullptr)
        return fail(ProblemKind::Unsupported,
                    sentence("There is no way to say a layer of the kind “{}” in ONNX.", layer.type().title));
    if (!writesActivation(layer.activation()))
        return fail(ProblemKind::Unsupported,
                    sentence("There is no way to say the activation “{}” in ONNX.", layer.activation()));
    return {};
}

Result<void> suitsOnnx(const TrainedNetwork& network) {
    const std::vector<LayerView> layers = layerViews(network.model);
    std::int64_t numbers = tableNumbers(layers);
    for (const LayerView& layer : layers)
        for (const LayerVariable& variable : layer.variables())
            numbers += variable.shape().elementCount();
    constexpr std::int64_t kMegabyte = 1'000'000;
    const auto bytes = numbers * static_cast<std::int64_t>(sizeof(float));
    if (bytes <= kMaxModelFileBytes)
        return {};
    return fail(ProblemKind::Memory,
                sentence("The file would have {} MB, but only files of up to {} MB can be read again.",
                         bytes / kMegabyte, kMaxModelFileBytes / kMegabyte),
                {}, "A network with fewer weights or shorter sequences needs less.");
}

onnx::ModelProto onnxModel(const TrainedNetwork& network) {
    onnx::ModelProto model;
    model.set_ir_version(kOnnxIrVersion);
    onnx::OperatorSetIdProto& opset = *model.add_opset_import();
    opset.set_domain("");
    opset.set_version(kOnnxOpset);
    describeProducer(model, network.program);
    model.set_doc_string(onnxDocString(network));
    for (auto& [key, value] : onnxMetadata(network)) {
        onnx::StringStringEntryProto& entry = *model.add_metadata_props();
        entry.set_key(key);
        entry.set_value(value);
    }
    const std::string title = plainText(network.title);
    model.mutable_graph()->set_name(title.empty() ? "network" : title);
    writeGraph(*model.mutable_graph(), network);
    return model;
}

Result<void> checkOnnx(const onnx::ModelProto& model) {
    try {
        onnx::checker::check_model(model);
    } catch (const std::exception& error) {
        return fail(
            ProblemKind::Unsupported,
            sentence("The checker of ONNX refuses what was made of this network: {:s}", error.what()));
    }
    return {};
}

Result<std::vector<OutputFile>> writeOnnx(const TrainedNetwork& network, const std::filesystem::path& path) {
    std::vector<OutputFile> files;
    // The model is made when it is written, and gone when it is: it is as large as the weights.
    files.push_back({path.filename().string(), [&network](std::ostream& stream) -> Result<void> {
                         const onnx::ModelProto model = onnxModel(network);
                         if (auto sound = checkOnnx(model); !sound)
                             return sound;
                         // What is wrong with the stream is said by who owns it.
                         if (!model.SerializeToOstream(&stream) && stream.good())
                             return fail(ProblemKind::Memory, "The network is too large for a file of ONNX.");
                         return {};
                     }});
    return files;
}

} // namespace protomind
