// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/experiment_argument.h"
#include "cli/options.h"
#include "engine/data/data_set.h"
#include "engine/data/file_source.h"
#include "studio/network/template.h"
#include "studio/network/training_fit.h"
#include "studio/network/zero_weights.h"
#include "studio/runs/network_words.h"
#include "studio/runs/run_list.h"

#include <fmt/format.h>

namespace protomind {

namespace {

/// What an option of a person's own files may be.
std::string valuesOf(const FileOption& option) {
    switch (option.kind) {
    case FileOption::Kind::Number:
        return fmt::format("from {:g} to {:g}", option.minimum, option.maximum);
    case FileOption::Kind::Choice: {
        std::vector<std::string> names;
        for (const FileChoice& choice : option.choices)
            names.push_back(choice.name);
        return fmt::format("or {}", fmt::join(std::span(names).subspan(1), ", "));
    }
    case FileOption::Kind::Text:
    case FileOption::Kind::Column:
    case FileOption::Kind::Columns:
        break;
    }
    return {};
}

void listFileSource(const FileSource& source, Report& report) {
    const std::string name = source.name + (source.folder ? ":FOLDER" : ":FILE");
    report.line(fmt::format("  {:<18} {}", name, source.summary));
    nlohmann::ordered_json options = nlohmann::ordered_json::array();
    for (const FileOption& option : source.options) {
        report.line(fmt::format("  {:<18} ?{}={}  {}: {}", "", option.name, option.defaultText,
                                valuesOf(option), option.help));
        std::vector<std::string> choices;
        for (const FileChoice& choice : option.choices)
            choices.push_back(choice.name);
        nlohmann::ordered_json fields{{"name", option.name}, {"default", option.defaultText}};
        if (option.kind == FileOption::Kind::Number)
            fields.update({{"minimum", option.minimum}, {"maximum", option.maximum}});
        if (!choices.empty())
            fields["choices"] = choices;
        options.push_back(fields);
    }
    report.event("data", {{"name", name}, {"summary", source.summary}, {"options", options}});
}

int listLayers(Report& report) {
    report.line("Networks:");
    for (const NetworkTemplate& one : networkTemplates()) {
        report.line(fmt::format("  {:<18} {} (data: {})", one.name, one.summary, one.data));
        report.event(
            "template",
            {{"name", one.name}, {"title", one.title}, {"summary", one.summary}, {"data", one.data}});
    }
    report.line();
    report.line("Data:");
    for (const BuiltInData& one : builtInData()) {
        report.line(fmt::format("  {:<18} {}", one.name, one.summary));
        nlohmann::ordered_json options = nlohmann::ordered_json::array();
        for (const DataOption& option : one.options) {
            report.line(fmt::format("  {:<18} ?{}={:g}  from {:g} to {:g}", "", option.name,
                                    option.defaultValue, option.minimum, option.maximum));
            options.push_back({{"name", option.name},
                               {"default", option.defaultValue},
                               {"minimum", option.minimum},
                               {"maximum", option.maximum}});
        }
        report.event("data", {{"name", one.name}, {"summary", one.summary}, {"options", options}});
    }
    for (const FileSource& one : fileSources())
        listFileSource(one, report);
    report.event("result", {{"templates", networkTemplates().size()},
                            {"data", builtInData().size() + fileSources().size()}});
    return kExitDone;
}

/// Held against the data that it is to learn from, where that can be had; what was asked for must be.
Result<Analysis> analyseWith(const Experiment& experiment, bool dataWanted, Report& report) {
    Surroundings surroundings{std::nullopt, experiment.training};
    if (!experiment.data.empty()) {
        auto source = openData(experiment.data, experiment.training.seed);
        if (source) {
            surroundings.data = dataShapesOf(*source);
            report.dataNotes(source->notes);
        } else {
            if (dataWanted)
                return std::unexpected(source.error());
            report.note(source.error().text());
        }
    }
    return analyse(experiment.network, surroundings);
}

std::vector<std::int64_t> sizesOf(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

void describeLayers(const Network& network, const Analysis& analysis, Report& report) {
    report.line(fmt::format("{:<20} {:<22} {:<16} {:>10} {:>14}", "Layer", "Type", "Output", "Parameters",
                            "Multiply-adds"));
    for (const LayerId id : analysis.order) {
        const Layer& layer = *network.layer(id);
        const LayerFacts& facts = analysis.layers.at(id);
        const std::string shape = facts.outputShape ? facts.outputShape->text() : "?";
        // fmt counts characters, so that the × of a shape stays in its column.
        report.line(fmt::format("{:<20} {:<22} {:<16} {:>10} {:>14}", layer.name, layer.type, shape,
                                facts.parameters.count, facts.multiplyAdds));
        report.event("layer", {{"name", layer.name},
                               {"type", layer.type},
                               {"shape", facts.outputShape ? nlohmann::json(sizesOf(*facts.outputShape))
                                                           : nlohmann::json()},
                               {"parameters", facts.parameters.count},
                               {"multiply_adds", facts.multiplyAdds}});
    }
}

void describeProblems(const Network& network, const Analysis& analysis, Report& report) {
    for (const NetworkProblem& problem : analysis.problems) {
        report.line(fmt::format("{}: {}", problem.severity == Severity::Error ? "Problem" : "Warning",
                                problem.sentence));
        for (const Fix& fix : problem.fixes)
            report.line("  Fix: " + fix.label);
        report.event("problem", problemFields(problem, network));
    }
}

/// What came out of the tests that the project keeps, the best of each data first.
void describeRuns(const RunList& runs, Report& report) {
    for (const TestGround& ground : runs.grounds()) {
        report.line();
        report.line(fmt::format("Tested on {} samples of {}:", ground.samples, dataNameOf(ground.data)));
        for (const RunRecordPtr& run : runs.ranking(ground)) {
            const std::string network = networkInWords(run->experiment.network).text();
            const std::string result = run->accuracy >= 0 ? fmt::format("{:.2f} % right", 100 * run->accuracy)
                                                          : fmt::format("loss {:.3g}", run->loss);
            report.line(fmt::format("  {:<16} {:>10} parameters  {:>6.3g} epochs  {}", result,
                                    run->parameters, run->epochs, network));
            report.event("run",
                         {{"data", ground.data},
                          {"samples", ground.samples},
                          {"fair", run->isFair()},
                          {"accuracy", run->accuracy >= 0 ? nlohmann::json(run->accuracy) : nlohmann::json()},
                          {"loss", run->loss},
                          {"parameters", run->parameters},
                          {"epochs", run->epochs},
                          {"network", network},
                          {"when", run->when}});
        }
    }
}

} // namespace

int runDescribe(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("describe"), {"network"});
    options.addSwitch("list", "the templates and the built-in data");
    options.addText("data", "SOURCE",
                    "hold the network against this data, not that of the project or template");
    options.addTraining();
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
        return listLayers(report);
    if (!options.has("network")) {
        return report.problem({.kind = ProblemKind::Request,
                               .sentence = "Which network?",
                               .where = "describe",
                               .remedy = "Give a project, a .json file or a template, or --list."});
    }
    auto content = openNetwork(options.text("network"));
    if (!content)
        return report.problem(content.error());
    Experiment& experiment = content->experiment;
    if (options.has("data"))
        experiment.data = options.text("data");
    if (auto applied = options.applyTraining(experiment.training); !applied)
        return report.problem(applied.error());
    const Network& network = experiment.network;
    const auto analysis = analyseWith(experiment, options.has("data"), report);
    if (!analysis)
        return report.problem(analysis.error());

    describeLayers(network, *analysis, report);
    report.line();
    report.line(fmt::format("{} parameters, {} multiply-adds a sample", analysis->parameters,
                            analysis->multiplyAdds));
    const WeightCount weights =
        content->checkpoint ? countWeights(network, *content->checkpoint) : WeightCount{};
    if (weights.all > 0)
        report.line(weightText(weights));
    describeProblems(network, *analysis, report);
    describeRuns(content->runs, report);
    report.event("result", {{"layers", network.layers().size()},
                            {"parameters", analysis->parameters},
                            {"multiply_adds", analysis->multiplyAdds},
                            {"problems", analysis->problems.size()},
                            {"runnable", analysis->runnable()},
                            {"weights", weights.all},
                            {"zero_weights", weights.zero},
                            {"runs", content->runs.size()},
                            {"trained_steps", content->checkpoint ? content->checkpoint->step : 0},
                            {"notes", report.notes()}});
    return kExitDone;
}

} // namespace protomind
