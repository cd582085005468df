// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_graph.h"

#include "studio/exchange/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace protomind {

namespace {

bool isBlank(const std::string& text) {
    return text.find_first_not_of(' ') == std::string::npos;
}

void setSizes(onnx::TensorProto& tensor, const OnnxSizes& sizes) {
    tensor.mutable_dims()->Assign(sizes.begin(), sizes.end());
}

void putArray(std::string& bytes, const HostArray& array) {
    const std::size_t before = bytes.size();
    bytes.resize(before + array.values.size() * sizeof(float));
    std::memcpy(bytes.data() + before, array.values.data(), array.values.size() * sizeof(float));
}

/// As permuted() and then putArray(), without the numbers in between: kernels can be hundreds of megabytes.
/// A few rows of the result are filled at a time, as many as numbers lie in one line of the processor's
/// cache: where the last axis becomes the first, each line is fetched once.
void putPermuted(std::string& bytes, const HostArray& array, const std::vector<int>& order) {
    constexpr std::int64_t kRowsAtATime = 16;
    const std::vector<std::int64_t> strides = array.shape.strides();
    const std::int64_t rows = array.shape[order[0]];
    const std::int64_t length = array.shape.elementCount() / rows;
    const std::int64_t betweenRows = strides[static_cast<std::size_t>(order[0])];
    bytes.resize(array.values.size() * sizeof(float));
    for (std::int64_t first = 0; first < rows; first += kRowsAtATime) {
        const std::int64_t last = std::min(first + kRowsAtATime, rows);
        std::vector<std::int64_t> index(order.size(), 0);
        std::int64_t from = 0;
        for (std::int64_t i = 0; i < length; ++i) {
            for (std::int64_t row = first; row < last; ++row)
                std::memcpy(bytes.data() + static_cast<std::size_t>(row * length + i) * sizeof(float),
                            &array.values[static_cast<std::size_t>(from + row * betweenRows)], sizeof(float));
            for (std::size_t axis = order.size(); axis-- > 1;) {
                const std::int64_t step = strides[static_cast<std::size_t>(order[axis])];
                const std::int64_t size = array.shape[order[axis]];
                from += step;
                if (++index[axis] < size)
                    break;
                from -= step * size;
                index[axis] = 0;
            }
        }
    }
}

} // namespace

OnnxAttribute::OnnxAttribute(const char* name, std::int64_t value) {
    proto.set_name(name);
    proto.set_type(onnx::AttributeProto::INT);
    proto.set_i(value);
}
OnnxAttribute::OnnxAttribute(const char* name, float value) {
    proto.set_name(name);
    proto.set_type(onnx::AttributeProto::FLOAT);
    proto.set_f(value);
}
OnnxAttribute::OnnxAttribute(const char* name, const std::string& value) {
    proto.set_name(name);
    proto.set_type(onnx::AttributeProto::STRING);
    proto.set_s(value);
}
OnnxAttribute::OnnxAttribute(const char* name, const OnnxSizes& values) {
    proto.set_name(name);
    proto.set_type(onnx::AttributeProto::INTS);
    proto.mutable_ints()->Assign(values.begin(), values.end());
}
OnnxAttribute::OnnxAttribute(const char* name, const std::vector<std::string>& values) {
    proto.set_name(name);
    proto.set_type(onnx::AttributeProto::STRINGS);
    proto.mutable_strings()->Assign(values.begin(), values.end());
}

OnnxGraph::OnnxGraph(onnx::GraphProto& graph, const std::vector<LayerView>& layers)
    : m_graph(graph)
    , m_layers(layers) {
    m_names.reserve(layers.size());
    for (const LayerView& layer : layers) {
        std::string name = plainText(layer.name());
        m_names.push_back(freeName(isBlank(name) ? layer.kind() : name));
    }
}

std::string OnnxGraph::freeName(const std::string& wanted) {
    std::string free = wanted;
    while (!m_taken.try_emplace(free, 1).second)
        free = fmt::format("{}_{}", wanted, ++m_taken[wanted]);
    return free;
}

void OnnxGraph::beginLayer(std::size_t layer) {
    m_layer = layer;
}

void OnnxGraph::endLayer() {
    require(m_graph.node_size() > 0 && m_graph.node().rbegin()->output_size() == 1,
            "OnnxGraph: a layer without a node that gives its output");
    m_graph.mutable_node()->rbegin()->set_output(0, m_names[m_layer]);
}

const std::string& OnnxGraph::input(std::size_t which) const {
    return m_names[static_cast<std::size_t>(layer().sources().at(which))];
}

onnx::NodeProto& OnnxGraph::addNode(const std::string& name, const std::string& op, const Inputs& inputs,
                                    const Attributes& attributes) {
    onnx::NodeProto& node = *m_graph.add_node();
    node.set_name(name);
    node.set_op_type(op);
    for (const std::string& input : inputs)
        node.add_input(input);
    for (const OnnxAttribute& attribute : attributes)
        *node.add_attribute() = attribute.proto;
    return node;
}

std::string OnnxGraph::mainNode(const std::string& op, const Inputs& inputs, const Attributes& attributes,
                                int which) {
    onnx::NodeProto& node = addNode(m_names[m_layer], op, inputs, attributes);
    node.set_doc_string(layer().type().title);
    for (int i = 0; i < which; ++i)
        node.add_output("");
    std::string output = partName(op);
    node.add_output(output);
    return output;
}

std::string OnnxGraph::node(const std::string& op, const Inputs& inputs, const Attributes& attributes,
                            const std::string& what) {
    std::string name = partName(what.empty() ? op : what);
    addNode(name, op, inputs, attributes).add_output(name);
    return name;
}

std::vector<std::string> OnnxGraph::nodeOfSeveral(const std::string& op, const Inputs& inputs, int outputs,
                                                  const Attributes& attributes) {
    onnx::NodeProto& node = addNode(partName(op), op, inputs, attributes);
    std::vector<std::string> names;
    for (int i = 0; i < outputs; ++i) {
        names.push_back(partName(op));
        node.add_output(names.back());
    }
    return names;
}

onnx::TensorProto& OnnxGraph::floats(const std::string& what, const OnnxSizes& sizes) {
    onnx::TensorProto& tensor = *m_graph.add_initializer();
    tensor.set_name(partName(what));
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    setSizes(tensor, sizes);
    return tensor;
}

std::string OnnxGraph::weights(VariableRole role, const std::vector<int>& order) {
    const HostArray& values = layer().values(role);
    OnnxSizes sizes(values.shape.sizes().begin(), values.shape.sizes().end());
    if (order.empty())
        return weightsAs(role, sizes);
    std::ranges::transform(order, sizes.begin(), [&](int axis) { return values.shape[axis]; });
    onnx::TensorProto& tensor = floats(layer().variable(role).name, sizes);
    putPermuted(*tensor.mutable_raw_data(), values, order);
    return tensor.name();
}

std::string OnnxGraph::weightsAs(VariableRole role, const OnnxSizes& sizes) {
    onnx::TensorProto& tensor = floats(layer().variable(role).name, sizes);
    putArray(*tensor.mutable_raw_data(), layer().values(role));
    return tensor.name();
}

std::string OnnxGraph::number(const std::string& what, float value) {
    onnx::TensorProto& tensor = floats(what, {});
    putFloat(*tensor.mutable_raw_data(), value);
    return tensor.name();
}

std::string OnnxGraph::wholeNumbers(const std::string& what, const OnnxSizes& values) {
    onnx::TensorProto& tensor = *m_graph.add_initializer();
    tensor.set_name(partName(what));
    tensor.set_data_type(onnx::TensorProto::INT64);
    tensor.add_dims(static_cast<std::int64_t>(values.size()));
    std::string& bytes = *tensor.mutable_raw_data();
    bytes.resize(values.size() * sizeof(std::int64_t));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return tensor.name();
}

const std::string* OnnxGraph::shared(const std::string& table) const {
    const auto found = m_shared.find(table);
    return found == m_shared.end() ? nullptr : &found->second;
}

void OnnxGraph::share(const std::string& table, std::string tensor) {
    m_shared[table] = std::move(tensor);
}

bool hasChannelsInFront(const Shape& sample) {
    return sample.rank() == 3;
}

OnnxSizes onnxSizes(const Shape& sample) {
    if (hasChannelsInFront(sample))
        return {sample[2], sample[0], sample[1]};
    return {sample.sizes().begin(), sample.sizes().end()};
}

std::int64_t onnxChannelAxis(const Shape& sample) {
    return hasChannelsInFront(sample) ? 1 : -1;
}

void describeTensor(onnx::ValueInfoProto& value, const std::string& name, const Shape& sample) {
    value.set_name(name);
    onnx::TypeProto::Tensor& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto::FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param("N");
    for (const std::int64_t size : onnxSizes(sample))
        tensor.mutable_shape()->add_dim()->set_dim_value(size);
}

void putFloat(std::string& bytes, float value) {
    std::array<char, sizeof(float)> raw;
    std::memcpy(raw.data(), &value, sizeof(float));
    bytes.append(raw.data(), raw.size());
}

} // namespace protomind
