// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/typed_text.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "engine/base/typed_number.h"

#include <QCoreApplication>

#include <cmath>

namespace protomind {

QString numberPart(const QString& text, const QString& prefix, const QString& suffix) {
    QString part = text.trimmed();
    const QString before = prefix.trimmed();
    const QString behind = suffix.trimmed();
    if (!before.isEmpty() && part.startsWith(before))
        part.remove(0, before.size());
    if (!behind.isEmpty() && part.endsWith(behind))
        part.chop(behind.size());
    return part.trimmed();
}

QString complaintAbout(const QString& text, double minimum, double maximum, bool whole) {
    const auto number = typedNumber(text);
    if (!number)
        return text.isEmpty()
                   ? QCoreApplication::translate("protomind::FieldComplaint", "A number goes here.")
                   : wordedWithoutPlace(number.error());
    constexpr double kNoLimit = 1e15;
    if (*number < minimum && maximum >= kNoLimit)
        return QCoreApplication::translate("protomind::FieldComplaint", "A number from %1 on goes here.")
            .arg(shownNumber(minimum, 'g', 9));
    if (*number < minimum || *number > maximum)
        return QCoreApplication::translate("protomind::FieldComplaint", "A number from %1 to %2 goes here.")
            .arg(shownNumber(minimum, 'g', 9), shownNumber(maximum, 'g', 9));
    // "60.000" is sixty thousand to some; where only whole numbers go it is hardly ever meant as 60.
    if (whole && (*number != std::round(*number) || couldBeThousands(text.toStdString())))
        return QCoreApplication::translate("protomind::FieldComplaint", "A whole number goes here.");
    return {};
}

} // namespace protomind
