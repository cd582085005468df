// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/settings.h"
#include "studio/session/messages.h"

#include <nlohmann/json.hpp>

namespace protomind {

/// Training settings as they stand in files: every field, under its name in trainingFields().
[[nodiscard]] nlohmann::json toJson(const TrainingSettings& training);
/// A field that is absent has its default; one of the wrong type or size is a Problem. Names of losses,
/// optimisers and schedules are not looked up here: the session does, when the experiment is prepared.
[[nodiscard]] Result<TrainingSettings> trainingFromJson(const nlohmann::json& json);

[[nodiscard]] nlohmann::json toJson(const Experiment& experiment);
[[nodiscard]] Result<Experiment> experimentFromJson(const nlohmann::json& json);

/// The fields of an experiment's JSON that this version does not know (those inside the network are kept
/// there).
[[nodiscard]] nlohmann::json unknownFields(const nlohmann::json& experiment);
/// Puts such fields back. A field that is there already stays as it is.
void addUnknownFields(nlohmann::json& experiment, const nlohmann::json& unknown);

} // namespace protomind
