// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/pytorch/layer_code.h"

namespace protomind {

/// Layers of images: convolutions, pooling, padding, cropping and upsampling, without their activations.
[[nodiscard]] LayerCode windowCode(const LayerView& layer, const std::string& name, const std::string& x);

} // namespace protomind
