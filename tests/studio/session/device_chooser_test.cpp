// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/planar_network.h"
#include "studio/session/device_chooser.h"
#include "studio/session/device_records.h"
#include "studio/session/devices.h"
#include "studio/session/own_device_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

class DeviceChooserTest : public OwnDeviceRecords {
protected:
    DeviceChooserTest() {
        m_experiment.network = planarNetwork();
        m_experiment.data = "gaussians";
        m_experiment.device = kFastestDevice;
        m_experiment.threads = 1;
        // As good as those of a measurement, which takes a while.
        DeviceRecords records;
        for (const DeviceDescription& device : listDevices())
            records.speeds[device.identity] = 1;
        EXPECT_TRUE(writeDeviceRecords(records, deviceRecordsFile()));
    }
    DeviceChooser::Choice open() {
        auto data = openData(m_experiment.data, 1);
        auto choice = m_chooser.open(m_experiment, data.value());
        return std::move(choice.value());
    }

    Experiment m_experiment;
    std::int64_t m_looks = 0; ///< at the clock, which goes on by a millisecond a look
    DeviceChooser m_chooser{[this] { return 1e-3 * static_cast<double>(++m_looks); }};
};

TEST_F(DeviceChooserTest, TheFirstOfThoseThatWereTriedIsOpened) {
    const DeviceChooser::Choice choice = open();
    const std::vector<DeviceTrial>& trials = m_chooser.trials();
    EXPECT_EQ(trials.size(), listDevices().size());
    EXPECT_EQ(choice.device->description().id, trials.front().device.id);
    EXPECT_TRUE(std::ranges::is_sorted(trials, std::ranges::greater(), &DeviceTrial::stepsPerSecond));
    EXPECT_GT(trials.back().stepsPerSecond, 0) << trials.back().device.id;
    EXPECT_EQ(choice.note.empty(), trials.size() == 1);
    if (trials.size() > 1) {
        EXPECT_THAT(choice.note.text(), testing::HasSubstr(trials.back().device.name));
    }
}

TEST_F(DeviceChooserTest, OnlyWhatMakesADifferenceIsTriedAgain) {
    open();
    const std::int64_t looks = m_looks;
    m_experiment.training.learningRate *= 3;
    m_experiment.training.seed += 1;
    m_experiment.training.epochs += 1;
    EXPECT_TRUE(open().note.empty());
    EXPECT_EQ(m_looks, looks);
    m_experiment.training.batchSize *= 2;
    open();
    EXPECT_GT(m_looks, looks);
}

TEST_F(DeviceChooserTest, ADeviceOfANameIsOpenedWithoutATrial) {
    m_experiment.device = "cpu";
    EXPECT_EQ(open().device->description().id, "cpu");
    EXPECT_TRUE(m_chooser.trials().empty());
    EXPECT_EQ(m_looks, 0);
}

TEST_F(DeviceChooserTest, WhatFailedItsTestIsNotTried) {
    DeviceRecords records;
    for (const DeviceDescription& device : listDevices())
        records.speeds[device.identity] = device.id == "cpu" ? 1 : 0;
    ASSERT_TRUE(writeDeviceRecords(records, deviceRecordsFile()));
    EXPECT_EQ(open().device->description().id, "cpu");
    EXPECT_EQ(m_chooser.trials().size(), 1u);
}

TEST_F(DeviceChooserTest, WhatNoDeviceCanTrainIsLeftToTheProcessorToExplain) {
    m_experiment.training.loss = "no such loss";
    EXPECT_EQ(open().device->description().id, "cpu");
    for (const DeviceTrial& trial : m_chooser.trials())
        EXPECT_EQ(trial.stepsPerSecond, 0);
}

} // namespace
} // namespace protomind
