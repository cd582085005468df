// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "studio/bench/memory_plan.h"
#include "studio/bench/timed_step.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace protomind;

constexpr int kRuns = 20;

/// A line of /proc/self/status that is a number of kB, in bytes.
long long statusBytes(const std::string& name) {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;) {
        if (word == name + ":") {
            long long kilobytes = 0;
            file >> kilobytes;
            return kilobytes * 1024;
        }
    }
    return 0;
}

/// From now on the peak is that of what follows.
void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << 5 << std::flush;
}

/// What a work's training step takes, beside what the plan says. A tiny one has run before, so that threads
/// and libraries are there.
void tell(const Benchmark& work, int threads) {
    const std::unique_ptr<Device> device = makeCpuDevice(threads);
    TimedStep tiny = *TimedStep::training(*device, benchmarks().front());
    static_cast<void>(tiny.run());
    resetPeak();
    const long long before = statusBytes("VmRSS");
    const long long fileBefore = statusBytes("RssFile");
    TimedStep step = *TimedStep::training(*device, work);
    for (int i = 0; i < kRuns; ++i)
        static_cast<void>(step.run());
    const MemoryPlan plan = memoryPlan(step.executable());
    const long long growth = statusBytes("VmHWM") - before;
    const long long file = statusBytes("RssFile") - fileBefore;
    std::printf("{\"name\": \"%s\", \"peak_growth_bytes\": %lld, \"file_growth_bytes\": %lld, "
                "\"planned_bytes\": %lld, \"intermediate_bytes\": %lld, \"unshared_bytes\": %lld}\n",
                work.name.c_str(), growth, file, static_cast<long long>(plan.planned()),
                static_cast<long long>(plan.arena), static_cast<long long>(plan.unshared));
    std::fflush(stdout);
}

} // namespace

/// bench_memory [THREADS]: how the memory of the process grows by a training step of each work, one JSON
/// object a line; file_growth_bytes of that are code of libraries, read from their files. Each has a process
/// of its own: memory that one gave back would serve the next.
int main(int argc, char** argv) {
    const int threads = argc > 1 ? std::stoi(argv[1]) : static_cast<int>(std::thread::hardware_concurrency());
    for (const Benchmark& work : benchmarks()) {
        const pid_t child = fork();
        if (child < 0) {
            std::perror("fork");
            return 1;
        }
        if (child == 0) {
            tell(work, threads);
            std::_Exit(0);
        }
        int status = 0;
        if (waitpid(child, &status, 0) != child || status != 0)
            return 1;
    }
    return 0;
}
