// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace protomind {

/// Whether a text holds a phrase of the engine or the studio as they say it: in a window of another language
/// it was not given to worded().
[[nodiscard]] bool isLeftEnglish(const QString& text);

/// Every text of a window and of what is in it, shown or not, that is left English, one line each: what it
/// belongs to and what it says. Looks into widgets, actions and the models of lists and tables.
[[nodiscard]] QStringList englishLeftIn(QWidget& window);

} // namespace protomind
