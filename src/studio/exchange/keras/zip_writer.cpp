// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/zip_writer.h"

#include <memory>
#include <zip.h>

namespace protomind {

namespace {

std::unexpected<Problem> zipFailed() {
    return fail(ProblemKind::Memory, "There is not enough memory for the archive.");
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using SourcePtr = std::unique_ptr<zip_source_t, FreeSource>;

struct DiscardZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipPtr = std::unique_ptr<zip_t, DiscardZip>;

bool addEntry(zip_t* archive, const std::string& name, const std::string& bytes) {
    SourcePtr source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
    if (source == nullptr)
        return false;
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        return false;
    source.release(); // the archive's now
    return zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) == 0;
}

Result<std::string> bytesOfSource(zip_source_t* source) {
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_source_stat(source, &facts) < 0 || (facts.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) < 0)
        return zipFailed();
    std::string bytes(facts.size, '\0');
    const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size()))
        return zipFailed();
    return bytes;
}

} // namespace

Result<std::string> zipOf(const std::map<std::string, std::string>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    const SourcePtr memory(zip_source_buffer_create(nullptr, 0, 1, &error));
    ZipPtr archive(memory != nullptr ? zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error) : nullptr);
    zip_error_fini(&error);
    if (archive == nullptr)
        return zipFailed();
    zip_source_keep(memory.get()); // read after the archive, which owns it, is closed
    for (const auto& [name, bytes] : entries)
        if (!addEntry(archive.get(), name, bytes))
            return zipFailed();
    if (zip_close(archive.get()) < 0)
        return zipFailed();
    archive.release(); // closing has freed it
    return bytesOfSource(memory.get());
}

} // namespace protomind
