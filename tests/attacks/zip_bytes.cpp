// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacks/zip_bytes.h"

#include <zlib.h>

namespace protomind {

namespace {

void put(std::string& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::string deflated(const std::string& content) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// What the header of an entry and its line in the directory have in common: from the flags to the lengths.
std::string commonFields(const ZipEntry& entry, const std::string& packed) {
    const auto* bytes = reinterpret_cast<const Bytef*>(entry.content.data());
    std::string fields;
    put(fields, entry.flags, 2);
    put(fields, entry.deflated ? 8 : 0, 2);
    put(fields, 0x5A21, 4); // time and date
    put(fields, crc32(0, bytes, static_cast<uInt>(entry.content.size())), 4);
    put(fields, packed.size(), 4);
    put(fields, entry.saidSize >= 0 ? static_cast<std::uint64_t>(entry.saidSize) : entry.content.size(), 4);
    put(fields, entry.name.size(), 2);
    put(fields, 0, 2);
    return fields;
}

} // namespace

std::string zipOf(const std::vector<ZipEntry>& entries) {
    std::string archive;
    std::string directory;
    std::vector<std::size_t> offsets;
    for (const ZipEntry& entry : entries) {
        const std::string packed = entry.deflated ? deflated(entry.content) : entry.content;
        const std::string common = commonFields(entry, packed);
        if (entry.sharesDataOf >= 0) {
            offsets.push_back(offsets[static_cast<std::size_t>(entry.sharesDataOf)]);
        } else {
            offsets.push_back(archive.size());
            put(archive, 0x04034B50, 4);
            put(archive, 20, 2);
            archive += common + entry.name + packed;
        }
        put(directory, 0x02014B50, 4);
        put(directory, 0x0314, 2); // made on Unix
        put(directory, 20, 2);
        directory += common;
        put(directory, 0, 6); // comment, disk, internal attributes
        put(directory, entry.externalAttributes, 4);
        put(directory, offsets.back(), 4);
        directory += entry.name;
    }
    const std::size_t start = archive.size();
    archive += directory;
    put(archive, 0x06054B50, 4);
    put(archive, 0, 4);
    put(archive, entries.size(), 2);
    put(archive, entries.size(), 2);
    put(archive, directory.size(), 4);
    put(archive, start, 4);
    put(archive, 0, 2);
    return archive;
}

} // namespace protomind
