// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"

#include <span>
#include <vector>

/// What a discriminator says of samples, and what its scores mean by the loss that it learned with.
namespace protomind {

struct GanLoss;

/// There are two players that fit together, and data that they learn from; the sentence says what is missing.
[[nodiscard]] Result<void> checkPlayers(const LensTarget& target);
/// And all of that in what is looked at, with real samples of the split; gives those.
[[nodiscard]] Result<const DataSet*> realSamples(const LensContext& context);

/// Logits, [N], of samples [N, sample shape], as the discriminator answers (nothing is dropped).
[[nodiscard]] Result<HostArray> scoresOf(NetworkInstance& discriminator, const HostArray& samples);

[[nodiscard]] double meanOf(std::span<const float> values);

/// How often the scores tell real from made samples, 0 to 1: over all pairs of one of each where single
/// scores say nothing, else over both kinds alike. What can't be told counts for half, so that 0.5 is
/// guessing.
[[nodiscard]] double shareToldApart(const GanLoss& loss, std::span<const float> real,
                                    std::span<const float> made);
/// "Of pairs of a real and a made sample it tells 62 % apart; 50 % would be guessing."
[[nodiscard]] Sentence toldApartSentence(const GanLoss& loss, double share);

/// Scores as what they say, so that the middle between low and high is where neither player wins.
struct ScoreReading {
    Sentence title;
    Sentence lowTitle;
    Sentence highTitle;
    Sentence meaning; ///< of the middle, for a person
    float low = 0;
    float high = 1;
    std::vector<float> values; ///< one a score
};
/// real and made: scores of some samples of either kind, that others are held against where single scores say
/// nothing.
[[nodiscard]] ScoreReading readScores(const GanLoss& loss, std::span<const float> scores,
                                      std::span<const float> real, std::span<const float> made);

/// Where the generator's loss falls fastest: minus its gradient with respect to each made sample, [N, sample
/// shape]. real: scores of real samples, each of which every made one is held against where the loss
/// compares.
[[nodiscard]] Result<HostArray> pullOnSamples(NetworkInstance& discriminator, const GanLoss& loss,
                                              const HostArray& made, std::span<const float> real);

/// So many places of a set of so many samples, each at most once, always the same, in a random order.
[[nodiscard]] std::vector<std::uint32_t> drawnPlaces(std::int64_t size, std::int64_t count);

} // namespace protomind
