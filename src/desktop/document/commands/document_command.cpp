// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/document_command.h"

#include <atomic>

namespace protomind {

Gesture newGesture() {
    static std::atomic<Gesture> s_last = 0;
    return ++s_last;
}

} // namespace protomind
