// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

#include "source_folder.h"

namespace protomind {
namespace {

using std::filesystem::path;

template<class Message>
Message parsed(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    Message message;
    EXPECT_TRUE(message.ParseFromIstream(&stream)) << file;
    return message;
}

/// What is looked up comes second; everything else first.
int dataInputOf(const onnx::ModelProto& model) {
    return model.graph().node(0).op_type() == "Gather" ? 1 : 0;
}

/// The recorded inputs but that of the data become numbers of the file: weights do not come from outside
/// here.
HostArray fixWeights(onnx::ModelProto& model, const path& folder) {
    onnx::GraphProto& graph = *model.mutable_graph();
    const int data = std::min(dataInputOf(model), graph.input_size() - 1);
    HostArray input;
    std::vector<onnx::ValueInfoProto> left;
    for (int i = 0; i < graph.input_size(); ++i) {
        auto tensor = parsed<onnx::TensorProto>(folder / ("input_" + std::to_string(i) + ".pb"));
        if (i == data) {
            input = arrayOf(tensor);
            left.push_back(graph.input(i));
            continue;
        }
        tensor.set_name(graph.input(i).name());
        *graph.add_initializer() = tensor;
    }
    graph.clear_input();
    for (const onnx::ValueInfoProto& value : left)
        *graph.add_input() = value;
    return input;
}

/// Outputs without a recording are left out, and so are those that the test can't compare with.
void keepOneOutput(onnx::ModelProto& model) {
    onnx::GraphProto& graph = *model.mutable_graph();
    while (graph.output_size() > 1)
        graph.mutable_output()->RemoveLast();
}

/// A network needs a layer; this one lets everything pass.
void addLayerBehind(onnx::ModelProto& model) {
    onnx::GraphProto& graph = *model.mutable_graph();
    onnx::NodeProto& node = *graph.add_node();
    node.set_op_type("Dropout");
    node.add_input(graph.output(0).name());
    node.add_output("behind");
    if (graph.node(0).op_type() != "LogSoftmax")
        graph.mutable_output(0)->set_name("behind");
    else
        graph.mutable_node()->RemoveLast();
}

/// Empty where it passes, else why not.
std::string failureOf(const path& folder) {
    auto model = parsed<onnx::ModelProto>(folder / "model.onnx");
    if (model.graph().input_size() == 0)
        return "it has no input";
    for (const onnx::ValueInfoProto& input : model.graph().input())
        if (!input.type().has_tensor_type())
            return "its input is no tensor";
    const HostArray input = fixWeights(model, folder / "test_data_set_0");
    keepOneOutput(model);
    addLayerBehind(model);
    // Their operators have not changed in opset 7.
    if (model.opset_import(0).version() < 7)
        model.mutable_opset_import(0)->set_version(7);
    const auto network = importedFrom(model);
    if (!network)
        return network.error().text();
    const auto answers = answersOf(*network, input);
    if (!answers)
        return answers.error().text();
    const HostArray expected = arrayOf(parsed<onnx::TensorProto>(folder / "test_data_set_0" / "output_0.pb"));
    if (answers->shape != expected.shape)
        return "it gives " + answers->shape.text() + " instead of " + expected.shape.text();
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        const float difference = std::abs(answers->values[i] - expected.values[i]);
        if (!(difference <= 1e-5f + 1e-4f * std::abs(expected.values[i])))
            return "it gives other numbers";
    }
    return {};
}

/// Names and reasons: "test_abs: there is no layer for Abs".
std::map<std::string, std::string> leftOut() {
    std::ifstream stream(sourceFolder() / "tests/studio/exchange/onnx/node_tests_left_out.txt");
    std::map<std::string, std::string> all;
    for (std::string line; std::getline(stream, line);) {
        const std::size_t colon = line.find(": ");
        if (!line.empty() && line[0] != '#' && colon != std::string::npos)
            all[line.substr(0, colon)] = line.substr(colon + 2);
    }
    return all;
}

TEST(OnnxNodeTests, PassButForThoseThatAreListed) {
    const path folder = testData() / "onnx-node-tests";
    if (testData().empty() || !std::filesystem::is_directory(folder))
        GTEST_SKIP() << "ONNX's node tests are not here; set PROTOMIND_TEST_DATA.";
    std::map<std::string, std::string> listed = leftOut();
    int passed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const std::string failure = failureOf(entry.path());
        const bool isListed = listed.erase(name) > 0;
        EXPECT_EQ(failure.empty(), !isListed)
            << name << (isListed ? ": passes now; take it off the list" : ": " + failure);
        passed += failure.empty() ? 1 : 0;
    }
    for (const auto& [name, reason] : listed)
        ADD_FAILURE() << name << " is listed, but there is no such test.";
    RecordProperty("passed", passed);
    EXPECT_GT(passed, 100);
}

} // namespace
} // namespace protomind
