// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

// Where threads run. Systems wake a thread near the one that wakes it, and look for an idle processor among
// those that share a cache alone: where each has a cache of its own, as in many virtual machines, two threads
// of one job can share a processor for tens of milliseconds while another idles.

/// The number of the processor that the calling thread runs on; -1 where the system does not say.
[[nodiscard]] int presentProcessor() noexcept;

/// Moves the calling thread to another of the processors that it may run on, if there is one; after that the
/// system may move it as before. Takes tens of microseconds.
void leaveProcessor(int processor) noexcept;

} // namespace protomind
