// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QDialog;
class QWidget;

namespace protomind {

/// Version, licence, and what the program stands on. Deletes itself when closed.
QDialog* makeAboutDialog(QWidget* parent);

/// What every key does: read from the actions themselves. Deletes itself when closed.
QDialog* makeShortcutsDialog(const QList<QAction*>& actions, QWidget* parent);

} // namespace protomind
