// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/exchange/limits.h"
#include "studio/exchange/reader/reader.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cstring>
#include <limits>
#include <onnx/onnx_pb.h>

#include "whole_run.h"

namespace protomind {
namespace {

using nlohmann::json;
using onnx::AttributeProto;
using onnx::TensorProto;
using testing::ElementsAre;
using testing::HasSubstr;

/// A file with one node and one tensor, which the tests change.
onnx::ModelProto soundModel() {
    onnx::ModelProto model;
    model.set_ir_version(8);
    model.set_producer_name("tests");
    onnx::OperatorSetIdProto& import = *model.add_opset_import();
    import.set_domain("");
    import.set_version(17);
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name("graph");
    onnx::NodeProto& node = *graph.add_node();
    node.set_name("first");
    node.set_op_type("Gemm");
    node.add_input("x");
    node.add_input("weights");
    node.add_output("y");
    TensorProto& tensor = *graph.add_initializer();
    tensor.set_name("weights");
    tensor.set_data_type(TensorProto::FLOAT);
    tensor.add_dims(2);
    tensor.add_dims(1);
    tensor.add_float_data(1.5f);
    tensor.add_float_data(-2);
    return model;
}

Result<ReaderAnswer> parsedModel(const onnx::ModelProto& model) {
    return parseOnnx(model.SerializeAsString());
}

json graphText(const Result<ReaderAnswer>& answer) {
    return answer ? json::parse(answer->metadata.at("graph")) : json(answer.error().text());
}

/// What is said of the sound model after a change.
Problem problemAfter(const std::function<void(onnx::ModelProto&)>& change) {
    onnx::ModelProto model = soundModel();
    change(model);
    const auto answer = parsedModel(model);
    return answer ? Problem{} : answer.error();
}

TensorProto& tensorIn(onnx::ModelProto& model) {
    return *model.mutable_graph()->mutable_initializer(0);
}

/// The floats of a tensor of one axis, which fill gives its numbers.
std::vector<float> floatsOfKind(TensorProto::DataType type, const std::function<void(TensorProto&)>& fill,
                                std::int64_t count) {
    onnx::ModelProto model = soundModel();
    TensorProto& tensor = tensorIn(model);
    tensor.Clear();
    tensor.set_name("weights");
    tensor.set_data_type(type);
    tensor.add_dims(count);
    fill(tensor);
    const auto answer = parsedModel(model);
    if (!answer) {
        ADD_FAILURE() << answer.error().text();
        return {};
    }
    return floatsOf(answer->tensors.at("weights")).value().values;
}

TEST(ParseOnnx, TellsTheGraph) {
    onnx::ModelProto model = soundModel();
    model.set_doc_string(std::string(10'000, 'd'));
    auto& property = *model.add_metadata_props();
    property.set_key("labels");
    property.set_value("[\"a\"]");
    onnx::GraphProto& graph = *model.mutable_graph();
    onnx::ValueInfoProto& input = *graph.add_input();
    input.set_name("x");
    auto& tensor = *input.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(TensorProto::FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param("N");
    tensor.mutable_shape()->add_dim()->set_dim_value(3);
    tensor.mutable_shape()->add_dim();
    graph.add_output()->set_name("y");
    const json text = graphText(parsedModel(model));
    EXPECT_EQ(text["ir_version"], 8);
    EXPECT_EQ(text["producer_name"], "tests");
    EXPECT_EQ(text["opset_import"], json::parse(R"([{"domain":"","version":17}])"));
    EXPECT_EQ(text["metadata_props"], json::parse(R"({"labels":"[\"a\"]"})"));
    EXPECT_EQ(text["functions"], 0);
    EXPECT_EQ(text["doc_string"].get<std::string>().size(), 4096U);
    EXPECT_EQ(text["graph"]["inputs"], json::parse(R"([{"name":"x","type":"FLOAT","shape":["N",3,null]}])"));
    EXPECT_EQ(text["graph"]["outputs"], json::parse(R"([{"name":"y"}])"));
    EXPECT_EQ(text["graph"]["initializers"], json::parse(R"(["weights"])"));
    EXPECT_EQ(text["graph"]["nodes"],
              json::parse(R"([{"name":"first","op_type":"Gemm","domain":"","inputs":["x","weights"],
                               "outputs":["y"],"attributes":{}}])"));
}

TEST(ParseOnnx, TellsAttributesOfEveryKind) {
    onnx::ModelProto model = soundModel();
    onnx::NodeProto& node = *model.mutable_graph()->mutable_node(0);
    const auto add = [&](const char* name, AttributeProto::AttributeType type) -> AttributeProto& {
        AttributeProto& attribute = *node.add_attribute();
        attribute.set_name(name);
        attribute.set_type(type);
        return attribute;
    };
    add("f", AttributeProto::FLOAT).set_f(0.5f);
    add("i", AttributeProto::INT).set_i(std::int64_t{1} << 60);
    add("s", AttributeProto::STRING).set_s("a\xFF");
    add("fs", AttributeProto::FLOATS).add_floats(std::numeric_limits<float>::infinity());
    add("is", AttributeProto::INTS).add_ints(-1);
    add("ss", AttributeProto::STRINGS).add_strings("b");
    add("g", AttributeProto::GRAPH).mutable_g()->set_name("inner");
    TensorProto& tensor = *add("t", AttributeProto::TENSOR).mutable_t();
    tensor.set_data_type(TensorProto::INT64);
    tensor.add_int64_data(7);
    AttributeProto& old = *node.add_attribute(); // of before there were kinds
    old.set_name("old");
    old.set_i(3);
    const auto answer = parsedModel(model);
    EXPECT_EQ(graphText(answer)["graph"]["nodes"][0]["attributes"],
              json::parse(R"({"f":{"type":"FLOAT","value":0.5},"i":{"type":"INT","value":1152921504606846976},
                  "s":{"type":"STRING","value":"a\uFFFD"},"fs":{"type":"FLOATS","value":[null]},
                  "is":{"type":"INTS","value":[-1]},"ss":{"type":"STRINGS","value":["b"]},
                  "g":{"type":"GRAPH"},"t":{"type":"TENSOR"},"old":{"type":"INT","value":3}})"));
    EXPECT_THAT(integersOf(answer->tensors.at("attribute:0:t")).value(), ElementsAre(7));
}

TEST(ParseOnnx, TakesNumbersFromTheFieldsOfTheirKind) {
    const auto ints = [](std::initializer_list<int> values) {
        return [values = std::vector(values)](TensorProto& tensor) {
            for (const int value : values)
                tensor.add_int32_data(value);
        };
    };
    EXPECT_THAT(floatsOfKind(TensorProto::INT32, ints({-5, 70000}), 2), ElementsAre(-5, 70000));
    EXPECT_THAT(floatsOfKind(TensorProto::INT16, ints({-32768}), 1), ElementsAre(-32768));
    EXPECT_THAT(floatsOfKind(TensorProto::INT8, ints({-128, 127}), 2), ElementsAre(-128, 127));
    EXPECT_THAT(floatsOfKind(TensorProto::UINT16, ints({65535}), 1), ElementsAre(65535));
    EXPECT_THAT(floatsOfKind(TensorProto::UINT8, ints({255}), 1), ElementsAre(255));
    EXPECT_THAT(floatsOfKind(TensorProto::BOOL, ints({0, 1}), 2), ElementsAre(0, 1));
    EXPECT_THAT(floatsOfKind(TensorProto::FLOAT16, ints({0x3C00, 0xC000}), 2), ElementsAre(1, -2));
    EXPECT_THAT(floatsOfKind(TensorProto::BFLOAT16, ints({0x3F80, 0xC040}), 2), ElementsAre(1, -3));
    EXPECT_THAT(floatsOfKind(
                    TensorProto::INT64, [](auto& tensor) { tensor.add_int64_data(-7); }, 1),
                ElementsAre(-7));
    EXPECT_THAT(floatsOfKind(
                    TensorProto::UINT64, [](auto& tensor) { tensor.add_uint64_data(7); }, 1),
                ElementsAre(7));
    EXPECT_THAT(floatsOfKind(
                    TensorProto::UINT32, [](auto& tensor) { tensor.add_uint64_data(4294967295U); }, 1),
                ElementsAre(4294967296.0f));
    EXPECT_THAT(floatsOfKind(
                    TensorProto::DOUBLE, [](auto& tensor) { tensor.add_double_data(0.1); }, 1),
                ElementsAre(0.1f));
    EXPECT_THAT(
        floatsOfKind(
            TensorProto::FLOAT, [](auto& tensor) { tensor.set_raw_data(std::string("\0\0\x80\x3F", 4)); }, 1),
        ElementsAre(1));
}

/// What lies in the message as it has to is not copied, and stays there as long as the answer.
TEST(ParseOnnx, NumbersOutliveTheParsing) {
    std::string bytes = soundModel().SerializeAsString();
    const auto answer = parseOnnx(bytes);
    bytes.assign(bytes.size(), 'x');
    ASSERT_TRUE(answer);
    EXPECT_THAT(floatsOf(answer->tensors.at("weights")).value().values, ElementsAre(1.5f, -2));
}

TEST(ParseOnnx, PointsToOtherFilesWithoutReadingThem) {
    onnx::ModelProto model = soundModel();
    TensorProto& tensor = tensorIn(model);
    tensor.clear_float_data();
    tensor.set_data_location(TensorProto::EXTERNAL);
    for (const auto& [key, value] :
         {std::pair("location", "../weights"), std::pair("offset", "4096"), std::pair("length", "8")}) {
        auto& entry = *tensor.add_external_data();
        entry.set_key(key);
        entry.set_value(value);
    }
    const auto answer = parsedModel(model);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_TRUE(answer->tensors.empty());
    EXPECT_EQ(graphText(answer)["graph"]["initializers"], json::parse(R"([{"name":"weights","type":"F32",
        "shape":[2,1],"external":{"location":"../weights","offset":4096,"length":8}}])"));
    for (const char* number : {"", "-1", "1e3", "99999999999999999999", " 1"}) {
        tensor.mutable_external_data(1)->set_value(number);
        EXPECT_FALSE(parsedModel(model)) << number;
    }
}

TEST(ParseOnnx, RefusesTensorsThatAreNoNumbersOfTheirSizes) {
    const std::vector<std::pair<const char*, std::function<void(TensorProto&)>>> cases{
        {"holds 1 numbers", [](auto& tensor) { tensor.mutable_float_data()->Truncate(1); }},
        {"holds 3 bytes",
         [](auto& tensor) {
             tensor.clear_float_data();
             tensor.set_raw_data("abc");
         }},
        {"holds 0 numbers", [](auto& tensor) { tensor.set_data_type(TensorProto::INT64); }},
        {"sizes that no tensor", [](auto& tensor) { tensor.set_dims(0, -2); }},
        {"sizes that no tensor",
         [](auto& tensor) { tensor.set_dims(0, std::numeric_limits<std::int64_t>::max()); }},
        {"larger than 1024 MiB", [](auto& tensor) { tensor.set_dims(0, std::int64_t{1} << 40); }},
        {"axes",
         [](auto& tensor) {
             for (int i = 0; i < 7; ++i)
                 tensor.add_dims(1);
         }},
        {"STRING", [](auto& tensor) { tensor.set_data_type(TensorProto::STRING); }},
        {"COMPLEX64", [](auto& tensor) { tensor.set_data_type(TensorProto::COMPLEX64); }},
        {"99", [](auto& tensor) { tensor.set_data_type(99); }},
        {"segment", [](auto& tensor) { tensor.mutable_segment()->set_begin(0); }},
        {"can't be",
         [](auto& tensor) {
             tensor.set_data_type(TensorProto::INT8);
             tensor.add_int32_data(1);
             tensor.add_int32_data(128);
         }},
    };
    for (const auto& [words, change] : cases) {
        const Problem problem = problemAfter([&](onnx::ModelProto& model) { change(tensorIn(model)); });
        EXPECT_THAT(problem.sentence, HasSubstr(words));
        EXPECT_THAT(problem.sentence, HasSubstr("\"weights\"")) << words;
    }
}

TEST(ParseOnnx, KeepsToTheLimits) {
    const auto nodes = problemAfter([](auto& model) {
        for (std::size_t i = 0; i < kMaxNodes; ++i)
            model.mutable_graph()->add_node();
    });
    EXPECT_EQ(nodes.kind, ProblemKind::Memory);
    EXPECT_THAT(nodes.sentence, HasSubstr("5001 nodes"));
    const auto tensors = problemAfter([](auto& model) {
        for (std::size_t i = 0; i < kMaxTensors; ++i) {
            TensorProto& tensor = *model.mutable_graph()->add_initializer();
            tensor.set_name(std::to_string(i));
            tensor.set_data_type(TensorProto::FLOAT);
            tensor.add_dims(0);
        }
    });
    EXPECT_THAT(tensors.sentence, HasSubstr("more than 10000 tensors"));
    const auto name = problemAfter([](auto& model) { tensorIn(model).set_name(std::string(5000, 'n')); });
    EXPECT_THAT(name.sentence, HasSubstr("5000 bytes long"));
    const auto values = problemAfter([](auto& model) {
        AttributeProto& attribute = *model.mutable_graph()->mutable_node(0)->add_attribute();
        attribute.set_name("many");
        attribute.set_type(AttributeProto::INTS);
        attribute.mutable_ints()->Resize(2'000'000, 1);
    });
    EXPECT_EQ(values.kind, ProblemKind::Memory);
}

TEST(ParseOnnx, RefusesNamesThatMeanTwoThings) {
    EXPECT_THAT(problemAfter([](auto& model) {
                    *model.mutable_graph()->add_initializer() = tensorIn(model);
                }).sentence,
                HasSubstr("Two tensors of the file are called \"weights\""));
    EXPECT_THAT(problemAfter([](auto& model) {
                    for (int i = 0; i < 2; ++i)
                        model.mutable_graph()->mutable_node(0)->add_attribute()->set_name("same");
                }).sentence,
                HasSubstr("\"same\" comes twice"));
    EXPECT_THAT(problemAfter([](auto& model) { tensorIn(model).set_name("\xFF"); }).sentence,
                HasSubstr("no text"));
}

TEST(ParseOnnx, RefusesWhatIsNoNetwork) {
    EXPECT_FALSE(parseOnnx(""));
    EXPECT_FALSE(parseOnnx("This is no model."));
    EXPECT_THAT(problemAfter([](auto& model) { model.clear_graph(); }).sentence, HasSubstr("no network"));
    EXPECT_THAT(problemAfter([](auto& model) { model.mutable_graph()->add_sparse_initializer(); }).sentence,
                HasSubstr("sparse"));
    // Deeper than protobuf follows.
    EXPECT_FALSE(parsedModel([] {
        onnx::ModelProto model = soundModel();
        onnx::GraphProto* graph = model.mutable_graph();
        for (int i = 0; i < 200; ++i)
            graph = graph->add_node()->add_attribute()->mutable_g();
        return model;
    }()));
}

TEST(ParseOnnx, CopesWithDamage) {
    RandomStream random(5);
    const std::string whole = soundModel().SerializeAsString();
    int refused = 0;
    const int times = isWholeRun() ? 2'000'000 : 20'000;
    for (int i = 0; i < times; ++i) {
        std::string bytes = whole;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes)
            bytes[static_cast<std::size_t>(random.below(bytes.size()))] =
                static_cast<char>(random.below(256));
        const auto answer = parseOnnx(bytes);
        refused += answer ? 0 : 1;
        if (!answer) {
            ASSERT_FALSE(answer.error().sentence.empty());
            continue;
        }
        for (const auto& [name, tensor] : answer->tensors)
            ASSERT_EQ(static_cast<std::int64_t>(tensor.bytes.size()),
                      tensor.elementCount() * bytesOf(tensor.type));
    }
    EXPECT_GT(refused, 100);
}

} // namespace
} // namespace protomind
