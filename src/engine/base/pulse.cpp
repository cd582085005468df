// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/pulse.h"

#include <atomic>

namespace protomind {

namespace {

std::atomic<std::uint64_t> g_pulses{0};
std::atomic<int> g_longCalls{0};

} // namespace

void givePulse() {
    g_pulses.fetch_add(1, std::memory_order_relaxed);
}

std::uint64_t pulses() {
    return g_pulses.load(std::memory_order_relaxed);
}

LongCall::LongCall() {
    g_longCalls.fetch_add(1, std::memory_order_relaxed);
}

LongCall::~LongCall() {
    givePulse(); // before the end: who looks in between must not find silence
    g_longCalls.fetch_sub(1, std::memory_order_release);
}

bool longCallUnderWay() {
    return g_longCalls.load(std::memory_order_acquire) > 0;
}

} // namespace protomind
