// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace protomind {

/// The capitals A to Z made small; other letters stay.
[[nodiscard]] inline std::string inSmallLetters(std::string text) {
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

/// ".csv" of "DATA.CSV": what kind of file a name says it is. Empty where the name has no ending.
[[nodiscard]] inline std::string fileEnding(const std::filesystem::path& path) {
    return inSmallLetters(path.extension().string());
}

} // namespace protomind
