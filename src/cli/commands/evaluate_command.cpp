// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/trained_session.h"
#include "studio/session/process/guarded_session.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

/// The class that most of the wrong ones were taken for; none where all are right.
std::optional<std::size_t> mostConfused(const std::vector<std::int64_t>& row, std::size_t trueClass) {
    std::optional<std::size_t> most;
    for (std::size_t other = 0; other < row.size(); ++other) {
        if (other != trueClass && row[other] > 0 && (!most || row[other] > row[*most]))
            most = other;
    }
    return most;
}

std::string nameOf(Split split) {
    return split == Split::Test ? "test" : split == Split::Validation ? "validation" : "unseen";
}

/// Data that is written out, such as points, is named without its numbers.
std::string shortened(const std::string& data) {
    constexpr std::size_t kLongest = 80;
    return data.size() > kLongest ? data.substr(0, data.find('?')) : data;
}

std::string describeSamples(const Evaluated& evaluated, const std::string& text) {
    const std::string data = shortened(text);
    switch (evaluated.split) {
    case Split::Test:
        return fmt::format("{} test samples of {}", evaluated.samples, data);
    case Split::Validation:
        return fmt::format("{} samples kept aside of {}", evaluated.samples, data);
    default:
        return fmt::format("{} samples of {} that the network has not learned from", evaluated.samples, data);
    }
}

void reportClasses(const Evaluated& figures, const std::vector<std::string>& names, Report& report) {
    if (figures.confusion.empty())
        return;
    report.line();
    report.line(fmt::format("{:<16} {:>8} {:>8} {:>9}  {}", "Class", "Samples", "Right", "Share",
                            "Mostly taken for"));
    for (std::size_t i = 0; i < figures.confusion.size(); ++i) {
        const std::vector<std::int64_t>& row = figures.confusion[i];
        const std::int64_t samples = std::accumulate(row.begin(), row.end(), std::int64_t{0});
        const auto confused = mostConfused(row, i);
        const std::string name = i < names.size() ? names[i] : std::to_string(i);
        const double share = samples > 0 ? static_cast<double>(row[i]) / static_cast<double>(samples) : -1;
        std::string taken;
        if (confused)
            taken = fmt::format("{} ({})",
                                *confused < names.size() ? names[*confused] : std::to_string(*confused),
                                row[*confused]);
        report.line(fmt::format("{:<16} {:>8} {:>8} {:>9}  {}", name, samples, row[i],
                                share < 0 ? "-" : fmt::format("{:.2f} %", 100 * share), taken));
        report.event("class", {{"class", name},
                               {"samples", samples},
                               {"correct", row[i]},
                               {"accuracy", figure(share)},
                               {"taken_for", row}});
    }
}

} // namespace

int runEvaluate(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("evaluate"), {"project"});
    options.addText("data", "SOURCE", "what it is tried on, if not the project's data");
    options.addSwitch("validation", "use the samples kept aside, even if there is a test split");
    options.addCommon();
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();

    SessionClient session([&report](const EventEnvelope& event) { tellDeviceNews(event, report); }, {},
                          openGuardedSession);
    Experiment experiment;
    const auto prepared = prepareTrained(options, session, report, experiment);
    if (!prepared)
        return report.problem(prepared.error());
    report.dataNotes(prepared->dataNotes);
    const auto evaluated = session.await(EvaluateRequest{.test = !options.isSet("validation")});
    if (!evaluated)
        return report.problem(evaluated.error());

    report.line(describeSamples(*evaluated, experiment.data));
    if (evaluated->split == Split::Validation && !prepared->asideNote.empty())
        report.note(prepared->asideNote);
    if (evaluated->split != Split::Validation || evaluated->learnedFrom)
        noteLearnedFrom(*evaluated, report);
    report.line(fmt::format("loss {:.4f}", evaluated->loss));
    if (evaluated->accuracy >= 0)
        report.line(fmt::format("accuracy {:.2f} %", 100 * evaluated->accuracy));
    reportClasses(*evaluated, prepared->classNames, report);
    report.event("result", {{"data", experiment.data},
                            {"split", nameOf(evaluated->split)},
                            {"samples", evaluated->samples},
                            {"learned_from", countOrNull(evaluated->learnedFrom)},
                            {"loss", figure(evaluated->loss)},
                            {"accuracy", figure(evaluated->accuracy)},
                            {"parameters", prepared->parameters},
                            {"steps", prepared->step},
                            {"device", prepared->device},
                            {"notes", report.notes()}});
    return kExitDone;
}

} // namespace protomind
