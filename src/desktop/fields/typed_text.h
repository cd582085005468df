// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace protomind {

/// What of a spin box's text is the number.
[[nodiscard]] QString numberPart(const QString& text, const QString& prefix, const QString& suffix);

/// Why a text is not taken for a number from minimum to maximum; empty where it is.
[[nodiscard]] QString complaintAbout(const QString& text, double minimum, double maximum, bool whole);

} // namespace protomind
