// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/table_fill.h"

namespace protomind {

/// A table's rows as a data set: a training split alone, with what was found and decided as its notes.
[[nodiscard]] Result<DataSource> tableData(const CsvTable& table, const TableChoices& choices);

} // namespace protomind
