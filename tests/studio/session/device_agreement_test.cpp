// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_set.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/train/trainer.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "whole_run.h"

namespace protomind {
namespace {

constexpr int kSteps = 60;
constexpr int kPlainSteps = 4;
constexpr double kLearningRate = 0.1; ///< of the plain steps

class DeviceAgreement : public testing::Test {
protected:
    void SetUp() override {
        if (isQuickRun())
            GTEST_SKIP() << "PROTOMIND_QUICK leaves out what takes minutes.";
        // The same on every machine: other data has other losses.
        auto data = openData("digits?samples=5000&test=10", 1);
        ASSERT_TRUE(data) << data.error().text();
        m_data = std::move(*data);
        auto openCl = makeOpenClDevice(0, {});
        ASSERT_TRUE(openCl) << openCl.error().text();
        m_openCl = std::move(*openCl);
    }

    [[nodiscard]] std::unique_ptr<Trainer> trainerOn(Device& device, const TrainingSettings& settings) const {
        const auto model = lower(m_convnet.make());
        auto trainer = model ? Trainer::prepare(*model, m_data, settings, device)
                             : Result<std::unique_ptr<Trainer>>(std::unexpected(model.error()));
        if (trainer)
            return std::move(*trainer);
        ADD_FAILURE() << trainer.error().text();
        return nullptr;
    }

    static double lossOfStep(Trainer& trainer) {
        const auto figures = trainer.step();
        if (figures)
            return figures->loss;
        ADD_FAILURE() << figures.error().text();
        return std::nan("");
    }

    /// Of the first steps.
    [[nodiscard]] std::vector<double> lossesOn(Device& device) const {
        const auto trainer = trainerOn(device, m_convnet.training);
        std::vector<double> losses;
        while (trainer && !HasFailure() && losses.size() < kSteps)
            losses.push_back(lossOfStep(*trainer));
        return losses;
    }

    const NetworkTemplate& m_convnet = *findTemplate("digits-convnet");
    DataSource m_data;
    std::unique_ptr<Device> m_cpu = makeCpuDevice(2);
    std::unique_ptr<Device> m_openCl;
};

/// How far two tensors are apart: the root of the sum of squares.
double distance(const HostArray& a, const HostArray& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        sum += std::pow(double{a.values[i]} - double{b.values[i]}, 2);
    return std::sqrt(sum);
}

/// Rounding differs, and Adam makes more of it: where a gradient is nothing but rounding, its step is as long
/// as any other. The first steps show that the kernels compute the same, within 0.5 %; all of them that the
/// training goes the same way, each loss within a quarter and the mean of the last twenty within a tenth.
TEST_F(DeviceAgreement, ConvnetLearnsDigitsOnOpenClAsOnTheCpu) {
    const std::vector<double> onCpu = lossesOn(*m_cpu);
    const std::vector<double> onOpenCl = lossesOn(*m_openCl);
    ASSERT_EQ(onCpu.size(), std::size_t{kSteps});
    ASSERT_EQ(onOpenCl.size(), onCpu.size());
    for (std::size_t i = 0; i < onCpu.size(); ++i)
        EXPECT_NEAR(onOpenCl[i], onCpu[i], (i < 5 ? 0.005 : 0.25) * onCpu[i]) << "step " << i + 1;
    const auto lastMean = [](const std::vector<double>& losses) {
        return std::accumulate(losses.end() - 20, losses.end(), 0.0) / 20;
    };
    EXPECT_NEAR(lastMean(onOpenCl), lastMean(onCpu), 0.1 * lastMean(onCpu));
    EXPECT_LT(lastMean(onOpenCl), 0.5 * onOpenCl.front());
}

/// Adam goes as far with gradients that are all too large or too small as with the right ones; plain steps
/// don't. From the same weights every tensor is moved by the same, within a thousandth of the way. (Not from
/// the first ones: biases are nothing then, and where the image is empty the sums stand right at relu's bend,
/// on which the rounding of Winograd's way decides.)
TEST_F(DeviceAgreement, PlainStepsMoveEveryWeightOnOpenClAsOnTheCpu) {
    TrainingSettings plain = m_convnet.training;
    plain.optimizer = "sgd";
    plain.learningRate = kLearningRate;
    const auto onCpu = trainerOn(*m_cpu, plain);
    const auto onOpenCl = trainerOn(*m_openCl, plain);
    ASSERT_TRUE(onCpu && onOpenCl);
    lossOfStep(*onCpu);
    for (int step = 2; step < 2 + kPlainSteps; ++step) {
        SCOPED_TRACE("step " + std::to_string(step));
        const Checkpoint before = onCpu->checkpoint();
        ASSERT_TRUE(onOpenCl->restore(before));
        const double loss = lossOfStep(*onCpu);
        EXPECT_NEAR(lossOfStep(*onOpenCl), loss, 1e-5 * loss);
        const Checkpoint cpu = onCpu->checkpoint();
        const Checkpoint openCl = onOpenCl->checkpoint();
        ASSERT_EQ(cpu.variables.size(), before.variables.size());
        for (const auto& [name, moved] : cpu.variables) {
            const double way = distance(moved, before.variables.at(name));
            EXPECT_GT(way, 0) << name;
            EXPECT_LE(distance(openCl.variables.at(name), moved), 1e-3 * way) << name;
        }
    }
}

} // namespace
} // namespace protomind
