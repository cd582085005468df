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
#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "source_folder.h"
#include "whole_run.h"

namespace protomind {
namespace {

constexpr int kSteps = 60;

/// MNIST where it is, else digits that are made.
std::string digits() {
    const char* given = std::getenv("PROTOMIND_TEST_DATA");
    const std::filesystem::path data = given ? given : sourceFolder() / "../shared/data";
    return std::filesystem::is_directory(data / "mnist") ? "idx:" + (data / "mnist").string()
                                                         : "digits?samples=5000&test=10";
}

/// The losses of the first steps of a template's training.
std::vector<double> lossesOn(Device& device, const NetworkTemplate& drawn, const DataSource& data) {
    const auto model = lower(drawn.make());
    if (!model) {
        ADD_FAILURE() << model.error().text();
        return {};
    }
    const auto trainer = Trainer::prepare(*model, data, drawn.training, device);
    if (!trainer) {
        ADD_FAILURE() << trainer.error().text();
        return {};
    }
    std::vector<double> losses;
    while (losses.size() < kSteps) {
        const auto figures = (*trainer)->step();
        if (!figures) {
            ADD_FAILURE() << figures.error().text();
            return {};
        }
        losses.push_back(figures->loss);
    }
    return losses;
}

/// Rounding differs, and Adam makes more of it: where a gradient is nothing but rounding, its step is as long
/// as any other. The first steps show that the kernels compute the same, within 0.5 %; all of them that the
/// training goes the same way, each loss within a quarter and the mean of the last twenty within a tenth.
TEST(DeviceAgreement, ConvnetLearnsDigitsOnOpenClAsOnTheCpu) {
    if (isQuickRun())
        GTEST_SKIP() << "PROTOMIND_QUICK leaves out what takes minutes.";
    const NetworkTemplate* convnet = findTemplate("digits-convnet");
    ASSERT_NE(convnet, nullptr);
    const auto data = openData(digits(), 1);
    ASSERT_TRUE(data) << data.error().text();
    const auto openCl = makeOpenClDevice(0, {});
    ASSERT_TRUE(openCl) << openCl.error().text();
    const std::vector<double> onCpu = lossesOn(*makeCpuDevice(2), *convnet, *data);
    const std::vector<double> onOpenCl = lossesOn(**openCl, *convnet, *data);
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

} // namespace
} // namespace protomind
