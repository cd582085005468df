// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace protomind {

/// Parameters of CLBlast's kernels by the kernel's name, as its OverrideParameters takes them: tile sizes,
/// vector widths and the like. Found by trying on one device with one driver, and of no use on another.
using Tuning = std::map<std::string, std::map<std::string, std::size_t>>;

} // namespace protomind
