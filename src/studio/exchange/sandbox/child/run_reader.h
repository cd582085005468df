// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/reader/reader.h"

#include <span>
#include <string_view>

namespace protomind {

/// What the child process does: gives up its rights, reads the file that its standard input is with the
/// parser of a name, and answers on its standard output: the number of bytes (8, little-endian), then a
/// safetensors file of what was found; where it is refused, one without tensors and with the problem in its
/// metadata. Ends the process.
[[noreturn]] void runReader(std::span<const ReaderParser> parsers, std::string_view name);

} // namespace protomind
