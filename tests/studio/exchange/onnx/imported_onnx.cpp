// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"

#include "engine/base/random.h"
#include "engine/device/registry/device_kinds.h"
#include "engine/instance/network_instance.h"
#include "studio/exchange/array_layout.h"
#include "studio/network/lowering.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <numeric>

#include "source_folder.h"

namespace protomind {

Result<OnnxNetwork> importedFrom(const onnx::ModelProto& model, const std::filesystem::path& path) {
    const std::string bytes = model.SerializeAsString();
    auto answer = parseOnnx(bytes);
    if (!answer)
        return std::unexpected(answer.error());
    const TensorFile file{.tensors = answer->tensors, .metadata = answer->metadata, .bytes = nullptr};
    return networkWithAxesOfOnnx(file, path);
}

Result<HostArray> answersOf(const OnnxNetwork& network, const HostArray& input) {
    const auto model = lower(network.imported.network);
    if (!model)
        return std::unexpected(model.error());
    HostArray samples = permuted(input, network.inputOrder);
    const std::int64_t count = input.shape.elementCount() / model->inputShape.elementCount();
    samples.shape = model->inputShape.prepended(count);
    const auto device = deviceKinds().front().open(0, {});
    const auto instance = NetworkInstance::create(*model, **device, network.imported.variables);
    if (!instance)
        return std::unexpected(instance.error());
    auto answers = (*instance)->outputs(samples);
    if (!answers)
        return answers;
    // [samples, pieces...], then in the order of the file.
    std::vector<std::int64_t> pieces{count};
    pieces.insert(pieces.end(), network.output.pieces.begin(), network.output.pieces.end());
    answers->shape = Shape(pieces);
    std::vector<int> order;
    bool hasBatch = false;
    for (const std::vector<int>& axis : network.output.axes)
        for (const int piece : axis) {
            order.push_back(piece + 1);
            hasBatch = hasBatch || piece == onnxread::Axes::kBatch;
        }
    if (!hasBatch)
        order.insert(order.begin(), 0);
    HostArray result = permuted(*answers, order);
    result.shape = Shape(network.output.sizes(count));
    return result;
}

HostArray arrayOf(const onnx::TensorProto& tensor) {
    HostArray array{Shape(std::vector<std::int64_t>(tensor.dims().begin(), tensor.dims().end()))};
    const std::string& raw = tensor.raw_data();
    for (std::size_t i = 0; i < array.values.size(); ++i) {
        const auto numberAs = [&]<class Number>(Number) {
            Number number{};
            // Of other kinds of numbers, which no layer is asked about, there are fewer bytes.
            if ((i + 1) * sizeof(Number) > raw.size())
                return 0.0f;
            std::memcpy(&number, raw.data() + i * sizeof(Number), sizeof(Number));
            return static_cast<float>(number);
        };
        const auto place = static_cast<int>(i);
        if (tensor.data_type() == onnx::TensorProto::INT64)
            array.values[i] =
                raw.empty() ? static_cast<float>(tensor.int64_data(place)) : numberAs(std::int64_t{});
        else if (tensor.data_type() == onnx::TensorProto::DOUBLE)
            array.values[i] =
                raw.empty() ? static_cast<float>(tensor.double_data(place)) : numberAs(double{});
        else
            array.values[i] = raw.empty() && place < tensor.float_data_size() ? tensor.float_data(place)
                                                                              : numberAs(float{});
    }
    return array;
}

ModelSketch::ModelSketch(Sizes input, std::int64_t opset) {
    m_model.set_ir_version(8);
    m_model.set_producer_name("sketch");
    m_model.add_opset_import()->set_version(opset);
    onnx::ValueInfoProto& value = *m_model.mutable_graph()->add_input();
    value.set_name("x");
    onnx::TypeProto::Tensor& type = *value.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto::FLOAT);
    for (const std::int64_t size : input) {
        if (size == 0)
            type.mutable_shape()->add_dim()->set_dim_param("N");
        else
            type.mutable_shape()->add_dim()->set_dim_value(size);
    }
}

onnx::NodeProto& ModelSketch::node(const std::string& op, const std::string& name,
                                   std::vector<std::string> inputs) {
    onnx::NodeProto& node = *m_model.mutable_graph()->add_node();
    node.set_op_type(op);
    node.set_name(name);
    for (const std::string& input : inputs)
        node.add_input(input);
    node.add_output(name);
    return node;
}

void ModelSketch::weights(const std::string& name, Sizes sizes, float scale) {
    RandomStream random(7, std::hash<std::string>()(name));
    std::vector<float> values(static_cast<std::size_t>(Shape(sizes).elementCount()));
    for (float& value : values)
        value = random.normal() * scale;
    numbers(name, std::move(sizes), std::move(values));
}

void ModelSketch::numbers(const std::string& name, Sizes sizes, std::vector<float> values) {
    onnx::TensorProto& tensor = *m_model.mutable_graph()->add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    tensor.mutable_dims()->Assign(sizes.begin(), sizes.end());
    tensor.mutable_float_data()->Assign(values.begin(), values.end());
}

void ModelSketch::integers(const std::string& name, std::vector<std::int64_t> values) {
    onnx::TensorProto& tensor = *m_model.mutable_graph()->add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(onnx::TensorProto::INT64);
    tensor.add_dims(static_cast<std::int64_t>(values.size()));
    tensor.mutable_int64_data()->Assign(values.begin(), values.end());
}

onnx::ModelProto ModelSketch::finished() {
    onnx::ModelProto whole = m_model;
    if (whole.graph().output_size() == 0 && whole.graph().node_size() > 0)
        whole.mutable_graph()->add_output()->set_name(whole.graph().node().rbegin()->output(0));
    return whole;
}

namespace {

onnx::AttributeProto& attributeOf(onnx::NodeProto& node, const std::string& name,
                                  onnx::AttributeProto::AttributeType type) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(type);
    return attribute;
}

} // namespace

void put(onnx::NodeProto& node, const std::string& name, std::int64_t value) {
    attributeOf(node, name, onnx::AttributeProto::INT).set_i(value);
}
void put(onnx::NodeProto& node, const std::string& name, float value) {
    attributeOf(node, name, onnx::AttributeProto::FLOAT).set_f(value);
}
void put(onnx::NodeProto& node, const std::string& name, const std::string& value) {
    attributeOf(node, name, onnx::AttributeProto::STRING).set_s(value);
}
void put(onnx::NodeProto& node, const std::string& name, std::vector<std::int64_t> values) {
    attributeOf(node, name, onnx::AttributeProto::INTS).mutable_ints()->Assign(values.begin(), values.end());
}

std::filesystem::path testData() {
    const char* given = std::getenv("PROTOMIND_TEST_DATA");
    const std::filesystem::path data = given ? given : sourceFolder() / "../shared/data";
    return std::filesystem::is_directory(data) ? data : std::filesystem::path();
}

} // namespace protomind
