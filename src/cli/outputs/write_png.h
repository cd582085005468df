// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/picture/picture.h"

#include <string>

namespace protomind {

/// 8 bits a channel, grey or colour; what is beyond 0..1 is cut off.
[[nodiscard]] Result<void> writePng(const std::string& path, const Picture& picture);

} // namespace protomind
