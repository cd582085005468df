// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_graph.h"
#include "studio/exchange/onnx/read_refusal.h"

namespace protomind::onnxread {

namespace {

[[noreturn]] void refuseAttribute(const OnnxNode& node, const std::string& attribute) {
    refuse(sentence("The attribute {:s} of this {:s} is of another kind than ONNX says.", attribute,
                    node.operation),
           node.where());
}

} // namespace

const std::string& OnnxNode::label() const {
    return name.empty() && !outputs.empty() ? outputs.front() : name;
}

bool OnnxNode::hasInput(std::size_t index) const {
    return index < inputs.size() && !inputs[index].empty();
}

bool OnnxNode::hasOutput(std::size_t index) const {
    return index < outputs.size() && !outputs[index].empty();
}

std::int64_t OnnxNode::integer(const std::string& attribute, std::int64_t otherwise) const {
    const auto found = attributes.find(attribute);
    if (found == attributes.end())
        return otherwise;
    if (!found->is_number_integer())
        refuseAttribute(*this, attribute);
    return found->get<std::int64_t>();
}

double OnnxNode::real(const std::string& attribute, double otherwise) const {
    const auto found = attributes.find(attribute);
    if (found == attributes.end())
        return otherwise;
    if (!found->is_number())
        refuseAttribute(*this, attribute);
    return found->get<double>();
}

std::string OnnxNode::text(const std::string& attribute, const std::string& otherwise) const {
    const auto found = attributes.find(attribute);
    if (found == attributes.end())
        return otherwise;
    if (!found->is_string())
        refuseAttribute(*this, attribute);
    return found->get<std::string>();
}

std::vector<std::int64_t> OnnxNode::integers(const std::string& attribute,
                                             std::vector<std::int64_t> otherwise) const {
    const auto found = attributes.find(attribute);
    if (found == attributes.end())
        return otherwise;
    std::vector<std::int64_t> numbers;
    if (!found->is_array())
        refuseAttribute(*this, attribute);
    for (const nlohmann::json& number : *found) {
        if (!number.is_number_integer())
            refuseAttribute(*this, attribute);
        numbers.push_back(number.get<std::int64_t>());
    }
    return numbers;
}

} // namespace protomind::onnxread
