// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trained_session.h"

#include "cli/experiment_argument.h"

#include <fmt/format.h>

namespace protomind {

void tellDeviceNews(const EventEnvelope& event, Report& report) {
    const auto* news = std::get_if<DeviceNews>(&event.event);
    if (news == nullptr)
        return;
    if (!news->sentence.empty())
        report.note(news->sentence.text());
    const char* state = news->state == DeviceState::Lost     ? "lost"
                        : news->state == DeviceState::Silent ? "silent"
                                                             : "answering";
    report.event("device_news", {{"state", state}, {"steps_again", news->stepsTaken}});
}

Result<Prepared> prepareTrained(const CommandOptions& options, SessionClient& session, Report& report,
                                Experiment& experiment) {
    if (!options.has("project"))
        return fail(ProblemKind::Request, "Which project?", {},
                    "Give a .protomind file that `protomind train` saved.");
    auto content = openTrainedProject(options.text("project"));
    if (!content)
        return std::unexpected(content.error());
    for (const std::string& notice : content->notices)
        report.note(notice);
    experiment = std::move(content->experiment);
    if (options.has("data"))
        experiment.data = options.text("data");
    if (auto applied = options.applyCommon(experiment); !applied)
        return std::unexpected(applied.error());
    auto prepared = session.await(PrepareRequest{experiment, content->checkpoint});
    if (prepared && prepared->weightsFresh > 0) {
        return fail(ProblemKind::Input,
                    "The trained weights are not those of its network, which was edited since.",
                    options.text("project"), "Train it again.");
    }
    return prepared;
}

void noteLearnedFrom(const Evaluated& evaluated, Report& report) {
    if (!evaluated.learnedFrom)
        report.note("It isn't known which samples the network has learned from: these may be among them.");
    else if (*evaluated.learnedFrom > 0)
        report.note(fmt::format("The network has learned from {} of these {} samples: the figures say little "
                                "about samples that are new to it.",
                                *evaluated.learnedFrom, evaluated.samples));
}

nlohmann::ordered_json countOrNull(std::optional<std::int64_t> count) {
    return count ? nlohmann::ordered_json(*count) : nlohmann::ordered_json();
}

} // namespace protomind
