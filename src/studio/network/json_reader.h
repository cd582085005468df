// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/network/limits.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace protomind {

struct JsonLimits {
    std::size_t bytes = kMaxNetworkBytes;
    int depth = kMaxJsonDepth;
    std::size_t stringBytes = kMaxStringBytes;
    std::size_t values = kMaxJsonValues;
};

/// Parses JSON text that nobody vouches for. Limits hold while reading, before anything large is built; a key
/// that comes twice in an object is refused, since readers disagree on which counts. Never throws on account
/// of the text.
[[nodiscard]] Result<nlohmann::json> readJson(std::string_view text, const JsonLimits& limits = {});

} // namespace protomind
