// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/experiment_argument.h"
#include "cli/options.h"
#include "engine/data/data_set.h"
#include "studio/network/analysis.h"
#include "studio/network/template.h"

#include <fmt/format.h>

namespace protomind {

namespace {

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
    report.event("result", {{"templates", networkTemplates().size()}, {"data", builtInData().size()}});
    return kExitDone;
}

Result<Analysis> analyseWith(const Network& network, const std::string& data, std::uint64_t seed) {
    if (data.empty())
        return analyse(network);
    auto source = openData(data, seed);
    if (!source)
        return std::unexpected(source.error());
    const DataDescription& description = source->training->description();
    const bool classes = description.targetKind == TargetKind::Class;
    return analyse(network,
                   DataShapes{.sample = description.sampleShape,
                              .outputs = classes ? static_cast<std::int64_t>(description.classNames.size())
                                                 : description.targetShape.elementCount(),
                              .dataName = description.name});
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
        const bool error = problem.severity == Severity::Error;
        const Layer* layer = network.layer(problem.layer);
        report.line(fmt::format("{}: {}", error ? "Problem" : "Warning", problem.sentence));
        std::vector<std::string> fixes;
        for (const Fix& fix : problem.fixes) {
            report.line("  Fix: " + fix.label);
            fixes.push_back(fix.label);
        }
        report.event("problem", {{"severity", error ? "error" : "warning"},
                                 {"sentence", problem.sentence},
                                 {"layer", layer ? nlohmann::json(layer->name) : nlohmann::json()},
                                 {"fixes", fixes}});
    }
}

} // namespace

int runDescribe(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("describe"), {"network"});
    options.addSwitch("list", "the templates and the built-in data");
    options.addText("data", "SOURCE", "also hold the network against this data");
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
    const auto content = openNetwork(options.text("network"));
    if (!content)
        return report.problem(content.error());
    const Network& network = content->experiment.network;
    const auto analysis = analyseWith(network, options.text("data"), content->experiment.training.seed);
    if (!analysis)
        return report.problem(analysis.error());

    describeLayers(network, *analysis, report);
    report.line();
    report.line(fmt::format("{} parameters, {} multiply-adds a sample", analysis->parameters,
                            analysis->multiplyAdds));
    describeProblems(network, *analysis, report);
    report.event("result", {{"layers", network.layers().size()},
                            {"parameters", analysis->parameters},
                            {"multiply_adds", analysis->multiplyAdds},
                            {"problems", analysis->problems.size()},
                            {"runnable", analysis->runnable()},
                            {"trained_steps", content->checkpoint ? content->checkpoint->step : 0}});
    return kExitDone;
}

} // namespace protomind
