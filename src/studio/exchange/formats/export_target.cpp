// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/export_target.h"

#include "studio/exchange/format.h"
#include "studio/project/schema.h"

#include <fstream>

namespace protomind {

namespace {

constexpr std::size_t kApplicationIdAt = 68; ///< in the header of SQLite

/// All databases of ours begin their numbers with the same three letters.
bool isOwnDatabase(std::string_view firstBytes) {
    constexpr std::size_t kLetters = 3;
    if (!firstBytes.starts_with("SQLite format 3"))
        return false;
    for (std::size_t i = 0; i < kLetters; ++i) {
        const auto letter = static_cast<char>(kProjectApplicationId >> (24 - 8 * i) & 0xff);
        if (firstBytes.size() <= kApplicationIdAt + i || firstBytes[kApplicationIdAt + i] != letter)
            return false;
    }
    return true;
}

bool isOwn(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return false;
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(kRecognisedBytes, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return isOwnDatabase(bytes) || bytes.contains("\"protomind-network\"");
}

} // namespace

Result<void> checkFileTarget(const std::filesystem::path& file) {
    if (isOwn(file))
        return fail(
            ProblemKind::Request,
            "This is a file of Protomind itself: an export does not take its place, as it holds less.",
            Sentence::name(file.string()), "Choose another name.");
    return {};
}

Result<void> checkFolderTarget(const std::filesystem::path& folder) {
    if (const auto own = checkFileTarget(folder); !own)
        return own;
    std::error_code error;
    if (std::filesystem::exists(folder, error) && !std::filesystem::is_directory(folder, error))
        return fail(ProblemKind::Input, "This is a file, not a folder.", Sentence::name(folder.string()),
                    "Choose another name.");
    return {};
}

} // namespace protomind
