// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_topology.h"
#include "studio/network/lowering.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

json dense(const std::string& name) {
    return {{"class_name", "Dense"}, {"config", {{"name", name}, {"units", 3}, {"activation", "relu"}}}};
}

json sequential(const json& layers) {
    return {{"class_name", "Sequential"}, {"config", {{"name", "model"}, {"layers", layers}}}};
}

json inputOf(const json& shape) {
    return {{"class_name", "InputLayer"}, {"config", {{"name", "in"}, {"batch_shape", shape}}}};
}

/// As TensorFlow.js and the Keras before 3 write it.
json functional(const json& layers) {
    return {{"class_name", "Functional"},
            {"config",
             {{"layers", layers},
              {"input_layers", json::array({json::array({"in", 0, 0})})},
              {"output_layers", json::array({json::array({"out", 0, 0})})}}}};
}

json called(json layer, const json& nodes) {
    layer["name"] = layer["config"]["name"];
    layer["inbound_nodes"] = nodes;
    return layer;
}

std::vector<std::string> typesOf(const Network& network) {
    std::vector<std::string> types;
    for (const Layer& layer : network.layers())
        types.push_back(layer.type);
    return types;
}

Problem refusalOf(const json& topology) {
    const auto read = networkOfKeras(topology, {});
    EXPECT_FALSE(read) << topology.dump();
    return read ? Problem{} : read.error();
}

TEST(ReadKeras, ReadsASequentialWithoutWeights) {
    const auto read = networkOfKeras(sequential({inputOf({nullptr, 4}), dense("first"), dense("out")}), {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_THAT(typesOf(read->network), ElementsAre("input", "dense", "dense"));
    EXPECT_TRUE(read->variables.empty());
    EXPECT_EQ(lower(read->network)->outputShape, Shape{3});
}

TEST(ReadKeras, TakesTheInputsShapeFromTheFirstLayer) {
    json first = dense("first");
    first["config"]["batch_input_shape"] = {nullptr, 7};
    const auto read = networkOfKeras(sequential({first, dense("out")}), {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(lower(read->network)->inputShape, Shape{7});
    EXPECT_THAT(refusalOf(sequential(json::array({dense("first")}))).text(), HasSubstr("what shape"));
}

TEST(ReadKeras, PutsALayerBetweenWhereTheSameIsAddedTwice) {
    const json add{{"class_name", "Add"}, {"config", {{"name", "out"}}}};
    const json twice = json::array({json::array(
        {json::array({"in", 0, 0, json::object()}), json::array({"in", 0, 0, json::object()})})});
    const auto read =
        networkOfKeras(functional({called(inputOf({nullptr, 4}), json::array()), called(add, twice)}), {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_THAT(typesOf(read->network), testing::UnorderedElementsAre("input", "add", "activation"));
}

TEST(ReadKeras, KeepsLeakyReluByNameWithKerasSlope) {
    json leaky = dense("out");
    leaky["config"]["activation"] = "leaky_relu";
    const auto read = networkOfKeras(sequential({inputOf({nullptr, 4}), leaky}), {});
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_THAT(typesOf(read->network), ElementsAre("input", "dense", "activation"));
    EXPECT_EQ(std::get<double>(read->network.layers()[2].settings.at("slope")), 0.2);
}

TEST(ReadKeras, NamesTheLayerThatItRefuses) {
    json lambda = dense("sly");
    lambda["class_name"] = "Lambda";
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, 4}), lambda})).text(),
                testing::AllOf(HasSubstr("sly"), HasSubstr("program")));
    json foreign = dense("sly");
    foreign["module"] = "os";
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, 4}), foreign})).text(), HasSubstr("sly"));
    json registered = dense("sly");
    registered["registered_name"] = "custom>Dense";
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, 4}), registered})).text(), HasSubstr("sly"));
    json unknown = dense("sly");
    unknown["class_name"] = "Permute";
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, 4}), unknown})).text(),
                testing::AllOf(HasSubstr("sly"), HasSubstr("Permute")));
    json swish = dense("sly");
    swish["config"]["activation"] = "swish";
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, 4}), swish})).text(),
                testing::AllOf(HasSubstr("sly"), HasSubstr("swish")));
}

TEST(ReadKeras, RefusesWhatIsNoNetworkOfOurs) {
    const json in = called(inputOf({nullptr, 4}), json::array());
    const json node = json::array({json::array({"in", 0, 0, json::object()})});
    EXPECT_THAT(refusalOf(functional({in, called(dense("out"), json::array({node, node}))})).text(),
                HasSubstr("more than once"));
    json circle =
        called(dense("out"), json::array({json::array({json::array({"out", 0, 0, json::object()})})}));
    EXPECT_THAT(refusalOf(functional({in, circle})).text(), HasSubstr("circle"));
    EXPECT_THAT(refusalOf(functional({in, in})).text(), HasSubstr("same name"));
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, nullptr}), dense("out")})).text(),
                HasSubstr("no fixed size"));
    EXPECT_THAT(refusalOf(sequential({inputOf({nullptr, 4}), sequential({dense("a")})})).text(),
                HasSubstr("within the network"));
    EXPECT_FALSE(networkOfKeras(json(), {}));
    EXPECT_FALSE(networkOfKeras({{"class_name", "Sequential"}, {"config", 3}}, {}));
    EXPECT_THAT(refusalOf({{"class_name", "Own"}, {"config", json::object()}}).text(), HasSubstr("Own"));
}

/// Whatever a setting is replaced with, it is read or refused in words, and nothing is thrown.
TEST(ReadKeras, SurvivesNonsenseInEverySetting) {
    const json convolution{{"class_name", "Conv2D"},
                           {"config",
                            {{"name", "out"},
                             {"filters", 2},
                             {"kernel_size", {3, 3}},
                             {"strides", {1, 1}},
                             {"padding", "same"},
                             {"dilation_rate", {1, 1}},
                             {"groups", 1},
                             {"activation", "relu"},
                             {"use_bias", true}}}};
    const std::vector<json> nonsense{nullptr,
                                     -1,
                                     0,
                                     1.5,
                                     1e300,
                                     "x",
                                     true,
                                     json::array(),
                                     json::object(),
                                     std::int64_t{1} << 53,
                                     json::array({-1, 1e18})};
    for (const auto& [key, value] : convolution["config"].items()) {
        for (const json& wrong : nonsense) {
            json changed = convolution;
            changed["config"][key] = wrong;
            const auto read = networkOfKeras(sequential({inputOf({nullptr, 6, 5, 2}), changed}), {});
            EXPECT_TRUE(read || read.error().sentence.text().size() > 10u) << key << " " << wrong;
        }
    }
}

} // namespace
} // namespace protomind
