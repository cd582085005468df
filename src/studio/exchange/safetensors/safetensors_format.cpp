// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/safetensors/named_weights.h"
#include "studio/exchange/safetensors/tensor_file.h"

#include <nlohmann/json.hpp>

namespace protomind {

const Format& safetensorsFormat();

namespace {

Result<void> holdsEveryLayer(const LayerView&) {
    return {};
}

std::map<std::string, std::string> metadataOf(const TrainedNetwork& network) {
    std::map<std::string, std::string> metadata{{"format", "protomind"},
                                                {"program", network.program},
                                                {"title", network.title},
                                                {"preprocessing", preprocessingText(network).text()}};
    if (const auto names = outputNames(network); !names.empty())
        metadata["labels"] =
            nlohmann::json(names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return metadata;
}

Result<std::vector<OutputFile>> writeWeights(const TrainedNetwork& network,
                                             const std::filesystem::path& path) {
    const auto write = [&network](std::ostream& stream) {
        std::map<std::string, Tensor> tensors;
        for (const ModelVariable& variable : modelVariables(network.model))
            tensors.emplace(variable.name, tensorOf(network.checkpoint->variables.at(variable.name)));
        return writeSafetensors(stream, tensors, metadataOf(network));
    };
    return std::vector<OutputFile>{{path.filename().string(), write}};
}

std::vector<FormatNote> notesOnWeights(const TrainedNetwork& network) {
    std::vector<FormatNote> notes{
        {Fate::Kept, "Weights and statistics", "as they are here, as “layer/kernel”"}};
    if (!outputNames(network).empty())
        notes.push_back({Fate::Kept, "Names of the classes", "in the metadata, as “labels”"});
    notes.push_back({Fate::Kept, "What is done to samples first", "in words, in the metadata"});
    notes.push_back({Fate::Lost, "Layers and how they are connected", "the file holds numbers alone"});
    notes.push_back({Fate::Lost, "How to train it", "the file holds numbers alone"});
    if (network.trained)
        notes.push_back({Fate::Lost, "What the optimiser remembers, and the learning curves",
                         "the weights alone are written"});
    return notes;
}

Result<VariableValues> weightsBack(const TrainedNetwork& network, const std::filesystem::path& path) {
    return weightsFrom(path, network.model);
}

} // namespace

const Format& safetensorsFormat() {
    static const Format format{
        .name = "safetensors",
        .title = "Safetensors",
        .extension = ".safetensors",
        .summary = "The weights alone, by name, for any program that knows the network.",
        .help = "In Python, safetensors.numpy.load_file gives the weights by name. Into a network that has "
                "layers of "
                "the same names they are taken again by: protomind import FILE --into PROJECT",
        .holds = holdsEveryLayer,
        .write = writeWeights,
        .notes = notesOnWeights,
        .readWeights = weightsBack};
    return format;
}

} // namespace protomind
