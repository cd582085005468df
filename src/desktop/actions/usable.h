// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace protomind {

// What an action says about itself: what it does, with which keys, and what it waits for while it is
// disabled. Tooltip and status tip are made of these, here and nowhere else.

/// What the action does, in a sentence without its keys.
void setHelp(QAction& action, const QString& sentence);
[[nodiscard]] QString help(const QAction& action);

/// Why the action can't be done whenever it is disabled: "Select a layer first."
void setObstacle(QAction& action, const QString& reason);
/// Empty while it can be done.
[[nodiscard]] QString obstacle(const QAction& action);

/// Both at once: enables or disables it, and says why.
void setUsable(QAction& action, bool usable, const QString& reason);

/// Makes tooltip and status tip anew, after the keys have changed or the action was enabled by others.
void describe(QAction& action);

/// The action's text as it is spoken: without the mark of its letter and without dots.
[[nodiscard]] QString spokenText(const QAction& action);

} // namespace protomind
