// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/commands/format_notes.h"
#include "cli/exit_status.h"
#include "cli/experiment_argument.h"
#include "cli/options.h"
#include "engine/base/letter_case.h"
#include "studio/exchange/formats/formats.h"
#include "studio/exchange/safetensors/named_weights.h"
#include "studio/network/analysis.h"
#include "studio/network/lowering.h"
#include "studio/project/project_file.h"

#include <fmt/format.h>

namespace protomind {

namespace {

Result<void> checkImportWords(const CommandOptions& options) {
    if (!options.has("file"))
        return fail(ProblemKind::Request, "Which file?", "import",
                    "Give one that another program has written: .onnx, .keras, model.json.");
    if (!options.has("output"))
        return fail(ProblemKind::Request, "Where is the project to be saved?", "import", "Give -o PROJECT.");
    if (fileEnding(options.text("file")) == ".safetensors" && !options.has("into"))
        return fail(ProblemKind::Request, "A safetensors file holds weights alone, without a network.",
                    Sentence::name(options.text("file")),
                    "Give the project, .json file or template that they belong to, with --into.");
    // Before a large file is read.
    return checkWritable(options.text("output"));
}

void tellImport(const ImportResult& imported, const std::string& output, Report& report) {
    const Network& network = imported.project.experiment.network;
    const Analysis analysis = analyse(network);
    const bool weights = imported.project.checkpoint != nullptr;
    report.line(fmt::format("{}: {} layers, {} parameters.", imported.format->title, network.layers().size(),
                            analysis.parameters));
    tellNotes(imported.notes, report);
    if (!weights)
        report.note("The file holds no weights: the network has to be trained.");
    report.line("Saved as " + output + ".");
    nlohmann::ordered_json fields{{"format", imported.format->name},
                                  {"project", output},
                                  {"layers", network.layers().size()},
                                  {"parameters", analysis.parameters},
                                  {"weights", weights}};
    fields.update(notesAsJson(imported.notes));
    report.event("result", fields);
}

/// The weights of a safetensors file in a network that is there already. What is known of its training was
/// about other weights.
int importInto(const CommandOptions& options, Report& report) {
    auto content = openNetwork(options.text("into"));
    if (!content)
        return report.problem(content.error());
    for (const Sentence& notice : content->notices)
        report.note(notice);
    const auto model = lower(content->experiment.network);
    if (!model)
        return report.problem(model.error());
    auto weights = weightsFrom(options.text("file"), *model);
    if (!weights)
        return report.problem(weights.error());
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->variables = std::move(*weights);
    checkpoint->learnedFromIsKnown = false;
    content->checkpoint = checkpoint;
    if (auto written = writeProject(options.text("output"), *content); !written)
        return report.problem(written.error());
    report.line(fmt::format("Took {} groups of weights.", checkpoint->variables.size()));
    report.line("Saved as " + options.text("output") + ".");
    report.event("result", {{"format", "safetensors"},
                            {"project", options.text("output")},
                            {"layers", content->experiment.network.layers().size()},
                            {"parameters", analyse(content->experiment.network).parameters},
                            {"weights", true}});
    return kExitDone;
}

} // namespace

int runImport(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("import"), {"file"});
    options.addText("output,o", "PROJECT", "the project that is made of it");
    options.addText("into", "NETWORK",
                    "put weights (.safetensors) into the network of a project or template");
    options.addSwitch("json", "one JSON object a line on standard output");
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    if (auto checked = checkImportWords(options); !checked)
        return report.problem(checked.error());
    if (options.has("into"))
        return importInto(options, report);
    const auto imported = importNetwork(options.text("file"));
    if (!imported)
        return report.problem(imported.error());
    if (auto written = writeProject(options.text("output"), imported->project); !written)
        return report.problem(written.error());
    tellImport(*imported, options.text("output"), report);
    return kExitDone;
}

} // namespace protomind
