// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/report.h"
#include "studio/session/session_client.h"

#include <string>

namespace protomind {

/// How many samples a generator is asked for where nobody says, and at most.
inline constexpr std::int64_t kUsualGenerated = 16;
inline constexpr std::int64_t kMostGenerated = 100000;

struct GenerateWords {
    std::int64_t count = kUsualGenerated;
    std::uint64_t seed = 0;
    std::string output; ///< a .csv file, or a .png file of pictures; empty: they are told one a line
};

/// Whether the network has two players.
[[nodiscard]] bool hasGenerator(const Network& network);

/// Lets the prepared network's generator make samples, and tells or writes them.
[[nodiscard]] Result<void> generateSamples(SessionClient& session, const Network& network,
                                           const GenerateWords& words, Report& report);

} // namespace protomind
