// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace protomind {

/// WCAG 2.1: the ratio of relative luminances, from 1 (the same) to 21 (black on white).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace protomind
