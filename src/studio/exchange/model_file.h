// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/exchange/limits.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace protomind {

/// A file of somebody else, open for reading.
class OpenModelFile {
public:
    OpenModelFile(int descriptor, std::int64_t size)
        : m_descriptor(descriptor)
        , m_size(size) {}
    OpenModelFile(OpenModelFile&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_size(other.m_size) {}
    OpenModelFile& operator=(OpenModelFile&&) = delete;
    ~OpenModelFile();

    [[nodiscard]] int descriptor() const { return m_descriptor; } ///< closed in programs started from here
    [[nodiscard]] std::int64_t size() const { return m_size; }

private:
    int m_descriptor;
    std::int64_t m_size;
};

/// Opens a file. Fails where it is none (a folder, a pipe, a device), or is larger than most.
[[nodiscard]] Result<OpenModelFile> openModelFile(const std::filesystem::path& path,
                                                  std::int64_t most = kMaxModelFileBytes);
/// The whole of it.
[[nodiscard]] Result<std::string> readModelFile(const std::filesystem::path& path,
                                                std::int64_t most = kMaxModelFileBytes);

} // namespace protomind
