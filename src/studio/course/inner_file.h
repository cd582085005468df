// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace protomind {

/// Whether a name leads to a file within a folder: not absolute, without "..", "." and empty parts.
[[nodiscard]] Result<void> checkInnerName(const std::string& name);

/// Reads a file of a lesson's folder. Refused are names that lead out of it, links on the way to it, what is
/// no file, and more than so many bytes.
[[nodiscard]] Result<std::string> readInnerFile(const std::filesystem::path& folder, const std::string& name,
                                                std::size_t maxBytes);

/// The same without the mark that some editors put before UTF-8.
[[nodiscard]] Result<std::string> readInnerText(const std::filesystem::path& folder, const std::string& name,
                                                std::size_t maxBytes);

/// Whether a picture of the folder can be shown: an SVG or PNG file that is not too large.
[[nodiscard]] Result<void> checkPicture(const std::filesystem::path& folder, const std::string& name);

/// The line of the first letter that is not UTF-8; 0 where all are.
[[nodiscard]] int lineOfBrokenUtf8(std::string_view text);

} // namespace protomind
