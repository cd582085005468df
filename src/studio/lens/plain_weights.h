// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_store.h"
#include "engine/nn/model.h"

#include <cstdint>
#include <span>
#include <string>

namespace protomind {

/// How a file of weights for a model begins: a first line, a line for each variable with its name and sizes
/// ("Dense/kernel 288 64"), and an empty one. Behind it are the numbers, 32-bit IEEE, little-endian,
/// row-major, in the same order: scripts/train-models writes it.
[[nodiscard]] std::string plainWeightsHeader(const Model& model);

/// From the bytes of such a file. Fails where it is made for another network, or is too short or too long.
[[nodiscard]] Result<VariableValues> readPlainWeights(const Model& model, std::span<const std::uint8_t> file);

} // namespace protomind
