// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attacked_network.h"
#include "engine/attack/attacked_set.h"
#include "engine/attack/robust_evaluation.h"
#include "engine/attack/run_to_end.h"
#include "engine/device/cpu/cpu_device.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace protomind {
namespace {

class RobustEvaluationTest : public testing::Test {
protected:
    RobustEvaluation finished(const RobustSettings& settings) {
        RobustEvaluation evaluation(*m_network, m_loss, *m_data, settings);
        runToEnd(evaluation);
        return evaluation;
    }
    static RobustSettings pgd(double epsilon, std::int64_t steps, std::int64_t restarts) {
        return {.attack = {.allowed = {Norm::Linf, SampleRange{}},
                           .epsilon = epsilon,
                           .steps = steps,
                           .stepSize = usualStepSize(epsilon, steps)},
                .restarts = restarts};
    }

    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    std::unique_ptr<NetworkInstance> m_network = pictureNetwork(*m_device);
    const LossType& m_loss = *findLoss("cross_entropy");
    std::unique_ptr<AttackedSet> m_data = mostlyRight(*m_network);
};

TEST_F(RobustEvaluationTest, CountsWhatIsRightWithoutAnAttack) {
    const RobustEvaluation evaluation = finished(pgd(0, 1, 1));
    EXPECT_EQ(evaluation.samples(), 150);
    EXPECT_EQ(evaluation.clean(), 135);
    EXPECT_EQ(evaluation.standing(), 135) << "no perturbation is allowed";
}

TEST_F(RobustEvaluationTest, FallsWithTheSizeOfTheAttack) {
    std::int64_t before = 136;
    for (const double epsilon : {0.005, 0.02, 0.05, 0.2}) {
        const std::int64_t standing = finished(pgd(epsilon, 10, 1)).standing();
        EXPECT_LT(standing, before) << epsilon;
        before = standing;
    }
}

TEST_F(RobustEvaluationTest, MoreRestartsNeverHelpTheNetwork) {
    const RobustEvaluation evaluation = finished(pgd(0.03, 3, 5));
    ASSERT_EQ(evaluation.afterRestarts().size(), 5U);
    EXPECT_TRUE(std::ranges::is_sorted(evaluation.afterRestarts(), std::greater{}));
    EXPECT_EQ(evaluation.afterRestarts().back(), evaluation.standing());
    EXPECT_EQ(evaluation.afterRestarts().front(), finished(pgd(0.03, 3, 1)).standing());
}

TEST_F(RobustEvaluationTest, LooksAtTheFirstSamplesAlone) {
    RobustSettings settings = pgd(0.02, 3, 1);
    settings.samples = 20;
    const RobustEvaluation evaluation = finished(settings);
    EXPECT_EQ(evaluation.samples(), 20);
    EXPECT_EQ(evaluation.clean(), 18);
}

} // namespace
} // namespace protomind
