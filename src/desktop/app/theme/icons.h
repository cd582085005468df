// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace protomind {

/// An icon of ours by the name of its file, drawn in the colour that the present theme has for a role: it
/// follows a change of theme by itself.
[[nodiscard]] QIcon themedIcon(const QString& name, QPalette::ColorRole role = QPalette::ButtonText);

/// The program's own picture.
[[nodiscard]] QIcon programIcon();

} // namespace protomind
