// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_size_fields.h"

#include "engine/attack/adversarial_training.h"

#include <utility>

namespace protomind {

Field normField(std::string name, const std::string& standard) {
    return {.name = std::move(name),
            .label = "Measured as",
            .type = FieldType::Choice,
            .defaultValue = standard,
            .choices = {kNormNames.begin(), kNormNames.end()},
            .help = "How the size of a change is measured: by the largest change of any number (L-infinity), "
                    "or by the root of the sum of all squared changes (L2)."};
}

Field epsilonField(std::string name, double standard) {
    return {.name = std::move(name),
            .label = "Epsilon",
            .type = FieldType::Real,
            .defaultValue = standard,
            .minimum = 0,
            .maximum = kLargestEpsilon,
            .help = "How large the change of a sample may be. In pictures black is 0 and white is 1.",
            .logarithmic = true};
}

} // namespace protomind
