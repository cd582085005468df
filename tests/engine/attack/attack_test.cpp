// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack.h"
#include "engine/attack/attacked_network.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/reference/reference_device.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::Each;
using testing::Le;

double l2Distance(std::span<const float> a, std::span<const float> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i] - b[i]), 2);
    return std::sqrt(sum);
}

double largestDistance(std::span<const float> a, std::span<const float> b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i] - b[i])));
    return largest;
}

std::span<const float> rowOf(const HostArray& array, std::size_t row) {
    const std::size_t size = array.values.size() / static_cast<std::size_t>(array.shape[0]);
    return std::span(array.values).subspan(row * size, size);
}

class AttackTest : public testing::Test {
protected:
    Attack finished(NetworkInstance& network, const AttackSettings& settings, const AttackBatch& batch,
                    std::uint64_t seed = 3) {
        Attack attack(network, *findLoss("cross_entropy"), settings, batch, seed);
        Result<bool> done = false;
        while (done && !*done)
            done = attack.advance();
        EXPECT_TRUE(done) << done.error().text();
        return attack;
    }

    std::unique_ptr<Device> m_device = makeCpuDevice(2);
};

/// For logits W x + b the gradient of log sum exp over the others, minus the own one, is
/// sum_j q_j w_j - w_y with q the softmax over j != y: the one-step attack can be told beforehand.
TEST_F(AttackTest, OneStepOnALinearNetworkIsItsClosedForm) {
    const auto network = linearNetwork(*m_device, 6, 3);
    const AttackBatch batch = attackBatch({4, 6}, 3);
    const HostArray weights = network->variables().read("dense/kernel").value(); // [6, 3]
    const HostArray biases = network->variables().read("dense/bias").value();
    const Attack attack = finished(
        *network, {.epsilon = 0.2, .start = AttackStart::Sample, .steps = 1, .stepSize = 0.2}, batch);
    for (std::size_t n = 0; n < 4; ++n) {
        const auto own = static_cast<std::size_t>(batch.classes[n]);
        const auto x = rowOf(batch.samples, n);
        std::vector<double> logits(3);
        for (std::size_t j = 0; j < 3; ++j) {
            logits[j] = static_cast<double>(biases.values[j]);
            for (std::size_t i = 0; i < 6; ++i)
                logits[j] += static_cast<double>(x[i] * weights.values[i * 3 + j]);
        }
        double sum = 0;
        for (std::size_t j = 0; j < 3; ++j)
            sum += j == own ? 0 : std::exp(logits[j]);
        for (std::size_t i = 0; i < 6; ++i) {
            double slope = -static_cast<double>(weights.values[i * 3 + own]);
            for (std::size_t j = 0; j < 3; ++j)
                slope +=
                    j == own ? 0 : std::exp(logits[j]) / sum * static_cast<double>(weights.values[i * 3 + j]);
            EXPECT_NEAR(rowOf(attack.perturbed(), n)[i], static_cast<double>(x[i]) + (slope > 0 ? 0.2 : -0.2),
                        1e-6);
        }
    }
}

TEST_F(AttackTest, OddsAreTheLogarithmOfThoseOfTheProbabilities) {
    const auto network = linearNetwork(*m_device, 6, 3);
    const AttackBatch batch = attackBatch({4, 6}, 3);
    const Attack attack = finished(*network, {.start = AttackStart::Sample, .steps = 0}, batch);
    for (std::size_t n = 0; n < 4; ++n) {
        const auto logits = rowOf(attack.logits(), n);
        double sum = 0;
        for (const float logit : logits)
            sum += std::exp(static_cast<double>(logit));
        const double own =
            std::exp(static_cast<double>(logits[static_cast<std::size_t>(batch.classes[n])])) / sum;
        EXPECT_NEAR(attack.odds()[n], std::log((1 - own) / own), 1e-5);
    }
}

/// Where a float's probability is 1, cross-entropy's gradient is gone; the attack's is not.
TEST_F(AttackTest, MovesAlsoWhatTheNetworkIsUtterlySureOf) {
    const auto network = linearNetwork(*m_device, 6, 3);
    HostArray biases = network->variables().read("dense/bias").value();
    biases.values = {500, 0, 0};
    network->variables().write("dense/bias", biases);
    AttackBatch batch = attackBatch({2, 6}, 3);
    batch.classes = {0, 0};
    const Attack attack = finished(
        *network, {.epsilon = 0.5, .start = AttackStart::Sample, .steps = 1, .stepSize = 0.5}, batch);
    EXPECT_NEAR(largestDistance(attack.perturbed().values, batch.samples.values), 0.5, 1e-6);
    const Attack before = finished(*network, {.start = AttackStart::Sample, .steps = 0}, batch);
    EXPECT_GT(attack.odds()[0], before.odds()[0]);
}

class PerturbationTest : public AttackTest, public testing::WithParamInterface<Norm> {};

INSTANTIATE_TEST_SUITE_P(OfEveryNorm, PerturbationTest, testing::Values(Norm::Linf, Norm::L2),
                         [](const auto& test) { return test.param == Norm::Linf ? "Linf" : "L2"; });

TEST_P(PerturbationTest, KeepsWithinTheBallAndTheRange) {
    const auto network = pictureNetwork(*m_device);
    const AttackBatch batch = attackBatch({5, 8, 8, 1}, 4);
    for (const AttackStart start : {AttackStart::Sample, AttackStart::Inside, AttackStart::Surface}) {
        for (const std::int64_t steps : {0, 1, 7}) {
            const Attack attack = finished(*network,
                                           {.allowed = {GetParam(), SampleRange{}},
                                            .epsilon = 0.3,
                                            .start = start,
                                            .steps = steps,
                                            .stepSize = 0.25},
                                           batch);
            EXPECT_THAT(attack.perturbed().values, Each(testing::AllOf(testing::Ge(0.0f), Le(1.0f))));
            for (std::size_t n = 0; n < 5; ++n) {
                const auto moved = rowOf(attack.perturbed(), n);
                const auto original = rowOf(batch.samples, n);
                const double size =
                    GetParam() == Norm::Linf ? largestDistance(moved, original) : l2Distance(moved, original);
                EXPECT_LE(size, 0.3 + 1e-6);
            }
        }
    }
}

TEST_P(PerturbationTest, ReachesAsFarAsItMayWhereNothingIsInTheWay) {
    const auto network = linearNetwork(*m_device, 6, 3);
    const AttackBatch batch = attackBatch({4, 6}, 3);
    const Attack attack =
        finished(*network,
                 {.allowed = {GetParam(), std::nullopt}, .epsilon = 0.3, .steps = 9, .stepSize = 0.2}, batch);
    for (std::size_t n = 0; n < 4; ++n) {
        const auto moved = rowOf(attack.perturbed(), n);
        const auto original = rowOf(batch.samples, n);
        EXPECT_NEAR(GetParam() == Norm::Linf ? largestDistance(moved, original) : l2Distance(moved, original),
                    0.3, 1e-5);
    }
}

/// Each step goes where the odds rise fastest: a small one raises them by its length times the slope.
TEST_P(PerturbationTest, StepsRaiseTheOddsByTheSlopeOfFiniteDifferences) {
    const auto network = pictureNetwork(*m_device);
    const AttackBatch batch = attackBatch({3, 8, 8, 1}, 4);
    const AttackSettings still{.start = AttackStart::Sample, .steps = 0};
    const Attack before = finished(*network, still, batch);
    constexpr double kStep = 0.02;
    const Attack attack = finished(*network,
                                   {.allowed = {GetParam(), std::nullopt},
                                    .epsilon = 1,
                                    .start = AttackStart::Sample,
                                    .steps = 1,
                                    .stepSize = kStep},
                                   batch);
    for (std::size_t n = 0; n < 3; ++n) {
        double rise = 0; // of the odds along the change, by differences number by number
        double squares = 0;
        double absolutes = 0;
        for (std::size_t i = 0; i < 64; ++i) {
            AttackBatch moved = batch;
            float& value = moved.samples.values[n * 64 + i];
            value += 0.01f;
            const double above = static_cast<double>(finished(*network, still, moved).odds()[n]);
            value -= 0.02f;
            const double slope =
                (above - static_cast<double>(finished(*network, still, moved).odds()[n])) / 0.02;
            rise += slope * static_cast<double>(attack.perturbed().values[n * 64 + i] -
                                                batch.samples.values[n * 64 + i]);
            squares += slope * slope;
            absolutes += std::abs(slope);
        }
        const double steepest = kStep * (GetParam() == Norm::Linf ? absolutes : std::sqrt(squares));
        EXPECT_NEAR(rise, steepest, 0.02 * steepest);
        EXPECT_GT(attack.odds()[n], before.odds()[n]);
    }
}

TEST_P(PerturbationTest, IsAFunctionOfSeedAndPlaceAloneNotOfTheBatch) {
    const auto network = pictureNetwork(*m_device);
    const AttackBatch all = attackBatch({4, 8, 8, 1}, 4);
    const AttackSettings settings{.allowed = {GetParam(), SampleRange{}},
                                  .epsilon = 0.2,
                                  .steps = 5,
                                  .stepSize = 0.05,
                                  .momentum = 0.5};
    const Attack together = finished(*network, settings, all);
    EXPECT_EQ(finished(*network, settings, all).perturbed(), together.perturbed());
    EXPECT_NE(finished(*network, settings, all, 4).perturbed(), together.perturbed());
    for (std::size_t n = 0; n < 4; ++n) {
        AttackBatch one{
            .samples = HostArray(Shape{1, 8, 8, 1}), .classes = {all.classes[n]}, .places = {all.places[n]}};
        std::ranges::copy(rowOf(all.samples, n), one.samples.values.begin());
        EXPECT_LE(largestDistance(finished(*network, settings, one).perturbed().values,
                                  rowOf(together.perturbed(), n)),
                  1e-4);
    }
}

TEST_P(PerturbationTest, DevicesAgree) {
    const auto reference = makeReferenceDevice();
    const auto network = pictureNetwork(*m_device);
    const auto other = pictureNetwork(*reference);
    const AttackBatch batch = attackBatch({3, 8, 8, 1}, 4);
    const AttackSettings settings{
        .allowed = {GetParam(), SampleRange{}}, .epsilon = 0.2, .steps = 3, .stepSize = 0.07};
    EXPECT_LE(largestDistance(finished(*network, settings, batch).perturbed().values,
                              finished(*other, settings, batch).perturbed().values),
              1e-4);
}

TEST_F(AttackTest, TowardsAClassLowersTheOddsAgainstIt) {
    const auto network = pictureNetwork(*m_device);
    AttackBatch batch = attackBatch({3, 8, 8, 1}, 4);
    batch.classes = {2, 2, 2};
    const AttackSettings settings{.epsilon = 0.5, .steps = 20, .stepSize = 0.1, .towards = true};
    const Attack before =
        finished(*network, {.start = AttackStart::Sample, .steps = 0, .towards = true}, batch);
    const Attack after = finished(*network, settings, batch);
    for (std::size_t n = 0; n < 3; ++n) {
        EXPECT_LT(after.odds()[n], before.odds()[n]);
        EXPECT_EQ(after.succeeded(n), after.decided()[n] == 2.0f);
    }
}

TEST_F(AttackTest, ASingleOutputIsTheLogitOfTheSecondClass) {
    const auto network = linearNetwork(*m_device, 4, 1);
    AttackBatch batch = attackBatch({2, 4}, 2);
    batch.classes = {0, 1};
    const AttackSettings settings{.epsilon = 10, .start = AttackStart::Sample, .steps = 1, .stepSize = 10};
    Attack attack(*network, *findLoss("binary_cross_entropy"), settings, batch, 1);
    ASSERT_TRUE(attack.advance());
    ASSERT_TRUE(attack.advance());
    EXPECT_GT(attack.logits().values[0], 0) << "away from the first class";
    EXPECT_LT(attack.logits().values[1], 0) << "away from the second class";
    EXPECT_TRUE(attack.succeeded(0) && attack.succeeded(1));
    EXPECT_FLOAT_EQ(attack.odds()[0], attack.logits().values[0]);
}

TEST_F(AttackTest, NoiseIsAsLargeAsItIsSaid) {
    const auto network = linearNetwork(*m_device, 6, 3);
    const AttackBatch batch = attackBatch({4, 6}, 3);
    const Attack noise =
        finished(*network, {.epsilon = 0.25, .start = AttackStart::Surface, .steps = 0}, batch);
    for (std::size_t i = 0; i < batch.samples.values.size(); ++i)
        EXPECT_NEAR(std::abs(noise.perturbed().values[i] - batch.samples.values[i]), 0.25f, 1e-6);
}

} // namespace
} // namespace protomind
