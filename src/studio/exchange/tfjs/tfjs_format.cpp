// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/tfjs/model_json.h"
#include "studio/exchange/tfjs/page.h"
#include "studio/exchange/tfjs/read_tfjs.h"
#include "studio/exchange/tfjs/weight_shards.h"

#include <memory>
#include <ostream>

namespace protomind {

const Format& tfjsFormat();

namespace {

Result<std::vector<OutputFile>> writeTfjs(const TrainedNetwork& network, const std::filesystem::path&) {
    const auto keras = std::make_shared<const KerasNetwork>(kerasNetworkOf(network, KerasDialect::Keras2));
    const std::vector<std::string> shards = shardNames(keras->weights);
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < shards.size(); ++i)
        files.push_back({shards[i], [keras, i](std::ostream& stream) -> Result<void> {
                             writeShard(stream, keras->weights, static_cast<std::int64_t>(i));
                             return {};
                         }});
    files.push_back({"model.json", [&network, keras, shards](std::ostream& stream) -> Result<void> {
                         stream << modelJson(network, *keras, shards)
                                       .dump(1, ' ', true, nlohmann::ordered_json::error_handler_t::replace)
                                << '\n';
                         return {};
                     }});
    files.push_back({"index.html", [&network](std::ostream& stream) { return writePage(stream, network); }});
    files.push_back({"README.txt", [&network](std::ostream& stream) -> Result<void> {
                         stream << tfjsReadme(network);
                         return {};
                     }});
    return files;
}

std::vector<FormatNote> notesOnTfjs(const TrainedNetwork& network) {
    std::vector<FormatNote> notes = kerasNotes(network, KerasDialect::Keras2);
    notes.push_back({Fate::Kept, "The network in the page",
                     "index.html computes with the layers as they are drawn, not with TensorFlow.js."});
    return notes;
}

} // namespace

const Format& tfjsFormat() {
    static const Format format{
        .name = "tfjs",
        .title = "TensorFlow.js",
        .extension = "",
        .summary = "A folder with the network for the browser, and a page that runs it without internet.",
        .help = "Open index.html in a browser. In a program: await tf.loadLayersModel(\"model.json\").",
        .holds = [](const LayerView& layer) { return kerasHolds(layer, KerasDialect::Keras2); },
        .write = writeTfjs,
        .notes = notesOnTfjs,
        .read = readTfjs,
        .recognises = looksLikeTfjs};
    return format;
}

} // namespace protomind
