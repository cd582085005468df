// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "desktop/app/run_window.h"
#include "desktop/print/pdf_report.h"

int main(int argc, char** argv) {
    if (protomind::asksForCommandLine(argc, argv))
        return protomind::runCommandLine(argc, argv, protomind::writePdfWithoutWindow);
    if (!protomind::displayIsThere())
        return protomind::explainMissingDisplay();
    return protomind::runWindow(argc, argv);
}
