// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/model_chain.h"
#include "engine/train/trainer.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace protomind {

/// A set of samples held in memory, with flat samples and either labels or values.
class ListedData final : public DataSet {
public:
    ListedData(DataDescription description, std::vector<float> samples, std::vector<float> targets);

    const DataDescription& description() const override { return m_description; }
    std::int64_t size() const override;
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;

    std::vector<float> samples;
    std::vector<float> targets;

private:
    DataDescription m_description;
};

/// Two overlapping round clouds of points in the plane, classes 0 and 1 in turn.
[[nodiscard]] std::shared_ptr<ListedData> twoClouds(std::int64_t count, std::uint64_t seed = 1);
/// One number x in [-1, 1] and its value 2 x - 1.
[[nodiscard]] std::shared_ptr<ListedData> straightLine(std::int64_t count);
[[nodiscard]] DataSource sourceOf(DataSetPtr training, DataSetPtr test = nullptr);

/// 2 inputs, hidden tanh neurons with dropout and batch normalisation behind them, so that all that is random
/// or kept takes part, and as many outputs as asked for.
[[nodiscard]] Model everythingModel(std::int64_t outputs = 2);

/// A time that stands still until it is moved.
struct ManualClock {
    std::shared_ptr<double> now = std::make_shared<double>(0.0);
    /// What each look at the clock adds.
    double tick = 0;
    [[nodiscard]] Clock clock() const {
        return [now = now, tick = tick] { return *now += tick; };
    }
};

[[nodiscard]] std::unique_ptr<Device> testDevice();
/// Prepared, or the test ends with the problem's words.
[[nodiscard]] std::unique_ptr<Trainer> prepared(const Model& model, const DataSource& data,
                                                const TrainingSettings& settings, Device& device,
                                                Clock clock = ManualClock().clock());
/// Takes steps until so many are done; gives their losses.
std::vector<double> trainTo(Trainer& trainer, std::int64_t step);

} // namespace protomind
