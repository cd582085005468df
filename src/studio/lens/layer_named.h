// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "studio/lens/lens_type.h"

#include <optional>

namespace protomind {

/// None where there is no layer of that name.
[[nodiscard]] std::optional<std::size_t> layerNamed(const Model& model, const std::string& name);

/// Whether the layer that was chosen, if one was, is of the network that is looked at; a generator's is not.
[[nodiscard]] Result<void> checkLayer(const LensTarget& target);

} // namespace protomind
