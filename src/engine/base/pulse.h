// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Signs of life of the work that a process does, for who watches from outside whether it hangs. A driver
/// that never comes back from a call gives none.
namespace protomind {

/// Something was done: a step, a call of a driver. From any thread; costs next to nothing.
void givePulse();
/// How often that was. Of the whole process.
[[nodiscard]] std::uint64_t pulses();

/// As long as one lives the process does something that is one call and may take minutes, such as a driver
/// that builds kernels.
class LongCall {
public:
    LongCall();
    ~LongCall();
    LongCall(const LongCall&) = delete;
    LongCall& operator=(const LongCall&) = delete;
};
[[nodiscard]] bool longCallUnderWay();

} // namespace protomind
