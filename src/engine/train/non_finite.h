// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/nn/model.h"
#include "engine/train/batch_runner.h"

#include <optional>
#include <string>

namespace protomind {

/// A sentence where a batch itself holds a number that is not finite, naming the sample by its index.
[[nodiscard]] std::optional<Sentence> nonFiniteData(std::span<const float> samples,
                                                    std::span<const float> targets,
                                                    std::span<const std::uint32_t> indices,
                                                    const std::string& dataName);

/// The first layer in the order of evaluation whose output is not finite in the runner's last run (of
/// forwardWithActivations); empty where all are.
[[nodiscard]] std::string firstNonFiniteLayer(const Model& model, BatchRunner& forwardWithActivations);

/// The first layer in the order of evaluation that has a variable with a number that is not finite; empty
/// where none has.
[[nodiscard]] std::string firstLayerWithNonFiniteVariable(const Model& model, const VariableValues& values);

} // namespace protomind
