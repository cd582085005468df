// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_file.h"
#include "studio/exchange/keras/keras_topology.h"
#include "studio/exchange/keras/weights_h5.h"
#include "studio/exchange/keras/zip_writer.h"
#include "studio/exchange/sandbox/sandbox.h"

#include <chrono>
#include <ctime>
#include <ostream>

namespace protomind {

const Format& kerasFormat();

namespace {

using nlohmann::json;

/// Of the Keras whose format this is: as old as possible, for any later one to read.
constexpr const char* kKerasVersion = "3.5.0";

std::string savedAt(std::chrono::system_clock::time_point when) {
    const std::time_t time = std::chrono::system_clock::to_time_t(when);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d@%H:%M:%S", &parts);
    return {text.data(), length};
}

std::string jsonText(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What Keras has no place for; it passes over entries that it doesn't know.
json besideKeras(const TrainedNetwork& network) {
    return {{"program", network.program},
            {"title", network.title},
            {"trained", network.trained},
            {"class_names", outputNames(network)},
            {"preprocessing", preprocessingText(network).text()},
            {"input_scale", inputScale(network)}};
}

Result<std::string> kerasArchive(const TrainedNetwork& network) {
    const KerasNetwork keras = kerasNetworkOf(network, KerasDialect::Keras3);
    auto weights = weightsAsH5(keras);
    if (!weights)
        return std::unexpected(weights.error());
    const json metadata{{"keras_version", kKerasVersion},
                        {"date_saved", savedAt(std::chrono::system_clock::now())}};
    return zipOf({{"config.json", jsonText(keras.topology)},
                  {"metadata.json", jsonText(metadata)},
                  {"model.weights.h5", std::move(*weights)},
                  {"protomind.json", jsonText(besideKeras(network))}});
}

Result<std::vector<OutputFile>> writeKeras(const TrainedNetwork& network, const std::filesystem::path& path) {
    return std::vector<OutputFile>{
        {path.filename().string(), [&network](std::ostream& stream) -> Result<void> {
             const auto archive = kerasArchive(network);
             if (!archive)
                 return std::unexpected(archive.error());
             stream.write(archive->data(), static_cast<std::streamsize>(archive->size()));
             return {};
         }}};
}

Result<ImportedNetwork> readKeras(const std::filesystem::path& path) {
    const auto answer = readInSandbox("keras", path);
    if (!answer)
        return std::unexpected(answer.error());
    return networkOfKerasFile(*answer);
}

/// An archive that begins with one of Keras' own files, or an old .h5 file, for which there is a sentence.
bool isKerasFile(std::string_view firstBytes, const std::filesystem::path&) {
    const bool archive = firstBytes.starts_with("PK") &&
                         (firstBytes.contains("config.json") || firstBytes.contains("metadata.json"));
    return archive || firstBytes.starts_with("\x89HDF\r\n\x1a\n");
}

} // namespace

const Format& kerasFormat() {
    static const Format format{
        .name = "keras",
        .title = "Keras",
        .extension = ".keras",
        .summary = "One file that Keras 3 opens and trains on, in Python.",
        .help = "In Python: keras.saving.load_model(\"network.keras\").",
        .holds = [](const LayerView& layer) { return kerasHolds(layer, KerasDialect::Keras3); },
        .write = writeKeras,
        .notes = [](const TrainedNetwork& network) { return kerasNotes(network, KerasDialect::Keras3); },
        .read = readKeras,
        .recognises = isKerasFile};
    return format;
}

} // namespace protomind
