// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/paint_guard.h"

#include <QCoreApplication>

namespace protomind {

void throwLater(std::exception_ptr thrown) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [thrown = std::move(thrown)] { throw PaintFault{thrown}; },
        Qt::QueuedConnection);
}

} // namespace protomind
