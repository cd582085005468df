// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/program_cache.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <unistd.h>

namespace protomind {

namespace {

/// An entry: these eight characters, the lengths of the key and the binary, a checksum of both, the key, the
/// binary.
constexpr std::string_view kMagic = "PMKERN01";
constexpr std::uint64_t kMostBytes = 256u << 20;

/// FNV-1a, 64 bits (Fowler, Noll and Vo).
std::uint64_t hash(std::string_view text, std::uint64_t state = 0xcbf29ce484222325u) {
    for (const char c : text)
        state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return state;
}

std::string_view bytesAsText(const ProgramCache::Binary& binary) {
    return {reinterpret_cast<const char*>(binary.data()), binary.size()};
}

using Header = std::array<std::uint64_t, 3>;

Header headerOf(std::string_view key, const ProgramCache::Binary& binary) {
    return {key.size(), binary.size(), hash(bytesAsText(binary), hash(key))};
}

} // namespace

std::filesystem::path ProgramCache::fileOf(std::string_view key) const {
    return m_folder / fmt::format("{:016x}.kernels", hash(key));
}

std::optional<ProgramCache::Binary> ProgramCache::find(std::string_view key) const {
    if (m_folder.empty())
        return std::nullopt;
    std::ifstream file(fileOf(key), std::ios::binary);
    std::string magic(kMagic.size(), ' ');
    Header header{};
    file.read(magic.data(), static_cast<std::streamsize>(magic.size()));
    file.read(reinterpret_cast<char*>(header.data()), sizeof(header));
    if (!file || magic != kMagic || header[0] != key.size() || header[1] > kMostBytes)
        return std::nullopt;
    std::string foundKey(key.size(), ' ');
    Binary binary(header[1]);
    file.read(foundKey.data(), static_cast<std::streamsize>(foundKey.size()));
    file.read(reinterpret_cast<char*>(binary.data()), static_cast<std::streamsize>(binary.size()));
    if (!file || foundKey != key || header != headerOf(key, binary))
        return std::nullopt;
    return binary;
}

void ProgramCache::keep(std::string_view key, const Binary& binary) const {
    if (m_folder.empty() || binary.size() > kMostBytes)
        return;
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    // Written beside and renamed: another program that starts now finds the whole entry or none.
    const std::filesystem::path place = fileOf(key);
    const std::filesystem::path beside = place.string() + fmt::format(".{}", getpid());
    {
        std::ofstream file(beside, std::ios::binary);
        const Header header = headerOf(key, binary);
        file << kMagic;
        file.write(reinterpret_cast<const char*>(header.data()), sizeof(header));
        file << key << bytesAsText(binary);
        file.close();
        if (!file) {
            std::filesystem::remove(beside, error);
            return;
        }
    }
    std::filesystem::rename(beside, place, error);
    if (error)
        std::filesystem::remove(beside, error);
}

} // namespace protomind
