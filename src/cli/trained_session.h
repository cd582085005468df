// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "cli/report.h"
#include "studio/session/session_client.h"

namespace protomind {

/// Says what became of the device that computes, where the event tells it.
void tellDeviceNews(const EventEnvelope& event, Report& report);

/// Opens the project that the words name, with --data, --device and --threads in place, and makes its trained
/// network ready to answer.
[[nodiscard]] Result<Prepared> prepareTrained(const CommandOptions& options, SessionClient& session,
                                              Report& report, Experiment& experiment);

/// Says where the samples of an evaluation are among those that the weights have learned from.
void noteLearnedFrom(const Evaluated& evaluated, Report& report);

/// For JSON: null where it is not known.
[[nodiscard]] nlohmann::ordered_json countOrNull(std::optional<std::int64_t> count);

} // namespace protomind
