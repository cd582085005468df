// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/commands/format_notes.h"
#include "cli/exit_status.h"
#include "cli/experiment_argument.h"
#include "cli/options.h"
#include "studio/exchange/formats/export_target.h"
#include "studio/exchange/formats/formats.h"
#include "studio/exchange/formats/layer_table.h"
#include "studio/exchange/report/report_printer.h"
#include "studio/network/template.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::string endingOf(const Format& format) {
    return format.extension.empty() ? "folder" : format.extension;
}

int listFormats(Report& report) {
    for (const Format& format : formats()) {
        const bool read = format.read != nullptr;
        report.line(fmt::format("{:<12} {:<14} {:<13} {}{}", format.name, format.title, endingOf(format),
                                format.summary, read ? " Can be imported, too." : ""));
        report.event("format", {{"name", format.name},
                                {"title", format.title},
                                {"extension", format.extension},
                                {"summary", format.summary},
                                {"help", format.help},
                                {"export", format.write != nullptr},
                                {"import", read}});
    }
    report.event("result", {{"formats", formats().size()}});
    return kExitDone;
}

void tellLayersAsJson(const LayerTable& table, Report& report) {
    for (const LayerTableRow& row : table.rows) {
        nlohmann::ordered_json cells;
        for (std::size_t i = 0; i < row.formats.size(); ++i) {
            const LayerSupport& support = row.formats[i];
            nlohmann::ordered_json exceptions = nlohmann::ordered_json::array();
            for (const LayerException& exception : support.exceptions)
                exceptions.push_back({{"use", exception.use}, {"because", exception.problem.text()}});
            nlohmann::ordered_json cell{{"possible", !support.obstacle.has_value()}};
            if (support.obstacle)
                cell["because"] = support.obstacle->text();
            cell["except"] = exceptions;
            cells[table.formats[i]->name] = cell;
        }
        report.event("layer", {{"type", row.layer->name}, {"title", row.layer->title}, {"formats", cells}});
    }
}

void tellLayersAsText(const LayerTableText& text, Report& report) {
    std::vector<std::size_t> widths(text.head.size());
    const auto measure = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    };
    measure(text.head);
    for (const auto& row : text.rows)
        measure(row);
    const auto tell = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i)
            line += fmt::format("{:<{}}  ", cells[i], widths[i]);
        report.line(line.substr(0, line.find_last_not_of(' ') + 1));
    };
    tell(text.head);
    for (const auto& row : text.rows)
        tell(row);
    report.line();
    for (std::size_t i = 0; i < text.reasons.size(); ++i)
        report.line(fmt::format("{:>3}  {}", i + 1, text.reasons[i]));
}

int listLayerTable(const CommandOptions& options, Report& report) {
    if (options.isSet("markdown")) {
        std::string page = formatsPage();
        page.pop_back(); // a line ends by itself
        report.line(page);
        return kExitDone;
    }
    const LayerTable table = layerTable();
    tellLayersAsJson(table, report);
    tellLayersAsText(textOf(table), report);
    report.event("result", {{"layers", table.rows.size()}, {"formats", table.formats.size()}});
    return kExitDone;
}

/// What the words ask to be written, as which format, and where.
struct ExportWords {
    const Format* format = nullptr;
    std::string output;
    TrainedNetwork network;
};

Result<const Format*> formatFrom(const CommandOptions& options, const std::string& output) {
    if (options.has("format")) {
        const Format* format = findFormat(options.text("format"));
        if (format == nullptr)
            return fail(ProblemKind::Request, "There is no format of this name.",
                        Sentence::name(options.text("format")), "`protomind export --list` lists them.");
        return format;
    }
    const Format* format = isPdf(output) ? findFormat("report") : formatFor(output);
    if (format == nullptr)
        return fail(ProblemKind::Request, "The ending of this name says no format.", Sentence::name(output),
                    "Give --format; `protomind export --list` lists them.");
    return format;
}

/// A project is called as its file, a template by its title.
std::string titleOf(const std::string& argument) {
    const NetworkTemplate* one = findTemplate(argument);
    return one != nullptr ? one->title : std::filesystem::path(argument).stem().string();
}

Result<ExportWords> exportWords(const CommandOptions& options, Report& report) {
    if (!options.has("network"))
        return fail(ProblemKind::Request, "Which network?", "export",
                    "Give a project, a .json file or a template, or --list.");
    if (!options.has("output"))
        return fail(ProblemKind::Request, "Where is it to be written?", "export", "Give -o PATH.");
    const std::string output = options.text("output");
    std::error_code error;
    if (std::filesystem::equivalent(options.text("network"), output, error))
        return fail(ProblemKind::Request, "This would replace what is to be exported.",
                    Sentence::name(output), "Choose another name.");
    const auto format = formatFrom(options, output);
    if (!format)
        return std::unexpected(format.error());
    auto content = openNetwork(options.text("network"));
    if (!content)
        return std::unexpected(content.error());
    for (const Sentence& notice : content->notices)
        report.note(notice);
    if (options.has("data"))
        content->experiment.data = options.text("data");
    auto network = trainedNetwork(*content, titleOf(options.text("network")), "Protomind " PROTOMIND_VERSION);
    if (!network)
        return std::unexpected(network.error());
    if (network->dataObstacle && options.has("data"))
        return std::unexpected(*network->dataObstacle);
    if (network->dataObstacle)
        report.note(sentence("The data is left out: names of classes are not written, and what is written is "
                             "tried with random numbers. {}",
                             network->dataObstacle->sentence));
    if (!network->trained)
        report.note("This network has not been trained: it is written with the weights that it begins with.");
    return ExportWords{*format, output, std::move(*network)};
}

/// On paper where the name says so; else as every format is written.
Result<ExportResult> write(const ExportWords& words, const Report& report) {
    if (words.format != findFormat("report") || !isPdf(words.output))
        return exportNetwork(*words.format, words.network, words.output);
    if (const auto possible = checkFileTarget(words.output); !possible)
        return std::unexpected(possible.error());
    if (auto printed = printReport(words.network, words.output, report.printer()); !printed)
        return std::unexpected(printed.error());
    ExportResult result;
    result.files.push_back(words.output);
    std::error_code error;
    result.bytes = static_cast<std::int64_t>(std::filesystem::file_size(words.output, error));
    result.notes = words.format->notes(words.network);
    return result;
}

int tellObstacles(const ExportWords& words, const std::vector<Obstacle>& found, Report& report) {
    Problem head{ProblemKind::Unsupported,
                 sentence("This network can't be written as {:s}:", words.format->title),
                 {},
                 {}};
    const int status = report.problem(head);
    for (const Obstacle& obstacle : found) {
        Problem problem = obstacle.problem;
        if (!obstacle.layer.empty())
            problem.where = Sentence::name(obstacle.layer);
        report.problem(problem);
        report.event("obstacle",
                     {{"layer", obstacle.layer.empty() ? nlohmann::json() : nlohmann::json(obstacle.layer)},
                      {"because", obstacle.problem.text()}});
    }
    return status;
}

std::string comparedText(const Verification& found) {
    if (!found.weightsAlone)
        return fmt::format("Read back and compared on {} samples: the largest difference is {:.2g}.",
                           found.samples, found.largestDifference);
    const std::string text =
        fmt::format("The weights were read back, and give the same answers on {} samples: "
                    "the largest difference is {:.2g}.",
                    found.samples, found.largestDifference);
    return found.isProgram ? text + " The code itself is not run here." : text;
}

void tellExport(const ExportWords& words, const ExportResult& result, Report& report) {
    for (const std::filesystem::path& file : result.files)
        report.line("Wrote " + file.string() + ".");
    report.line();
    tellNotes(result.notes, report);
    report.line();
    if (result.verification && result.verification->agrees)
        report.line(comparedText(*result.verification));
    if (!words.format->help.empty())
        report.line(words.format->help);
}

nlohmann::ordered_json resultOf(const ExportWords& words, const ExportResult& result) {
    std::vector<std::string> files;
    for (const std::filesystem::path& file : result.files)
        files.push_back(file.string());
    nlohmann::ordered_json fields{{"format", words.format->name}, {"files", files}, {"bytes", result.bytes}};
    if (result.verification) {
        fields["verified"] = result.verification->agrees;
        fields["largest_difference"] = result.verification->largestDifference;
        fields["samples"] = result.verification->samples;
    } else {
        fields["verified"] = nullptr; // nothing in it could be compared
    }
    fields.update(notesAsJson(result.notes));
    fields["trained"] = words.network.trained;
    return fields;
}

} // namespace

int runExport(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("export"), {"network"});
    options.addText("format", "FORMAT", "onnx, keras, ...; if not given, as the ending of PATH says");
    options.addText("output,o", "PATH", "the file that is written; for some formats, the folder");
    options.addText("data", "SOURCE", "what it is tried with, if not the data of the project or template");
    options.addSwitch("list", "the formats there are");
    options.addSwitch("layers", "which kinds of layers each format can say, and why not");
    options.addSwitch("markdown", "with --layers: a page about the formats");
    options.addSwitch("json", "one JSON object a line on standard output");
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    if (options.isSet("list"))
        return listFormats(report);
    if (options.isSet("layers"))
        return listLayerTable(options, report);
    const auto asked = exportWords(options, report);
    if (!asked)
        return report.problem(asked.error());
    if (const auto found = obstacles(*asked->format, asked->network); !found.empty())
        return tellObstacles(*asked, found, report);
    const auto result = write(*asked, report);
    if (!result)
        return report.problem(result.error());
    tellExport(*asked, *result, report);
    report.event("result", resultOf(*asked, *result));
    if (result->verification && !result->verification->agrees) {
        report.problem(
            {ProblemKind::Unsupported,
             "Read back it would answer differently from the network, so nothing was written: that "
             "is a mistake of this program.",
             Sentence::name(asked->output), "Please report it, with the project."});
        return kExitMistake;
    }
    return kExitDone;
}

} // namespace protomind
