// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/passing_folder.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>

namespace protomind {
namespace {

TEST(PassingFolders, AreGoneWithAllThatIsInThem) {
    std::filesystem::path path;
    {
        const PassingFolder one(std::filesystem::temp_directory_path());
        const PassingFolder other(std::filesystem::temp_directory_path());
        path = one.path();
        ASSERT_FALSE(path.empty());
        EXPECT_NE(path, other.path());
        std::filesystem::create_directories(path / "a" / "b");
        std::ofstream(path / "a" / "b" / "c") << "c";
        EXPECT_TRUE(std::filesystem::exists(path / "a" / "b" / "c"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(PassingFolders, SayWhyTheyCantBeMade) {
    const PassingFolder folder("/proc/nowhere");
    EXPECT_TRUE(folder.path().empty());
    EXPECT_EQ(folder.error(), ENOENT);
}

} // namespace
} // namespace protomind
