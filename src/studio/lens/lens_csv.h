// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <string>

namespace protomind {

/// Tables, curves, pictures and planes one below the other, each under a line with its title, parted by empty
/// lines. What holds a comma, a quote or a line break is quoted (RFC 4180).
[[nodiscard]] std::string csvOf(const LensResult& result);

} // namespace protomind
