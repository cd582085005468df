// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A file in an archive, as the archive's directory has it.
struct ArchiveEntry {
    std::string name;
    std::int64_t packedBytes = 0;
    std::int64_t bytes = 0;
};

/// What an archive holds, with every promise about archives kept: few entries, plain names, none of them
/// twice, nothing that unpacks beyond all measure, no two entries of the same bytes, no links, no secrets, no
/// archives inside. Nothing is unpacked. Fails with a sentence that names the entry.
[[nodiscard]] Result<std::vector<ArchiveEntry>> archiveDirectory(std::string_view archive);

/// Unpacks every entry, keeping nothing: fails where one is not what the directory says.
[[nodiscard]] Result<void> checkEntries(std::string_view archive, const std::vector<ArchiveEntry>& directory);

/// An entry's bytes, unpacked. Fails where they are not what the directory says.
[[nodiscard]] Result<std::string>
unpackedEntry(std::string_view archive, const std::vector<ArchiveEntry>& directory, const std::string& name);

} // namespace protomind
