// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace protomind {

/// Every widget in a window whose words don't fit, one line each: what it is, what it says, what it needs and
/// what it has. What a person can scroll to is not cut off; what scrolls sideways is.
[[nodiscard]] QStringList cutOffIn(QWidget& window);

} // namespace protomind
