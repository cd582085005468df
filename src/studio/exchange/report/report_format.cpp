// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"
#include "studio/exchange/report/html_page.h"
#include "studio/exchange/report/report_blocks.h"
#include "studio/exchange/report/report_printer.h"

#include <ostream>

namespace protomind {

const Format& reportFormat();

namespace {

/// It only tells of layers: it can tell of any.
Result<void> reportHolds(const LayerView&) {
    return {};
}

Result<std::vector<OutputFile>> writeReport(const TrainedNetwork& network,
                                            const std::filesystem::path& path) {
    if (isPdf(path))
        return fail(ProblemKind::Unsupported, "A PDF can't be written here.", Sentence::name(path.string()),
                    "Write an .html file, and print that from a browser.");
    return std::vector<OutputFile>{
        {.name = "report.html", .write = [&network](std::ostream& stream) -> Result<void> {
             writeHtml(stream, reportBlocks(network, tryNetwork(network), ReportOccasion::now()));
             return {};
         }}};
}

std::vector<FormatNote> reportNotes(const TrainedNetwork& network) {
    std::vector<FormatNote> notes{
        {Fate::Kept,
         network.data ? Sentence("Drawing, settings and figures") : Sentence("Drawing and settings"),
         "To be read, not to be opened again."}};
    if (network.data && network.model.inputShape.rank() == 3)
        notes.push_back({Fate::Changed, "Samples", "A few are shown as pictures."});
    else if (network.data)
        notes.push_back({Fate::Lost, "Samples", "Its tables and drawings tell of them."});
    notes.push_back(
        {Fate::Lost, "Weights", "A report tells of them and does not hold them: keep the project."});
    return notes;
}

} // namespace

const Format& reportFormat() {
    static const Format format{
        .name = "report",
        .title = "Report",
        .extension = ".html",
        .summary = "A page about the network and its training, to read, print or hand in.",
        .help = "Open it in any browser. Everything is in the one file, and nothing is fetched from the net.",
        .otherExtensions = {".pdf"},
        .holds = reportHolds,
        .write = writeReport,
        .notes = reportNotes};
    return format;
}

} // namespace protomind
