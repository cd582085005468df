// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace protomind {

/// What a test program asked of OpenCL, the libraries in it too. The program stands between them and the
/// driver for that: see call_counts.cpp.
struct OpenClCalls {
    int commands = 0; ///< put in a queue
    /// Calls that come back only when all that is in the queue is done: the device has nothing to do then.
    int drains = 0;
    int waits = 0;   ///< for a command that had others behind it: the device works on
    int lookups = 0; ///< waits for a command that was done already
    int buffers = 0; ///< made, those within others not counted
    int events = 0;  ///< handed out and not released
};

/// Those that work makes, in any thread.
[[nodiscard]] OpenClCalls callsOf(const std::function<void()>& work);

/// While work is done, the driver takes so many kernels more, then refuses all with an error.
void withKernelsRefused(int after, int error, const std::function<void()>& work);
/// The same for reading.
void withReadsRefused(int error, const std::function<void()>& work);

} // namespace protomind
