// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <map>
#include <string>

namespace protomind {

/// The bytes of a ZIP archive with the entries, by name, as they are (not compressed): as Keras keeps its
/// own.
[[nodiscard]] Result<std::string> zipOf(const std::map<std::string, std::string>& entries);

} // namespace protomind
