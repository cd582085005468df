// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/print/paper.h"
#include "studio/exchange/report/report_block.h"

namespace protomind {

/// Sets a table on paper; its head is repeated on every sheet.
void printTable(Paper& paper, const ReportTable& table);

} // namespace protomind
