// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"
#include "studio/exchange/onnx/write_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "networks/random_network.h"
#include "whole_run.h"

namespace protomind {
namespace {

/// Every number that a network learned is there again, to the bit; how the layers are called may differ where
/// two names were one in the file.
void expectSameNumbers(const TrainedNetwork& ours, const ImportedNetwork& read, const std::string& label) {
    const VariableValues& before = ours.checkpoint->variables;
    std::size_t found = 0;
    for (const ModelVariable& variable : modelVariables(ours.model)) {
        const HostArray& numbers = before.at(variable.name);
        const bool there = std::ranges::any_of(read.variables, [&](const auto& entry) {
            return entry.second.shape == numbers.shape &&
                   std::memcmp(entry.second.values.data(), numbers.values.data(),
                               numbers.values.size() * sizeof(float)) == 0;
        });
        EXPECT_TRUE(there) << label << ": " << variable.name;
        ++found;
    }
    EXPECT_EQ(found, read.variables.size()) << label;
}

void expectSameAnswers(const TrainedNetwork& ours, const OnnxNetwork& read, const std::string& label) {
    OnnxNetwork plain = read;
    plain.inputOrder.clear();
    for (int axis = 0; axis <= ours.model.inputShape.rank(); ++axis)
        plain.inputOrder.push_back(axis);
    // As they are here, not as they are in the file.
    plain.output = onnxread::Axes::of(ours.model.outputShape);
    const auto answers = answersOf(plain, ours.samples);
    ASSERT_TRUE(answers) << label << ": " << answers.error().text();
    const HostArray expected = answersOf(ours);
    ASSERT_EQ(answers->shape, expected.shape) << label;
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        ASSERT_EQ(answers->values[i], expected.values[i]) << label << " at " << i;
}

/// Layers that only tell sizes anew may come and go: in the file an axis of size 1 can stand anywhere.
bool tellsSizes(const std::string& kind) {
    return kind == "reshape" || kind == "flatten";
}

std::vector<std::string> kindsOf(const Network& network) {
    std::vector<std::string> kinds;
    for (const Layer& layer : network.layers())
        if (!tellsSizes(layer.type))
            kinds.push_back(layer.type);
    std::ranges::sort(kinds);
    return kinds;
}

/// As what a layer comes back where a file has only one way to say both.
std::vector<std::string> kindsOf(const TrainedNetwork& network) {
    std::vector<std::string> kinds;
    for (const LayerView& layer : layerViews(network.model)) {
        if (tellsSizes(layer.kind()))
            continue;
        const bool isGrouped = layer.is("convolution") && layer.input()[2] > 1 &&
                               layer.integer(FieldRole::Groups) == layer.input()[2] &&
                               layer.output()[2] / layer.input()[2] <= 64;
        const bool isNothing = layer.is("noise") || (layer.is("multiply") && layer.inputs().size() == 1);
        const bool isPlain = layer.is("depthwise_convolution") && layer.input()[2] == 1;
        kinds.push_back(isGrouped   ? "depthwise_convolution"
                        : isPlain   ? "convolution"
                        : isNothing ? "activation"
                                    : layer.kind());
    }
    std::ranges::sort(kinds);
    return kinds;
}

void expectTheSameAgain(const TrainedNetwork& network, const std::string& label) {
    const auto read = importedFrom(onnxModel(network));
    ASSERT_TRUE(read) << label << ": " << read.error().text();
    EXPECT_EQ(kindsOf(network), kindsOf(read->imported.network)) << label;
    expectSameNumbers(network, read->imported, label);
    expectSameAnswers(network, *read, label);
}

TEST(OnnxRoundTrip, GivesEveryLayerBack) {
    for (const LayerCase& which : layerCases())
        if (which.layer().inputs != 0)
            expectTheSameAgain(networkOf(which), which.label);
}

TEST(OnnxRoundTrip, GivesWholeNetworksBack) {
    const int count = rounds(20, 60, 1000);
    for (int seed = 0; seed < count; ++seed)
        expectTheSameAgain(randomNetwork(static_cast<std::uint64_t>(seed)), "seed " + std::to_string(seed));
}

// A sequence of one step is a row of numbers with an axis of size 1, which the batch norm's axes go around.
TEST(OnnxRoundTrip, KeepsASequenceOfOneStepASequence) {
    ProjectContent project;
    Network& network = project.experiment.network;
    const std::pair<const char*, Settings> layers[]{{"input", {{"shape", std::vector<std::int64_t>{3}}}},
                                                    {"reshape", {{"shape", std::vector<std::int64_t>{1, 3}}}},
                                                    {"dense", {{"units", std::int64_t{5}}}},
                                                    {"batch_norm", {}}};
    for (const auto& [type, settings] : layers) {
        const LayerId id = network.nextLayerId();
        network.add(Layer{.id = id, .type = type, .name = type, .settings = settings});
        if (network.layers().size() > 1)
            network.add(Wire{.id = network.nextWireId(), .from = (network.layers().end() - 2)->id, .to = id});
    }
    const auto trained = trainedNetwork(project, "sequence", "Protomind");
    ASSERT_TRUE(trained) << trained.error().text();
    ASSERT_EQ(trained->model.outputShape, (Shape{1, 5}));
    expectTheSameAgain(*trained, "sequence");
}

} // namespace
} // namespace protomind
