// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/limits.h"
#include "studio/exchange/reader/zip_directory.h"

#include <gmock/gmock.h>

#include "attacks/zip_bytes.h"

namespace protomind {
namespace {

using testing::HasSubstr;

std::vector<ZipEntry> someEntries() {
    return {{.name = "a.json", .content = "{}"},
            {.name = "folder/b.bin", .content = std::string(5000, 'b'), .deflated = true}};
}

std::string refusal(const std::vector<ZipEntry>& entries) {
    const auto directory = archiveDirectory(zipOf(entries));
    EXPECT_FALSE(directory);
    return directory ? "" : directory.error().text();
}

TEST(ArchiveDirectory, ListsAndUnpacks) {
    const std::string archive = zipOf(someEntries());
    const auto directory = archiveDirectory(archive);
    ASSERT_TRUE(directory) << directory.error().text();
    ASSERT_EQ(directory->size(), 2u);
    EXPECT_EQ((*directory)[1].name, "folder/b.bin");
    EXPECT_EQ((*directory)[1].bytes, 5000);
    EXPECT_EQ(unpackedEntry(archive, *directory, "a.json").value(), "{}");
    EXPECT_EQ(unpackedEntry(archive, *directory, "folder/b.bin").value(), std::string(5000, 'b'));
    EXPECT_FALSE(unpackedEntry(archive, *directory, "c"));
}

TEST(ArchiveDirectory, RefusesNamesThatLeadOut) {
    for (const char* name : {"../a", "a/../../b", "/a", "a\\b", "C:a", "a\nb", "..", "a/./b"})
        EXPECT_THAT(refusal({{.name = name, .content = "x"}}), HasSubstr("lead out")) << name;
    EXPECT_THAT(refusal({{.name = std::string(300, 'a')}}), HasSubstr("300 bytes"));
    EXPECT_THAT(refusal({{.name = ""}}), HasSubstr("0 bytes"));
}

TEST(ArchiveDirectory, RefusesWhatDeceives) {
    EXPECT_THAT(refusal({{.name = "a"}, {.name = "a"}}), HasSubstr("same name"));
    EXPECT_THAT(refusal({{.name = "a", .content = "b", .externalAttributes = 0xA1FF0000}}),
                HasSubstr("link"));
    EXPECT_THAT(refusal({{.name = "a", .content = "b", .flags = 1}}), HasSubstr("encrypted"));
    EXPECT_THAT(refusal({{.name = "a.zip", .content = "b"}}), HasSubstr("archive itself"));
    const std::string large(std::size_t{11} << 20, '\0');
    EXPECT_THAT(refusal({{.name = "a", .content = large, .deflated = true}}), HasSubstr("100 times"));
    EXPECT_THAT(refusal({{.name = "a", .content = "b", .deflated = true, .saidSize = 0xFFFFFFFF}}),
                HasSubstr("too large"));
    EXPECT_FALSE(archiveDirectory(zipOf({{.name = "a", .content = std::string(500, 'x')},
                                         {.name = "b", .content = "b", .sharesDataOf = 0}})));
    EXPECT_THAT(refusal(std::vector<ZipEntry>(kMaxZipEntries + 1, {.name = "a"})), HasSubstr("1001 entries"));
}

TEST(ArchiveDirectory, NoticesSizesThatAreLies) {
    const std::string archive = zipOf({{.name = "a", .content = "hello", .deflated = true, .saidSize = 3}});
    const auto directory = archiveDirectory(archive);
    EXPECT_FALSE(directory && unpackedEntry(archive, *directory, "a"));
}

/// Cut off or changed anywhere, it is refused, or read as what it says; nothing crashes.
TEST(ArchiveDirectory, SurvivesDamage) {
    const std::string archive = zipOf(someEntries());
    for (std::size_t length = 0; length < archive.size(); ++length)
        EXPECT_FALSE(archiveDirectory(archive.substr(0, length))) << length;
    for (std::size_t at = 0; at < archive.size(); ++at) {
        std::string changed = archive;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto directory = archiveDirectory(changed);
        if (!directory)
            continue;
        for (const ArchiveEntry& entry : *directory) {
            const auto bytes = unpackedEntry(changed, *directory, entry.name);
            EXPECT_TRUE(!bytes || std::ssize(*bytes) == entry.bytes) << at;
        }
    }
}

} // namespace
} // namespace protomind
