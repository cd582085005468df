// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// While one of these lives, Ctrl-C (SIGINT) and SIGTERM are only noted, so that what was computed can be
/// saved. A second Ctrl-C ends the program at once.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    [[nodiscard]] static bool interrupted();

private:
    void (*m_previousInterrupt)(int);
    void (*m_previousTerminate)(int);
};

} // namespace protomind
