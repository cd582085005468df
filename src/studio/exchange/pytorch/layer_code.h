// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/layer_view.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// What PyTorch has no module for, or none that computes the same: classes that model.py writes out.
enum class PythonHelper {
    BatchNorm,
    GroupNorm,
    SameAveragePool,
    LearnedPositions,
    WavePositions,
    GaussianNoise,
    GaussianSampling,
};
/// The class's source.
[[nodiscard]] std::string_view helperSource(PythonHelper helper);

/// What a layer is in Python.
struct LayerCode {
    std::string module;              ///< "nn.Linear(784, 10)"; empty: it needs none
    std::vector<std::string> after;  ///< lines of __init__ behind it
    std::vector<std::string> before; ///< lines of forward before the value
    std::string value;               ///< "torch.relu(self.dense(x))"
    std::string remark;              ///< a comment on the value; may be empty
    std::set<PythonHelper> helpers{};
};

/// name: the module's attribute. inputs: the variables that hold what comes in. activation: that of the
/// layer, or "linear" to leave it out.
[[nodiscard]] LayerCode layerCode(const LayerView& layer, const std::string& name,
                                  std::span<const std::string> inputs, const std::string& activation);

/// "torch.relu(x)" of an expression; parameter: of Leaky ReLU and ELU. shape: what it is of.
[[nodiscard]] std::string activationCode(const std::string& activation, double parameter, const Shape& shape,
                                         const std::string& expression);

} // namespace protomind
