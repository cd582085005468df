// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_graph.h"

#include "studio/exchange/limits.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/network/json_reader.h"

#include <algorithm>
#include <set>

namespace protomind::onnxread {

namespace {

using nlohmann::json;

/// The text of graphs may be as long as the header that brings it.
const JsonLimits kGraphLimits{.bytes = static_cast<std::size_t>(kMaxTensorHeaderBytes) * 4,
                              .stringBytes = std::size_t{1} << 20};

[[noreturn]] void refuseDamaged() {
    refuse("The file is damaged: what it holds is no graph as ONNX has them.");
}

const json& member(const json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end())
        refuseDamaged();
    return *found;
}

std::string stringOf(const json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || found->is_null())
        return {};
    if (!found->is_string())
        refuseDamaged();
    return found->get<std::string>();
}

std::int64_t integerOf(const json& object, const char* key) {
    const json& value = member(object, key);
    if (!value.is_number_integer())
        refuseDamaged();
    return value.get<std::int64_t>();
}

const json& listOf(const json& object, const char* key) {
    const json& value = member(object, key);
    if (!value.is_array())
        refuseDamaged();
    return value;
}

std::int64_t opsetOf(const json& file) {
    std::int64_t opset = 0;
    for (const json& import : listOf(file, "opset_import")) {
        const std::string domain = stringOf(import, "domain");
        if (domain.empty() || domain == "ai.onnx")
            opset = integerOf(import, "version");
    }
    return opset;
}

void checkVersions(const json& file, std::int64_t opset) {
    const std::int64_t ir = integerOf(file, "ir_version");
    if (ir > kNewestIr)
        refuse(sentence("The file is of ONNX's IR version {}, which is newer than {}, the newest known here.",
                        ir, kNewestIr),
               {}, "Write it again for an older version.");
    if (opset < kOldestOpset || opset > kNewestOpset)
        refuse(sentence("The file's operators are those of opset {}; opsets from {} to {} are known here.",
                        opset, kOldestOpset, kNewestOpset),
               {}, "Write it again with another opset_version, such as 17.");
    if (file.contains("functions") && integerOf(file, "functions") > 0)
        refuse("The file has functions of its own (model-local functions), which can't be read.", {},
               "Write it again with all of them inlined.");
}

TensorType externalType(const std::string& name) {
    static const std::map<std::string, TensorType> types{
        {"FLOAT", TensorType::F32}, {"DOUBLE", TensorType::F64}, {"FLOAT16", TensorType::F16},
        {"INT64", TensorType::I64}, {"INT32", TensorType::I32},  {"BFLOAT16", TensorType::BF16},
        {"INT8", TensorType::I8},   {"UINT8", TensorType::U8},   {"INT16", TensorType::I16},
        {"BOOL", TensorType::Bool}, {"UINT16", TensorType::U16}, {"UINT32", TensorType::U32},
        {"F32", TensorType::F32},   {"F64", TensorType::F64},    {"F16", TensorType::F16},
        {"I64", TensorType::I64},   {"I32", TensorType::I32},    {"BF16", TensorType::BF16},
        {"I8", TensorType::I8},     {"U8", TensorType::U8},      {"I16", TensorType::I16},
        {"U16", TensorType::U16},   {"U32", TensorType::U32},    {"UINT64", TensorType::U64},
        {"U64", TensorType::U64}};
    const auto found = types.find(name);
    if (found == types.end())
        refuse(sentence("There are numbers of the kind {:s}, which can't be read.", name));
    return found->second;
}

std::vector<std::int64_t> sizesOf(const json& list) {
    std::vector<std::int64_t> sizes;
    if (!list.is_array() || list.size() > kMaxTensorRank)
        refuseDamaged();
    for (const json& size : list) {
        if (!size.is_number_integer() || size.get<std::int64_t>() < 0)
            refuseDamaged();
        sizes.push_back(size.get<std::int64_t>());
    }
    return sizes;
}

[[noreturn]] void refuseTooMany(const Sentence& where) {
    refuse(sentence("The file has more than {} parameters; a network here has no more.", kMaxParameters),
           where);
}

/// Fails where the product is beyond what a network may have.
std::int64_t checkedCount(std::span<const std::int64_t> sizes, const Sentence& where) {
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) {
        if (size != 0 && count > kMaxParameters / size)
            refuseTooMany(where);
        count *= size;
    }
    return count;
}

/// The numbers of a file, counted before any are converted.
class NumberCount {
public:
    void add(std::span<const std::int64_t> sizes, const Sentence& where) {
        m_total += checkedCount(sizes, where);
        if (m_total > kMaxParameters)
            refuseTooMany(where);
    }

private:
    std::int64_t m_total = 0;
};

ConstantPtr externalConstant(const json& entry, const std::string& name, const std::filesystem::path& path,
                             NumberCount& count) {
    const json& external = member(entry, "external");
    Tensor tensor{
        .type = externalType(stringOf(entry, "type")), .sizes = sizesOf(member(entry, "shape")), .bytes = {}};
    count.add(tensor.sizes, Sentence::name(name));
    const std::int64_t bytes = checkedCount(tensor.sizes, Sentence::name(name)) * bytesOf(tensor.type);
    const std::int64_t length = external.contains("length") ? integerOf(external, "length") : bytes;
    const std::int64_t offset = external.contains("offset") ? integerOf(external, "offset") : 0;
    if (length != bytes)
        refuse(sentence("The numbers of {:s} are said to take {} bytes, but of its sizes are {}.", name,
                        length, bytes));
    const std::string held = externalBytes(path, stringOf(external, "location"), offset, length);
    tensor.bytes = held;
    return constantOf(tensor, Sentence::name(name));
}

void readConstants(OnnxGraph& graph, const json& part, const TensorFile& answer,
                   const std::filesystem::path& path, NumberCount& count) {
    for (const json& entry : listOf(part, "initializers")) {
        const std::string name = entry.is_string() ? entry.get<std::string>() : stringOf(entry, "name");
        if (name.empty() || graph.constants.contains(name))
            refuseDamaged();
        ConstantPtr& constant = graph.constants[name];
        if (entry.is_object() && entry.contains("external")) {
            constant = externalConstant(entry, name, path, count);
        } else {
            const auto found = answer.tensors.find(name);
            if (found == answer.tensors.end())
                refuseDamaged();
            count.add(found->second.sizes, Sentence::name(name));
            constant = constantOf(found->second, Sentence::name(name));
        }
    }
}

std::vector<std::string> namesOf(const json& list) {
    std::vector<std::string> names;
    for (const json& name : list) {
        if (!name.is_string())
            refuseDamaged();
        names.push_back(name.get<std::string>());
    }
    return names;
}

OnnxNode nodeOf(const json& entry, std::size_t index, const TensorFile& answer, NumberCount& count) {
    OnnxNode node{.name = stringOf(entry, "name"),
                  .operation = stringOf(entry, "op_type"),
                  .inputs = namesOf(listOf(entry, "inputs")),
                  .outputs = namesOf(listOf(entry, "outputs")),
                  .attributes = json::object(),
                  .tensors = {}};
    const std::string domain = stringOf(entry, "domain");
    if (!domain.empty() && domain != "ai.onnx")
        refuse(sentence("The operator {:s} is of {:s}, not of ONNX itself; those can't be read.",
                        node.operation, domain),
               node.where());
    if (!entry.contains("attributes"))
        return node;
    for (const auto& [name, attribute] : entry.at("attributes").items()) {
        const auto tensor = answer.tensors.find("attribute:" + std::to_string(index) + ":" + name);
        if (tensor != answer.tensors.end()) {
            count.add(tensor->second.sizes, node.where());
            node.tensors[name] = constantOf(tensor->second, node.where());
            node.attributes[name] = nullptr;
        } else {
            node.attributes[name] = attribute.is_object() ? attribute.value("value", json()) : json();
        }
    }
    return node;
}

void readNodes(OnnxGraph& graph, const json& part, const TensorFile& answer, NumberCount& count) {
    const json& list = listOf(part, "nodes");
    if (list.size() > kMaxNodes)
        refuse(sentence("The file has {} nodes; no more than {} can be read.", list.size(), kMaxNodes));
    std::set<std::string> known{graph.input.name};
    for (const auto& [name, constant] : graph.constants)
        known.insert(name);
    for (const json& entry : list) {
        OnnxNode node = nodeOf(entry, graph.nodes.size(), answer, count);
        for (const std::string& input : node.inputs)
            if (!input.empty() && !known.contains(input))
                refuse(
                    sentence("This {:s} takes {:s}, which nothing before it gives.", node.operation, input),
                    node.where());
        for (const std::string& output : node.outputs)
            if (!output.empty() && !known.insert(output).second)
                refuse(sentence("There are two that give {:s}.", output), node.where());
        graph.nodes.push_back(std::move(node));
    }
    if (!known.contains(graph.output))
        refuse(sentence("Nothing in the file gives its output {:s}.", graph.output));
}

OnnxInput inputOf(const json& entry) {
    static const std::set<std::string> wholeKinds{"INT64", "INT32",  "INT16",  "INT8",
                                                  "UINT8", "UINT16", "UINT32", "UINT64"};
    OnnxInput input{
        .name = stringOf(entry, "name"), .sizes = {}, .whole = wholeKinds.contains(stringOf(entry, "type"))};
    const auto shape = entry.find("shape");
    if (shape == entry.end() || !shape->is_array())
        refuse(sentence("The file does not say of what sizes its input {:s} is.", input.name), {},
               "Write it again with an example input of the right sizes.");
    if (shape->empty() || shape->size() > kMaxTensorRank)
        refuse(sentence("The input {:s} has {} axes; from 1 to {} can be read.", input.name, shape->size(),
                        kMaxTensorRank));
    for (const json& size : *shape)
        input.sizes.push_back(size.is_number_integer() && size.get<std::int64_t>() > 0
                                  ? std::optional(size.get<std::int64_t>())
                                  : std::nullopt);
    return input;
}

std::string listText(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < 8; ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > 8 ? text + ", …" : text;
}

void readInterface(OnnxGraph& graph, const json& part) {
    std::vector<std::string> inputs;
    for (const json& entry : listOf(part, "inputs")) {
        // Before IR version 4, initialisers stood among the inputs too.
        if (graph.constants.contains(stringOf(entry, "name")))
            continue;
        inputs.push_back(stringOf(entry, "name"));
        if (inputs.size() == 1)
            graph.input = inputOf(entry);
    }
    std::vector<std::string> outputs;
    for (const json& entry : listOf(part, "outputs"))
        outputs.push_back(stringOf(entry, "name"));
    if (inputs.size() != 1)
        refuse(sentence("The file's network has {} inputs ({:s}); a network here has a single one.",
                        inputs.size(), listText(inputs)));
    if (outputs.size() != 1)
        refuse(sentence("The file's network has {} outputs ({:s}); a network here has a single one.",
                        outputs.size(), listText(outputs)));
    graph.output = outputs.front();
}

} // namespace

ConstantPtr constantOf(const Tensor& tensor, const Sentence& where) {
    auto constant = std::make_shared<Constant>();
    constant->sizes = tensor.sizes;
    constant->whole = tensor.type != TensorType::F32 && tensor.type != TensorType::F64 &&
                      tensor.type != TensorType::F16 && tensor.type != TensorType::BF16;
    if (std::ranges::find(tensor.sizes, 0) != tensor.sizes.end())
        return constant;
    if (constant->whole)
        constant->integers = orRefuse(integersOf(tensor), where);
    else
        constant->reals = orRefuse(floatsOf(tensor), where).values;
    return constant;
}

OnnxGraph graphOf(const TensorFile& answer, const std::filesystem::path& path) {
    const auto text = answer.metadata.find("graph");
    if (text == answer.metadata.end())
        refuseDamaged();
    const json file = orRefuse(readJson(text->second, kGraphLimits));
    OnnxGraph graph;
    graph.opset = opsetOf(file);
    checkVersions(file, graph.opset);
    graph.producer = stringOf(file, "producer_name");
    if (file.contains("metadata_props") && file["metadata_props"].is_object())
        for (const auto& [key, value] : file["metadata_props"].items())
            if (value.is_string())
                graph.metadata[key] = value.get<std::string>();
    const json& part = member(file, "graph");
    NumberCount count;
    readConstants(graph, part, answer, path, count);
    readInterface(graph, part);
    readNodes(graph, part, answer, count);
    return graph;
}

} // namespace protomind::onnxread
