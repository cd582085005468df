// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/child/confine.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace protomind {

namespace {

/// What the system can be asked for: memory, what is open already, the clock, and the end.
constexpr int kAllowedCalls[] = {
    SCMP_SYS(read),       SCMP_SYS(write),         SCMP_SYS(readv),        SCMP_SYS(writev),
    SCMP_SYS(lseek),      SCMP_SYS(fstat),         SCMP_SYS(close),        SCMP_SYS(brk),
    SCMP_SYS(munmap),     SCMP_SYS(mremap),        SCMP_SYS(madvise),      SCMP_SYS(futex),
    SCMP_SYS(getrandom),  SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(getpid),     SCMP_SYS(gettid),        SCMP_SYS(sched_yield),  SCMP_SYS(restart_syscall),
    SCMP_SYS(exit_group), SCMP_SYS(exit),
#ifdef __SANITIZE_ADDRESS__ // it looks by way of a pipe whether there is memory at an address
    SCMP_SYS(pipe2),      SCMP_SYS(pipe),          SCMP_SYS(sigaltstack),
#endif
};

/// Memory that can be run as a program is what an attack ends in.
constexpr int kCallsWithProtection[] = {SCMP_SYS(mmap), SCMP_SYS(mprotect)};

/// Who opens a file to read it is told that there is none: HDF5 looks whether there is a file beside what it
/// has in memory. Who would write one is ended.
constexpr int kOpenCall = SCMP_SYS(openat);
constexpr int kOpenFlagsThatWrite = O_ACCMODE | O_CREAT | O_TRUNC;

struct FilterRelease {
    void operator()(void* filter) const { seccomp_release(filter); }
};

std::unexpected<Problem> notConfined(int error) {
    return fail(ProblemKind::Unsupported,
                sentence("This computer can't shut the reading of such files in ({:s}), so nothing is read.",
                         std::strerror(error)));
}

int limit(__rlimit_resource resource, std::int64_t most, std::int64_t above = 0) {
    const rlimit value{.rlim_cur = static_cast<rlim_t>(most), .rlim_max = static_cast<rlim_t>(most + above)};
    return ::setrlimit(resource, &value) != 0 ? errno : 0;
}

int setLimits([[maybe_unused]] std::int64_t memoryBytes, int seconds) {
    int error = limit(RLIMIT_CORE, 0);
    if (error == 0)
        error = limit(RLIMIT_CPU, seconds, 1); // first a signal that tells why, then the end
#ifndef __SANITIZE_ADDRESS__                   // that takes terabytes of addresses, and opens pipes
    if (error == 0)
        error = limit(RLIMIT_AS, memoryBytes);
    if (error == 0)
        error = limit(RLIMIT_FSIZE, 0);
    if (error == 0)
        error = limit(RLIMIT_NOFILE, 0);
#endif
    return error;
}

int setFilter() {
    const std::unique_ptr<void, FilterRelease> filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (filter == nullptr)
        return ENOMEM;
    int error = 0;
    for (const int call : kAllowedCalls) {
        if (error == 0)
            error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    }
    for (const int call : kCallsWithProtection) {
        if (error == 0)
            error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1,
                                     SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    }
    if (error == 0)
        error = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOENT), kOpenCall, 1,
                                 SCMP_A2(SCMP_CMP_MASKED_EQ, kOpenFlagsThatWrite, O_RDONLY));
    if (error == 0) // nor is there a folder to look for such files in
        error = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(getcwd), 0);
    if (error == 0)
        error = seccomp_load(filter.get());
    return -error;
}

} // namespace

Result<void> confine(std::int64_t memoryBytes, int seconds) {
    // Nobody is left to answer when the program has ended that asks.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return notConfined(errno);
    if (const int error = setLimits(memoryBytes, seconds); error != 0)
        return notConfined(error);
    if (const int error = setFilter(); error != 0)
        return notConfined(error);
    return {};
}

} // namespace protomind
