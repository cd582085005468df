// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_graph.h"
#include "studio/exchange/onnx/write_model.h"
#include "studio/exchange/safe_text.h"
#include "studio/network/settings_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace protomind {

namespace {

/// "N × 3 × 32 × 32 (samples × channels × height × width)"
std::string layoutText(const Shape& sample) {
    std::string sizes = "N";
    for (const std::int64_t size : onnxSizes(sample))
        sizes += fmt::format(" × {}", size);
    if (hasChannelsInFront(sample))
        return sizes + " (samples × channels × height × width)";
    if (sample.rank() == 2)
        return sizes + " (samples × steps × features)";
    return sizes;
}

std::string layersText(const Model& model) {
    std::string text;
    for (const ModelLayer& layer : model.layers) {
        const std::string settings = settingsText(*layer.type, layer.settings);
        text += fmt::format("{}: {}{}{}\n", plainText(layer.name), layer.type->title,
                            settings.empty() ? "" : ", ", settings);
    }
    return text;
}

std::int64_t parameterCount(const Model& model) {
    std::int64_t count = 0;
    for (const ModelVariable& variable : modelVariables(model))
        if (variable.declared.trainable)
            count += variable.declared.shape().elementCount();
    return count;
}

std::string valueText(const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return plainText(*text);
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return fmt::format("{}", *whole);
    if (const auto* yes = std::get_if<bool>(&value))
        return *yes ? "yes" : "no";
    return {};
}

std::string trainingText(const TrainedNetwork& network) {
    std::string text;
    for (const Field& field : trainingFields())
        text += fmt::format("{}: {}\n", field.label,
                            valueText(trainingField(network.experiment.training, field.name)));
    const Checkpoint& checkpoint = *network.checkpoint;
    text += fmt::format("Steps done: {}\n", checkpoint.step);
    if (!checkpoint.history.empty()) {
        const HistoryPoint& last = checkpoint.history.back();
        text += fmt::format("Loss at the end: {:.4g}\n", last.loss);
        if (last.validationAccuracy >= 0)
            text += fmt::format("Accuracy on samples kept aside: {:.4g}\n", last.validationAccuracy);
    }
    return text;
}

std::string lostText(const TrainedNetwork& network) {
    std::string text;
    for (const FormatNote& note : onnxNotes(network))
        if (note.fate == Fate::Lost)
            text += fmt::format("{}: {}\n", note.what.text(), note.how.text());
    return text;
}

std::string dataText(const TrainedNetwork& network) {
    return plainText(network.data ? network.data->name : dataLabel(network));
}

} // namespace

std::vector<std::pair<std::string, std::string>> onnxMetadata(const TrainedNetwork& network) {
    std::vector<std::pair<std::string, std::string>> entries{{"title", plainText(network.title)}};
    if (const std::vector<std::string> names = outputNames(network); !names.empty()) {
        nlohmann::json labels = nlohmann::json::array();
        for (const std::string& name : names)
            labels.push_back(plainText(name));
        entries.emplace_back("labels", labels.dump());
    }
    entries.emplace_back("preprocessing", preprocessingText(network).text());
    entries.emplace_back("input_scale", fmt::format("{}", inputScale(network)));
    entries.emplace_back("input_layout", layoutText(network.model.inputShape));
    entries.emplace_back("layers", layersText(network.model));
    entries.emplace_back("parameters", fmt::format("{}", parameterCount(network.model)));
    entries.emplace_back("trained", network.trained ? "yes" : "no");
    if (network.trained)
        entries.emplace_back("training", trainingText(network));
    if (const std::string data = dataText(network); !data.empty())
        entries.emplace_back("data", data);
    entries.emplace_back("lost", lostText(network));
    return entries;
}

std::string onnxDocString(const TrainedNetwork& network) {
    std::string text =
        fmt::format("{}\nMade with {}. {}\n\n", plainText(network.title), plainText(network.program),
                    network.trained ? "It is trained." : "It is not trained yet.");
    text += fmt::format("Input: {}\n{}\n", layoutText(network.model.inputShape),
                        preprocessingText(network).text());
    text += fmt::format("Output: {}\n", layoutText(network.model.outputShape));
    if (const std::vector<std::string> names = outputNames(network); !names.empty())
        text += fmt::format("The classes are called as “labels” in the metadata says: {} of them.\n",
                            names.size());
    return text + fmt::format("\n{} parameters in these layers:\n{}", parameterCount(network.model),
                              layersText(network.model));
}

} // namespace protomind
