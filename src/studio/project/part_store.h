// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/database.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace protomind {

/// Puts a part of a project, as JSON with its digest, in the place of the one of that name. Fails for what
/// could not be read again.
[[nodiscard]] Result<void> storePart(Database& database, std::string_view name, const nlohmann::json& json);
/// The JSON of a part, checked against its digest and the limits; a null where there is no such part.
[[nodiscard]] Result<nlohmann::json> readPart(Database& database, std::string_view name);

/// A problem with what a file says, with the file's name on it.
[[nodiscard]] Problem inFile(const Database& database, Problem problem);

} // namespace protomind
