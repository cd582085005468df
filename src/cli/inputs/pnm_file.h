// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs/picture.h"

#include <istream>

namespace protomind {

/// PGM or PPM, as text (P2, P3) or bytes (P5, P6), as netpbm describes them. path is for messages.
[[nodiscard]] Result<Picture> readPnm(std::istream& file, const std::string& path);

} // namespace protomind
