// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace protomind {

using Bytes = std::vector<std::uint8_t>;

/// The bytes of an IDX file: magic number, big-endian sizes, items.
inline Bytes idxBytes(const std::vector<std::uint32_t>& sizes, const Bytes& items, std::uint8_t type = 8) {
    Bytes bytes = {0, 0, type, static_cast<std::uint8_t>(sizes.size())};
    for (const std::uint32_t size : sizes)
        for (const int shift : {24, 16, 8, 0})
            bytes.push_back(static_cast<std::uint8_t>(size >> shift));
    bytes.insert(bytes.end(), items.begin(), items.end());
    return bytes;
}

inline Bytes gzipped(const Bytes& bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2");
    Bytes result(deflateBound(&stream, bytes.size()) + 64);
    Bytes input = bytes;
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = result.data();
    stream.avail_out = static_cast<uInt>(result.size());
    const int state = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        throw std::runtime_error("deflate");
    return result;
}

/// A folder of its own for a test, removed with everything in it at the end.
class ScratchFolder {
public:
    ScratchFolder() {
        std::random_device device;
        do {
            m_path = std::filesystem::temp_directory_path() / ("protomind-data-" + std::to_string(device()));
        } while (!std::filesystem::create_directory(m_path));
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    std::filesystem::path write(const std::string& name, const Bytes& bytes) const {
        const std::filesystem::path file = m_path / name;
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return file;
    }

private:
    std::filesystem::path m_path;
};

} // namespace protomind
