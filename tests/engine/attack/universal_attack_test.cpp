// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attacked_network.h"
#include "engine/attack/attacked_set.h"
#include "engine/attack/run_to_end.h"
#include "engine/attack/universal_attack.h"
#include "engine/attack/universal_evaluation.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/reference/reference_device.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

using testing::AllOf;
using testing::Each;
using testing::Ge;
using testing::Le;

std::vector<std::uint32_t> firstSamples(std::uint32_t count, std::uint32_t from = 0) {
    std::vector<std::uint32_t> samples(count);
    std::iota(samples.begin(), samples.end(), from);
    return samples;
}

UniversalSet patches(double share) {
    return {.kind = UniversalKind::Patch, .share = share, .within = {.range = SampleRange{}}};
}
UniversalSet everywhere(Norm norm, double epsilon) {
    return {.kind = UniversalKind::Everywhere,
            .within = {.norm = norm, .range = SampleRange{}},
            .epsilon = epsilon};
}

double sizeOf(const HostArray& change, Norm norm) {
    double size = 0;
    for (const float value : change.values)
        size = norm == Norm::Linf ? std::max(size, std::abs(static_cast<double>(value)))
                                  : size + std::pow(static_cast<double>(value), 2);
    return norm == Norm::Linf ? size : std::sqrt(size);
}

class UniversalTest : public testing::Test {
protected:
    UniversalAttack learned(NetworkInstance& network, const UniversalSettings& settings,
                            std::vector<std::uint32_t> samples) {
        UniversalAttack attack(network, m_loss, *m_data, std::move(samples), settings);
        runToEnd(attack);
        return attack;
    }
    UniversalEvaluation judged(const UniversalSet& allowed, const UniversalChange& change,
                               std::optional<std::int64_t> target, std::vector<std::uint32_t> samples) {
        UniversalEvaluation evaluation(*m_network, m_loss, *m_data, std::move(samples), target, change,
                                       noiseChange(allowed, Shape{8, 8, 1}, 5, 1), 9);
        runToEnd(evaluation);
        return evaluation;
    }
    UniversalChange nothing() const {
        return {
            .kind = UniversalKind::Everywhere, .values = HostArray(Shape{8, 8, 1}), .range = SampleRange{}};
    }

    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    std::unique_ptr<NetworkInstance> m_network = pictureNetwork(*m_device);
    const LossType& m_loss = *findLoss("cross_entropy");
    std::unique_ptr<AttackedSet> m_data = mostlyRight(*m_network);
};

/// Adam's first step goes as far along every number, to where the objective rises; that is told by shifting
/// all samples.
TEST_F(UniversalTest, TheFirstStepGoesAlongTheSlopeOfFiniteDifferences) {
    for (const std::optional<std::int64_t> target :
         {std::optional<std::int64_t>(), std::optional<std::int64_t>(2)}) {
        const UniversalSettings settings{.allowed = {.kind = UniversalKind::Everywhere, .epsilon = 1},
                                         .target = target,
                                         .steps = 1,
                                         .stepSize = 0.25};
        const UniversalAttack attack = learned(*m_network, settings, firstSamples(64));
        const auto objectiveAt = [&](std::size_t number, float shift) {
            AttackBatch batch = m_data->batch();
            for (std::size_t i = number; i < batch.samples.values.size(); i += 64)
                batch.samples.values[i] += shift;
            const AttackedSet shifted(std::move(batch));
            UniversalAttack there(*m_network, m_loss, shifted, firstSamples(64), settings);
            EXPECT_TRUE(there.advance());
            return there.objective();
        };
        for (std::size_t number = 0; number < 64; ++number) {
            const double rise = objectiveAt(number, 0.05f) - objectiveAt(number, -0.05f);
            if (std::abs(rise) > 1e-4) {
                EXPECT_NEAR(attack.change().values.values[number], rise > 0 ? 0.25 : -0.25, 1e-4) << number;
            }
        }
    }
}

TEST_F(UniversalTest, KeepsWithinWhatIsAllowed) {
    for (const Norm norm : {Norm::Linf, Norm::L2}) {
        const UniversalChange change =
            learned(*m_network, {.allowed = everywhere(norm, 0.3), .steps = 12, .stepSize = 0.2},
                    firstSamples(80))
                .change();
        EXPECT_NEAR(sizeOf(change.values, norm), 0.3, 1e-5) << "as far as it may, as the network is smooth";
        EXPECT_LE(sizeOf(change.values, norm), 0.3 + 1e-6);
        HostArray sample(Shape{8, 8, 1}, 0.9f);
        applyChange(change, {}, sample.shape, sample.values);
        EXPECT_THAT(sample.values, Each(AllOf(Ge(0.0f), Le(1.0f))));
        EXPECT_NEAR(sizeOf(noiseChange(everywhere(norm, 0.3), Shape{8, 8, 1}, 1, 2).values, norm), 0.3, 1e-6);
    }
    const UniversalChange patch =
        learned(*m_network, {.allowed = patches(0.5), .steps = 12, .stepSize = 0.4}, firstSamples(80))
            .change();
    EXPECT_EQ(patch.values.shape, (Shape{4, 4, 1}));
    EXPECT_THAT(patch.values.values, Each(AllOf(Ge(0.0f), Le(1.0f))));
}

TEST_F(UniversalTest, WhatItLearnedServesOnOthersAndNoiseDoesNot) {
    double ahead = 0; // in the mean
    for (std::int64_t target = 0; target < 4; ++target) {
        for (const UniversalSet& allowed :
             {patches(0.75), everywhere(Norm::Linf, 0.3), everywhere(Norm::L2, 2)}) {
            const UniversalAttack attack =
                learned(*m_network, {.allowed = allowed, .target = target, .steps = 60, .stepSize = 0.1},
                        firstSamples(75));
            const UniversalEvaluation evaluation =
                judged(allowed, attack.change(), target, firstSamples(75, 75));
            EXPECT_GT(evaluation.counted(), 0);
            const double changed = evaluation.shareFooled(UniversalEvaluation::Changed);
            const double noise = evaluation.shareFooled(UniversalEvaluation::Noise);
            EXPECT_GE(changed, std::min(noise + 0.2, 1.0)) << target << " " << static_cast<int>(allowed.kind);
            ahead += (changed - noise) / 12;
        }
    }
    EXPECT_GT(ahead, 0.4);
}

TEST_F(UniversalTest, IsAFunctionOfItsSeed) {
    const UniversalSettings settings{.allowed = patches(0.5), .steps = 5};
    const UniversalAttack attack = learned(*m_network, settings, firstSamples(40));
    EXPECT_EQ(attack.samplesSeen(), 40) << "all of them, again and again";
    EXPECT_LT(learned(*m_network, {.allowed = patches(0.5), .steps = 1}, firstSamples(140)).samplesSeen(),
              140)
        << "a step sees a batch";
    EXPECT_EQ(learned(*m_network, settings, firstSamples(40)).change().values, attack.change().values);
    UniversalSettings other = settings;
    other.seed = 2;
    EXPECT_NE(learned(*m_network, other, firstSamples(40)).change().values, attack.change().values);
    UniversalSettings aimed = settings;
    aimed.target = 1;
    EXPECT_NE(learned(*m_network, aimed, firstSamples(40)).change().values, attack.change().values);
}

TEST_F(UniversalTest, DevicesAgree) {
    const auto reference = makeReferenceDevice();
    const auto other = pictureNetwork(*reference);
    const UniversalSettings settings{.allowed = everywhere(Norm::L2, 1), .steps = 3, .stepSize = 0.05};
    const auto here = learned(*m_network, settings, firstSamples(70)).change().values.values;
    const auto there = learned(*other, settings, firstSamples(70)).change().values.values;
    for (std::size_t i = 0; i < here.size(); ++i)
        EXPECT_NEAR(here[i], there[i], 2e-3);
}

TEST_F(UniversalTest, CountsWhatIsRightWithoutIt) {
    const UniversalEvaluation evaluation =
        judged(everywhere(Norm::Linf, 0), nothing(), std::nullopt, firstSamples(150));
    EXPECT_EQ(evaluation.samples(), 150);
    EXPECT_EQ(evaluation.counted(), 135);
    EXPECT_EQ(evaluation.fooled(UniversalEvaluation::Changed), 0) << "what changes nothing fools nobody";
    EXPECT_EQ(evaluation.fooled(UniversalEvaluation::Noise), 0);
    EXPECT_EQ(evaluation.decided(UniversalEvaluation::Changed),
              evaluation.decided(UniversalEvaluation::Plain));
}

/// To be brought to what it is, or to what the network says anyhow, is no feat.
TEST_F(UniversalTest, WithATargetCountsWhatIsNotOfItYet) {
    const UniversalSet allowed = everywhere(Norm::Linf, 0.2);
    for (std::int64_t target = 0; target < 4; ++target) {
        const UniversalEvaluation evaluation =
            judged(allowed, noiseChange(allowed, Shape{8, 8, 1}, 3, 3), target, firstSamples(150));
        const auto aim = static_cast<float>(target);
        std::int64_t counted = 0;
        std::int64_t fooled = 0;
        for (std::size_t i = 0; i < 150; ++i) {
            if (m_data->batch().classes[i] == aim || evaluation.decided(UniversalEvaluation::Plain)[i] == aim)
                continue;
            ++counted;
            fooled += evaluation.decided(UniversalEvaluation::Changed)[i] == aim ? 1 : 0;
        }
        EXPECT_EQ(evaluation.counted(), counted);
        EXPECT_EQ(evaluation.fooled(UniversalEvaluation::Changed), fooled);
    }
}

TEST_F(UniversalTest, JudgesEachSampleByItself) {
    const UniversalSet allowed = patches(0.5);
    const UniversalChange patch = noiseChange(allowed, Shape{8, 8, 1}, 3, 3);
    const UniversalEvaluation all = judged(allowed, patch, std::nullopt, firstSamples(150));
    const UniversalEvaluation some = judged(allowed, patch, std::nullopt, firstSamples(13, 130));
    const auto& decided = all.decided(UniversalEvaluation::Changed);
    EXPECT_EQ(some.decided(UniversalEvaluation::Changed),
              std::vector<float>(decided.begin() + 130, decided.begin() + 143));
    EXPECT_EQ(judged(allowed, patch, std::nullopt, {}).shareFooled(UniversalEvaluation::Changed), 0);
}

} // namespace
} // namespace protomind
