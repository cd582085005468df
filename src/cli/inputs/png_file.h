// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs/picture.h"

namespace protomind {

/// A PNG file of any kind. Black is 0 and the largest number of the file's depth is 1, with the numbers in
/// between as they stand in the file: 32768 of 16 bits is 0.5. Colours of a palette are looked up. Two things
/// are brought to what image programs show: what is transparent is laid on white, whatever background the
/// file names, and a file whose gAMA chunk says linear light is brought to sRGB. Colour profiles are not
/// looked at.
[[nodiscard]] Result<Picture> readPng(const std::string& path);

} // namespace protomind
