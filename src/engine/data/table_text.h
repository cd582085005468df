// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace protomind {

/// How the letters of a text file are written.
enum class TextEncoding { Utf8, Utf16, Windows1252 };

/// What stands in a table's file, in UTF-8 and without a byte-order mark.
struct TableText {
    std::string text;
    TextEncoding encoding = TextEncoding::Utf8;
};

/// Of bytes: UTF-16 where their mark says so; what is no UTF-8 is taken for Windows-1252. Fails on what is no
/// text: workbooks, documents, archives, pages of the web, and all that has zeros in it.
[[nodiscard]] Result<TableText> tableTextOf(std::string bytes, const Sentence& where);

/// Of a file, at most kMaxTableFileBytes long.
[[nodiscard]] Result<TableText> readTableText(const std::filesystem::path& path);

/// A text that is longer than so many bytes is cut there, between two of its letters, and ends with "…".
[[nodiscard]] std::string frontOfText(std::string_view text, std::size_t bytes);

} // namespace protomind
