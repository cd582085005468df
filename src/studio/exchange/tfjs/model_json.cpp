// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/model_json.h"

#include "studio/exchange/safe_text.h"

#include <fmt/format.h>

namespace protomind {

namespace {

using nlohmann::ordered_json;

ordered_json manifestOf(const KerasNetwork& keras, std::span<const std::string> shards) {
    ordered_json weights = ordered_json::array();
    for (const KerasWeight& weight : keras.weights)
        weights.push_back({{"name", weight.place.layer + "/" + weight.place.name},
                           {"shape", weight.place.shape.sizes()},
                           {"dtype", "float32"}});
    return ordered_json::array({{{"paths", shards}, {"weights", std::move(weights)}}});
}

/// What is known of how the network came about. Data is told by its title: where it lies on somebody's
/// computer is nobody's business.
ordered_json cardOf(const TrainedNetwork& network) {
    const TrainingSettings& training = network.experiment.training;
    ordered_json card{{"title", network.title},
                      {"madeWith", network.program},
                      {"trained", network.trained},
                      {"inputShape", network.model.inputShape.sizes()},
                      {"outputShape", network.model.outputShape.sizes()}};
    if (network.data)
        card["data"] = network.data->name;
    if (network.trained)
        card["training"] = {{"steps", network.checkpoint->step},
                            {"loss", training.loss},
                            {"optimizer", training.optimizer},
                            {"learningRate", training.learningRate},
                            {"batchSize", training.batchSize}};
    return card;
}

} // namespace

ordered_json modelJson(const TrainedNetwork& network, const KerasNetwork& keras,
                       std::span<const std::string> shards) {
    return {{"format", "layers-model"},
            {"generatedBy", network.program},
            {"convertedBy", nullptr},
            {"modelTopology", keras.topology},
            {"weightsManifest", manifestOf(keras, shards)},
            {"userDefinedMetadata",
             {{"labels", outputNames(network)},
              {"inputScale", inputScale(network)},
              {"preprocessing", preprocessingText(network).text()},
              {"card", cardOf(network)}}}};
}

std::string tfjsReadme(const TrainedNetwork& network) {
    return fmt::format(R"({}

index.html     a page that runs the network: open it in any browser, no internet needed
model.json     the network for TensorFlow.js, with the weights in group1-shard*.bin

In a web page that loads TensorFlow.js and lies on a server, beside these files:
    const model = await tf.loadLayersModel("model.json");
    const answer = model.predict(tf.tensor(numbers, [1, {}]));
{}
Made with {}.
)",
                       lineCommentText(network.title), fmt::join(network.model.inputShape.sizes(), ", "),
                       preprocessingText(network).text(), lineCommentText(network.program));
}

} // namespace protomind
