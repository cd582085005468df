// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/option_values.h"

namespace protomind {

/// A built-in set: what lists show of it, and how its two splits are made. A new set is one such function and
/// one line in built_in.cpp.
struct BuiltInSet {
    BuiltInData data;
    DataSource (*open)(const OptionValues& options, std::uint64_t seed);
};

[[nodiscard]] BuiltInSet lineSet();
[[nodiscard]] BuiltInSet circleSet();
[[nodiscard]] BuiltInSet xorSet();
[[nodiscard]] BuiltInSet gaussiansSet();
[[nodiscard]] BuiltInSet spiralSet();
[[nodiscard]] BuiltInSet moonsSet();
[[nodiscard]] BuiltInSet ringSet();
[[nodiscard]] BuiltInSet digitsSet();
[[nodiscard]] BuiltInSet edgesSet();
[[nodiscard]] BuiltInSet shapesSet();
[[nodiscard]] BuiltInSet facesSet();

} // namespace protomind
