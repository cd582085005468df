// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <omp.h>

namespace protomind {

void setThreadCount(int count) {
    omp_set_num_threads(std::max(1, count));
}

int threadCount() {
    return omp_get_max_threads();
}

int threadIndex() {
    return omp_get_thread_num();
}

} // namespace protomind
