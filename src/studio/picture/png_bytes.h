// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/picture/picture.h"

#include <string>

namespace protomind {

/// The picture as a PNG file: 8 bits a channel, grey or colour; what is beyond 0..1 is cut off. It has at
/// least one pixel.
[[nodiscard]] std::string pngBytes(const Picture& picture);

} // namespace protomind
