// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/file_source.h"
#include "engine/data/image_sample.h"

#include <optional>

namespace protomind {

/// Opens a folder of pictures, each folder in it a class, or train/ and test/ with such folders. Every
/// picture becomes [size, size, 1 or 3] in 0..1. A file that can't be read is left out, and named in the
/// notes. The classes take turns in the order of the samples, each by its files' names.
[[nodiscard]] Result<DataSource> openImageFolder(const std::string& folder, const FileOptionValues& options,
                                                 std::uint64_t seed);

/// What a folder of pictures does with those that are not square; nothing for the text of other data.
[[nodiscard]] std::optional<ImageFit> imageFitOf(std::string_view text);

} // namespace protomind
