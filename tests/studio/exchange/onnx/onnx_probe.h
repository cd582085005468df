// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/onnx/write_model.h"

#include <string>
#include <vector>

namespace protomind {

/// A layer of a chain: its type, its name, and its settings.
struct ChainLayer {
    std::string type;
    std::string name;
    Settings settings{};
};
/// Layers one behind the other, behind an Input of a shape; with first weights.
[[nodiscard]] TrainedNetwork chainOf(const std::vector<std::int64_t>& shape,
                                     const std::vector<ChainLayer>& layers);

/// A model, asked for its parts. Throws std::out_of_range where there is no such part.
class OnnxProbe {
public:
    explicit OnnxProbe(onnx::ModelProto model)
        : m_model(std::move(model)) {}
    explicit OnnxProbe(const TrainedNetwork& network)
        : OnnxProbe(onnxModel(network)) {}

    [[nodiscard]] const onnx::ModelProto& model() const { return m_model; }
    [[nodiscard]] const onnx::GraphProto& graph() const { return m_model.graph(); }
    [[nodiscard]] std::vector<std::string> ops() const;
    [[nodiscard]] std::vector<std::string> names() const; ///< of nodes
    /// The first node of an op.
    [[nodiscard]] const onnx::NodeProto& node(const std::string& op) const;
    [[nodiscard]] std::int64_t whole(const std::string& op, const std::string& attribute) const;
    [[nodiscard]] float real(const std::string& op, const std::string& attribute) const;
    [[nodiscard]] std::string text(const std::string& op, const std::string& attribute) const;
    [[nodiscard]] std::vector<std::int64_t> sizes(const std::string& op, const std::string& attribute) const;
    [[nodiscard]] HostArray floats(const std::string& initialiser) const;
    [[nodiscard]] std::vector<std::int64_t> wholeNumbers(const std::string& initialiser) const;
    [[nodiscard]] std::string metadata(const std::string& key) const;

private:
    [[nodiscard]] const onnx::TensorProto& tensor(const std::string& name) const;
    [[nodiscard]] const onnx::AttributeProto& attribute(const std::string& op, const std::string& name) const;

    onnx::ModelProto m_model;
};

/// "N", "3", "4": the sizes of a tensor as a model says them.
[[nodiscard]] std::vector<std::string> saidSizes(const onnx::ValueInfoProto& value);

} // namespace protomind
