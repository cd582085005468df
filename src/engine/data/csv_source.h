// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/file_source.h"
#include "engine/data/table_preview.h"

namespace protomind {

/// A table of a person's own, as most programs save one: "csv:FILE?target=NAME" (RFC 4180 and its kin). Each
/// row is a sample; one column is what is to be learned, the others what it is learned from.
[[nodiscard]] FileSource csvSource();

/// What such a text shows before it is learned from. Fails where the file can't be read as a table.
[[nodiscard]] Result<TablePreview> previewCsv(const std::string& text);

/// Names in the option "without", parted by ";"; a ";" in a name is written twice.
[[nodiscard]] std::vector<std::string> columnNamesIn(std::string_view text);
[[nodiscard]] std::string columnNamesText(std::span<const std::string> names);

} // namespace protomind
