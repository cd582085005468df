// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/onnx/onnx_probe.h"
#include "studio/exchange/onnx/write_graph.h"
#include "studio/exchange/safe_text.h"

#include <gmock/gmock.h>

#include <onnx/shape_inference/implementation.h>
#include <set>
#include <sstream>

#include "networks/random_network.h"

namespace protomind {

const Format& onnxFormat();

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> expectedSizes(const Shape& sample) {
    std::vector<std::string> sizes{"N"};
    for (const std::int64_t size : onnxSizes(sample))
        sizes.push_back(std::to_string(size));
    return sizes;
}

/// What ONNX works out from the nodes alone, of all tensors and of what the graph gives.
std::map<std::string, std::vector<std::string>> inferredSizes(onnx::ModelProto model) {
    model.mutable_graph()->clear_value_info();
    model.mutable_graph()->mutable_output(0)->mutable_type()->mutable_tensor_type()->clear_shape();
    onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(),
                                       onnx::ShapeInferenceOptions(true, 1, true));
    std::map<std::string, std::vector<std::string>> sizes;
    const auto take = [&](const onnx::ValueInfoProto& value) {
        std::vector<std::string>& said = sizes[value.name()] = saidSizes(value);
        // Old versions forget behind a Resize what the size of the batch is called.
        if (!said.empty() && said[0].starts_with("unk__"))
            said[0] = "N";
    };
    std::ranges::for_each(model.graph().value_info(), take);
    take(model.graph().output(0));
    return sizes;
}

/// That no name of a node or of a tensor comes twice, and that every layer is there under its name.
void expectNamesOf(const TrainedNetwork& network, const onnx::GraphProto& graph) {
    std::set<std::string> nodes;
    std::set<std::string> tensors{graph.input(0).name()};
    for (const onnx::TensorProto& tensor : graph.initializer())
        EXPECT_TRUE(tensors.insert(tensor.name()).second) << tensor.name();
    for (const onnx::NodeProto& node : graph.node()) {
        EXPECT_FALSE(node.name().empty());
        EXPECT_TRUE(nodes.insert(node.name()).second) << node.name();
        for (const std::string& output : node.output())
            EXPECT_TRUE(output.empty() || tensors.insert(output).second) << output;
        EXPECT_EQ(plainText(node.name()), node.name());
    }
    for (std::size_t i = 0; i < network.model.layers.size(); ++i) {
        const std::string name = plainText(network.model.layers[i].name);
        if (name.find_first_not_of(' ') == std::string::npos)
            continue;
        EXPECT_THAT(tensors, Contains(name));
        if (static_cast<int>(i) != network.model.inputLayer) {
            EXPECT_THAT(nodes, Contains(name));
        }
    }
}

void expectSound(const TrainedNetwork& network) {
    for (const LayerView& layer : layerViews(network.model)) {
        const auto holds = holdsInOnnx(layer);
        EXPECT_TRUE(holds) << holds.error().text();
    }
    ASSERT_TRUE(suitsOnnx(network));
    const onnx::ModelProto model = onnxModel(network);
    const auto sound = checkOnnx(model);
    ASSERT_TRUE(sound) << sound.error().text();
    expectNamesOf(network, model.graph());
    EXPECT_EQ(saidSizes(model.graph().input(0)), expectedSizes(network.model.inputShape));
    EXPECT_EQ(saidSizes(model.graph().output(0)), expectedSizes(network.model.outputShape));
    const auto inferred = inferredSizes(model);
    EXPECT_EQ(inferred.at(model.graph().output(0).name()), expectedSizes(network.model.outputShape));
    for (const onnx::ValueInfoProto& value : model.graph().value_info())
        EXPECT_EQ(inferred.at(value.name()), saidSizes(value)) << value.name();
}

TEST(OnnxModel, SaysEveryLayerSoThatTheCheckerFindsItsSizes) {
    for (const LayerCase& which : layerCases()) {
        SCOPED_TRACE(which.label);
        expectSound(networkOf(which));
    }
}

TEST(OnnxModel, SaysRandomNetworksSoThatTheCheckerFindsTheirSizes) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        expectSound(randomNetwork(seed));
    }
}

TEST(OnnxModel, KnowsEveryKindOfLayerAndActivation) {
    for (const LayerType& type : layerTypes()) {
        const ModelLayer layer{.name = "layer", .type = &type, .settings = {}, .inputs = {0}};
        const Shape shape = type.category == LayerCategory::Sequence ? Shape{4, 4} : Shape{4};
        const auto fits = type.outputShape({}, std::vector{shape});
        EXPECT_TRUE(holdsInOnnx(LayerView(layer, {fits ? shape : Shape{4, 4, 4}}, shape))) << type.name;
    }
    for (const Activation& activation : activations())
        EXPECT_TRUE(holdsInOnnx(LayerView({.name = "layer",
                                           .type = findLayerType("dense"),
                                           .settings = {{"activation", activation.name}},
                                           .inputs = {0}},
                                          {Shape{4}}, Shape{16})))
            << activation.name;
}

TEST(OnnxModel, RefusesAKindThatItDoesNotKnow) {
    LayerType strange = *findLayerType("dense");
    strange.name = "strange";
    strange.title = "Strange";
    const ModelLayer layer{.name = "layer", .type = &strange, .settings = {}, .inputs = {0}};
    const auto holds = holdsInOnnx(LayerView(layer, {Shape{4}}, Shape{16}));
    ASSERT_FALSE(holds);
    EXPECT_EQ(holds.error().kind, ProblemKind::Unsupported);
    EXPECT_THAT(holds.error().text(), HasSubstr("Strange"));
}

TEST(OnnxModel, IsOfTheVersionsThatRuntimesKnow) {
    const OnnxProbe probe(chainOf({3}, {{"dense", "Dense"}}));
    EXPECT_EQ(probe.model().ir_version(), 8);
    ASSERT_THAT(probe.model().opset_import(), SizeIs(1));
    EXPECT_EQ(probe.model().opset_import(0).domain(), "");
    EXPECT_EQ(probe.model().opset_import(0).version(), 17);
    EXPECT_EQ(probe.model().producer_name(), "Protomind");
    EXPECT_EQ(probe.model().producer_version(), "1.2.3");
}

TEST(OnnxModel, KeepsNamesThatMeanNoGood) {
    const std::string longest(4096, 'x');
    const std::vector<std::string> names{"say \"hi\"; 'x'",
                                         "two\nlines\r\n\tand\x01\x7f",
                                         "Größe 层 🙂",
                                         " ",
                                         "\t",
                                         "../../x",
                                         "a",
                                         "a/Relu",
                                         "a/kernel",
                                         "a/Gemm",
                                         "\xff\xfe not UTF-8 \xc3",
                                         "\u202Eright to left\u200B",
                                         longest,
                                         longest + "/Relu",
                                         "Input/kernel"};
    std::vector<ChainLayer> layers;
    for (const std::string& name : names)
        layers.push_back({"dense", name, {{"units", std::int64_t{2}}, {"activation", std::string("relu")}}});
    const TrainedNetwork network = chainOf({3}, layers);
    expectSound(network);
    const OnnxProbe probe(network);
    EXPECT_THAT(probe.names(), Contains("say \"hi\"; 'x'"));
    EXPECT_THAT(probe.names(), Contains("Größe 层 🙂"));
    EXPECT_THAT(probe.names(), Contains("../../x"));
    EXPECT_THAT(probe.names(), Contains(longest));
    EXPECT_THAT(probe.names(), Contains("two lines   and  "));
    // Blank names are those of their kinds.
    EXPECT_THAT(probe.names(), Contains("dense"));
    EXPECT_THAT(probe.names(), Contains("dense_2"));
    // Names of layers stay; the others give way.
    EXPECT_THAT(probe.names(), Contains("a/Relu_2"));
    EXPECT_EQ(probe.floats("a/kernel_2").shape, (Shape{2, 2}));
    const std::string doc = probe.model().doc_string();
    EXPECT_THAT(doc, Not(HasSubstr("\u202E")));
    EXPECT_THAT(doc, Not(HasSubstr("\xff")));
}

TEST(OnnxModel, SaysWhatTheCheckerDislikes) {
    onnx::ModelProto model = onnxModel(chainOf({3}, {{"dense", "Dense"}}));
    model.mutable_graph()->mutable_node(0)->set_op_type("Nonsense");
    const auto sound = checkOnnx(model);
    ASSERT_FALSE(sound);
    EXPECT_THAT(sound.error().text(), HasSubstr("Nonsense"));
}

TEST(OnnxModel, RefusesWhatCouldNotBeReadAgain) {
    const Settings waves{{"kind", std::string("waves")}};
    const auto ofSteps = [&](std::int64_t steps) {
        TrainedNetwork network = chainOf({4, 4}, {{"position", "P", waves}});
        network.model.layers[0].settings["shape"] = std::vector<std::int64_t>{steps, 1024};
        network.model.inputShape = network.model.outputShape = Shape{steps, 1024};
        return network;
    };
    EXPECT_TRUE(suitsOnnx(ofSteps(128 * 1024)));
    const auto suits = suitsOnnx(ofSteps(128 * 1024 + 1));
    ASSERT_FALSE(suits);
    EXPECT_EQ(suits.error().kind, ProblemKind::Memory);
    EXPECT_THAT(suits.error().text(), HasSubstr("536 MB"));
}

TEST(OnnxFormat, WritesOneFileThatHoldsTheModel) {
    const TrainedNetwork network = randomNetwork(3);
    const Format& format = onnxFormat();
    const auto files = format.write(network, "/somewhere/else.onnx");
    ASSERT_TRUE(files);
    ASSERT_THAT(*files, SizeIs(1));
    std::ostringstream stream;
    const auto written = files->front().write(stream);
    ASSERT_TRUE(written) << written.error().text();
    onnx::ModelProto model;
    ASSERT_TRUE(model.ParseFromString(stream.str()));
    EXPECT_EQ(model.SerializeAsString(), onnxModel(network).SerializeAsString());
}

} // namespace
} // namespace protomind
