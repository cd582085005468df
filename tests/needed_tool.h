// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>

namespace protomind {

/// Where CI is set nobody reads what was skipped: a test that never ran would look like one that passed.
inline bool mayBeSkipped() {
    const char* ci = std::getenv("CI");
    return ci == nullptr || *ci == '\0';
}

} // namespace protomind

/// Ends a test that lacks a program to run with: skipped for people, failed where CI is set.
#define PROTOMIND_TOOL_IS_MISSING(sentence)                                                                  \
    do {                                                                                                     \
        if (!protomind::mayBeSkipped())                                                                      \
            FAIL() << (sentence);                                                                            \
        GTEST_SKIP() << (sentence);                                                                          \
    } while (false)
