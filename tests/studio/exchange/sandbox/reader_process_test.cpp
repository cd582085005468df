// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/reader_process.h"
#include "studio/exchange/sandbox/sandbox.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "hostile_reader/hostile_parsers.h"

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReaderProcess : public testing::Test {
protected:
    ReaderProcess() {
        std::string pattern = (std::filesystem::temp_directory_path() / "protomind-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        put("some bytes");
    }
    ~ReaderProcess() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::filesystem::path path() const { return m_folder / "file"; }
    void put(const std::string& bytes) const {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
    }
    static std::filesystem::path hostileReader() {
        return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "hostile_reader";
    }
    [[nodiscard]] Result<TensorFile> readBy(std::string_view parser,
                                            std::chrono::milliseconds time = std::chrono::seconds(60)) const {
        return readByProcess(
            {.program = hostileReader(), .parser = std::string(parser), .time = time, .answerBytes = 1 << 20},
            path());
    }
    [[nodiscard]] Problem problemOf(std::string_view parser,
                                    std::chrono::milliseconds time = std::chrono::seconds(60)) const {
        const auto answer = readBy(parser, time);
        return answer ? Problem{} : answer.error();
    }

private:
    std::filesystem::path m_folder;
};

TEST_F(ReaderProcess, GivesWhatWasFound) {
    const auto answer = readBy("echo");
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->tensors.at("bytes").bytes, "some bytes");
    EXPECT_EQ(answer->metadata.at("length"), "10");
    put("");
    ASSERT_TRUE(readBy("echo"));
    put(std::string(1 << 20, 'x')); // more than a pipe holds at once
    EXPECT_EQ(readBy("echo").value().tensors.at("bytes").bytes, std::string(1 << 20, 'x'));
}

/// Every right that an attack would want: it is there outside, and missing inside. Libraries that look for a
/// file are told that there is none; everything else is the end.
TEST_F(ReaderProcess, HasNoRights) {
    for (const ReaderParser& parser : forbiddenParsers()) {
        const auto outside = parser.parse("");
        EXPECT_TRUE(outside) << parser.name << ": " << outside.error().text();
        const Problem problem = problemOf(parser.name);
        EXPECT_EQ(problem.kind, ProblemKind::Input) << parser.name;
        const bool isTold = parser.name == "open-file" || parser.name == "current-folder";
        EXPECT_THAT(problem.sentence, HasSubstr(isTold ? "No such file or directory" : "no right to"))
            << parser.name;
    }
}

TEST_F(ReaderProcess, MayCrash) {
    for (const char* parser : {"write-to-nowhere", "throwing", "leaving"}) {
        const Problem problem = problemOf(parser);
        EXPECT_EQ(problem.kind, ProblemKind::Input) << parser;
        EXPECT_THAT(problem.sentence, HasSubstr("This file is damaged")) << parser;
        EXPECT_EQ(problem.where, path().string()) << parser;
    }
    EXPECT_FALSE(problemOf("crash").sentence.empty());
    EXPECT_THAT(problemOf("no such parser").sentence, HasSubstr("can't be run"));
}

TEST_F(ReaderProcess, MayNotTakeAllMemory) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "The sanitizer's own memory knows no such limit.";
#endif
    for (const char* parser : {"all-memory", "much-memory-at-once"}) {
        const Problem problem = problemOf(parser);
        EXPECT_EQ(problem.kind, ProblemKind::Memory) << parser;
        EXPECT_THAT(problem.sentence, HasSubstr("more memory")) << parser;
    }
}

TEST_F(ReaderProcess, MayNotRunForEver) {
    for (const char* parser : {"for-ever", "silent-for-ever"}) {
        const Problem problem = problemOf(parser, std::chrono::milliseconds(500));
        EXPECT_EQ(problem.kind, ProblemKind::Memory) << parser;
        EXPECT_THAT(problem.sentence, HasSubstr("given up after 0.5 seconds")) << parser;
    }
}

TEST_F(ReaderProcess, IsNotBelieved) {
    EXPECT_THAT(problemOf("lying").sentence, HasSubstr("reading it failed"));
    EXPECT_THAT(problemOf("promising-more").sentence, HasSubstr("reading it failed"));
    const Problem problem = problemOf("promising-much");
    EXPECT_EQ(problem.kind, ProblemKind::Memory);
    EXPECT_THAT(problem.sentence, HasSubstr("more in this file than 1 MiB"));
}

TEST_F(ReaderProcess, SaysWhyAFileWasRefused) {
    const Problem problem = problemOf("refusing");
    EXPECT_EQ(problem.kind, ProblemKind::Unsupported);
    EXPECT_EQ(problem.sentence, "There is no  [31m\"layer\"  here.");
    EXPECT_EQ(problem.sentence.arguments().size(), 1U); // so that it can be said in other languages
    EXPECT_EQ(problem.remedy, "Do something else.");
}

TEST_F(ReaderProcess, LeavesNothingBehind) {
    const auto open = [] { return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}); };
    const auto before = open();
    for (const char* parser : {"echo", "crash", "leaving", "lying", "refusing", "promising-much"})
        static_cast<void>(readBy(parser));
    static_cast<void>(readBy("for-ever", std::chrono::milliseconds(50)));
    EXPECT_EQ(open(), before);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1); // no child is left
    EXPECT_EQ(errno, ECHILD);
}

TEST_F(ReaderProcess, IsStartedFromAnyThread) {
    std::vector<std::thread> threads;
    std::array<bool, 4> right{};
    for (std::size_t i = 0; i < right.size(); ++i) {
        threads.emplace_back([&, i] {
            right[i] = true;
            for (int times = 0; times < 5; ++times) {
                const auto answer = readBy(i % 2 == 0 ? "echo" : "open-file");
                right[i] = right[i] && answer.has_value() == (i % 2 == 0);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(right, testing::Each(true));
}

TEST_F(ReaderProcess, WorksWhereStandardFilesAreClosed) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(STDIN_FILENO);
        ::close(STDOUT_FILENO);
        const auto answer = readBy("echo");
        ::_exit(answer && answer->tensors.at("bytes").bytes == "some bytes" ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}

TEST_F(ReaderProcess, WorksWhereNobodyMindsChildren) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGCHLD, SIG_IGN);
        ::_exit(readBy("echo") && !readBy("crash") ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}

TEST_F(ReaderProcess, SaysThatTheReaderIsMissing) {
    const auto answer = readByProcess({.program = "/nowhere/reader", .parser = "echo"}, path());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ProblemKind::Unsupported);
    EXPECT_THAT(answer.error().sentence, HasSubstr("missing"));
    EXPECT_THAT(answer.error().where, HasSubstr("/nowhere/reader"));
}

TEST_F(ReaderProcess, OnlyFilesAreRead) {
    const auto answer = readByProcess({.program = hostileReader(), .parser = "echo"}, path().parent_path());
    ASSERT_FALSE(answer);
    EXPECT_THAT(answer.error().sentence, HasSubstr("no file"));
}

/// The real reader is found, and refuses what is none.
TEST_F(ReaderProcess, TheReaderIsThere) {
    const auto answer = readInSandbox("onnx", path());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ProblemKind::Input);
    EXPECT_THAT(answer.error().sentence, Not(HasSubstr("reading it failed")));
}

} // namespace
} // namespace protomind
