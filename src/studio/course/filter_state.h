// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/live_state.h"

#include <span>

namespace protomind {

/// A name that begins with "filter.", and how its value is found.
struct FilterStateRow {
    StateName name;
    StateValue (*value)(const LiveState& state);
};
[[nodiscard]] std::span<const FilterStateRow> filterStateRows();

/// The names of the pictures that "filter.picture" can be.
[[nodiscard]] const std::vector<std::string>& filterPictureNames();

} // namespace protomind
