// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/zip_directory.h"

#include "studio/exchange/limits.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace protomind {

namespace {

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kMaxCommentBytes = 65'535;
constexpr std::array kEndSign{'P', 'K', '\5', '\6'};
constexpr std::array kEntrySign{'P', 'K', '\1', '\2'};
constexpr std::array kLocalSign{'P', 'K', '\3', '\4'};
constexpr std::string_view kEndMark{kEndSign.data(), kEndSign.size()};
constexpr std::string_view kEntryMark{kEntrySign.data(), kEntrySign.size()};
constexpr std::string_view kLocalMark{kLocalSign.data(), kLocalSign.size()};
constexpr std::uint32_t kLargeMark = 0xFFFFFFFF; ///< the number stands elsewhere: ZIP64

std::unexpected<Problem> damaged() {
    return fail(ProblemKind::Input, "The archive is damaged, or it is none.");
}

std::unexpected<Problem> refuse(Sentence why, const std::string& name) {
    return fail(ProblemKind::Input, std::move(why), Sentence::name(name));
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Where the directory lies, and how many entries it has.
struct DirectoryPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t count = 0;
};

std::optional<DirectoryPlace> findDirectory(std::string_view archive) {
    if (archive.size() < kEndBytes)
        return std::nullopt;
    const std::size_t last = archive.size() - kEndBytes;
    const std::size_t first = last > kMaxCommentBytes ? last - kMaxCommentBytes : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (archive.substr(at, 4) != kEndMark ||
            at + kEndBytes + number(archive, at + 20, 2) != archive.size())
            continue;
        const DirectoryPlace place{
            .begin = number(archive, at + 16, 4), .end = at, .count = number(archive, at + 10, 2)};
        const bool whole = number(archive, at + 4, 4) == 0 && number(archive, at + 8, 2) == place.count &&
                           place.begin + std::uint64_t{number(archive, at + 12, 4)} == place.end;
        return whole ? std::optional(place) : std::nullopt;
    }
    return std::nullopt;
}

/// An entry with what only the checks need.
struct DirectoryEntry {
    ArchiveEntry entry;
    std::uint32_t flags = 0;
    std::uint32_t method = 0;
    std::uint32_t madeBy = 0;
    std::uint32_t attributes = 0;
    std::size_t local = 0; ///< where its header lies
};

std::optional<DirectoryEntry> readEntry(std::string_view archive, std::size_t& at, std::size_t end) {
    if (end - at < kEntryBytes || archive.substr(at, 4) != kEntryMark)
        return std::nullopt;
    const std::size_t nameBytes = number(archive, at + 28, 2);
    const std::size_t rest = nameBytes + number(archive, at + 30, 2) + number(archive, at + 32, 2);
    if (end - at - kEntryBytes < rest)
        return std::nullopt;
    DirectoryEntry found{.entry = {.name = std::string(archive.substr(at + kEntryBytes, nameBytes)),
                                   .packedBytes = number(archive, at + 20, 4),
                                   .bytes = number(archive, at + 24, 4)},
                         .flags = number(archive, at + 8, 2),
                         .method = number(archive, at + 10, 2),
                         .madeBy = number(archive, at + 5, 1),
                         .attributes = number(archive, at + 38, 4),
                         .local = number(archive, at + 42, 4)};
    at += kEntryBytes + rest;
    return found;
}

Result<void> checkName(const std::string& name) {
    if (name.empty() || name.size() > kMaxEntryNameBytes)
        return fail(ProblemKind::Input,
                    sentence("An entry of the archive has a name of {} bytes; 1 to {} are allowed.",
                             name.size(), kMaxEntryNameBytes));
    const bool plain = std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':' || c == 0x7F;
    });
    if (!plain || name.front() == '/')
        return fail(ProblemKind::Input, "An entry of the archive has a name that could lead out of it.");
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t slash = std::min(name.find('/', at), name.size());
        const std::string_view part = std::string_view(name).substr(at, slash - at);
        if (part == ".." || part == ".")
            return fail(ProblemKind::Input, "An entry of the archive has a name that could lead out of it.");
        at = slash + 1;
    }
    return {};
}

bool isArchiveName(const std::string& name) {
    constexpr auto endings = std::to_array<std::string_view>(
        {".zip", ".keras", ".jar", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".zst"});
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

Result<void> checkKind(const DirectoryEntry& found) {
    constexpr std::uint32_t kEncrypted = 0x2041; // bits 0, 6 and 13
    constexpr std::uint32_t kUnix = 3;
    constexpr std::uint32_t kKindMask = 0xF000;
    constexpr std::uint32_t kRegular = 0x8000;
    constexpr std::uint32_t kFolder = 0x4000;
    const std::string& name = found.entry.name;
    if ((found.flags & kEncrypted) != 0)
        return refuse("An entry of the archive is encrypted.", name);
    if (found.method != 0 && found.method != 8)
        return refuse("An entry of the archive is packed in an unusual way.", name);
    const std::uint32_t kind = (found.attributes >> 16) & kKindMask;
    if (found.madeBy == kUnix && kind != 0 && kind != kRegular && kind != kFolder)
        return refuse("An entry of the archive is a link, or no file at all.", name);
    if (isArchiveName(name))
        return refuse("An entry of the archive is an archive itself.", name);
    if (found.method == 0 && found.entry.packedBytes != found.entry.bytes)
        return damaged();
    return {};
}

Result<void> checkSize(const ArchiveEntry& entry) {
    if (entry.bytes == kLargeMark || entry.packedBytes == kLargeMark || entry.bytes > kMaxUnpackedBytes)
        return refuse("An entry of the archive is too large.", entry.name);
    if (entry.bytes > kUnpackedRatioFrom && entry.bytes / kMaxUnpackedRatio > entry.packedBytes)
        return refuse(
            sentence("An entry of the archive unpacks to more than {} times its size.", kMaxUnpackedRatio),
            entry.name);
    return {};
}

/// The bytes that an entry lies in, header and all.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::optional<Extent> extentOf(std::string_view archive, const DirectoryEntry& found, std::size_t directory) {
    if (directory < kLocalBytes || found.local > directory - kLocalBytes ||
        archive.substr(found.local, 4) != kLocalMark)
        return std::nullopt;
    const std::size_t data = found.local + kLocalBytes + number(archive, found.local + 26, 2) +
                             number(archive, found.local + 28, 2);
    const auto packed = static_cast<std::size_t>(found.entry.packedBytes);
    if (data > directory || packed > directory - data ||
        archive.substr(found.local + kLocalBytes, found.entry.name.size()) != found.entry.name)
        return std::nullopt;
    return Extent{found.local, data + packed};
}

Result<void> checkOverlaps(std::vector<Extent> extents) {
    std::ranges::sort(extents, {}, &Extent::begin);
    for (std::size_t i = 1; i < extents.size(); ++i)
        if (extents[i].begin < extents[i - 1].end)
            return fail(ProblemKind::Input, "Entries of the archive lie in each other, as in a ZIP bomb.");
    return {};
}

Result<void> checkTotal(const std::vector<ArchiveEntry>& entries, std::size_t archiveBytes) {
    std::int64_t total = 0;
    for (const ArchiveEntry& entry : entries)
        total += entry.bytes;
    if (total > kMaxUnpackedBytes)
        return fail(ProblemKind::Memory, sentence("The archive unpacks to {} MiB; at most {} are allowed.",
                                                  total >> 20, kMaxUnpackedBytes >> 20));
    if (total > kUnpackedRatioFrom && total / kMaxUnpackedRatio > static_cast<std::int64_t>(archiveBytes))
        return fail(ProblemKind::Input,
                    sentence("The archive unpacks to more than {} times its size.", kMaxUnpackedRatio));
    return {};
}

} // namespace

Result<std::vector<ArchiveEntry>> archiveDirectory(std::string_view archive) {
    const auto place = findDirectory(archive);
    if (!place)
        return damaged();
    if (place->count > kMaxZipEntries)
        return fail(ProblemKind::Input, sentence("The archive has {} entries; at most {} are allowed.",
                                                 place->count, kMaxZipEntries));
    std::vector<ArchiveEntry> entries;
    std::vector<Extent> extents;
    std::set<std::string> names;
    std::size_t at = place->begin;
    for (std::size_t i = 0; i < place->count; ++i) {
        const auto found = readEntry(archive, at, place->end);
        if (!found)
            return damaged();
        for (const auto& check : {checkName(found->entry.name), checkKind(*found), checkSize(found->entry)})
            if (!check)
                return std::unexpected(check.error());
        if (!names.insert(found->entry.name).second)
            return refuse("Two entries of the archive have the same name.", found->entry.name);
        const auto extent = extentOf(archive, *found, place->begin);
        if (!extent)
            return damaged();
        extents.push_back(*extent);
        entries.push_back(found->entry);
    }
    if (at != place->end)
        return damaged();
    for (const auto& check : {checkOverlaps(std::move(extents)), checkTotal(entries, archive.size())})
        if (!check)
            return std::unexpected(check.error());
    return entries;
}

} // namespace protomind
