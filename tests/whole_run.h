// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace protomind {

/// Tests that could go on for ever go on longer where PROTOMIND_WHOLE is set (scripts/test --whole).
inline bool isWholeRun() {
    return std::getenv("PROTOMIND_WHOLE") != nullptr;
}
inline int rounds(int shortly, int wholly) {
    return isWholeRun() ? wholly : shortly;
}

} // namespace protomind
