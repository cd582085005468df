// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window of the real program is killed with edits that are in no file yet, and while it saves them; the
// next start offers what is not saved.
#include "studio/network/template.h"
#include "studio/project/project_file.h"
#include "studio/project/sample_project.h"
#include "studio/project/working_copy.h"

#include <gmock/gmock.h>

#include <array>
#include <fstream>
#include <iostream>
#include <optional>
#include <poll.h>
#include <sys/inotify.h>
#include <tuple>
#include <unistd.h>

#include "faults/built_programs.h"
#include "faults/driven_window.h"
#include "faults/traced_program.h"
#include "needed_tool.h"
#include "patience.h"
#include "whole_run.h"

namespace protomind {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKillsInTheShortRun = 4;
/// What saving is made of: a kill before one of each is a state of its own on the disk.
constexpr std::array kSteps = {"pwrite64", "fsync", "fdatasync", "link", "linkat", "rename", "unlink"};

/// Hears of every write to what is in a folder's folders.
class FolderWatch {
public:
    explicit FolderWatch(const fs::path& folder)
        : m_watch(::inotify_init1(IN_CLOEXEC)) {
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.is_directory())
                ::inotify_add_watch(m_watch, entry.path().c_str(), IN_MODIFY | IN_CREATE | IN_MOVED_TO);
    }
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;
    ~FolderWatch() { ::close(m_watch); }

    /// False where nothing is written for a long time.
    [[nodiscard]] bool next() const {
        pollfd written{m_watch, POLLIN, 0};
        std::array<char, 4096> events{};
        return ::poll(&written, 1, kPatienceMilliseconds) > 0 &&
               ::read(m_watch, events.data(), events.size()) > 0;
    }

private:
    int m_watch;
};

class WindowKillTest : public FolderTest {
protected:
    [[nodiscard]] fs::path file() const { return path("home/a.protomind"); }
    [[nodiscard]] fs::path state() const { return path("state/protomind"); }
    [[nodiscard]] std::vector<std::string> program() const { return {kProgram, file().string()}; }

    void setUpAnew() const {
        for (const char* name : {"home", "state", "config", "cache", "data", "look"})
            fs::remove_all(path(name));
        fs::create_directory(path("home"));
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment.network = source->make();
        content.experiment.data = source->data;
        content.experiment.training = source->training;
        ASSERT_TRUE(writeProject(file(), content));
    }

    /// "old": with its layers. "new": they were removed. Else why it can't be read.
    static std::string nameOf(const Result<ProjectContent>& content) {
        if (!content)
            return content.error().text();
        return content->experiment.network.layers().empty() ? "new" : "old";
    }
    [[nodiscard]] std::string contentOf(const fs::path& saved) const {
        return fs::exists(saved) ? nameOf(readProject(saved)) : "absent";
    }

    /// Opens the file and removes every layer. What it keeps of that is on its way to the disk then, and
    /// comes before all that is asked of the disk later.
    [[nodiscard]] static bool edit(DrivenWindow& window) {
        return window.does("title a.protomind saved") && window.does("key canvas Ctrl+A") &&
               window.does("key canvas Del") && window.does("title a.protomind modified") &&
               window.does("rest keepTimer");
    }

    /// Whether a crash now would leave the edits to be offered, seen in a copy of what is on disk.
    [[nodiscard]] bool isKept(DrivenWindow& window) const {
        fs::remove_all(path("look"));
        window.whileFrozen([this] { fs::copy(state(), path("look"), fs::copy_options::recursive); });
        return !leftovers(path("look")).empty();
    }
    [[nodiscard]] bool waitUntilKept(DrivenWindow& window) const {
        const FolderWatch watch(state() / "working-copies");
        while (!isKept(window))
            if (!watch.next())
                return false;
        return true;
    }

    /// A new start offers the edits; taken up and saved they are in the file.
    void expectOffered() const {
        DrivenWindow window({kProgram}, path(""));
        ASSERT_TRUE(window.does("await recoveryList")) << "It is not offered.";
        ASSERT_TRUE(window.does("click recoverButton"));
        ASSERT_TRUE(window.does("title a.protomind modified"));
        ASSERT_TRUE(window.does("key canvas Ctrl+S"));
        ASSERT_TRUE(window.does("title a.protomind saved"));
        window.kill();
        expectNothingMore();
    }
    void expectNothingMore() const {
        EXPECT_TRUE(leftovers(state()).empty());
        for (const auto& entry : fs::directory_iterator(path("home")))
            EXPECT_THAT(entry.path().filename().string(), testing::AnyOf("a.protomind", "a.protomind~"));
    }

    /// The calls that saving is made of, one of each kind among them.
    [[nodiscard]] std::vector<SystemCall> callsOfSaving() const {
        const TracedProgram traced(program(), path(""));
        const fs::path log = path("calls");
        {
            DrivenWindow window(traced.wordsLoggingTo(log), path(""));
            if (!edit(window) || !window.does("key canvas Ctrl+S") || !window.does("title a.protomind saved"))
                return {};
        }
        std::vector<SystemCall> calls = callsInto(path("home"), log);
        std::erase_if(calls, [](const SystemCall& call) {
            return std::ranges::find(kSteps, call.name) == kSteps.end();
        });
        return isWholeRun() ? calls : sampled(calls, 1);
    }
};

TEST_F(WindowKillTest, OnlyAKilledProgramCountsAsKilled) {
    const auto killed = [this](const char* shell, int patience) {
        return DrivenWindow({"sh", "-c", shell}, path("")).wasKilled(patience);
    };
    EXPECT_TRUE(killed("kill -KILL $$", kPatienceMilliseconds));
    EXPECT_FALSE(killed("exit 1", kPatienceMilliseconds));
    EXPECT_FALSE(killed("kill -TERM $$", kPatienceMilliseconds));
    EXPECT_FALSE(killed("cat", 0)) << "It hangs.";
}

TEST_F(WindowKillTest, EditsThatAreInNoFileYetAreOffered) {
    for (const bool editing : {false, true}) {
        SCOPED_TRACE(editing ? "in the middle of editing" : "at rest");
        setUpAnew();
        DrivenWindow window(program(), path(""));
        ASSERT_TRUE(edit(window));
        ASSERT_TRUE(waitUntilKept(window));
        if (editing) {
            ASSERT_TRUE(window.does("key canvas Ctrl+Z"));
        }
        window.kill();
        EXPECT_EQ(contentOf(file()), "old");
        expectOffered();
        // The last step before the end may be lost, or not.
        EXPECT_THAT(contentOf(file()), editing ? testing::AnyOf("old", "new") : testing::AnyOf("new", "new"));
        EXPECT_EQ(contentOf(file().string() + "~"), "old");
    }
}

TEST_F(WindowKillTest, KilledWhileItSavesTheFileIsOldOrNewAndTheEditsAreThere) {
    if (!TracedProgram::isPossible())
        PROTOMIND_TOOL_IS_MISSING("strace is missing or may not trace here, so no call can be made to fail.");
    setUpAnew();
    std::vector<SystemCall> calls = callsOfSaving();
    ASSERT_GE(calls.size(), kKillsInTheShortRun);
    if (!isWholeRun())
        calls.resize(kKillsInTheShortRun);
    for (const SystemCall& call : calls) {
        SCOPED_TRACE(call.name + " " + std::to_string(call.number));
        setUpAnew();
        {
            DrivenWindow window(TracedProgram(program(), path("")).wordsKilledAt(call), path(""));
            ASSERT_TRUE(edit(window));
            ASSERT_FALSE(window.does("key canvas Ctrl+S") && window.does("title a.protomind saved"))
                << "It was not killed.";
            EXPECT_TRUE(window.wasKilled()) << "It hung, or ended in another way.";
        }
        const std::string saved = contentOf(file());
        EXPECT_THAT(saved, testing::AnyOf("old", "new"));
        EXPECT_THAT(contentOf(file().string() + "~"), testing::AnyOf("absent", "old"));
        // Also where it ended before it noted that it had saved.
        if (!leftovers(state()).empty()) {
            EXPECT_EQ(saved, "old") << "What was saved is offered all the same.";
            expectOffered();
            EXPECT_EQ(contentOf(file()), "new");
        } else {
            EXPECT_EQ(saved, "new") << "What was not saved is not offered either.";
            expectNothingMore();
        }
        if (HasFatalFailure())
            return;
    }
    std::cout << "window: killed at " << calls.size() << " calls of its saving\n";
    RecordProperty("window", static_cast<int>(calls.size()));
}

} // namespace
} // namespace protomind
