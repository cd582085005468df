// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

namespace protomind {

/// How a command ended, for scripts.
enum ExitStatus : int {
    kExitDone = 0,
    kExitMistake = 1,       ///< the program met a mistake of its own
    kExitWords = 2,         ///< the words of the command are off
    kExitInput = 3,         ///< an input file is missing, damaged, or refused
    kExitDevice = 4,        ///< no such device, or it failed
    kExitDiverged = 5,      ///< training diverged or lost robustness; the last good state is saved
    kExitInterrupted = 130, ///< Ctrl-C
};

[[nodiscard]] constexpr ExitStatus exitStatusOf(ProblemKind kind) {
    switch (kind) {
    case ProblemKind::Input:
    case ProblemKind::Memory:
        return kExitInput;
    case ProblemKind::Device:
        return kExitDevice;
    case ProblemKind::Diverged:
    case ProblemKind::RobustnessLost:
        return kExitDiverged;
    case ProblemKind::Request:
    case ProblemKind::Unsupported:
        break;
    }
    return kExitWords;
}

} // namespace protomind
