// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program trains without a window and is killed while it saves what was learned.
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"

#include <gmock/gmock.h>

#include <iostream>

#include "faults/built_programs.h"
#include "faults/fault_content.h"
#include "faults/traced_program.h"
#include "needed_tool.h"
#include "whole_run.h"

namespace protomind {
namespace {

namespace fs = std::filesystem;

class ProgramKillTest : public FolderTest {
protected:
    void SetUp() override {
        if (!TracedProgram::isPossible())
            PROTOMIND_TOOL_IS_MISSING("strace is missing or may not trace here, so nothing can be killed.");
    }

    [[nodiscard]] fs::path file() const { return path("home/a.protomind"); }
    [[nodiscard]] TracedProgram program() const {
        return {{kProgram, "train", "playground", "--steps", "20", "--threads", "1", "--fresh", "-o",
                 file().string()},
                path("")};
    }
    void setUpAnew() const {
        fs::remove_all(path("home"));
        fs::create_directory(path("home"));
        ASSERT_TRUE(writeProject(file(), faultContent(kOldSeed, ContentSize::Small)));
    }
    [[nodiscard]] std::string contentOf(const fs::path& saved, const ProjectContent& learned) const {
        if (!fs::exists(saved))
            return "absent";
        const Result<ProjectContent> read = readProject(saved);
        if (!read)
            return read.error().text();
        if (!read->notices.empty() || !read->checkpoint)
            return "not whole";
        // The same seed learns the same; only how long it took differs.
        if (read->checkpoint->variables == learned.checkpoint->variables)
            return "new";
        const ProjectContent old = faultContent(kOldSeed, ContentSize::Small);
        return same(*read->checkpoint, *old.checkpoint) ? "old" : "something else";
    }
};

TEST_F(ProgramKillTest, WhatWasLearnedIsInTheFileWhollyOrTheOldOneIs) {
    setUpAnew();
    const std::vector<SystemCall> calls = program().callsInto(path("home"));
    ASSERT_GT(calls.size(), 10u);
    const Result<ProjectContent> learned = readProject(file());
    ASSERT_TRUE(learned && learned->checkpoint);
    const std::vector<SystemCall> ends = isWholeRun() ? calls : sampled(calls, 1);
    std::size_t old = 0;
    for (const SystemCall& call : ends) {
        SCOPED_TRACE(call.name + " " + std::to_string(call.number));
        setUpAnew();
        EXPECT_TRUE(program().killedAt(call).killed);
        const std::string saved = contentOf(file(), *learned);
        EXPECT_THAT(saved, testing::AnyOf("old", "new"));
        EXPECT_THAT(contentOf(file().string() + "~", *learned), testing::AnyOf("absent", "old"));
        old += saved == "old" ? 1 : 0;
    }
    EXPECT_GT(old, 0u);
    // The next save clears up.
    ASSERT_TRUE(writeProject(file(), *learned));
    for (const auto& entry : fs::directory_iterator(path("home")))
        EXPECT_THAT(entry.path().filename().string(), testing::AnyOf("a.protomind", "a.protomind~"));
    std::cout << "train: " << calls.size() << " calls, killed at " << ends.size() << "\n";
    RecordProperty("train", static_cast<int>(ends.size()));
}

} // namespace
} // namespace protomind
