// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace protomind {

/// A number as it stands in a chart, in the person's own language: with their decimal sign, without signs
/// between thousands. format and precision as for QLocale::toString().
[[nodiscard]] inline QString chartNumber(double value, char format, int precision) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, format, precision);
}

} // namespace protomind
