// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/report.h"
#include "studio/exchange/format.h"

#include <vector>

namespace protomind {

/// What was kept, changed and lost on the way to or from another format, as a table.
void tellNotes(const std::vector<FormatNote>& notes, Report& report);
/// {"kept": [...], "changed": [...], "lost": [...]}: "Weights", "Optimiser state: ..."
[[nodiscard]] nlohmann::ordered_json notesAsJson(const std::vector<FormatNote>& notes);

} // namespace protomind
