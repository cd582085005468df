// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/idx_folder.h"
#include "engine/data/image_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

class ImageListTest : public testing::Test {
protected:
    void put(const std::string& name) {
        std::filesystem::create_directories((m_folder.path() / name).parent_path());
        m_folder.write(name, {});
    }
    /// Whether a limit is enough for all files and folders, and one less is not.
    void expectExactly(std::int64_t limit) const {
        EXPECT_TRUE(listImages(m_folder.path(), limit));
        const auto refused = listImages(m_folder.path(), limit - 1);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
        EXPECT_THAT(refused.error().text(),
                    HasSubstr("holds more than " + std::to_string(limit - 1) + " files and folders."));
    }

    ScratchFolder m_folder;
};

TEST_F(ImageListTest, CountsFilesAndFolders) {
    for (const char* name : {"a/1.png", "a/2.png", "b/1.png", "loose.png"})
        put(name);
    expectExactly(6);
    for (const char* name : {"c", "d", "b/deeper"}) // empty ones, too
        std::filesystem::create_directory(m_folder.path() / name);
    expectExactly(9);
}

TEST_F(ImageListTest, CountsBothSplits) {
    for (const char* name : {"train/a/1.png", "train/b/1.png", "test/a/1.png", "val/a/1.png"})
        put(name);
    expectExactly(9); // val is not looked into
}

TEST_F(ImageListTest, CountsAClassNamedTrainOnce) {
    for (const char* name : {"train/1.png", "train/2.png", "test/1.png"})
        put(name);
    expectExactly(5);
}

TEST_F(ImageListTest, StopsAtAFolderOfFoldersAlone) {
    for (int i = 0; i < 12; ++i)
        std::filesystem::create_directory(m_folder.path() / std::to_string(i));
    EXPECT_THAT(listImages(m_folder.path(), 10).error().text(), HasSubstr("more than 10 files and folders"));
}

} // namespace
} // namespace protomind
