// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

#include <string>
#include <string_view>

namespace protomind {

/// A layer's settings in a line: "Units = 16, Activation = relu". Those that matter most and those that are
/// not at their defaults.
[[nodiscard]] std::string settingsText(const LayerType& type, const Settings& settings);

/// The settings of such a line. What it does not name has its default, but for names that the type does not
/// declare: they stay as in `before`. Labels and names are understood, their beginnings where only one
/// setting begins so, "=" may be left out, and "3", "3x3" and "3 × 3" are sizes.
[[nodiscard]] Result<Settings> settingsFromText(const LayerType& type, std::string_view text,
                                                const Settings& before = {});

} // namespace protomind
