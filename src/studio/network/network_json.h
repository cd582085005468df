// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <string>
#include <string_view>

namespace protomind {

/// The network's file format (docs at the top of the .cpp). Unknown fields are kept and written again.
[[nodiscard]] nlohmann::json toJson(const Network& network);
[[nodiscard]] Result<Network> networkFromJson(const nlohmann::json& json);
/// Text of a .json file: sizes, depth and strings are checked against the limits before anything is built.
[[nodiscard]] Result<Network> parseNetwork(std::string_view text);
/// The text that parseNetwork reads: indented, keys sorted, so that equal networks give equal text.
[[nodiscard]] std::string networkText(const Network& network);

} // namespace protomind
