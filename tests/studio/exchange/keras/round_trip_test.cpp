// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_file.h"
#include "studio/exchange/keras/keras_topology.h"
#include "studio/exchange/reader/reader.h"
#include "studio/exchange/safetensors/tensor_file.h"
#include "studio/network/lowering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "networks/random_network.h"
#include "source_folder.h"

namespace protomind {

const Format& kerasFormat();

namespace {

bool holds(const TrainedNetwork& network, KerasDialect dialect) {
    return std::ranges::all_of(layerViews(network.model), [&](const LayerView& layer) {
        return kerasHolds(layer, dialect).has_value();
    });
}

/// Read without a child process: what that adds is tested where it is.
Result<ImportedNetwork> read(const std::string& archive) {
    const auto answer = parseKeras(archive);
    if (!answer)
        return std::unexpected(answer.error());
    return networkOfKerasFile({.tensors = answer->tensors, .metadata = answer->metadata, .bytes = {}});
}

std::string archiveOf(const TrainedNetwork& network) {
    const auto files = kerasFormat().write(network, "network.keras");
    std::ostringstream stream;
    EXPECT_TRUE(files.value().at(0).write(stream));
    return stream.str();
}

Result<ImportedNetwork> throughKeras2(const TrainedNetwork& network) {
    const KerasNetwork keras = kerasNetworkOf(network, KerasDialect::Keras2);
    return networkOfKeras(keras.topology, [&](const KerasWeightPlace& place) -> Result<HostArray> {
        for (const KerasWeight& weight : keras.weights)
            if (weight.place.layer == place.layer && weight.place.name == place.name)
                return weight.values;
        return fail(ProblemKind::Input, Sentence::name(place.layer + "/" + place.name));
    });
}

TrainedNetwork trainedOf(const ImportedNetwork& imported) {
    TrainedNetwork network;
    network.experiment.network = imported.network;
    network.model = lower(imported.network).value();
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->variables = imported.variables;
    network.checkpoint = std::move(checkpoint);
    return network;
}

/// What layers are and do, by name. The slope and the alpha of an activation that has none do nothing.
std::map<std::string, std::pair<std::string, Settings>> layersOf(const Model& model) {
    std::map<std::string, std::pair<std::string, Settings>> layers;
    for (const ModelLayer& layer : model.layers) {
        Settings settings;
        for (const Field& field : layer.type->fields)
            settings[field.name] = valueOf(layer.type->fields, layer.settings, field.name);
        if (layer.type->name == "activation") {
            const std::string function = std::get<std::string>(settings.at("function"));
            if (function != "leaky_relu")
                settings.erase("slope");
            if (function != "elu")
                settings.erase("alpha");
        }
        layers[layer.name] = {layer.type->name, std::move(settings)};
    }
    return layers;
}

void expectTheSame(const TrainedNetwork& network, const Result<ImportedNetwork>& imported,
                   const std::string& what) {
    ASSERT_TRUE(imported) << what << ": " << imported.error().text();
    TrainedNetwork back = trainedOf(*imported);
    back.samples = network.samples;
    EXPECT_EQ(layersOf(back.model), layersOf(network.model)) << what;
    std::size_t variables = 0;
    for (const ModelVariable& variable : modelVariables(network.model)) {
        ASSERT_TRUE(imported->variables.contains(variable.name)) << what << ": " << variable.name;
        EXPECT_EQ(imported->variables.at(variable.name), network.checkpoint->variables.at(variable.name))
            << what << ": " << variable.name;
        ++variables;
    }
    EXPECT_EQ(imported->variables.size(), variables) << what;
    const HostArray expected = answersOf(network);
    const HostArray answers = answersOf(back);
    ASSERT_EQ(answers.shape, expected.shape) << what;
    for (std::size_t i = 0; i < answers.values.size(); ++i)
        ASSERT_NEAR(answers.values[i], expected.values[i], 1e-6) << what;
}

void expectBothWays(const TrainedNetwork& network, const std::string& what) {
    ASSERT_TRUE(holds(network, KerasDialect::Keras3)) << what;
    expectTheSame(network, read(archiveOf(network)), what + " in Keras 3");
    if (holds(network, KerasDialect::Keras2))
        expectTheSame(network, throughKeras2(network), what + " in Keras 2");
}

TEST(KerasRoundTrip, KeepsEveryLayer) {
    for (const LayerCase& which : layerCases())
        if (!which.inputs.empty())
            expectBothWays(networkOf(which), which.label);
}

TEST(KerasRoundTrip, KeepsWholeNetworks) {
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        expectBothWays(randomNetwork(seed), "seed " + std::to_string(seed));
}

TEST(KerasRoundTrip, KeepsStridesWithDilations) {
    for (const char* padding : {"same", "valid"}) {
        for (const char* type : {"convolution", "depthwise_convolution"}) {
            Settings settings{{"kernel", std::vector<std::int64_t>{3, 2}},
                              {"stride", std::vector<std::int64_t>{2, 3}},
                              {"dilation", std::vector<std::int64_t>{1, 2}},
                              {"padding", std::string(padding)},
                              {"activation", std::string("leaky_relu")}};
            expectBothWays(networkOf({std::string(type) + padding, type, settings, {{9, 8, 4}}}),
                           std::string(type) + " " + padding);
        }
    }
}

TEST(KerasRoundTrip, KeepsNamesOfClasses) {
    TrainedNetwork network = randomNetwork(1);
    network.data = DataDescription{};
    network.data->classNames = {"cat", "Käfer", "\"dog\""};
    const auto imported = read(archiveOf(network));
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->classNames, network.data->classNames);
}

class SavedByKeras : public testing::TestWithParam<const char*> {};

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_P(SavedByKeras, ComputesTheSameHere) {
    const std::filesystem::path folder = sourceFolder() / "tests/studio/exchange/keras/saved_by_keras";
    const auto imported = read(bytesOf(folder / (std::string(GetParam()) + ".keras")));
    ASSERT_TRUE(imported) << imported.error().text();
    const auto reference = readSafetensors(folder / (std::string(GetParam()) + ".safetensors"));
    ASSERT_TRUE(reference) << reference.error().text();
    TrainedNetwork network = trainedOf(*imported);
    network.samples = floatsOf(reference->tensors.at("input")).value();
    const HostArray expected = floatsOf(reference->tensors.at("output")).value();
    const HostArray answers = answersOf(network);
    ASSERT_EQ(answers.shape, expected.shape);
    for (std::size_t i = 0; i < answers.values.size(); ++i)
        EXPECT_NEAR(answers.values[i], expected.values[i], 1e-5);
}

INSTANTIATE_TEST_SUITE_P(All, SavedByKeras, testing::Values("images", "sequences"),
                         [](const auto& file) { return std::string(file.param); });

} // namespace
} // namespace protomind
