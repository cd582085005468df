// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/model_file.h"

#include <gmock/gmock.h>

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace protomind {
namespace {

using testing::HasSubstr;

class ModelFile : public testing::Test {
protected:
    ModelFile() {
        std::string pattern = (std::filesystem::temp_directory_path() / "protomind-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    ~ModelFile() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::filesystem::path path(const char* name) const { return m_folder / name; }

private:
    std::filesystem::path m_folder;
};

TEST_F(ModelFile, IsReadWhole) {
    const std::string bytes("a\0b\nc", 5);
    std::ofstream(path("a"), std::ios::binary) << bytes;
    EXPECT_EQ(readModelFile(path("a")).value(), bytes);
    std::ofstream(path("empty"));
    EXPECT_EQ(readModelFile(path("empty")).value(), "");
}

TEST_F(ModelFile, IsNoFolderPipeOrDevice) {
    EXPECT_THAT(readModelFile(path("")).error().sentence, HasSubstr("no file"));
    ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
    EXPECT_THAT(readModelFile(path("pipe")).error().sentence, HasSubstr("no file")); // and nothing waits
    EXPECT_THAT(readModelFile("/dev/zero").error().sentence, HasSubstr("no file"));
    EXPECT_THAT(readModelFile(path("missing")).error().sentence, HasSubstr("no such file"));
}

TEST_F(ModelFile, IsNotLargerThanTheLimit) {
    std::ofstream(path("a")) << "x";
    std::filesystem::resize_file(path("a"), kMaxModelFileBytes + 1); // sparse: takes no room
    const auto read = readModelFile(path("a"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ProblemKind::Memory);
    EXPECT_THAT(read.error().sentence, HasSubstr("512 MiB"));
    EXPECT_THAT(read.error().where, HasSubstr(path("a").string()));
}

TEST_F(ModelFile, IsClosedInOtherProgramsAndAfterwards) {
    std::ofstream(path("a")) << "x";
    int descriptor = -1;
    {
        const auto file = openModelFile(path("a"));
        ASSERT_TRUE(file);
        EXPECT_EQ(file->size(), 1);
        descriptor = file->descriptor();
        EXPECT_EQ(fcntl(descriptor, F_GETFD), FD_CLOEXEC);
    }
    EXPECT_EQ(fcntl(descriptor, F_GETFD), -1);
}

} // namespace
} // namespace protomind
