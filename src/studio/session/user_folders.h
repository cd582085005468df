// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace protomind {

/// The program's own folder below one of the user's: that of the variable ("XDG_CACHE_HOME"), or the one
/// inside of the user's home (".cache"). Empty without a home (XDG Base Directory Specification).
[[nodiscard]] std::filesystem::path userFolder(const char* variable, const char* insideHome);

} // namespace protomind
