// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attacked_network.h"
#include "engine/attack/attacked_set.h"
#include "engine/attack/run_to_end.h"
#include "engine/attack/transfer.h"
#include "engine/device/cpu/cpu_device.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

class TransferEvaluationTest : public testing::Test {
protected:
    /// Pictures with the classes that the network itself gives all of them but every tenth.
    TransferEvaluationTest() {
        AttackBatch batch = attackBatch({150, 8, 8, 1}, 4);
        Attack attack(*m_network, m_loss, {.start = AttackStart::Sample, .steps = 0}, batch, 1);
        EXPECT_TRUE(attack.advance());
        batch.classes.assign(attack.decided().begin(), attack.decided().end());
        for (std::size_t i = 0; i < 150; i += 10)
            batch.classes[i] = static_cast<float>((static_cast<int>(batch.classes[i]) + 1) % 4);
        m_data = std::make_unique<AttackedSet>(std::move(batch));
    }

    TransferCounts finished(NetworkInstance& to, const RobustSettings& settings) {
        TransferEvaluation evaluation({*m_network, m_loss}, {to, m_loss}, *m_data, settings);
        runToEnd(evaluation);
        return evaluation.counts();
    }
    static RobustSettings pgd(double epsilon, std::int64_t restarts) {
        return {.attack = {.allowed = {Norm::Linf, SampleRange{}},
                           .epsilon = epsilon,
                           .steps = 5,
                           .stepSize = usualStepSize(epsilon, 5)},
                .restarts = restarts};
    }

    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    std::unique_ptr<NetworkInstance> m_network = pictureNetwork(*m_device);
    const LossType& m_loss = *findLoss("cross_entropy");
    std::unique_ptr<AttackedSet> m_data;
};

/// To a copy of itself: what is made is as strong there as here, and as a direct attack.
TEST_F(TransferEvaluationTest, ACopyIsFooledByTheVerySameSamples) {
    const auto copy = pictureNetwork(*m_device);
    const TransferCounts counts = finished(*copy, pgd(0.03, 2));
    EXPECT_EQ(counts.samples, 150);
    EXPECT_EQ(counts.cleanFrom, 135);
    EXPECT_EQ(counts.cleanTo, 135);
    EXPECT_EQ(counts.bothRight, 135);
    EXPECT_GT(counts.fooledFrom, 0);
    EXPECT_LT(counts.fooledFrom, 135);
    EXPECT_EQ(counts.transferred, counts.fooledFrom);
    EXPECT_EQ(counts.direct, counts.fooledFrom);
    EXPECT_LT(counts.noise, counts.direct);
}

/// What errs without an attack is not attacked: a network with other weights gets few of these right.
TEST_F(TransferEvaluationTest, OnlyWhatBothGetRightIsAttacked) {
    const auto other = pictureNetwork(*m_device);
    HostArray bias = other->variables().read("dense/bias").value();
    bias.values = {100, 0, 0, 0}; // always the first class
    other->variables().write("dense/bias", bias);
    std::int64_t first = 0;
    for (std::int64_t i = 0; i < m_data->size(); ++i)
        first += m_data->classOf(i) == 0 ? 1 : 0;
    const TransferCounts counts = finished(*other, pgd(0.1, 1));
    EXPECT_EQ(counts.cleanTo, first);
    EXPECT_LE(counts.bothRight, first);
    EXPECT_EQ(counts.transferred, 0) << "nothing makes it say another class";
    EXPECT_EQ(counts.direct, 0);
}

TEST_F(TransferEvaluationTest, MoreStartsFoolAtLeastAsMany) {
    const auto copy = pictureNetwork(*m_device);
    const TransferCounts one = finished(*copy, pgd(0.02, 1));
    const TransferCounts four = finished(*copy, pgd(0.02, 4));
    EXPECT_GE(four.transferred, one.transferred);
    EXPECT_GE(four.direct, one.direct);
    EXPECT_GE(four.noise, one.noise);
}

} // namespace
} // namespace protomind
