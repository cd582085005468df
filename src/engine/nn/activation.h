// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/field.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// A function applied to every number a layer gives (softmax: to all of them together).
struct Activation {
    std::string name;    ///< in files: "leaky_relu"
    std::string title;   ///< for a person: "Leaky ReLU"
    std::string summary; ///< one sentence
    std::string formula; ///< TeX
    /// Weights before it start best with He's initialiser: it passes on only about half of what it gets.
    bool prefersHe = false;
    /// Softmax and sigmoid turn scores (logits) into probabilities; losses are made from what comes before.
    bool givesProbabilities = false;
    /// The value of its one parameter where a layer has no field for it; unused by most.
    double defaultParameter = 0;
    Node (*build)(Node x, double parameter) = nullptr;
    /// The same of one number. Null for softmax, which looks at all of them.
    double (*value)(double x, double parameter) = nullptr;
};

[[nodiscard]] std::span<const Activation> activations();
/// Null where there is none of that name.
[[nodiscard]] const Activation* findActivation(const std::string& name);
/// The activation that the settings of a layer with these fields choose; null where it has no such field.
[[nodiscard]] const Activation* activationOf(std::span<const Field> fields, const Settings& settings);
/// The names, as choices of a field.
[[nodiscard]] std::vector<std::string> activationNames();

/// The `activation` field that Dense and Convolution share.
[[nodiscard]] Field activationField();
/// The activation of a name with its default parameter; throws std::logic_error for a name that is not in the
/// table.
[[nodiscard]] Node activate(const std::string& name, Node x);

} // namespace protomind
