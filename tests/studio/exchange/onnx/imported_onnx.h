// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"
#include "studio/exchange/onnx/read_onnx.h"
#include "studio/exchange/reader/reader.h"

#include <filesystem>
#include <initializer_list>
#include <onnx/onnx_pb.h>
#include <string>
#include <vector>

namespace protomind {

/// A model as the import gets it, without a child process.
[[nodiscard]] Result<OnnxNetwork> importedFrom(const onnx::ModelProto& model,
                                               const std::filesystem::path& path = "model.onnx");

/// What an imported network makes of what the file's network would get, with the axes of the file.
[[nodiscard]] Result<HostArray> answersOf(const OnnxNetwork& network, const HostArray& input);

/// Numbers of a tensor as floats.
[[nodiscard]] HostArray arrayOf(const onnx::TensorProto& tensor);

/// Writes small models for tests.
class ModelSketch {
public:
    using Sizes = std::vector<std::int64_t>;

    /// The input is called "x", its first axis is open where that is 0.
    explicit ModelSketch(Sizes input, std::int64_t opset = 17);

    /// A node that gives what it is called; the last one gives the output.
    onnx::NodeProto& node(const std::string& op, const std::string& name, std::vector<std::string> inputs);
    /// Random numbers, a function of the name.
    void weights(const std::string& name, Sizes sizes, float scale = 0.5f);
    void numbers(const std::string& name, Sizes sizes, std::vector<float> values);
    void integers(const std::string& name, std::vector<std::int64_t> values);
    onnx::ModelProto& model() { return m_model; }
    [[nodiscard]] onnx::ModelProto finished();
    [[nodiscard]] Result<OnnxNetwork> imported() { return importedFrom(finished()); }

private:
    onnx::ModelProto m_model;
};

void put(onnx::NodeProto& node, const std::string& name, std::int64_t value);
void put(onnx::NodeProto& node, const std::string& name, float value);
void put(onnx::NodeProto& node, const std::string& name, const std::string& value);
void put(onnx::NodeProto& node, const std::string& name, std::vector<std::int64_t> values);

/// The folder of data for tests; empty where it is not here.
[[nodiscard]] std::filesystem::path testData();

} // namespace protomind
