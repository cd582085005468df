// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/sound_onnx.h"

#include "attacks/attack.h"

namespace protomind {

namespace {

void setSizes(onnx::ValueInfoProto& value, const char* name, std::int64_t size) {
    value.set_name(name);
    auto* tensor = value.mutable_type()->mutable_tensor_type();
    tensor->set_elem_type(onnx::TensorProto::FLOAT);
    tensor->mutable_shape()->add_dim()->set_dim_param("N");
    tensor->mutable_shape()->add_dim()->set_dim_value(size);
}

void addTensor(onnx::GraphProto& graph, const char* name, std::initializer_list<std::int64_t> sizes) {
    onnx::TensorProto& tensor = *graph.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) {
        tensor.add_dims(size);
        count *= size;
    }
    for (std::int64_t i = 0; i < count; ++i)
        tensor.add_float_data(static_cast<float>(i) * 0.5f);
}

void say(onnx::TensorProto& tensor, const char* key, const std::string& value) {
    onnx::StringStringEntryProto& entry = *tensor.add_external_data();
    entry.set_key(key);
    entry.set_value(value);
}

} // namespace

onnx::ModelProto soundOnnx() {
    onnx::ModelProto model;
    model.set_ir_version(8);
    model.add_opset_import()->set_version(17);
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name("graph");
    setSizes(*graph.add_input(), "x", 2);
    setSizes(*graph.add_output(), "y", 3);
    addTensor(graph, "kernel", {2, 3});
    addTensor(graph, "bias", {3});
    onnx::NodeProto& node = *graph.add_node();
    node.set_name("dense");
    node.set_op_type("Gemm");
    for (const char* name : {"x", "kernel", "bias"})
        node.add_input(name);
    node.add_output("y");
    return model;
}

std::filesystem::path writeOnnx(const std::filesystem::path& folder, const onnx::ModelProto& model) {
    const std::filesystem::path file = folder / "model.onnx";
    writeBytes(file, model.SerializeAsString());
    return file;
}

void keepKernelIn(onnx::ModelProto& model, const std::string& location, const std::string& offset,
                  const std::string& length) {
    onnx::TensorProto& kernel = *model.mutable_graph()->mutable_initializer(0);
    kernel.clear_float_data();
    kernel.set_data_location(onnx::TensorProto::EXTERNAL);
    say(kernel, "location", location);
    say(kernel, "offset", offset);
    say(kernel, "length", length);
}

} // namespace protomind
