// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_graph.h"
#include "studio/exchange/onnx/write_model.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

bool hasLayerOf(const Model& model, std::string_view kind) {
    return std::ranges::any_of(model.layers,
                               [&](const ModelLayer& layer) { return layer.type->name == kind; });
}

bool hasImage(const Model& model) {
    return std::ranges::any_of(layerShapes(model), hasChannelsInFront);
}

bool hasGelu(const Model& model) {
    return std::ranges::any_of(layerViews(model),
                               [](const LayerView& layer) { return layer.activation() == "gelu"; });
}

/// What is told of a layer, if there is one of that kind.
struct OnnxLayerNote {
    const char* kind;
    Fate fate;
    const char* what;
    const char* how;
};

constexpr auto kOnnxLayerNotes = std::to_array<OnnxLayerNote>({
    {"attention", Fate::Changed, "Attention", "written as several nodes: opset 17 has none for it"},
    {"group_norm", Fate::Changed, "Group normalisation",
     "written as several nodes: opset 17 has none for it"},
    {"embedding", Fate::Changed, "Unknown words",
     "a word number outside of the vocabulary is an error there; here it gives zeros"},
    {"dropout", Fate::Kept, "Dropout", "with its rate; outside of training it lets everything pass"},
    {"noise", Fate::Lost, "Noise", "lets everything pass, as it does outside of training"},
    {"gaussian_sampling", Fate::Lost, "Gaussian sampling",
     "gives the means, as it does outside of training; it draws nothing there"},
});

} // namespace

std::vector<FormatNote> onnxNotes(const TrainedNetwork& network) {
    const Model& model = network.model;
    std::vector<FormatNote> notes{{Fate::Kept, "Layers, their names and their weights", {}}};
    if (!outputNames(network).empty())
        notes.push_back({Fate::Kept, "Names of the classes", "in the metadata, as “labels”"});
    notes.push_back({Fate::Kept, "What is done to samples first",
                     "in words, in the metadata: the file does not do it by itself"});
    if (hasImage(model))
        notes.push_back(
            {Fate::Changed, "Images", "have their channels before height and width: N × C × H × W"});
    if (hasGelu(model))
        notes.push_back({Fate::Changed, "GELU", "written as several nodes: opset 17 has none for it"});
    for (const OnnxLayerNote& note : kOnnxLayerNotes)
        if (hasLayerOf(model, note.kind))
            notes.push_back({note.fate, note.what, note.how});
    notes.push_back({Fate::Lost, "How to train it",
                     network.trained ? "in words alone, in the metadata"
                                     : "the project keeps it: loss, optimiser, and their settings"});
    if (network.trained)
        notes.push_back({Fate::Lost, "What the optimiser remembers, and the learning curves",
                         "the weights alone are written"});
    notes.push_back({Fate::Lost, "Where the cards lie", "the format has no place for it"});
    return notes;
}

} // namespace protomind
