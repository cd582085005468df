// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <filesystem>

namespace protomind {

/// Whether an export may put a file here: not in the place of a project, a network or a record of learning of
/// our own, which hold what no other format does.
[[nodiscard]] Result<void> checkFileTarget(const std::filesystem::path& file);
/// Whether an export may put its files into a folder of this name, there or not.
[[nodiscard]] Result<void> checkFolderTarget(const std::filesystem::path& folder);

} // namespace protomind
