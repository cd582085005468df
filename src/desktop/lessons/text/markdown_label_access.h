// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// Lets screen readers know texts of lessons: all their words, with formulas as TeX, and each link as
/// something that can be pressed. Does nothing when it is already done.
void installMarkdownLabelAccess();

} // namespace protomind
