// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/shown_number.h"

#include "engine/base/typed_number.h"

namespace protomind {

QString shownNumber(double value, char format, int precision) {
    return QString::number(value, format, precision);
}

QString shownCount(qint64 count) {
    constexpr QChar kNarrowSpace(0x202f);
    constexpr qsizetype kGroup = 3;
    QString text = QString::number(count);
    const qsizetype first = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    if (text.size() - first <= kGroup + 1)
        return text;
    for (qsizetype at = text.size() - kGroup; at > first; at -= kGroup)
        text.insert(at, kNarrowSpace);
    return text;
}

Result<double> typedNumber(const QString& text) {
    return readNumber(text.toStdString());
}

} // namespace protomind
