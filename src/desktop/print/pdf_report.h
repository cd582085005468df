// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/report_printer.h"

namespace protomind {

/// Writes a report as a PDF in A4, light, with the number of each page; no row of a table and no picture is
/// cut in two. Pictures stay drawings, and text stays text. There is a QGuiApplication.
[[nodiscard]] Result<void> writePdf(const std::vector<ReportBlock>& blocks,
                                    const std::filesystem::path& path);

/// The same where there is none yet, as for a command: makes one that needs no display.
[[nodiscard]] Result<void> writePdfWithoutWindow(const std::vector<ReportBlock>& blocks,
                                                 const std::filesystem::path& path);

} // namespace protomind
