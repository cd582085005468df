// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/paint_guard.h"

#include <QCoreApplication>

#include <cstdio>

namespace protomind {

void throwLater(std::exception_ptr thrown) noexcept {
    try {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [thrown = std::move(thrown)] { throw PaintFault{thrown}; },
            Qt::QueuedConnection);
    } catch (...) {
        std::fputs("A part of the window could not be drawn, and telling it failed as well.\n", stderr);
    }
}

} // namespace protomind
