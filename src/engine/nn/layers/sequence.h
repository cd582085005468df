// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <string>

namespace protomind {

/// Fails for what is not steps × features: "LSTM needs a sequence (steps × features), but gets 28 × 28 × 1."
[[nodiscard]] Result<void> checkSequence(const std::string& title, const Shape& input);

} // namespace protomind
