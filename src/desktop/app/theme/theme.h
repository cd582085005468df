// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace protomind {

enum class ThemeKind { System, Light, Dark };

/// Our own palettes for the Fusion style. Text keeps a contrast of at least 4.5 to 1 to what is behind it.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] bool isDark(const QPalette& palette);

/// The program's look. Remembers what the system asked for before the first palette was set.
class Theme {
public:
    explicit Theme(QApplication& application);
    void apply(ThemeKind kind);
    [[nodiscard]] ThemeKind kind() const { return m_kind; }

private:
    QApplication& m_application;
    bool m_systemIsDark;
    ThemeKind m_kind = ThemeKind::System;
};

// Colours of quantities, everywhere the same; told apart by colour-blind people too (Okabe and Ito, 2008).
[[nodiscard]] QColor trainingColour();
[[nodiscard]] QColor validationColour();
[[nodiscard]] QColor classColour(int index);
/// Blue below zero, orange above, the ground between; value is cut to [-1, 1].
[[nodiscard]] QColor divergingColour(double value, const QColor& ground);
[[nodiscard]] QColor wrongColour(const QPalette& palette);
[[nodiscard]] QColor rightColour(const QPalette& palette);

} // namespace protomind
