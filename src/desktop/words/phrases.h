// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace protomind {

/// Every fixed text and every format of a sentence of the engine and the studio that a person may read in the
/// window: the source texts of their translations.
[[nodiscard]] std::vector<const char*> enginePhrases();

} // namespace protomind
