// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/reader/onnx_tensors.h"
#include "studio/exchange/reader/refusal.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace protomind {

namespace reader {

namespace {

using nlohmann::json;
using onnx::AttributeProto;

constexpr std::size_t kMaxNoteBytes = std::size_t{256} << 10; ///< of a text in the file's metadata

/// Puts a graph into JSON. Whatever there may be any number of in a file is counted before it is made.
class GraphText {
public:
    explicit GraphText(ReaderAnswer& answer)
        : m_tensors(answer) {}

    [[nodiscard]] json model(const onnx::ModelProto& model);

private:
    [[nodiscard]] json graph(const onnx::GraphProto& graph);
    [[nodiscard]] json initializer(const onnx::TensorProto& tensor);
    [[nodiscard]] json value(const onnx::ValueInfoProto& value);
    [[nodiscard]] json node(const onnx::NodeProto& node, std::size_t index);
    [[nodiscard]] json attribute(const AttributeProto& attribute, const onnx::NodeProto& node,
                                 std::size_t index);
    template<class List>
    [[nodiscard]] json list(const List& list);
    [[nodiscard]] json texts(const google::protobuf::RepeatedPtrField<std::string>& list);
    /// A name, which is not too long. (That it is UTF-8 is seen when the JSON is written.)
    [[nodiscard]] const std::string& text(const std::string& text);
    /// values of the JSON more.
    void count(std::int64_t values);

    OnnxTensors m_tensors;
    std::int64_t m_values = 0;
};

void GraphText::count(std::int64_t values) {
    m_values += values;
    if (std::cmp_greater(m_values, kMaxJsonValues))
        refuse(ProblemKind::Memory,
               "There are more nodes and attributes in the file than a network can have.");
}

const std::string& GraphText::text(const std::string& text) {
    count(1);
    if (text.size() > kMaxStringBytes)
        refuse(ProblemKind::Memory, sentence("A name in the file is {} bytes long; at most {} are possible.",
                                             text.size(), kMaxStringBytes));
    return text;
}

template<class List>
json GraphText::list(const List& list) {
    count(list.size());
    json result = json::array();
    for (const auto& entry : list)
        result.push_back(entry);
    return result;
}

json GraphText::texts(const google::protobuf::RepeatedPtrField<std::string>& list) {
    json result = json::array();
    for (const std::string& entry : list)
        result.push_back(text(entry));
    return result;
}

std::string beginningOf(const std::string& text) {
    return text.substr(0, kMaxStringBytes);
}

/// The oldest files leave out what kind an attribute is of.
AttributeProto::AttributeType typeOf(const AttributeProto& attribute) {
    if (attribute.has_type() && attribute.type() != AttributeProto::UNDEFINED)
        return attribute.type();
    if (attribute.has_f())
        return AttributeProto::FLOAT;
    if (attribute.has_i())
        return AttributeProto::INT;
    if (attribute.has_s())
        return AttributeProto::STRING;
    if (attribute.has_t())
        return AttributeProto::TENSOR;
    if (attribute.floats_size() > 0)
        return AttributeProto::FLOATS;
    if (attribute.ints_size() > 0)
        return AttributeProto::INTS;
    return attribute.strings_size() > 0 ? AttributeProto::STRINGS : AttributeProto::UNDEFINED;
}

json GraphText::attribute(const AttributeProto& attribute, const onnx::NodeProto& node, std::size_t index) {
    const AttributeProto::AttributeType type = typeOf(attribute);
    json result{{"type", AttributeProto::AttributeType_Name(type)}};
    switch (type) {
    case AttributeProto::FLOAT:
        result["value"] = attribute.f();
        break;
    case AttributeProto::INT:
        result["value"] = attribute.i();
        break;
    case AttributeProto::STRING:
        result["value"] = text(attribute.s());
        break;
    case AttributeProto::FLOATS:
        result["value"] = list(attribute.floats());
        break;
    case AttributeProto::INTS:
        result["value"] = list(attribute.ints());
        break;
    case AttributeProto::STRINGS:
        result["value"] = texts(attribute.strings());
        break;
    case AttributeProto::TENSOR: {
        const std::string label =
            (node.name().empty() ? node.op_type() : node.name()) + "/" + attribute.name();
        if (attribute.t().data_location() == onnx::TensorProto::EXTERNAL)
            refuse(ProblemKind::Unsupported,
                   sentence(
                       "The numbers of \"{:s}\" lie in another file; of a node's own they can't be read so.",
                       label),
                   {}, "Write it again as a single file, in PyTorch with external_data=False.");
        m_tensors.add("attribute:" + std::to_string(index) + ":" + attribute.name(), attribute.t(), label);
        break;
    }
    default: // a graph, or one of the kinds that no layer has: named, so that it can be refused with its node
        break;
    }
    return result;
}

json GraphText::node(const onnx::NodeProto& node, std::size_t index) {
    json attributes = json::object();
    for (const AttributeProto& entry : node.attribute()) {
        if (attributes.contains(text(entry.name())))
            refuse(ProblemKind::Input, sentence("\"{:s}\" comes twice.", entry.name()),
                   Sentence::name(node.name().empty() ? node.op_type() : node.name()));
        attributes[entry.name()] = attribute(entry, node, index);
    }
    return {{"name", text(node.name())},       {"op_type", text(node.op_type())},
            {"domain", text(node.domain())},   {"inputs", texts(node.input())},
            {"outputs", texts(node.output())}, {"attributes", std::move(attributes)}};
}

/// A whole number that ONNX writes as text.
json numberIn(const std::string& text, const std::string& label) {
    constexpr std::size_t kMostDigits = 18;
    if (text.empty() || text.size() > kMostDigits ||
        !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        refuse(ProblemKind::Input,
               sentence("Where the numbers of the tensor \"{:s}\" lie can't be understood.", label));
    return std::stoll(text);
}

json GraphText::initializer(const onnx::TensorProto& tensor) {
    const std::string& name = text(tensor.name());
    if (tensor.data_location() != onnx::TensorProto::EXTERNAL) {
        m_tensors.add(name, tensor, name);
        return name;
    }
    const Tensor described = describedTensor(tensor, name);
    json external = json::object();
    for (const auto& entry : tensor.external_data()) {
        if (external.contains(entry.key()))
            refuse(ProblemKind::Input,
                   sentence("Where the numbers of the tensor \"{:s}\" lie can't be understood.", name));
        if (entry.key() == "location")
            external["location"] = text(entry.value());
        else if (entry.key() == "offset" || entry.key() == "length")
            external[entry.key()] = numberIn(entry.value(), name);
    }
    count(static_cast<std::int64_t>(described.sizes.size()) + 4);
    return {{"name", name},
            {"type", nameOf(described.type)},
            {"shape", described.sizes},
            {"external", std::move(external)}};
}

json GraphText::value(const onnx::ValueInfoProto& value) {
    json result{{"name", text(value.name())}};
    if (!value.type().has_tensor_type())
        return result;
    const auto& tensor = value.type().tensor_type();
    result["type"] = dataTypeName(tensor.elem_type());
    if (!tensor.has_shape())
        return result;
    json shape = json::array();
    for (const auto& size : tensor.shape().dim()) {
        count(1);
        if (size.has_dim_value())
            shape.push_back(size.dim_value());
        else
            shape.push_back(size.has_dim_param() ? json(text(size.dim_param())) : json());
    }
    result["shape"] = std::move(shape);
    return result;
}

json GraphText::graph(const onnx::GraphProto& graph) {
    if (std::cmp_greater(graph.node_size(), kMaxNodes))
        refuse(ProblemKind::Memory, sentence("There are {} nodes in the file; at most {} are possible.",
                                             graph.node_size(), kMaxNodes));
    if (graph.sparse_initializer_size() > 0)
        refuse(ProblemKind::Unsupported, "There are sparse tensors in the file, which can't be read.");
    json result{{"name", text(graph.name())},    {"doc_string", beginningOf(graph.doc_string())},
                {"inputs", json::array()},       {"outputs", json::array()},
                {"initializers", json::array()}, {"nodes", json::array()}};
    for (const auto& tensor : graph.initializer())
        result["initializers"].push_back(initializer(tensor));
    for (const auto& input : graph.input())
        result["inputs"].push_back(value(input));
    for (const auto& output : graph.output())
        result["outputs"].push_back(value(output));
    for (const auto& entry : graph.node())
        result["nodes"].push_back(node(entry, result["nodes"].size()));
    return result;
}

json GraphText::model(const onnx::ModelProto& model) {
    json imports = json::array();
    for (const auto& import : model.opset_import()) {
        count(2);
        imports.push_back({{"domain", text(import.domain())}, {"version", import.version()}});
    }
    json properties = json::object();
    for (const auto& property : model.metadata_props()) {
        count(1);
        if (property.value().size() <= kMaxNoteBytes)
            properties[text(property.key())] = property.value();
    }
    return {{"ir_version", model.ir_version()},
            {"producer_name", text(model.producer_name())},
            {"producer_version", text(model.producer_version())},
            {"doc_string", beginningOf(model.doc_string())},
            {"opset_import", std::move(imports)},
            {"metadata_props", std::move(properties)},
            {"functions", model.functions_size()},
            {"graph", graph(model.graph())}};
}

bool isUtf8(const std::string& text) {
    try {
        static_cast<void>(json(text).dump());
        return true;
    } catch (const json::type_error&) {
        return false;
    }
}

ReaderAnswer answerOf(const std::shared_ptr<const onnx::ModelProto>& model) {
    if (!model->has_graph())
        refuse(ProblemKind::Input, "There is no network in this file.");
    ReaderAnswer answer;
    const json text = GraphText(answer).model(*model);
    for (const auto& [name, tensor] : answer.tensors) {
        if (!isUtf8(name))
            refuse(ProblemKind::Input, "The name of a tensor in the file is no text.");
    }
    // Elsewhere U+FFFD stands for what is no text; numbers that are none, or infinite, become null.
    answer.metadata["graph"] = text.dump(-1, ' ', false, json::error_handler_t::replace);
    if (answer.metadata["graph"].size() > kMaxNetworkBytes)
        refuse(ProblemKind::Memory,
               sentence("What the file says of its network is longer than {} MiB.", kMaxNetworkBytes >> 20));
    return answer;
}

} // namespace

} // namespace reader

Result<ReaderAnswer> parseOnnx(std::string_view bytes) {
    const auto model = std::make_shared<onnx::ModelProto>();
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) ||
        !model->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return fail(ProblemKind::Input, "This is no ONNX file, or it is damaged.");
    try {
        ReaderAnswer answer = reader::answerOf(model);
        answer.storage.push_back(std::shared_ptr<const std::string>(model, &model->producer_name()));
        return answer;
    } catch (const reader::Refusal& refusal) {
        return std::unexpected(refusal.problem);
    }
}

} // namespace protomind
