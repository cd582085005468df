// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/onnx/read_graph.h"

#include <map>
#include <string>
#include <vector>

namespace protomind::onnxread {

/// A graph's nodes by what they give and what they take, to find those that stand together for one function.
class Web {
public:
    explicit Web(const OnnxGraph& graph);

    /// The node that gives something, of an operator; null where it is another.
    [[nodiscard]] const OnnxNode* from(const std::string& name, const char* operation) const;
    /// The only node that takes it, of an operator.
    [[nodiscard]] const OnnxNode* to(const std::string& name, const char* operation) const;
    [[nodiscard]] std::size_t uses(const std::string& name) const;
    /// Null where it is none.
    [[nodiscard]] ConstantPtr constant(const std::string& name) const;
    /// The constant among a node's two inputs, null where there is none; other: the other input; name: its
    /// own.
    [[nodiscard]] ConstantPtr constantOf(const OnnxNode& node, std::string& other,
                                         std::string* name = nullptr) const;
    /// What a node works on besides a given number; empty where it has another number or none.
    [[nodiscard]] std::string beside(const OnnxNode& node, double number) const;

private:
    const OnnxGraph& m_graph;
    std::map<std::string, std::size_t> m_from;
    std::map<std::string, std::vector<std::size_t>> m_to;
};

} // namespace protomind::onnxread
