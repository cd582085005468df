// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <vector>

namespace protomind {

/// Reads a file from its front to its end, unpacking it on the way where it is gzipped (RFC 1952). Takes the
/// same small memory whatever the file promises.
class UnpackedFile {
public:
    /// Fails where there is no regular file, or it is larger than kMaxIdxFileBytes.
    [[nodiscard]] static Result<UnpackedFile> open(const std::filesystem::path& path);
    UnpackedFile(UnpackedFile&&) noexcept;
    ~UnpackedFile();

    /// Fills bytes and gives their number: fewer than asked for only at the end. Fails on damaged or cut off
    /// gzip, and on anything but padding zeros that follows it. The checksum has been verified once a read
    /// found the end.
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> bytes);

    /// More than this the file can't unpack to.
    [[nodiscard]] std::uint64_t largestSize() const;

private:
    struct Inflater;

    UnpackedFile(std::string path, std::uint64_t fileSize);
    [[nodiscard]] Result<std::size_t> readGzip(std::span<std::uint8_t> bytes);
    /// What follows gzip: zeros, as archives on tape and some servers pad files, and nothing else.
    [[nodiscard]] Result<void> readPadding();
    void readInput();

    std::string m_path;
    std::uint64_t m_fileSize = 0;
    std::ifstream m_file;
    std::vector<std::uint8_t> m_input;
    std::span<std::uint8_t> m_unused;     ///< what of m_input is still to be unpacked
    std::unique_ptr<Inflater> m_inflater; ///< null for a file that is not gzipped
    bool m_ended = false;
};

} // namespace protomind
