// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/project.h"

#include <filesystem>

namespace protomind {

/// A network that stands alone as JSON, as a project with no data yet. Files beyond kMaxNetworkBytes are
/// refused before they are read; problems carry the file's name.
[[nodiscard]] Result<ProjectContent> readNetworkFile(const std::filesystem::path& path);

} // namespace protomind
