// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "engine/tensor/host_array.h"

#include <cstdint>

namespace protomind {

/// Straight lines through a generator's latent space, across two of its numbers, while the others are 0.
struct LatentGrid {
    std::int64_t lines = 0;
    std::int64_t points = 0; ///< of a line
    float reach = 0;         ///< each of the two goes from -reach to reach
    HostArray latents;       ///< [lines * points, latent], line by line
};

/// first and second: two numbers of the latent, counted from 0, that differ. Half of the lines go along each
/// of them. Of a latent of one number there is one line, along that.
[[nodiscard]] LatentGrid latentGrid(const Model& generator, std::int64_t first, std::int64_t second);

} // namespace protomind
