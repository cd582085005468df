// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/onnx_probe.h"

#include <cstring>
#include <stdexcept>

namespace protomind {

TrainedNetwork chainOf(const std::vector<std::int64_t>& shape, const std::vector<ChainLayer>& layers) {
    ProjectContent project;
    Network& network = project.experiment.network;
    LayerId last = network.nextLayerId();
    network.add(Layer{.id = last, .type = "input", .name = "Input", .settings = {{"shape", shape}}});
    for (const ChainLayer& layer : layers) {
        const LayerId id = network.nextLayerId();
        network.add(Layer{.id = id, .type = layer.type, .name = layer.name, .settings = layer.settings});
        network.add(Wire{.id = network.nextWireId(), .from = last, .to = id, .port = 0});
        last = id;
    }
    return trainedNetwork(project, "chain", "Protomind 1.2.3").value();
}

std::vector<std::string> OnnxProbe::ops() const {
    std::vector<std::string> all;
    for (const onnx::NodeProto& node : graph().node())
        all.push_back(node.op_type());
    return all;
}

std::vector<std::string> OnnxProbe::names() const {
    std::vector<std::string> all;
    for (const onnx::NodeProto& node : graph().node())
        all.push_back(node.name());
    return all;
}

const onnx::NodeProto& OnnxProbe::node(const std::string& op) const {
    for (const onnx::NodeProto& node : graph().node())
        if (node.op_type() == op)
            return node;
    throw std::out_of_range("no node of the op " + op);
}

const onnx::AttributeProto& OnnxProbe::attribute(const std::string& op, const std::string& name) const {
    for (const onnx::AttributeProto& attribute : node(op).attribute())
        if (attribute.name() == name)
            return attribute;
    throw std::out_of_range("no attribute " + name);
}

std::int64_t OnnxProbe::whole(const std::string& op, const std::string& name) const {
    return attribute(op, name).i();
}
float OnnxProbe::real(const std::string& op, const std::string& name) const {
    return attribute(op, name).f();
}
std::string OnnxProbe::text(const std::string& op, const std::string& name) const {
    return attribute(op, name).s();
}
std::vector<std::int64_t> OnnxProbe::sizes(const std::string& op, const std::string& name) const {
    const auto& ints = attribute(op, name).ints();
    return {ints.begin(), ints.end()};
}

const onnx::TensorProto& OnnxProbe::tensor(const std::string& name) const {
    for (const onnx::TensorProto& tensor : graph().initializer())
        if (tensor.name() == name)
            return tensor;
    throw std::out_of_range("no initialiser " + name);
}

HostArray OnnxProbe::floats(const std::string& initialiser) const {
    const onnx::TensorProto& found = tensor(initialiser);
    HostArray array{Shape(std::vector<std::int64_t>(found.dims().begin(), found.dims().end()))};
    if (found.data_type() != onnx::TensorProto::FLOAT ||
        found.raw_data().size() != array.values.size() * sizeof(float))
        throw std::out_of_range("no floats that fill it: " + initialiser);
    std::memcpy(array.values.data(), found.raw_data().data(), found.raw_data().size());
    return array;
}

std::vector<std::int64_t> OnnxProbe::wholeNumbers(const std::string& initialiser) const {
    const onnx::TensorProto& found = tensor(initialiser);
    std::vector<std::int64_t> numbers(static_cast<std::size_t>(found.dims(0)));
    if (found.data_type() != onnx::TensorProto::INT64 ||
        found.raw_data().size() != numbers.size() * sizeof(std::int64_t))
        throw std::out_of_range("no whole numbers that fill it: " + initialiser);
    std::memcpy(numbers.data(), found.raw_data().data(), found.raw_data().size());
    return numbers;
}

std::string OnnxProbe::metadata(const std::string& key) const {
    for (const onnx::StringStringEntryProto& entry : m_model.metadata_props())
        if (entry.key() == key)
            return entry.value();
    throw std::out_of_range("no metadata " + key);
}

std::vector<std::string> saidSizes(const onnx::ValueInfoProto& value) {
    std::vector<std::string> all;
    for (const auto& dim : value.type().tensor_type().shape().dim())
        all.push_back(dim.has_dim_param() ? dim.dim_param() : std::to_string(dim.dim_value()));
    return all;
}

} // namespace protomind
