// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/report_printer.h"

#include "engine/base/letter_case.h"
#include "studio/exchange/report/report_blocks.h"
#include "studio/project/file_system.h"

namespace protomind {

bool isPdf(const std::filesystem::path& path) {
    return fileEnding(path) == ".pdf";
}

Result<void> printReport(const TrainedNetwork& network, const std::filesystem::path& path,
                         const ReportPrinter& printer) {
    if (!printer)
        return fail(ProblemKind::Unsupported, "A PDF can't be written here.", Sentence::name(path.string()),
                    "Write an .html file, and print that from a browser.");
    const std::vector<ReportBlock> blocks = reportBlocks(network, tryNetwork(network), ReportOccasion::now());
    DiskFileSystem disk;
    return replaceFile(disk, path, Backup::Keep,
                       [&](const std::filesystem::path& temporary) { return printer(blocks, temporary); });
}

} // namespace protomind
