// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/points_editor.h"

#include <QStringList>

namespace protomind {

/// Rows of "x, y" and perhaps "x,y" itself, as simple as can be.
inline std::expected<ReadPoints, std::vector<PointsProblem>> plainRows(const QString& text) {
    ReadPoints read;
    std::vector<PointsProblem> problems;
    int number = 0;
    for (const QString& row : text.split(QLatin1Char('\n'))) {
        ++number;
        if (row.isEmpty())
            continue;
        if (row == QLatin1String("x,y")) {
            read.headingsLine = number;
            continue;
        }
        const QStringList cells = row.split(QLatin1Char(','));
        bool xIs = false;
        bool yIs = false;
        const FitPoint point{cells.value(0).toDouble(&xIs), cells.value(1).toDouble(&yIs)};
        if (xIs && yIs)
            read.points.push_back(point);
        else
            problems.push_back({number, QStringLiteral("no two numbers.")});
    }
    if (!problems.empty())
        return std::unexpected(problems);
    return read;
}

} // namespace protomind
