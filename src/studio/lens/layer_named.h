// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"

#include <optional>

namespace protomind {

/// None where there is no layer of that name.
[[nodiscard]] std::optional<std::size_t> layerNamed(const Model& model, const std::string& name);

} // namespace protomind
