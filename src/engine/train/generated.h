// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/network_instance.h"

namespace protomind {

/// Which of a generator's weights make samples.
enum class GeneratorWeights {
    Averaged, ///< those that training averages; where it has none yet, the present ones
    Present,
};

/// Those among the variables of a training that generated() reads: the generator's own, their averages, and
/// how many steps were averaged.
[[nodiscard]] std::vector<VariableInfo> generatorVariables(const VariableStore& variables,
                                                           const Model& generator);

/// What a generator makes of latents [N, its input shape]: [N, its output shape], as it answers (nothing is
/// dropped, running statistics). Its weights lie among the variables of the network that it plays against.
[[nodiscard]] Result<HostArray> generated(NetworkInstance& network, const Model& generator,
                                          const HostArray& latents,
                                          GeneratorWeights weights = GeneratorWeights::Averaged);

} // namespace protomind
