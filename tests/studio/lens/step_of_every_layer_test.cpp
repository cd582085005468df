// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A step taken apart of networks with every kind of layer, and of random ones with branches.
#include "engine/device/cpu/cpu_device.h"
#include "engine/train/trainer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "networks/random_network.h"

namespace protomind {
namespace {

/// The samples of a network, each with as many values to predict as it gives.
class SamplesWithValues final : public DataSet {
public:
    explicit SamplesWithValues(const TrainedNetwork& network)
        : m_samples(network.samples)
        , m_description{.name = "samples",
                        .sampleShape = network.model.inputShape,
                        .targetKind = TargetKind::Values,
                        .targetShape = Shape{network.model.outputShape.elementCount()},
                        .classNames = {},
                        .featureNames = {}} {}
    [[nodiscard]] const DataDescription& description() const override { return m_description; }
    [[nodiscard]] std::int64_t size() const override { return m_samples.shape[0]; }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override {
        std::copy_n(m_samples.values.begin() + index * std::ssize(sample), sample.size(), sample.begin());
        for (std::size_t i = 0; i < target.size(); ++i)
            target[i] = std::sin(static_cast<float>(i) + static_cast<float>(index));
    }

private:
    HostArray m_samples;
    DataDescription m_description;
};

double largestOf(const HostArray& array) {
    double largest = 0;
    for (const float value : array.values)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    return largest;
}

void expectClose(const HostArray& found, const HostArray& wanted, double tolerance, const std::string& what) {
    ASSERT_EQ(found.shape, wanted.shape) << what;
    for (std::size_t i = 0; i < wanted.values.size(); ++i)
        ASSERT_NEAR(found.values[i], wanted.values[i], tolerance) << what << " at " << i;
}

/// What arrives at each layer is what those behind it pass on.
void expectSharesAddUp(const Model& model, const StepDissection& step) {
    std::vector<HostArray> sums;
    for (const LayerPass& layer : step.layers)
        sums.emplace_back(layer.output.shape);
    std::vector<bool> used(model.layers.size());
    for (std::size_t to = 0; to < model.layers.size(); ++to) {
        for (std::size_t port = 0; port < model.layers[to].inputs.size(); ++port) {
            const auto from = static_cast<std::size_t>(model.layers[to].inputs[port]);
            used[from] = true;
            ASSERT_EQ(step.layers[to].passedOn[port].shape, sums[from].shape);
            for (std::size_t i = 0; i < sums[from].values.size(); ++i)
                sums[from].values[i] += step.layers[to].passedOn[port].values[i];
        }
    }
    for (std::size_t layer = 0; layer < sums.size(); ++layer) {
        if (used[layer])
            expectClose(sums[layer], step.layers[layer].outputGradient,
                        1e-5 * std::max(largestOf(sums[layer]), 1e-6), model.layers[layer].name);
    }
}

/// What became of a network whose step was taken apart.
enum class Foretold {
    Nothing, ///< its numbers are not finite
    Nearly,
    Exactly, ///< every variable, bit for bit
};

Foretold takenApart(const TrainedNetwork& network) {
    const auto device = makeCpuDevice(2);
    TrainingSettings settings;
    settings.optimizer = "sgd";
    settings.learningRate = 0.01;
    settings.batchSize = 3;
    settings.validation = 0;
    settings.l2 = 0.001;
    const DataSource source{
        .text = "samples", .training = std::make_shared<SamplesWithValues>(network), .test = nullptr};
    const auto trainer = std::move(Trainer::prepare(network.model, source, settings, *device).value());
    const StepDissection step = trainer->dissectNextStep(1).value();
    if (!std::isfinite(step.loss))
        return Foretold::Nothing;
    expectSharesAddUp(network.model, step);
    const StepFigures figures = trainer->step().value();
    EXPECT_NEAR(step.loss, figures.loss, 1e-6 * std::abs(figures.loss));
    bool exactly = true;
    for (const VariablePass& pass : step.variables) {
        const HostArray after = trainer->variables().read(pass.name).value();
        expectClose(pass.after, after, 1e-6 + 1e-5 * largestOf(after), pass.name);
        exactly = exactly && pass.after == after;
    }
    return exactly ? Foretold::Exactly : Foretold::Nearly;
}

TEST(StepOfEveryLayer, IsForetoldBitForBit) {
    for (const LayerCase& which : layerCases())
        EXPECT_EQ(takenApart(networkOf(which)), Foretold::Exactly) << which.label;
}

/// Where an output goes to several layers that use it more than once, the parts of its gradient are summed up
/// layer by layer here and in the order of all uses in the step itself: last bits may differ.
TEST(StepOfEveryLayer, IsForetoldInRandomNetworks) {
    int exactly = 0;
    int nearly = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        const Foretold found = takenApart(randomNetwork(seed));
        exactly += found == Foretold::Exactly ? 1 : 0;
        nearly += found == Foretold::Nearly ? 1 : 0;
    }
    EXPECT_GT(exactly, 30);
    EXPECT_GT(exactly + nearly, 35);
}

} // namespace
} // namespace protomind
