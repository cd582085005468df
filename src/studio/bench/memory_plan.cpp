// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/memory_plan.h"

#include <set>

namespace protomind {

MemoryPlan memoryPlan(const Executable& executable) {
    const Program& program = executable.program();
    constexpr std::int64_t kBytes = sizeof(float);
    MemoryPlan plan;
    plan.arena = program.arenaElements * kBytes;
    plan.unshared = program.unsharedElements * kBytes;
    plan.scratch = executable.scratchElements() * kBytes;
    std::set<std::string> counted;
    for (const Value& value : program.values) {
        const bool named = value.storage == Storage::Input || value.storage == Storage::Variable;
        // An input or a variable is one buffer, however many values look at it.
        if (value.storage == Storage::Constant || (named && counted.insert(value.name).second))
            plan.bound += value.elements * kBytes;
    }
    return plan;
}

} // namespace protomind
