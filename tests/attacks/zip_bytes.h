// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

/// An entry of a ZIP archive, with everything that a liar may want to say of it.
struct ZipEntry {
    std::string name;
    std::string content;
    bool deflated = false;
    std::uint32_t externalAttributes = 0; ///< Unix mode in the upper half
    std::int64_t saidSize = -1;           ///< unpacked; -1: the truth
    std::int64_t sharesDataOf = -1;       ///< of an earlier entry: points to its header
    std::uint16_t flags = 0;              ///< 1: encrypted
};

/// An archive as bytes: stored or deflated, with the right checksums.
[[nodiscard]] std::string zipOf(const std::vector<ZipEntry>& entries);

} // namespace protomind
