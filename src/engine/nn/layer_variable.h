// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/initialiser.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// What the numbers of a variable do in the formula of their layer.
enum class VariableRole {
    Kernel,          ///< multiplied with what comes in
    RecurrentKernel, ///< multiplied with what was remembered
    OutputKernel,    ///< attention's W': multiplied with what its heads found
    Bias,            ///< added to the product with the Kernel
    RecurrentBias,   ///< added to the product with the RecurrentKernel
    OutputBias,      ///< added to the product with the OutputKernel
    Scale,           ///< of a normalisation: what its standard numbers are multiplied with
    Shift,           ///< of a normalisation: what is added after that
    Mean,            ///< the running mean of a normalisation
    Variance,        ///< the running variance of a normalisation
    Embedding,       ///< a row for each word
    Position,        ///< a row for each step
};

/// Kernels alone pay a penalty (L1, L2) for their size: biases and scales do not.
[[nodiscard]] bool isKernel(VariableRole role);

enum class AxisMeaning {
    InputChannel,  ///< the last axis of what comes in; of one group where a convolution has groups
    OutputChannel, ///< the last axis of what goes out
    HiddenUnit,    ///< the numbers that a recurrent layer remembers
    Gates,         ///< the output channels of each gate, gate after gate: see VariableAxis::parts
    Projections,   ///< the output channels of several matrices side by side: see VariableAxis::parts
    Height,
    Width,
    Step, ///< of a sequence
    Word, ///< of a vocabulary
};

/// What one of the equal parts of an axis belongs to.
enum class AxisPart {
    Query,
    Key,
    Value,
    InputGate,
    ForgetGate,
    OutputGate,
    UpdateGate,
    ResetGate,
    Candidate, ///< what is remembered anew
};

struct VariableAxis {
    AxisMeaning meaning = AxisMeaning::OutputChannel;
    std::int64_t size = 0;
    std::vector<AxisPart> parts{}; ///< equally long, in this order; empty where the axis is of one piece
    bool operator==(const VariableAxis&) const = default;
};

/// A variable that a layer holds, declared as data: weights that training changes, or running statistics
/// that the forward pass does. Imports, exports, pictures of weights and parameter counts read this.
struct LayerVariable {
    std::string name; ///< in files, behind that of the layer: "kernel"
    VariableRole role = VariableRole::Kernel;
    std::vector<VariableAxis> axes; ///< the order of the numbers, the outermost axis first
    Initialiser initialiser{};
    bool trainable = true;
    bool backward = false; ///< of the half of a recurrent layer that reads from the end

    [[nodiscard]] Shape shape() const;
    /// In a network: "<layer>/kernel".
    [[nodiscard]] std::string nameIn(const std::string& layer) const { return layer + "/" + name; }
};

/// The first variable with a role; null where there is none.
[[nodiscard]] const LayerVariable* findVariable(std::span<const LayerVariable> variables, VariableRole role);

/// What the numbers in a layer's card add up from.
struct ParameterCount {
    std::int64_t count = 0;
    std::string arithmetic; ///< "5×5×1×16 + 16"; empty where there are none
};

/// The trainable numbers of all variables. Those with the same axes are one summand: "2×9" for two biases.
[[nodiscard]] ParameterCount countParameters(std::span<const LayerVariable> variables);

} // namespace protomind
