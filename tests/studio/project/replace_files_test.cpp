// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/failing_file_system.h"
#include "studio/project/sample_project.h"

#include <gmock/gmock.h>

#include <fstream>

namespace protomind {
namespace {

using Failure = FailingFileSystem::Failure;
using testing::AnyOf;
using testing::IsEmpty;

class ReplaceFilesTest : public FolderTest {
protected:
    void write(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream stream(path(name));
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    /// What a person would not expect there.
    [[nodiscard]] std::vector<std::string> litter() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path(""))) {
            const std::string name = entry.path().filename().string();
            if (name != "a" && name != "b" && name != "other")
                names.push_back(name);
        }
        return names;
    }
    static std::vector<NewFile> fresh() {
        const auto filled = [](const char* text) {
            return [text](const std::filesystem::path& place) -> Result<void> {
                std::ofstream(place) << text;
                return {};
            };
        };
        return {{"a", filled("new a")}, {"b", filled("new b")}};
    }
};

TEST_F(ReplaceFilesTest, WritesAllAndLeavesOthers) {
    write("a", "old a");
    write("other", "mine");
    DiskFileSystem disk;
    ASSERT_TRUE(replaceFiles(disk, path(""), fresh()));
    EXPECT_EQ(read("a"), "new a");
    EXPECT_EQ(read("b"), "new b");
    EXPECT_EQ(read("other"), "mine");
    EXPECT_THAT(litter(), IsEmpty());
}

TEST_F(ReplaceFilesTest, AFailureLeavesWholeFilesAndNoLitter) {
    for (const Failure failure : {Failure::Error, Failure::KillBefore, Failure::KillAfter}) {
        for (int call = 0;; ++call) {
            ASSERT_LT(call, 20);
            write("a", "old a");
            write("b", "old b");
            FailingFileSystem files(call, failure);
            bool failed = true;
            try {
                failed = !replaceFiles(files, path(""), fresh());
                EXPECT_THAT(litter(), IsEmpty()) << call;
            } catch (const Killed&) {
            }
            EXPECT_THAT(read("a"), AnyOf("old a", "new a")) << call;
            EXPECT_THAT(read("b"), AnyOf("old b", "new b")) << call;
            if (read("b") == "new b") {
                EXPECT_EQ(read("a"), "new a") << "one after the other";
            }
            removeLitter(path(""));
            EXPECT_THAT(litter(), IsEmpty()) << "what the next one tidies up";
            if (files.calls() <= call) {
                EXPECT_FALSE(failed);
                break;
            }
        }
    }
}

TEST_F(ReplaceFilesTest, AWriterThatFailsChangesNothing) {
    write("a", "old a");
    std::vector<NewFile> files = fresh();
    files[1].write = [](const std::filesystem::path&) -> Result<void> {
        return fail(ProblemKind::Unsupported, "No.");
    };
    DiskFileSystem disk;
    const auto replaced = replaceFiles(disk, path(""), files);
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.error().sentence, "No.");
    EXPECT_EQ(read("a"), "old a");
    EXPECT_FALSE(std::filesystem::exists(path("b")));
    EXPECT_THAT(litter(), IsEmpty());
}

} // namespace
} // namespace protomind
