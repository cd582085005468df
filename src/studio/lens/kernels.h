// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"

namespace protomind {

/// A weight that inputs are multiplied by, of rank 2 or more.
struct LayerKernel {
    std::string name;   ///< of the variable: "Dense/kernel"
    std::string title;  ///< for a person: "kernel"
    int filterAxis = 0; ///< along which the filters (or neurons) lie; the last one of most
};

[[nodiscard]] std::vector<LayerKernel> kernelsOf(const Model& model, std::size_t layer);

} // namespace protomind
