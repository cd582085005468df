// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "desktop/app/run_window.h"
#include "desktop/print/pdf_report.h"
#include "studio/session/process/session_server.h"

int main(int argc, char** argv) {
    if (protomind::asksToServe(argc, argv))
        return protomind::serveSession(protomind::FileDescriptor(protomind::kServeDescriptor));
    if (protomind::asksForCommandLine(argc, argv))
        return protomind::runCommandLine(argc, argv, protomind::writePdfWithoutWindow);
    if (!protomind::displayIsThere())
        return protomind::explainMissingDisplay();
    return protomind::runWindow(argc, argv);
}
