// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QWidget;

namespace protomind {

/// Version, licence, and what the program stands on. Deletes itself when closed.
QDialog* makeAboutDialog(QWidget* parent);

} // namespace protomind
