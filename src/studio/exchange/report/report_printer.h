// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/exchange/report/report_block.h"
#include "studio/exchange/trained_network.h"

#include <filesystem>
#include <functional>

/// How a report gets on paper. The format "report" (report_format.cpp) writes .html by itself, with
/// exportNetwork() as every format. A PDF needs the window's library, which this side of the house does not
/// know: desktop/print has a function of the type below, main() hands it to the command line
/// (runCommandLine), and the window calls its own. Whoever exports asks isPdf(path) first, and calls
/// printReport() instead of exportNetwork() where it is one; asked for a PDF all the same, the format says
/// that it can't.
namespace protomind {

/// Writes the blocks as a PDF to a path, in A4; needs no display.
using ReportPrinter =
    std::function<Result<void>(const std::vector<ReportBlock>& blocks, const std::filesystem::path& path)>;

[[nodiscard]] bool isPdf(const std::filesystem::path& path);

/// Tries the network on its data, makes the report and has it printed, whole or not at all. A printer that is
/// null is a problem of its own.
[[nodiscard]] Result<void> printReport(const TrainedNetwork& network, const std::filesystem::path& path,
                                       const ReportPrinter& printer);

} // namespace protomind
