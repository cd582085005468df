// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/read_tfjs.h"

#include "studio/exchange/keras/keras_topology.h"
#include "studio/network/json_reader.h"

namespace protomind {

namespace {

using nlohmann::json;

/// TensorFlow.js keeps {class_name, config}; the converter from Python puts it into "model_config".
Result<const json*> topologyOf(const json& model) {
    const auto topology = model.find("modelTopology");
    const auto format = model.find("format");
    const bool isGraph = (format != model.end() && *format == "graph-model") ||
                         (topology != model.end() && topology->is_object() && topology->contains("node"));
    if (isGraph)
        return fail(ProblemKind::Unsupported,
                    "This is a graph model: its layers were taken apart into single operations.", {},
                    "Convert the network again as a layers model "
                    "(tensorflowjs_converter --output_format=tfjs_layers_model).");
    if (topology == model.end() || !topology->is_object())
        return fail(ProblemKind::Input, "There is no modelTopology in it, so it describes no network.");
    const auto inner = topology->find("model_config");
    return inner != topology->end() ? &*inner : &*topology;
}

/// Of no consequence where they are not as we write them.
std::vector<std::string> labelsOf(const json& model) {
    const auto metadata = model.find("userDefinedMetadata");
    if (metadata == model.end() || !metadata->is_object())
        return {};
    const auto labels = metadata->find("labels");
    if (labels == metadata->end() || !labels->is_array())
        return {};
    std::vector<std::string> names;
    for (const json& label : *labels) {
        if (!label.is_string())
            return {};
        names.push_back(label.get<std::string>());
    }
    return names;
}

std::vector<FormatNote> notesOf(const json& model, const std::optional<ManifestWeights>& weights) {
    std::vector<FormatNote> notes{{Fate::Kept, "Layers, their order and their names", {}}};
    if (!weights)
        notes.push_back({Fate::Lost, "Weights", "The file has none; training starts from the beginning."});
    else if (weights->anyQuantised())
        notes.push_back({Fate::Changed, "Weights",
                         "They were packed into fewer bits, and are unpacked; what that cost is gone."});
    else
        notes.push_back({Fate::Kept, "Weights", {}});
    if (model.contains("trainingConfig"))
        notes.push_back(
            {Fate::Lost, "Loss, optimiser and metrics", "They are chosen anew here, to suit the data."});
    return notes;
}

} // namespace

Result<ImportedNetwork> networkOfTfjs(std::string_view modelJson, const ReadGroup& read) {
    const auto model = readJson(modelJson);
    if (!model)
        return std::unexpected(model.error());
    if (!model->is_object())
        return fail(ProblemKind::Input, "This is no model.json of TensorFlow.js.");
    const auto topology = topologyOf(*model);
    if (!topology)
        return std::unexpected(topology.error());
    std::optional<ManifestWeights> weights;
    if (const auto manifest = model->find("weightsManifest"); manifest != model->end()) {
        auto groups = readManifest(*manifest);
        if (!groups)
            return std::unexpected(groups.error());
        auto loaded = ManifestWeights::load(std::move(*groups), read);
        if (!loaded)
            return std::unexpected(loaded.error());
        weights = std::move(*loaded);
    }
    KerasWeightLookup lookup;
    if (weights)
        lookup = [&weights](const KerasWeightPlace& place) {
            return weights->find(place.layer + "/" + place.name);
        };
    auto imported = networkOfKeras(**topology, lookup);
    if (!imported)
        return imported;
    imported->classNames = labelsOf(*model);
    const std::vector<FormatNote> own = notesOf(*model, weights);
    imported->notes.insert(imported->notes.begin(), own.begin(), own.end());
    return imported;
}

bool looksLikeTfjs(std::string_view firstBytes, const std::filesystem::path&) {
    const std::size_t begin = firstBytes.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && firstBytes[begin] == '{' &&
           (firstBytes.contains("\"modelTopology\"") || firstBytes.contains("\"weightsManifest\"") ||
            firstBytes.contains("\"layers-model\"") || firstBytes.contains("\"graph-model\""));
}

} // namespace protomind
