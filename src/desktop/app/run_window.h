// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// The program with its window: argv may name a file to open. Returns the exit status.
int runWindow(int argc, char** argv);

} // namespace protomind
