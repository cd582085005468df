// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/player_scores.h"

#include "engine/base/random.h"
#include "engine/gan/gan_loss.h"
#include "engine/graph/build.h"
#include "engine/instance/network_instance.h"
#include "engine/train/gan_recipe.h"
#include "engine/train/objective.h"
#include "studio/lens/lens_needs.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace protomind {

namespace {

constexpr const char* kRealScores = "real_scores";
constexpr const char* kNoPlayers = "Only one network is trained here: nobody plays against it.";
constexpr const char* kHowToPlay =
    "Draw a generator from a Latent on, and wire its last layer into the Input.";
constexpr std::uint64_t kPlacesSeed = 2014;
/// From the middle of a map's colours to either end, of what is about 0 to 1.
constexpr float kMostReach = 0.5f;
constexpr float kLeastReach = 0.05f;

float sigmoidOf(float x) {
    return 1 / (1 + std::exp(-x));
}

/// The least 1, 2 or 5 times a power of ten that is no less: so that colours mean the same in most looks.
float roundReach(float reach) {
    if (!(reach > 0) || !std::isfinite(reach))
        return 1;
    const float power = std::pow(10.0f, std::floor(std::log10(reach)));
    for (const float factor : {1.0f, 2.0f, 5.0f}) {
        if (reach <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

float farthest(std::span<const float> values, float from) {
    float reach = 0;
    for (const float value : values)
        reach = std::max(reach, std::abs(value - from));
    return reach;
}

/// Pairs of a real sample and a made one with the lower score, as a share of all pairs.
double shareOfPairs(std::span<const float> real, std::span<const float> made) {
    std::vector<float> sorted(real.begin(), real.end());
    std::ranges::sort(sorted);
    double won = 0;
    for (const float score : made) {
        const auto [first, last] = std::ranges::equal_range(sorted, score);
        won += static_cast<double>(sorted.end() - last) + 0.5 * static_cast<double>(last - first);
    }
    return won / (static_cast<double>(real.size()) * static_cast<double>(made.size()));
}

double shareAbove(std::span<const float> scores, float threshold) {
    double above = 0;
    for (const float score : scores)
        above += score > threshold ? 1.0 : score == threshold ? 0.5 : 0.0;
    return above / static_cast<double>(scores.size());
}

/// The generator's loss over every pair of a made and a real sample.
ScalarFunction generatorsLoss(const GanLoss& loss, std::int64_t real) {
    return {
        "generators_loss_" + loss.name, [&loss, real](Graph& graph, const BuiltModel& built) -> Result<Node> {
            const std::int64_t made = built.input.shape()[0];
            const Node scores = reshape(built.logits, Shape{made, 1});
            if (!loss.readsReal)
                return loss.generator({}, scores);
            return loss.generator(reshape(input(graph, kRealScores, Shape{real}), Shape{1, real}), scores);
        }};
}

} // namespace

Result<void> checkPlayers(const LensTarget& target) {
    if (target.generator == nullptr)
        return fail(ProblemKind::Unsupported, kNoPlayers, {}, kHowToPlay);
    if (target.data == nullptr)
        return fail(ProblemKind::Unsupported, "There are no real samples to hold the made ones against.", {},
                    "Choose data for the network.");
    if (auto fit = chooseGanObjective(target.model, *target.generator, *target.data); !fit)
        return std::unexpected(fit.error());
    return {};
}

Result<const DataSet*> realSamples(const LensContext& context) {
    if (context.generator == nullptr || context.ganLoss == nullptr)
        return fail(ProblemKind::Unsupported, kNoPlayers, {}, kHowToPlay);
    return samplesOfSplit(context);
}

Result<HostArray> scoresOf(NetworkInstance& discriminator, const HostArray& samples) {
    return inBatches(samples, fittingBatch(discriminator.model()),
                     [&](const HostArray& part) -> Result<HostArray> {
                         auto found = discriminator.ask({.logits = true}, {{kSamples, part}});
                         if (!found)
                             return std::unexpected(found.error());
                         return HostArray(Shape{part.shape[0]}, std::move(found->at(kLogits).values));
                     });
}

double meanOf(std::span<const float> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double shareToldApart(const GanLoss& loss, std::span<const float> real, std::span<const float> made) {
    if (loss.comparesOnly)
        return shareOfPairs(real, made);
    return (shareAbove(real, loss.threshold) + 1 - shareAbove(made, loss.threshold)) / 2;
}

Sentence toldApartSentence(const GanLoss& loss, double share) {
    return loss.comparesOnly
               ? sentence(
                     "Of pairs of a real and a made sample, the discriminator tells {:.0f} % apart; 50 % "
                     "would be guessing.",
                     100 * share)
               : sentence("The discriminator is right about {:.0f} % of the samples, real and made alike; "
                          "50 % would be guessing.",
                          100 * share);
}

ScoreReading readScores(const GanLoss& loss, std::span<const float> scores, std::span<const float> real,
                        std::span<const float> made) {
    ScoreReading reading;
    const auto reachFrom = [&reading](float middle, float reach) {
        reading.low = middle - reach;
        reading.high = middle + reach;
    };
    const auto asScores = [&](float middle, float reach) {
        reading.title = "The discriminator's score";
        reading.values.assign(scores.begin(), scores.end());
        reachFrom(middle, reach);
        reading.lowTitle = sentence("made: {:.3g}", reading.low);
        reading.highTitle = sentence("real: {:.3g}", reading.high);
    };
    const auto asChances = [&](const auto& chance) {
        for (const float score : scores)
            reading.values.push_back(chance(score));
        reachFrom(0.5f, std::clamp(roundReach(farthest(reading.values, 0.5f)), kLeastReach, kMostReach));
        reading.lowTitle = sentence("less real: {:.0f} %", 100 * reading.low);
        reading.highTitle = sentence("more real: {:.0f} %", 100 * reading.high);
    };
    if (loss.comparesOnly && loss.readsReal) {
        reading.title = "How likely the discriminator takes a place for more real than a real sample";
        reading.meaning = sentence("A single score says nothing here: each place is compared with {} real "
                                   "samples. In the middle of the colours it looks as real as those.",
                                   real.size());
        // The chance of a pair, sigmoid(place - real): Jolicoeur-Martineau, "The relativistic discriminator"
        // (2018), section 4.
        asChances([&](float score) {
            float sum = 0;
            for (const float other : real)
                sum += sigmoidOf(score - other);
            return sum / static_cast<float>(real.size());
        });
    } else if (loss.comparesOnly) {
        reading.meaning =
            "A single score says nothing here: the middle of the colours lies halfway between the "
            "mean scores of real and of made samples.";
        const auto middle = static_cast<float>((meanOf(real) + meanOf(made)) / 2);
        asScores(middle, roundReach(std::max(farthest(real, middle), farthest(made, middle))));
    } else if (loss.threshold == 0) {
        reading.title = "How likely a place is real, says the discriminator";
        reading.meaning = "In the middle of the colours, at 50 %, the discriminator is undecided.";
        asChances(sigmoidOf);
    } else {
        reading.meaning = sentence("In the middle of the colours, at a score of {:g}, the discriminator is "
                                   "undecided.",
                                   loss.threshold);
        asScores(loss.threshold, kMostReach);
    }
    return reading;
}

Result<HostArray> pullOnSamples(NetworkInstance& discriminator, const GanLoss& loss, const HostArray& made,
                                std::span<const float> real) {
    const auto compared = static_cast<std::int64_t>(real.size());
    return inBatches(made, fittingBatch(discriminator.model()),
                     [&](const HostArray& part) -> Result<HostArray> {
                         NamedArrays inputs{{kSamples, part}};
                         if (loss.readsReal)
                             inputs[kRealScores] =
                                 HostArray(Shape{compared}, std::vector<float>(real.begin(), real.end()));
                         auto found = discriminator.ask(
                             {.scalar = generatorsLoss(loss, compared), .samplesGradient = true}, inputs);
                         if (!found)
                             return std::unexpected(found.error());
                         HostArray pull = std::move(found->at(gradientName(kSamples)));
                         // The loss is the mean over the batch.
                         for (float& number : pull.values)
                             number *= -static_cast<float>(part.shape[0]);
                         return pull;
                     });
}

std::vector<std::uint32_t> drawnPlaces(std::int64_t size, std::int64_t count) {
    // The first steps of a shuffle, of which only what was moved is kept.
    RandomStream random(kPlacesSeed);
    std::unordered_map<std::int64_t, std::int64_t> moved;
    const auto at = [&moved](std::int64_t place) {
        const auto found = moved.find(place);
        return found == moved.end() ? place : found->second;
    };
    std::vector<std::uint32_t> places;
    for (std::int64_t i = 0; i < std::min(size, count); ++i) {
        const std::int64_t other =
            i + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(size - i)));
        places.push_back(static_cast<std::uint32_t>(at(other)));
        moved[other] = at(i);
    }
    return places;
}

} // namespace protomind
