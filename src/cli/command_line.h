// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/report_printer.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace protomind {

/// Whether the first word is a command, --help or --version: everything else opens the window.
[[nodiscard]] bool asksForCommandLine(int argc, char** argv);

/// Runs a command and gives the program's exit status. printer: for PDFs.
int runCommandLine(int argc, char** argv, const ReportPrinter& printer);

/// The same with the streams given. words: what follows the program's name. terminal: err is one that a
/// person watches, so that a progress bar may be drawn.
int runCommandLine(const std::vector<std::string>& words, std::ostream& out, std::ostream& err, bool terminal,
                   const ReportPrinter& printer = {});

/// Whether the environment names a display (or another platform) for a window to appear on.
[[nodiscard]] bool displayIsThere();
/// Says on standard error that there is none, and what to do; gives the exit status.
int explainMissingDisplay();

} // namespace protomind
