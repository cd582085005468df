// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/print/paper.h"
#include "studio/exchange/report/report_block.h"

#include <functional>

namespace protomind {

/// Makes sure that there is so much room on the sheet.
using BeginPrinting = std::function<void(double height)>;

/// Sets a table on paper; its head is repeated on every sheet. begin is called once, before anything is set.
void printTable(Paper& paper, const ReportTable& table, const BeginPrinting& begin);

} // namespace protomind
