// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/working_text.h"

#include <QString>

namespace protomind {

/// A number of a working as it is written there: see workedNumber().
[[nodiscard]] inline QString workedText(double value) {
    return QString::fromStdString(workedNumber(value));
}

} // namespace protomind
