// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Built programs on disk, so that a network's kernels are built once a machine. An entry belongs to a key
/// (device, driver, options and source) and is found only by the very same key. A cache that can't be read or
/// written, or that is damaged, is as good as an empty one.
class ProgramCache {
public:
    /// An empty folder: nothing is kept.
    explicit ProgramCache(std::filesystem::path folder)
        : m_folder(std::move(folder)) {}

    using Binary = std::vector<unsigned char>;
    [[nodiscard]] std::optional<Binary> find(std::string_view key) const;
    void keep(std::string_view key, const Binary& binary) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(std::string_view key) const;

    std::filesystem::path m_folder;
};

} // namespace protomind
