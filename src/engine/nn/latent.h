// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "engine/tensor/host_array.h"

#include <cstdint>

/// The random numbers that a model with a Latent makes its samples of.
namespace protomind {

/// The most numbers that a Latent draws for one sample.
inline constexpr std::int64_t kMaxLatentDimension = 1024;

/// The most latents that are drawn at once.
inline constexpr std::int64_t kMaxLatents = std::int64_t{1} << 20;

/// Whether a model is given random numbers: it begins with a Latent, not with an Input.
[[nodiscard]] bool takesLatent(const Model& model);

/// Numbers of the Latent's distribution, [batch, dimension], new in every run. A normal one uses the streams
/// 2 * stream and 2 * stream + 1, as randomNormal does; a uniform one, on -1 to 1, uses stream. The model
/// takes a latent.
[[nodiscard]] Node latentNoise(Graph& graph, const Model& model, std::int64_t batch, std::uint64_t seed,
                               std::uint64_t stream);

/// Some that stay: [count, dimension]. They are those of latentNoise with the same seed and stream in that
/// run, but for the rounding of a device's logarithm and cosine. The first ones are the same for any count,
/// which is 1 to kMaxLatents.
[[nodiscard]] HostArray drawLatents(const Model& model, std::int64_t count, std::uint64_t seed,
                                    std::uint64_t stream = 0, std::uint64_t run = 0);

} // namespace protomind
