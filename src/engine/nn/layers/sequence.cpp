// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/sequence.h"

#include <fmt/format.h>

namespace protomind {

Result<void> checkSequence(const std::string& title, const Shape& input) {
    if (input.rank() == 2)
        return {};
    return fail(ProblemKind::Request,
                sentence("{} needs a sequence (steps × features), but gets {}.", title, input.text()), {},
                "Put a Reshape layer in between.");
}

} // namespace protomind
