// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

namespace protomind {

int processorThreads() {
    static const int count = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return count;
}

ThreadPool& threadPool() {
    static ThreadPool pool(processorThreads());
    return pool;
}

int threadIndex() {
    return ThreadPool::threadIndex();
}

} // namespace protomind
