// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

namespace protomind {

/// The code that a result holds, one piece after the other, each under what is said of it as comments. Empty
/// where there is none.
[[nodiscard]] std::string codeTextOf(const LensResult& result);

} // namespace protomind
