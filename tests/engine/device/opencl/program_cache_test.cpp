// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/program_cache.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace protomind {
namespace {

namespace fs = std::filesystem;

class ProgramCacheTest : public testing::Test {
protected:
    ProgramCacheTest() { fs::remove_all(m_folder); }
    ~ProgramCacheTest() override { fs::remove_all(m_folder); }

    fs::path entry() const {
        for (const auto& file : fs::directory_iterator(m_folder))
            return file.path();
        return {};
    }

    // The halves of this program run at the same time.
    fs::path m_folder = fs::path(testing::TempDir()) / fmt::format("protomind-program-cache-{}", ::getpid());
    ProgramCache m_cache{m_folder};
    const ProgramCache::Binary m_binary{1, 2, 0, 255, 7};
};

TEST_F(ProgramCacheTest, GivesBackWhatWasKeptForTheVerySameKey) {
    EXPECT_FALSE(m_cache.find("key"));
    m_cache.keep("key", m_binary);
    EXPECT_EQ(m_cache.find("key"), m_binary);
    EXPECT_FALSE(m_cache.find("another key"));
}

TEST_F(ProgramCacheTest, TakesAnEntryWithAnyBytesChangedOrCutOffForNone) {
    m_cache.keep("key", m_binary);
    const fs::path file = entry();
    std::string whole;
    {
        std::ifstream stream(file, std::ios::binary);
        whole.assign(std::istreambuf_iterator<char>(stream), {});
    }
    const auto findIn = [&](const std::string& content) {
        std::ofstream(file, std::ios::binary) << content;
        return m_cache.find("key");
    };
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x40);
        EXPECT_FALSE(findIn(damaged)) << "byte " << i;
        EXPECT_FALSE(findIn(whole.substr(0, i))) << "cut at " << i;
    }
    EXPECT_EQ(findIn(whole), m_binary);
}

TEST_F(ProgramCacheTest, DoesWithoutAFolder) {
    const ProgramCache nowhere{fs::path()};
    nowhere.keep("key", m_binary);
    EXPECT_FALSE(nowhere.find("key"));
    const ProgramCache impossible{"/proc/there/is/no/such/folder"};
    impossible.keep("key", m_binary);
    EXPECT_FALSE(impossible.find("key"));
}

} // namespace
} // namespace protomind
