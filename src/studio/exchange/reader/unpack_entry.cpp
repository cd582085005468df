// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/zip_directory.h"

#include <algorithm>
#include <memory>
#include <zip.h>

namespace protomind {

namespace {

std::unexpected<Problem> entryDamaged(const std::string& name) {
    return fail(ProblemKind::Input, "An entry of the archive is damaged.", Sentence::name(name));
}

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ArchivePtr = std::unique_ptr<zip_t, CloseArchive>;

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

ArchivePtr openArchive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    ArchivePtr archive(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
                                         : nullptr);
    if (archive == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

/// Whether the library sees what our checks have seen: where readers disagree, somebody is to be deceived.
bool isTheSame(zip_t* archive, zip_uint64_t index, const ArchiveEntry& entry) {
    zip_stat_t facts;
    zip_stat_init(&facts);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    return zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &facts) == 0 &&
           (facts.valid & kNeeded) == kNeeded && entry.name == facts.name &&
           facts.size == static_cast<zip_uint64_t>(entry.bytes) &&
           facts.comp_size == static_cast<zip_uint64_t>(entry.packedBytes);
}

/// Asks for an entry piece by piece. Whether it is as long as the directory says, and its checksum is right.
template<class Take>
bool readPieces(zip_t* archive, zip_uint64_t index, const ArchiveEntry& entry, const Take& take) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive, index, 0));
    if (file == nullptr)
        return false;
    std::string piece(kPiece, '\0');
    std::int64_t read = 0;
    // Asked until nothing comes any more: only then is the checksum compared.
    for (zip_int64_t got = 1; got > 0;) {
        got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0 || got > entry.bytes - read)
            return false;
        read += got;
        take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    }
    return read == entry.bytes;
}

} // namespace

Result<void> checkEntries(std::string_view archive, const std::vector<ArchiveEntry>& directory) {
    const ArchivePtr opened = openArchive(archive);
    if (opened == nullptr || zip_get_num_entries(opened.get(), 0) != std::ssize(directory))
        return entryDamaged(directory.empty() ? "" : directory.front().name);
    for (zip_uint64_t index = 0; index < directory.size(); ++index)
        if (!isTheSame(opened.get(), index, directory[index]) ||
            !readPieces(opened.get(), index, directory[index], [](std::string_view) {}))
            return entryDamaged(directory[index].name);
    return {};
}

Result<std::string> unpackedEntry(std::string_view archive, const std::vector<ArchiveEntry>& directory,
                                  const std::string& name) {
    const auto entry = std::ranges::find(directory, name, &ArchiveEntry::name);
    if (entry == directory.end())
        return fail(ProblemKind::Input, sentence("The archive has no {:s}.", name));
    const auto index = static_cast<zip_uint64_t>(entry - directory.begin());
    const ArchivePtr opened = openArchive(archive);
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(entry->bytes));
    if (opened == nullptr || zip_get_num_entries(opened.get(), 0) != std::ssize(directory) ||
        !isTheSame(opened.get(), index, *entry) ||
        !readPieces(opened.get(), index, *entry, [&](std::string_view piece) { bytes += piece; }))
        return entryDamaged(name);
    return bytes;
}

} // namespace protomind
