// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"
#include "studio/network/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

namespace protomind {
namespace {

using testing::HasSubstr;

std::string refusal(const onnx::ModelProto& model, const std::filesystem::path& path = "model.onnx") {
    const auto network = importedFrom(model, path);
    return network ? "it was read" : network.error().text();
}

onnx::ModelProto plainModel(std::int64_t opset = 17) {
    ModelSketch sketch({0, 4}, opset);
    sketch.node("Relu", "y", {"x"});
    return sketch.finished();
}

TEST(OnnxRefusals, NameTheNodeAndTheOperator) {
    ModelSketch sketch({0, 4});
    sketch.node("Relu", "first", {"x"});
    sketch.node("Hardmax", "strange one", {"first"});
    EXPECT_THAT(refusal(sketch.finished()), testing::AllOf(HasSubstr("strange one"), HasSubstr("Hardmax")));
}

TEST(OnnxRefusals, KnowTheVersions) {
    EXPECT_THAT(refusal(plainModel(6)), HasSubstr("opset 6"));
    EXPECT_THAT(refusal(plainModel(28)), HasSubstr("opset 28"));
    EXPECT_EQ(refusal(plainModel(7)), "it was read");
    EXPECT_EQ(refusal(plainModel(27)), "it was read");
    onnx::ModelProto model = plainModel();
    model.set_ir_version(13);
    EXPECT_EQ(refusal(model), "it was read");
    model.set_ir_version(14);
    EXPECT_THAT(refusal(model), HasSubstr("IR version 14"));
}

TEST(OnnxRefusals, SeeSizesOfAReshapeThatNoNumberHolds) {
    ModelSketch sketch({0, 4});
    sketch.integers("sizes", {0, 6917529027641081859, 2});
    sketch.node("Reshape", "y", {"x", "sizes"});
    EXPECT_THAT(refusal(sketch.finished()), HasSubstr("sizes don't fit"));
}

TEST(OnnxRefusals, TakeNoOperatorsOfOthers) {
    onnx::ModelProto model = plainModel();
    model.mutable_graph()->mutable_node(0)->set_domain("com.example");
    EXPECT_THAT(refusal(model), HasSubstr("com.example"));
    model = plainModel();
    model.mutable_graph()->mutable_node(0)->set_domain("ai.onnx");
    EXPECT_EQ(refusal(model), "it was read");
    model.add_functions()->set_name("f");
    EXPECT_THAT(refusal(model), HasSubstr("functions"));
}

TEST(OnnxRefusals, SeeGraphsThatAreNone) {
    onnx::ModelProto model = plainModel();
    model.mutable_graph()->mutable_node(0)->set_input(0, "nowhere");
    EXPECT_THAT(refusal(model), HasSubstr("nowhere"));
    model = plainModel();
    model.mutable_graph()->mutable_node(0)->set_output(0, "x");
    EXPECT_THAT(refusal(model), HasSubstr("two that give x"));
    model = plainModel();
    model.mutable_graph()->mutable_output(0)->set_name("z");
    EXPECT_THAT(refusal(model), HasSubstr("output z"));
    model = plainModel();
    *model.mutable_graph()->add_input() = model.graph().input(0);
    model.mutable_graph()->mutable_input(1)->set_name("second");
    EXPECT_THAT(refusal(model), HasSubstr("2 inputs"));
    model = plainModel();
    model.mutable_graph()
        ->mutable_input(0)
        ->mutable_type()
        ->mutable_tensor_type()
        ->mutable_shape()
        ->mutable_dim(1)
        ->set_dim_param("F");
    EXPECT_THAT(refusal(model), HasSubstr("how large axis 1"));
}

TEST(OnnxRefusals, NeverMixSamples) {
    ModelSketch sketch({0, 4});
    put(sketch.node("Softmax", "y", {"x"}), "axis", std::int64_t{0});
    EXPECT_THAT(refusal(sketch.finished()), HasSubstr("across the samples"));
}

TEST(OnnxRefusals, ResizeToNothingButTheSizesAsked) {
    for (const auto& [policy, isRead] : {std::pair("stretch", true), {"not_larger", false}}) {
        ModelSketch sketch({1, 1, 2, 4}, 18);
        sketch.integers("sizes", {1, 1, 8, 8});
        onnx::NodeProto& node = sketch.node("Resize", "y", {"x", "", "", "sizes"});
        put(node, "keep_aspect_ratio_policy", std::string(policy));
        EXPECT_THAT(refusal(sketch.finished()), HasSubstr(isRead ? "it was read" : "stretching")) << policy;
    }
}

TEST(OnnxRefusals, MakeNoNumbersThatAreNotFinite) {
    ModelSketch divided({0, 2});
    divided.numbers("tiny", {2}, {1, 1e-40f});
    divided.node("Div", "y", {"x", "tiny"});
    EXPECT_THAT(refusal(divided.finished()), HasSubstr("too large"));
    ModelSketch scaled({0, 2});
    scaled.numbers("w", {2, 1}, {1, 2});
    put(scaled.node("Gemm", "y", {"x", "w"}), "alpha", 3e38f);
    EXPECT_THAT(refusal(scaled.finished()), HasSubstr("too large"));
}

TEST(OnnxRefusals, TakeNoRootOfNegativeVariances) {
    for (const auto& [variance, isRead] : {std::pair(0.0f, true), {-1e-5f, false}, {-1.0f, false}}) {
        ModelSketch sketch({0, 1});
        sketch.numbers("one", {1}, {1});
        sketch.numbers("variance", {1}, {variance});
        sketch.node("BatchNormalization", "y", {"x", "one", "one", "one", "variance"});
        EXPECT_THAT(refusal(sketch.finished()), HasSubstr(isRead ? "it was read" : "variance")) << variance;
    }
}

/// A single number and as many as a network may have: one too many, though neither is. There are none to
/// convert, so that counting comes first.
TEST(OnnxRefusals, CountTheNumbersOfAllAttributes) {
    ModelSketch sketch({0, 1});
    for (const char* name : {"a", "b"}) {
        onnx::AttributeProto& value = *sketch.node("Constant", name, {}).add_attribute();
        value.set_name("value");
        value.set_type(onnx::AttributeProto::TENSOR);
        value.mutable_t()->set_data_type(onnx::TensorProto::FLOAT);
        value.mutable_t()->add_dims(1);
        value.mutable_t()->add_float_data(1);
    }
    sketch.node("Add", "sum", {"a", "b"});
    sketch.node("Add", "y", {"x", "sum"});
    const std::string bytes = sketch.finished().SerializeAsString();
    auto answer = parseOnnx(bytes);
    ASSERT_TRUE(answer);
    TensorFile file{.tensors = answer->tensors, .metadata = answer->metadata, .bytes = nullptr};
    ASSERT_TRUE(networkWithAxesOfOnnx(file, "model.onnx"));
    file.tensors.at("attribute:1:value").sizes = {kMaxParameters};
    file.tensors.at("attribute:1:value").bytes = {};
    const auto network = networkWithAxesOfOnnx(file, "model.onnx");
    ASSERT_FALSE(network);
    EXPECT_THAT(network.error().text(), HasSubstr("more than"));
}

/// A folder of its own, gone at the end.
class OnnxExternalData : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "onnx-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        m_folder = name;
        ModelSketch sketch({0, 2});
        sketch.weights("w", {2, 2});
        sketch.node("MatMul", "y", {"x", "w"});
        m_model = sketch.finished();
        onnx::TensorProto& tensor = *m_model.mutable_graph()->mutable_initializer(0);
        m_weights = arrayOf(tensor);
        tensor.clear_float_data();
        tensor.set_data_location(onnx::TensorProto::EXTERNAL);
        std::ofstream stream(m_folder / "m.onnx.data", std::ios::binary);
        stream << "abcdefgh";
        stream.write(reinterpret_cast<const char*>(m_weights.values.data()), 16);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::string refusalOf(const std::string& location, int offset, int length) {
        onnx::ModelProto model = m_model;
        const auto tell = [&](const char* key, const std::string& value) {
            auto& entry = *model.mutable_graph()->mutable_initializer(0)->add_external_data();
            entry.set_key(key);
            entry.set_value(value);
        };
        tell("location", location);
        tell("offset", std::to_string(offset));
        tell("length", std::to_string(length));
        const auto network = importedFrom(model, m_folder / "m.onnx");
        if (!network)
            return network.error().text();
        EXPECT_EQ(network->imported.variables.begin()->second, m_weights);
        return {};
    }

    std::filesystem::path m_folder;
    onnx::ModelProto m_model;
    HostArray m_weights;
};

TEST_F(OnnxExternalData, IsReadWhereItLiesBesideTheModel) {
    EXPECT_EQ(refusalOf("m.onnx.data", 8, 16), "");
    for (const char* name : {"m.onnx_data", "m.data"}) {
        std::filesystem::copy_file(m_folder / "m.onnx.data", m_folder / name);
        EXPECT_EQ(refusalOf(name, 8, 16), "") << name;
    }
}

TEST_F(OnnxExternalData, IsReadFromNowhereElse) {
    std::filesystem::copy_file(m_folder / "m.onnx.data", m_folder / "other.data");
    std::filesystem::create_directory(m_folder / "inside");
    const std::vector<std::string> locations{"other.data",
                                             "../m.onnx.data",
                                             "./m.onnx.data",
                                             "inside/../m.onnx.data",
                                             (m_folder / "m.onnx.data").string(),
                                             "",
                                             "/etc/passwd",
                                             "inside"};
    for (const std::string& location : locations)
        EXPECT_THAT(refusalOf(location, 8, 16), HasSubstr("another file")) << location;
}

TEST_F(OnnxExternalData, IsNoLinkAndNotCutOff) {
    EXPECT_THAT(refusalOf("m.onnx.data", 9, 16), HasSubstr("cut off"));
    EXPECT_THAT(refusalOf("m.onnx.data", 0, 12), HasSubstr("12 bytes"));
    EXPECT_THAT(refusalOf("m.data", 8, 16), HasSubstr("can't be read"));
    std::filesystem::create_symlink("m.onnx.data", m_folder / "m.data");
    EXPECT_THAT(refusalOf("m.data", 8, 16), HasSubstr("can't be read"));
    std::filesystem::remove(m_folder / "m.data");
    std::filesystem::create_hard_link(m_folder / "m.onnx.data", m_folder / "m.data");
    EXPECT_THAT(refusalOf("m.data", 8, 16), HasSubstr("can't be read"));
    std::filesystem::remove(m_folder / "m.data");
    std::filesystem::create_directory(m_folder / "m.data");
    EXPECT_THAT(refusalOf("m.data", 8, 16), HasSubstr("can't be read"));
}

} // namespace
} // namespace protomind
