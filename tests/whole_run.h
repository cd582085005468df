// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace protomind {

/// Tests that could go on for ever go on longer where PROTOMIND_WHOLE is set (scripts/test --whole).
inline bool isWholeRun() {
    return std::getenv("PROTOMIND_WHOLE") != nullptr;
}
/// Under the sanitizers (scripts/test --sanitize), where all takes ten times as long, the longest do a tenth.
inline bool isQuickRun() {
    const char* quick = std::getenv("PROTOMIND_QUICK");
    return quick && *quick && *quick != '0';
}
inline int rounds(int shortly, int wholly) {
    return isWholeRun() ? wholly : shortly;
}
inline int rounds(int quickly, int shortly, int wholly) {
    return isQuickRun() && !isWholeRun() ? quickly : rounds(shortly, wholly);
}

} // namespace protomind
