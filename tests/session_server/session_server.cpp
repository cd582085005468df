// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/session_server.h"

/// Serves a session, and nothing else: for tests that need a process which does.
int main(int argc, char** argv) {
    if (!protomind::asksToServe(argc, argv))
        return 2;
    return protomind::serveSession(protomind::FileDescriptor(protomind::kServeDescriptor));
}
