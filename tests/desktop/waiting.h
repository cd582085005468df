// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <functional>

#include "patience.h"

namespace protomind {

/// Lets the event loop run until something has happened; false where it never does.
[[nodiscard]] inline bool until(const std::function<bool()>& happened) {
    return QTest::qWaitFor(happened, kPatienceMilliseconds);
}

} // namespace protomind
