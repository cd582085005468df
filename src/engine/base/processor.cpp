// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/processor.h"

#if defined(__linux__)
#include <sched.h>
#endif

namespace protomind {

#if defined(__linux__)

int presentProcessor() noexcept {
    return sched_getcpu();
}

void leaveProcessor(int processor) noexcept {
    cpu_set_t allowed;
    if (processor < 0 || processor >= CPU_SETSIZE || sched_getaffinity(0, sizeof(allowed), &allowed) != 0)
        return;
    cpu_set_t others = allowed;
    CPU_CLR(static_cast<unsigned>(processor), &others);
    // Taking the present one away moves the thread at once.
    if (CPU_COUNT(&others) > 0 && sched_setaffinity(0, sizeof(others), &others) == 0)
        sched_setaffinity(0, sizeof(allowed), &allowed);
}

#else

int presentProcessor() noexcept {
    return -1;
}

void leaveProcessor(int) noexcept {}

#endif

} // namespace protomind
