// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "studio/network/network.h"

#include <memory>
#include <vector>

namespace protomind {

/// The drawing as a recipe that the engine builds for any batch size; of two players, the discriminator.
/// Fails with the first problem of the analysis.
[[nodiscard]] Result<Model> lower(const Network& network);

/// Both players of a drawing. The generator begins with its Latent and gives what the discriminator's Input
/// takes. No two layers have the same name, so that the variables of both may lie in one store.
struct PlayerModels {
    Model discriminator;
    Model generator;
};
/// Fails as lower does, and where the drawing has no generator.
[[nodiscard]] Result<PlayerModels> lowerPlayers(const Network& network);

/// What is trained, and whom it plays against: null where the drawing has no two players.
struct TrainedModels {
    Model trained;
    std::shared_ptr<const Model> generator;
};
/// Fails as lower does.
[[nodiscard]] Result<TrainedModels> modelsOf(const Network& network);

/// All that is drawn: one model, or the discriminator and then the generator. Fails as lower does.
[[nodiscard]] Result<std::vector<Model>> lowerAll(const Network& network);

} // namespace protomind
