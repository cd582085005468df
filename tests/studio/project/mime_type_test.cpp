// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <regex>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

/// What a file manager looks for in a file.
struct Magic {
    std::size_t offset;
    std::string bytes;
};

std::string contentOf(const std::filesystem::path& path) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

/// "\000" as one byte, and a big32's 0x... as four.
std::string patternOf(const std::string& type, const std::string& value) {
    if (type == "string")
        return std::regex_replace(value, std::regex(R"(\\000)"), std::string(1, '\0'));
    std::uint32_t number = 0;
    EXPECT_EQ(type, "big32");
    std::from_chars(value.data() + 2, value.data() + value.size(), number, 16);
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xff);
    return bytes;
}

std::vector<Magic> magicOfProjects() {
    const std::string text = contentOf(sourceFolder() / "packaging" / "protomind.mime.xml");
    const std::regex match(R"#(<match type="(\w+)" offset="(\d+)" value="([^"]+)")#");
    std::vector<Magic> magic;
    for (std::sregex_iterator found(text.begin(), text.end(), match), end; found != end; ++found)
        magic.push_back({std::stoul((*found)[2]), patternOf((*found)[1], (*found)[3])});
    return magic;
}

bool matches(const std::vector<Magic>& magic, const std::string& content) {
    return std::ranges::all_of(magic, [&](const Magic& part) {
        return content.compare(part.offset, part.bytes.size(), part.bytes) == 0;
    });
}

class MimeType : public FolderTest {};

TEST_F(MimeType, FitsEveryProject) {
    const std::vector<Magic> magic = magicOfProjects();
    ASSERT_EQ(magic.size(), 2U);
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        ASSERT_TRUE(writeProject(path("a.protomind"), sampleProject(seed)));
        EXPECT_TRUE(matches(magic, contentOf(path("a.protomind"))));
    }
}

TEST_F(MimeType, FitsNoOtherDatabase) {
    alter(path("other.db"), "CREATE TABLE part(name TEXT)");
    const std::string content = contentOf(path("other.db"));
    ASSERT_TRUE(content.starts_with("SQLite format 3"));
    EXPECT_FALSE(matches(magicOfProjects(), content));
}

} // namespace
} // namespace protomind
