// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"
#include "engine/nn/initialiser.h"

namespace protomind {

/// The `initialiser` field of layers with a kernel.
[[nodiscard]] Field initialiserField();
/// The initialiser that its value means: "auto" takes He's before activations that prefer it, else Glorot's.
[[nodiscard]] InitialiserKind initialiserOf(const std::string& value, const std::string& activation);

/// The `use_bias` field.
[[nodiscard]] Field biasField();

} // namespace protomind
