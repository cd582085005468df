// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace protomind {

/// Where the sources lie that this was built from, and what was built. These come from one generated file: a
/// path in every compile command would keep the compiler's cache from being shared between folders.
[[nodiscard]] std::filesystem::path sourceFolder();
[[nodiscard]] std::filesystem::path binaryFolder();

} // namespace protomind
