// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/saving_scene.h"

#include "studio/project/project_file.h"
#include "studio/project/working_copy.h"

#include <gmock/gmock.h>

#include "faults/built_programs.h"
#include "needed_tool.h"

namespace protomind {

namespace {

namespace fs = std::filesystem;

/// Calls of each name that are tried where the project is large.
constexpr std::size_t kCallsOfLarge = 4;

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        names.push_back(entry.path().filename().string());
    return names;
}

} // namespace

std::vector<ContentSize> savingSizes() {
    if (isWholeRun())
        return {ContentSize::Small, ContentSize::Large};
    return {ContentSize::Small};
}

std::string sizeName(const testing::TestParamInfo<ContentSize>& test) {
    return test.param == ContentSize::Small ? "small" : "large";
}

std::vector<SystemCall> SavingScene::chosen(const std::vector<SystemCall>& calls, std::size_t ofEachName) {
    if (!isWholeRun())
        return sampled(calls, ofEachName);
    return GetParam() == ContentSize::Small ? calls : sampled(calls, kCallsOfLarge);
}

void SavingScene::SetUp() {
    if (!TracedProgram::isPossible())
        PROTOMIND_TOOL_IS_MISSING("strace is missing or may not trace here, so no call can be made to fail.");
    m_older = faultContent(kOlderSeed, GetParam());
    m_old = faultContent(kOldSeed, GetParam());
    m_new = faultContent(kNewSeed, GetParam());
    fs::create_directory(path("kept"));
    ASSERT_TRUE(writeProject(path("kept/a.protomind"), m_older));
    ASSERT_TRUE(writeProject(path("kept/a.protomind"), m_old));
}

void SavingScene::setUpAnew() const {
    for (const char* name : {"home", "other", "state"})
        fs::remove_all(path(name));
    fs::copy(path("kept"), path("home"));
    fs::create_directory(path("other"));
}

TracedProgram SavingScene::program(const std::string& work) const {
    return {{kFaultSubject, work, path("").string(), GetParam() == ContentSize::Large ? "large" : "small"},
            path("")};
}

std::string SavingScene::contentOf(const fs::path& file) const {
    if (!fs::exists(file))
        return "absent";
    const Result<ProjectContent> read = readProject(file);
    if (!read)
        return read.error().text();
    if (!read->notices.empty())
        return read->notices.front();
    // Checkpoints are what differs most.
    const auto is = [&](const ProjectContent& content) {
        return read->experiment.training == content.experiment.training &&
               same(*read->checkpoint, *content.checkpoint);
    };
    return is(m_old) ? "old" : is(m_new) ? "new" : is(m_older) ? "older" : "something else";
}

void SavingScene::expectWhole() const {
    EXPECT_THAT(contentOf(file()), testing::AnyOf("old", "new"));
    EXPECT_THAT(contentOf(file().string() + "~"), testing::AnyOf("older", "old"));
    EXPECT_THAT(contentOf(elsewhere()), testing::AnyOf("absent", "new"));
}

void SavingScene::expectNothingLostAndNoLitter() const {
    const bool saved = contentOf(file()) == "new" || contentOf(elsewhere()) == "new";
    const std::vector<Leftover> found = leftovers(state());
    EXPECT_LE(found.size(), 1u);
    if (found.empty()) {
        EXPECT_TRUE(saved) << "What was not saved is not offered either.";
    } else {
        ASSERT_FALSE(found[0].damaged);
        Result<WorkingCopy> copy = WorkingCopy::recover(found[0]);
        ASSERT_TRUE(copy) << copy.error().text();
        const Result<ProjectContent> content = copy->content();
        ASSERT_TRUE(content) << content.error().text();
        EXPECT_EQ(content->experiment.training, m_new.experiment.training);
        EXPECT_TRUE(content->checkpoint && same(*content->checkpoint, *m_new.checkpoint));
        copy->discard();
    }
    expectNoLitter();
}

void SavingScene::expectKeptWhollyOrNotAtAll() const {
    EXPECT_EQ(contentOf(file()), "old");
    for (const Leftover& leftover : leftovers(state())) {
        ASSERT_FALSE(leftover.damaged);
        Result<WorkingCopy> copy = WorkingCopy::recover(leftover);
        ASSERT_TRUE(copy) << copy.error().text();
        const Result<ProjectContent> content = copy->content();
        ASSERT_TRUE(content) << content.error().text();
        EXPECT_TRUE(content->notices.empty());
        EXPECT_EQ(content->experiment.training, m_new.experiment.training);
        EXPECT_TRUE(content->checkpoint && (same(*content->checkpoint, *m_old.checkpoint) ||
                                            same(*content->checkpoint, *m_new.checkpoint)));
        copy->discard();
    }
    expectNoLitter();
}

void SavingScene::expectNoLitter() const {
    for (const std::string& name : namesIn(path("home")))
        EXPECT_THAT(name, testing::AnyOf("a.protomind", "a.protomind~"));
    for (const std::string& name : namesIn(path("other")))
        EXPECT_THAT(name, testing::AnyOf("b.protomind", "b.protomind~"));
    EXPECT_THAT(namesIn(state() / "working-copies"), testing::IsEmpty());
}

} // namespace protomind
