// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/points_editor.h"

#include <QStringList>

namespace protomind {

/// Rows of "x, y", as simple as can be.
inline std::expected<std::vector<FitPoint>, std::vector<PointsProblem>> plainRows(const QString& text) {
    std::vector<FitPoint> points;
    std::vector<PointsProblem> problems;
    int number = 0;
    for (const QString& row : text.split(QLatin1Char('\n'))) {
        ++number;
        if (row.isEmpty())
            continue;
        const QStringList cells = row.split(QLatin1Char(','));
        bool xIs = false;
        bool yIs = false;
        const FitPoint point{cells.value(0).toDouble(&xIs), cells.value(1).toDouble(&yIs)};
        if (xIs && yIs)
            points.push_back(point);
        else
            problems.push_back({number, QStringLiteral("no two numbers.")});
    }
    if (!problems.empty())
        return std::unexpected(problems);
    return points;
}

} // namespace protomind
