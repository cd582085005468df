// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace protomind {

/// All of it.
[[nodiscard]] nlohmann::ordered_json jsonOf(const LensResult& result);
/// Its code alone, piece by piece.
[[nodiscard]] nlohmann::ordered_json jsonOfCodes(const LensResult& result);
/// Its numbers alone, by name: figures as they are, a matrix as rows, and of other tables an array a column:
/// "precision".
[[nodiscard]] nlohmann::ordered_json figuresOf(const LensResult& result);

} // namespace protomind
