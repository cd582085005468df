// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/safetensors/tensor_file.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace protomind::onnxread {

/// Numbers that stand in the file, or that follow from such. A batch has kAnyBatch samples where the file
/// leaves that open.
struct Constant {
    std::vector<std::int64_t> sizes;
    bool whole = false; ///< integers hold them, else reals
    std::vector<float> reals{};
    std::vector<std::int64_t> integers{};

    [[nodiscard]] std::size_t count() const { return whole ? integers.size() : reals.size(); }
};
using ConstantPtr = std::shared_ptr<const Constant>;

/// What stands for a batch of any size: a number so odd that it isn't met by chance. Sizes that a file
/// computes from its input's then tell where the batch went.
inline constexpr std::int64_t kAnyBatch = 7919;

inline constexpr std::int64_t kOldestOpset = 7;
inline constexpr std::int64_t kNewestOpset = 27;
inline constexpr std::int64_t kNewestIr = 13;

struct OnnxNode {
    std::string name;
    std::string operation;
    std::vector<std::string> inputs;            ///< "" where one is left out
    std::vector<std::string> outputs;           ///< the same
    nlohmann::json attributes;                  ///< name: value
    std::map<std::string, ConstantPtr> tensors; ///< attributes that are tensors

    /// What a person finds it by: its name, or that of what it gives.
    [[nodiscard]] const std::string& label() const;
    [[nodiscard]] Sentence where() const { return Sentence::name(label()); }
    [[nodiscard]] bool hasInput(std::size_t index) const;
    [[nodiscard]] bool hasOutput(std::size_t index) const;
    [[nodiscard]] bool has(const std::string& attribute) const { return attributes.contains(attribute); }

    // Attributes, or what holds where they are left out. Those of another kind are refused.
    [[nodiscard]] std::int64_t integer(const std::string& attribute, std::int64_t otherwise) const;
    [[nodiscard]] double real(const std::string& attribute, double otherwise) const;
    [[nodiscard]] std::string text(const std::string& attribute, const std::string& otherwise) const;
    [[nodiscard]] std::vector<std::int64_t> integers(const std::string& attribute,
                                                     std::vector<std::int64_t> otherwise) const;
};

struct OnnxInput {
    std::string name;
    std::vector<std::optional<std::int64_t>> sizes; ///< none: of any size
    bool whole = false;                             ///< its numbers have no fractions
};

/// A graph of the file, checked: every name is known where it is used and made once.
struct OnnxGraph {
    std::int64_t opset = 0;
    std::string producer;
    std::map<std::string, std::string> metadata;
    OnnxInput input;
    std::string output;
    std::vector<OnnxNode> nodes; ///< each after those that feed it
    std::map<std::string, ConstantPtr> constants;
};

/// Of what the child process answered; path: the file, beside which external data may lie. Throws Refusal.
[[nodiscard]] OnnxGraph graphOf(const TensorFile& answer, const std::filesystem::path& path);

/// A tensor as numbers; whole ones stay so. Throws Refusal.
[[nodiscard]] ConstantPtr constantOf(const Tensor& tensor, const Sentence& where);

/// The bytes of a tensor that lie in a file beside the model: "x.onnx.data", "x.onnx_data" or "x.data" for
/// "x.onnx", nothing else. Throws Refusal.
[[nodiscard]] std::string externalBytes(const std::filesystem::path& model, const std::string& location,
                                        std::int64_t offset, std::int64_t length);

} // namespace protomind::onnxread
