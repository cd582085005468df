// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace protomind {

// Colours of quantities, everywhere the same; told apart by colour-blind people too (Okabe and Ito, 2008).
[[nodiscard]] QColor trainingColour();
[[nodiscard]] QColor validationColour();
/// Ten, any two of them at least 20 apart in CIEDE2000 for eyes that see all colours, protan and deutan eyes.
/// Some are near a light ground and some near a dark one: they are drawn with an outline (class_mark.h).
[[nodiscard]] QColor classColour(int index);
/// Blue below zero, orange above, the ground between; value is cut to [-1, 1].
[[nodiscard]] QColor divergingColour(double value, const QColor& ground);
[[nodiscard]] QColor wrongColour(const QPalette& palette);
[[nodiscard]] QColor rightColour(const QPalette& palette);

} // namespace protomind
