// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/idx_file.h"

#include "engine/data/limits.h"
#include "engine/data/unpacked_file.h"

#include <fmt/core.h>

#include <array>

namespace protomind {
namespace {

constexpr std::uint8_t kUnsignedBytes = 0x08;

std::unexpected<Problem> damaged(Sentence sentence, const std::filesystem::path& path) {
    return fail(ProblemKind::Input, std::move(sentence), path.string());
}

struct IdxContent {
    std::vector<std::uint64_t> sizes;
    std::vector<std::uint8_t> bytes;
};

/// Reads magic number and sizes; content says what is expected, for the sentences.
Result<std::vector<std::uint64_t>> readHeader(UnpackedFile& file, std::size_t axes, const char* content,
                                              const std::filesystem::path& path) {
    std::array<std::uint8_t, 4> magic{};
    const Result<std::size_t> got = file.read(magic);
    if (!got)
        return std::unexpected(got.error());
    if (*got < magic.size() || magic[0] != 0 || magic[1] != 0)
        return damaged(sentence("This is not an IDX file of {}.", content), path);
    if (magic[2] != kUnsignedBytes)
        return damaged(
            sentence("The items have type 0x{:02x}; {} are unsigned bytes (0x08).", magic[2], content), path);
    if (magic[3] != axes)
        return damaged(sentence("The file has {} axes; {} have {}.", magic[3], content, axes), path);

    std::vector<std::uint64_t> sizes;
    for (std::size_t axis = 0; axis < axes; ++axis) {
        std::array<std::uint8_t, 4> bytes{};
        const Result<std::size_t> read = file.read(bytes);
        if (!read)
            return std::unexpected(read.error());
        if (*read < bytes.size())
            return damaged("The file ends within its header.", path);
        sizes.push_back((std::uint64_t{bytes[0]} << 24) | (std::uint64_t{bytes[1]} << 16) |
                        (std::uint64_t{bytes[2]} << 8) | std::uint64_t{bytes[3]});
    }
    return sizes;
}

/// The number of bytes that the items take, where the limits and the file's size allow it.
Result<std::uint64_t> checkedSize(const std::vector<std::uint64_t>& sizes, const UnpackedFile& file,
                                  const std::filesystem::path& path) {
    if (sizes[0] == 0)
        return damaged("The file is empty: its header says 0 items.", path);
    if (sizes[0] > kMaxIdxItems)
        return damaged(sentence("The header says {} items; at most {} are read.", sizes[0], kMaxIdxItems),
                       path);
    std::uint64_t total = sizes[0];
    for (std::size_t axis = 1; axis < sizes.size(); ++axis) {
        if (sizes[axis] == 0 || sizes[axis] > kMaxIdxSide)
            return damaged(
                sentence("The header says a side of {} pixels; 1 to {} are read.", sizes[axis], kMaxIdxSide),
                path);
        total *= sizes[axis]; // At most 2^24 * 2^14 * 2^14: no overflow.
    }
    if (total > kMaxIdxItemBytes)
        return damaged(sentence("The items would take {} MiB; at most {} are read.", total >> 20,
                                kMaxIdxItemBytes >> 20),
                       path);
    if (total > file.largestSize())
        return damaged(
            sentence("The file is cut off: its header promises {} bytes, more than it can hold.", total),
            path);
    return total;
}

Result<IdxContent> readContent(const std::filesystem::path& path, std::size_t axes, const char* content) {
    Result<UnpackedFile> file = UnpackedFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    Result<std::vector<std::uint64_t>> sizes = readHeader(*file, axes, content, path);
    if (!sizes)
        return std::unexpected(sizes.error());
    const Result<std::uint64_t> total = checkedSize(*sizes, *file, path);
    if (!total)
        return std::unexpected(total.error());

    IdxContent result{std::move(*sizes), std::vector<std::uint8_t>(static_cast<std::size_t>(*total))};
    const Result<std::size_t> got = file->read(result.bytes);
    if (!got)
        return std::unexpected(got.error());
    if (*got < result.bytes.size())
        return damaged(sentence("The file is cut off: {} of {} bytes are there.", *got, result.bytes.size()),
                       path);
    // One byte more is asked for: it finds the end, and with it the checksum, or what should not be there.
    std::uint8_t beyond = 0;
    const Result<std::size_t> more = file->read({&beyond, 1});
    if (!more)
        return std::unexpected(more.error());
    if (*more > 0)
        return damaged(sentence("The file goes on after the {} items of its header.", result.sizes[0]), path);
    return result;
}

} // namespace

Result<IdxImages> readIdxImages(const std::filesystem::path& path) {
    Result<IdxContent> content = readContent(path, 3, "images");
    if (!content)
        return std::unexpected(content.error());
    return IdxImages{static_cast<std::int64_t>(content->sizes[0]),
                     static_cast<std::int64_t>(content->sizes[1]),
                     static_cast<std::int64_t>(content->sizes[2]), std::move(content->bytes)};
}

Result<std::vector<std::uint8_t>> readIdxLabels(const std::filesystem::path& path) {
    Result<IdxContent> content = readContent(path, 1, "labels");
    if (!content)
        return std::unexpected(content.error());
    return std::move(content->bytes);
}

} // namespace protomind
