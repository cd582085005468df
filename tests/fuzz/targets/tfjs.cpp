// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/read_tfjs.h"

#include "target.h"

namespace protomind {

namespace {

constexpr std::int64_t kMostBytes = 1 << 22; ///< of a group's files

Result<std::string> zeros(const ManifestGroup& group) {
    if (group.bytes > kMostBytes)
        return fail(ProblemKind::Input, "The file is missing.");
    return std::string(static_cast<std::size_t>(group.bytes), '\0');
}

} // namespace

/// A model.json, with files beside it that are as long as it says.
void tryInput(std::string_view input) {
    (void)networkOfTfjs(input, zeros);
}

} // namespace protomind
