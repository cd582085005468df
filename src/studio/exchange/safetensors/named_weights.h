// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_store.h"
#include "engine/nn/model.h"

#include <filesystem>

namespace protomind {

/// Takes the weights and statistics of a network from a safetensors file, by their names ("Dense/kernel") and
/// in the network's own shapes, as the safetensors export writes them. Numbers of other kinds become floats;
/// further tensors in the file are left alone. Fails where one is missing or has another shape.
[[nodiscard]] Result<VariableValues> weightsFrom(const std::filesystem::path& path, const Model& model);

} // namespace protomind
