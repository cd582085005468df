// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace protomind {

/// Seconds since some moment; never goes back. Given to whoever needs the time, so that tests have their own.
using Clock = std::function<double()>;

[[nodiscard]] inline Clock steadyClock() {
    return [] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration<double>(now).count();
    };
}

} // namespace protomind
