// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <csignal>

namespace protomind {

namespace {

// The only state that a signal handler may touch.
volatile std::sig_atomic_t g_interrupted = 0;

void noteInterrupt(int signal) {
    g_interrupted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

InterruptWatch::InterruptWatch() {
    g_interrupted = 0;
    m_previousInterrupt = std::signal(SIGINT, noteInterrupt);
    m_previousTerminate = std::signal(SIGTERM, noteInterrupt);
}

InterruptWatch::~InterruptWatch() {
    std::signal(SIGINT, m_previousInterrupt);
    std::signal(SIGTERM, m_previousTerminate);
}

bool InterruptWatch::interrupted() {
    return g_interrupted != 0;
}

} // namespace protomind
