// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "studio/network/network.h"

namespace protomind {

/// What a drawn layer holds that is given samples of these shapes. Empty where its type is not known, or its
/// settings or inputs do not fit.
[[nodiscard]] std::vector<LayerVariable> layerVariables(const Layer& layer, std::span<const Shape> inputs);

} // namespace protomind
