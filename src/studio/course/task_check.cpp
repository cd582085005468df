// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/task_check.h"

#include <algorithm>

namespace protomind {

namespace {

bool isOfAnEpoch(const std::string& name) {
    return name.starts_with("train.") || name.starts_with("validation.");
}

} // namespace

std::vector<MissingPart> missingFor(const Expression& check, const LiveState& state) {
    std::vector<MissingPart> missing = check.missing(state);
    if (!missing.empty() || std::ranges::none_of(check.names(), isOfAnEpoch))
        return missing;
    missing = check.missing(state.anEpochBefore());
    for (MissingPart& part : missing)
        part.holdsSinceAnEpoch = true;
    return missing;
}

} // namespace protomind
