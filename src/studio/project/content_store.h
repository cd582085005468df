// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/database.h"
#include "studio/project/project.h"

namespace protomind {

// The contents of a project in the tables of a database (schema.h). Writing is meant to happen inside a
// transaction.

[[nodiscard]] Result<void> storeExperiment(Database& database, const Experiment& experiment,
                                           const nlohmann::json& unknown);
[[nodiscard]] Result<void> storeView(Database& database, const nlohmann::json& view);
[[nodiscard]] Result<void> storeRuns(Database& database, const RunList& runs);
/// Adds a checkpoint, and forgets those that are neither among the last three nor the best, and those of
/// another network or another run. A learning curve that is too long is thinned. Fails with Diverged where a
/// number is not finite.
[[nodiscard]] Result<void> storeCheckpoint(Database& database, const Checkpoint& checkpoint);
[[nodiscard]] Result<void> removeCheckpoints(Database& database);

/// What to do where every checkpoint of a file is damaged.
enum class DamagedCheckpoint {
    Refuse,
    Drop, ///< read the rest, and say so in the notices
};
/// Everything, checked against its digests and the limits. Where the newest checkpoint is damaged the one
/// before it is taken, and a notice says so.
[[nodiscard]] Result<ProjectContent> readContent(Database& database, DamagedCheckpoint damaged);

} // namespace protomind
