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

} // namespace

Result<std::string> unpackedEntry(std::string_view archive, const std::vector<ArchiveEntry>& directory,
                                  const std::string& name) {
    const auto entry = std::ranges::find(directory, name, &ArchiveEntry::name);
    if (entry == directory.end())
        return fail(ProblemKind::Input, sentence("The archive has no {:s}.", name));
    const auto index = static_cast<zip_uint64_t>(entry - directory.begin());
    const ArchivePtr opened = openArchive(archive);
    if (opened == nullptr || zip_get_num_entries(opened.get(), 0) != std::ssize(directory) ||
        !isTheSame(opened.get(), index, *entry))
        return entryDamaged(name);
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(opened.get(), index, 0));
    if (file == nullptr)
        return entryDamaged(name);
    // One byte more is asked for: it is not there, and asking is what has the checksum compared.
    std::string bytes(static_cast<std::size_t>(entry->bytes) + 1, '\0');
    std::size_t filled = 0;
    for (zip_int64_t read = 1; read > 0 && filled < bytes.size(); filled += static_cast<std::size_t>(read)) {
        read = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (read < 0)
            return entryDamaged(name);
    }
    bytes.pop_back();
    if (filled != bytes.size())
        return entryDamaged(name);
    return bytes;
}

} // namespace protomind
