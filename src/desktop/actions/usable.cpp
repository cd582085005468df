// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/actions/usable.h"

#include <QAction>
#include <QVariant>

namespace protomind {

namespace {

constexpr const char* kHelp = "protomind.help";
constexpr const char* kObstacle = "protomind.obstacle";

} // namespace

void setHelp(QAction& action, const QString& sentence) {
    action.setProperty(kHelp, sentence);
    describe(action);
}

QString help(const QAction& action) {
    return action.property(kHelp).toString();
}

void setObstacle(QAction& action, const QString& reason) {
    action.setProperty(kObstacle, reason);
    describe(action);
}

QString obstacle(const QAction& action) {
    return action.isEnabled() ? QString() : action.property(kObstacle).toString();
}

void setUsable(QAction& action, bool usable, const QString& reason) {
    action.setEnabled(usable);
    setObstacle(action, reason);
}

void describe(QAction& action) {
    QString tip = help(action).isEmpty() ? spokenText(action) : help(action);
    if (!action.shortcut().isEmpty())
        tip += QStringLiteral(" (%1)").arg(action.shortcut().toString(QKeySequence::NativeText));
    const QString reason = obstacle(action);
    action.setToolTip(reason.isEmpty() ? tip : tip + QLatin1Char('\n') + reason);
    action.setStatusTip(reason.isEmpty() ? help(action) : reason);
}

QString spokenText(const QAction& action) {
    QString text;
    const QString marked = action.text();
    for (qsizetype i = 0; i < marked.size(); ++i) {
        // Two marks stand for the sign itself.
        if (marked[i] == QLatin1Char('&') && ++i == marked.size())
            break;
        text += marked[i];
    }
    while (text.endsWith(QChar(0x2026)) || text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

} // namespace protomind
