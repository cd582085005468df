// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <QString>

namespace protomind {

// The one place where numbers become text for people, and the other way round. A point stands before the
// decimals in every language of the window, as in formulas, tables and code; nothing asks QLocale.

/// format and precision as for QString::number(). No marks between thousands.
[[nodiscard]] QString shownNumber(double value, char format = 'g', int precision = 6);
/// Something counted: from five digits on with narrow spaces that don't break between thousands.
[[nodiscard]] QString shownCount(qint64 count);

/// What a person typed, with a point or a comma: see readNumber().
[[nodiscard]] Result<double> typedNumber(const QString& text);

} // namespace protomind
