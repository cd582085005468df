// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_reader/hostile_parsers.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <new>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace protomind {

namespace {

using Answer = Result<ReaderAnswer>;

Answer done(bool worked) {
    if (worked)
        return ReaderAnswer{.metadata = {{"done", "yes"}}, .tensors = {}, .storage = {}};
    return fail(ProblemKind::Input, sentence("It failed: {:s}", std::strerror(errno)));
}

bool closed(int descriptor) {
    return descriptor >= 0 && ::close(descriptor) == 0;
}

// What has to be forbidden -------------------------------------------------------------------------------

Answer openFile(std::string_view) {
    return done(closed(::open("/etc/passwd", O_RDONLY)));
}

Answer currentFolder(std::string_view) {
    std::array<char, 4096> folder{};
    return done(::getcwd(folder.data(), folder.size()) != nullptr);
}

Answer openFileToWrite(std::string_view) {
    return done(closed(::open("/dev/null", O_WRONLY)));
}

Answer statFile(std::string_view) {
    struct stat status {};
    return done(::stat("/etc/passwd", &status) == 0);
}

Answer readLink(std::string_view) {
    std::array<char, 4096> target{};
    return done(::readlink("/proc/self/exe", target.data(), target.size()) > 0);
}

Answer socketTo(std::string_view) {
    return done(closed(::socket(AF_INET, SOCK_STREAM, 0)));
}

Answer localSocket(std::string_view) {
    return done(closed(::socket(AF_UNIX, SOCK_STREAM, 0)));
}

Answer forkOff(std::string_view) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    int status = 0;
    return done(child > 0 && ::waitpid(child, &status, 0) == child);
}

Answer startProgram(std::string_view) {
    pid_t child = 0;
    std::array<char, 5> name{"true"};
    const std::array<char*, 2> arguments{name.data(), nullptr};
    errno = ::posix_spawn(&child, "/bin/true", nullptr, nullptr, arguments.data(), environ);
    int status = 0;
    return done(errno == 0 && ::waitpid(child, &status, 0) == child);
}

Answer startThread(std::string_view) {
    bool ran = false;
    std::thread([&] { ran = true; }).join();
    return done(ran);
}

Answer askOtherProcess(std::string_view) {
    return done(::kill(::getppid(), 0) == 0);
}

Answer traceChildren(std::string_view) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 ? 0 : 1);
    int status = 0;
    return done(child > 0 && ::waitpid(child, &status, 0) == child && status == 0);
}

Answer runMemory(std::string_view) {
    void* const memory =
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return done(memory != MAP_FAILED && ::munmap(memory, 4096) == 0);
}

Answer makeMemoryRun(std::string_view) {
    void* const memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return done(memory != MAP_FAILED && ::mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0 &&
                ::munmap(memory, 4096) == 0);
}

[[maybe_unused]] Answer makePipe(std::string_view) {
    std::array<int, 2> ends{};
    return done(::pipe2(ends.data(), O_CLOEXEC) == 0 && closed(ends[0]) && closed(ends[1]));
}

Answer copyDescriptor(std::string_view) {
    return done(closed(::dup(STDIN_FILENO)));
}

Answer askLimits(std::string_view) {
    rlimit limit{};
    return done(::getrlimit(RLIMIT_NOFILE, &limit) == 0);
}

Answer setPriority(std::string_view) {
    return done(::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0)) == 0);
}

// What goes wrong by itself ------------------------------------------------------------------------------

Answer crash(std::string_view) {
    ::raise(SIGSEGV); // as the sanitizers leave it alone; in the sandbox that call is forbidden as well
    return done(true);
}

Answer writeToNowhere(std::string_view) {
    volatile int* const nowhere = reinterpret_cast<volatile int*>(16);
    *nowhere = 1;
    return done(true);
}

Answer allMemory(std::string_view) {
    std::vector<std::unique_ptr<char[]>> taken;
    for (;;) // it is the addresses that are counted
        taken.push_back(std::make_unique_for_overwrite<char[]>(std::size_t{64} << 20));
}

Answer muchMemoryAtOnce(std::string_view) {
    return done(std::string(std::size_t{1} << 40, 'x').size() > 0);
}

Answer forEver(std::string_view) {
    volatile bool goOn = true;
    while (goOn) {
    }
    return done(true);
}

Answer silentForEver(std::string_view) {
    ::close(STDOUT_FILENO);
    return forEver({});
}

Answer throwing(std::string_view) {
    throw std::runtime_error("no");
}

Answer leaving(std::string_view) {
    ::_exit(0);
}

Answer lying(std::string_view) {
    const std::string lie("\x10\0\0\0\0\0\0\0this is no answer", 8 + 16);
    static_cast<void>(::write(STDOUT_FILENO, lie.data(), lie.size()) == 0);
    ::_exit(0);
}

Answer promisingMuch(std::string_view) {
    const std::uint64_t length = ~std::uint64_t{0};
    static_cast<void>(::write(STDOUT_FILENO, &length, sizeof(length)) == 0);
    return forEver({});
}

Answer promisingMore(std::string_view) {
    const std::uint64_t length = 1000;
    static_cast<void>(::write(STDOUT_FILENO, &length, sizeof(length)) == 0);
    static_cast<void>(::write(STDOUT_FILENO, &length, sizeof(length)) == 0);
    ::_exit(0);
}

Answer refusing(std::string_view) {
    return fail(ProblemKind::Unsupported, sentence("There is no \x1b[31m{:s} here.", "\"layer\"\a"), {},
                "Do something else.");
}

// What works ---------------------------------------------------------------------------------------------

/// The file's bytes as a tensor, and what it was allowed to do for that.
Answer echo(std::string_view bytes) {
    ReaderAnswer answer{.metadata = {{"length", std::to_string(bytes.size())}}, .tensors = {}, .storage = {}};
    answer.tensors["bytes"] = {
        .type = TensorType::U8, .sizes = {static_cast<std::int64_t>(bytes.size())}, .bytes = bytes};
    return answer;
}

} // namespace

const std::vector<ReaderParser>& forbiddenParsers() {
    static const std::vector<ReaderParser> parsers{
        {"open-file", openFile},
        {"current-folder", currentFolder},
        {"open-file-to-write", openFileToWrite},
        {"stat-file", statFile},
        {"read-link", readLink},
        {"socket", socketTo},
        {"local-socket", localSocket},
        {"fork", forkOff},
        {"start-program", startProgram},
        {"start-thread", startThread},
        {"ask-other-process", askOtherProcess},
        {"trace", traceChildren},
        {"run-memory", runMemory},
        {"make-memory-run", makeMemoryRun},
#ifndef __SANITIZE_ADDRESS__ // which needs pipes for itself
        {"pipe", makePipe},
#endif
        {"copy-descriptor", copyDescriptor},
        {"ask-limits", askLimits},
        {"priority", setPriority},
    };
    return parsers;
}

const std::vector<ReaderParser>& hostileParsers() {
    static const std::vector<ReaderParser> parsers{
        {"crash", crash},
        {"write-to-nowhere", writeToNowhere},
        {"all-memory", allMemory},
        {"much-memory-at-once", muchMemoryAtOnce},
        {"for-ever", forEver},
        {"silent-for-ever", silentForEver},
        {"throwing", throwing},
        {"leaving", leaving},
        {"lying", lying},
        {"promising-much", promisingMuch},
        {"promising-more", promisingMore},
        {"refusing", refusing},
        {"echo", echo},
    };
    return parsers;
}

} // namespace protomind
