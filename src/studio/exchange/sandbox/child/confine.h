// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>

namespace protomind {

/// Gives up, for this process and for good, every right but those that reading takes: to use memory up to a
/// limit, time up to a limit, and the files that are open. Who tries anything else, writing a file, asking
/// the network, starting a program or a thread, making memory a program, is ended by the system on the spot;
/// who opens a file to read is told that there is none. Fails where the system can't do that: then nothing
/// should be read.
[[nodiscard]] Result<void> confine(std::int64_t memoryBytes, int seconds);

} // namespace protomind
