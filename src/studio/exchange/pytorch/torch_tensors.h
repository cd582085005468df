// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/pytorch/python_network.h"
#include "studio/exchange/safetensors/tensor_file.h"

#include <deque>
#include <map>
#include <memory>
#include <string>

namespace protomind {

/// Tensors with the numbers that they look at.
class OwnedTensors {
public:
    void add(const std::string& name, HostArray values);
    void addWhole(const std::string& name, std::vector<std::int64_t> sizes, std::vector<std::int64_t> values);
    [[nodiscard]] const std::map<std::string, Tensor>& tensors() const { return m_tensors; }

private:
    std::deque<HostArray> m_floats; // a deque's elements stay where they are
    std::deque<std::vector<std::int64_t>> m_whole;
    std::map<std::string, Tensor> m_tensors;
};

/// The module's state_dict.
[[nodiscard]] std::shared_ptr<OwnedTensors> modelTensors(const PythonNetwork& network);
/// Read back, by the names of our variables.
[[nodiscard]] Result<VariableValues> variablesOf(const PythonNetwork& network, const TensorFile& file);

/// What the optimiser remembers, "<parameter>.exp_avg"; empty where the network was not trained, or with
/// another optimiser.
[[nodiscard]] std::shared_ptr<OwnedTensors> optimizerTensors(const PythonNetwork& network);

/// What optimizerTensors keeps for each parameter, by its own name: "exp_avg".
struct OptimizerState {
    std::string ours;
    std::string theirs;
};
[[nodiscard]] std::vector<OptimizerState> optimizerStates(const std::string& optimizer);

/// Names of parameters that penalties for large weights count: "dense.weight".
[[nodiscard]] std::vector<std::string> kernelNames(const PythonNetwork& network);

/// Samples and targets as PyTorch takes them, "x", "y", "test_x" and "test_y"; null where the network has no
/// data, it can't be opened here, or it is larger than kMaxDataBytes.
[[nodiscard]] std::shared_ptr<OwnedTensors> dataTensors(const PythonNetwork& network);
/// Whether dataTensors gives any.
[[nodiscard]] bool copiesData(const PythonNetwork& network);
inline constexpr std::int64_t kMaxDataBytes = std::int64_t{64} << 20;

} // namespace protomind
