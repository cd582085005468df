// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/train/checkpoint.h"
#include "studio/network/network.h"
#include "studio/runs/run_list.h"
#include "studio/session/messages.h"

#include <string>
#include <vector>

namespace protomind {

/// What a project file holds: the experiment, the trained state if there is one, what the window remembers,
/// and the runs that were tested.
struct ProjectContent {
    Experiment experiment;
    CheckpointPtr checkpoint;                       ///< null where nothing was trained
    nlohmann::json view = nlohmann::json::object(); ///< window's own: zoom, points a person clicked, ...
    RunList runs;                                   ///< what came out of the tests that were made
    /// Fields of the experiment that this version does not know; written again as they were.
    nlohmann::json unknown = nlohmann::json::object();
    /// What a person should hear about how the file was read ("The newest weights are damaged; ..."). Not
    /// written.
    std::vector<Sentence> notices;
};

} // namespace protomind
