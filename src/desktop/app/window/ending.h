// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/window/end_wait.h"

class QWidget;

namespace protomind {

class Preferences;
class ProjectStore;
class RunController;

/// Once the window has closed: stops what works in the background and lives on until it has stopped, so that
/// the program can be taken apart. Says so where that takes longer than a moment; false where the person
/// would not wait for it.
[[nodiscard]] bool waitForEnd(RunController& run, const QWidget& window,
                              std::chrono::milliseconds patience = EndWait::kPatience);

/// Ends the program while something still works that can't be stopped, and that can't be taken apart
/// therefore: what is to be on the disk is brought there, and the rest goes with the process.
[[noreturn]] void leaveAtOnce(ProjectStore& store, Preferences& preferences, int result);

} // namespace protomind
