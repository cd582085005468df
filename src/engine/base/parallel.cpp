// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <atomic>

namespace protomind {

ThreadPool& threadPool() {
    static ThreadPool pool(std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    return pool;
}

namespace {

std::atomic<int>& wantedCount() {
    static std::atomic<int> count = threadPool().threads();
    return count;
}

} // namespace

void setThreadCount(int count) {
    threadPool().grow(count);
    wantedCount() = std::max(1, count);
    threadPool().setActive(std::max(1, count));
}

int threadCount() {
    return wantedCount();
}

void setActiveThreadCount(int count) {
    threadPool().setActive(std::clamp(count, 1, threadCount()));
}

int threadIndex() {
    return ThreadPool::threadIndex();
}

} // namespace protomind
