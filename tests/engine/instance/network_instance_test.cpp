// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/reference/reference_device.h"
#include "engine/graph/build.h"
#include "engine/instance/model_chain.h"
#include "engine/instance/network_instance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace protomind {
namespace {

std::int64_t whole(std::int64_t number) {
    return number;
}

HostArray wave(const Shape& shape, float phase = 0) {
    HostArray array(shape);
    for (std::size_t i = 0; i < array.values.size(); ++i)
        array.values[i] = std::sin(static_cast<float>(i) * 1.7f + phase);
    return array;
}

Model smoothConvnet() {
    return chain({5, 4, 2}, {{"convolution", {{"filters", whole(3)}, {"activation", std::string("tanh")}}},
                             {"dropout", {}},
                             {"batch_norm", {}},
                             {"flatten", {}},
                             {"dense", {{"units", whole(4)}, {"activation", std::string("sigmoid")}}},
                             {"dense", {{"units", whole(3)}, {"activation", std::string("softmax")}}}});
}

using MakeDevice = std::function<std::unique_ptr<Device>()>;

class NetworkInstanceTest : public testing::TestWithParam<MakeDevice> {
protected:
    std::unique_ptr<NetworkInstance> instance(const Model& model, std::uint64_t seed = 5) {
        auto made = NetworkInstance::create(model, *m_device, seed);
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }
    static NamedArrays ask(NetworkInstance& network, const NetworkQuery& query, const NamedArrays& inputs) {
        auto found = network.ask(query, inputs);
        EXPECT_TRUE(found) << found.error().text();
        return found ? *found : NamedArrays{};
    }

    std::unique_ptr<Device> m_device = GetParam()();
};

INSTANTIATE_TEST_SUITE_P(OnDevices, NetworkInstanceTest,
                         testing::Values([] { return makeCpuDevice(2); },
                                         [] { return makeReferenceDevice(); }),
                         [](const auto& test) { return test.index == 0 ? "Cpu" : "Reference"; });

using ValueAt = std::function<float(const HostArray&)>;

/// Holds a gradient at some numbers of an array against central differences of a function of it.
void expectSlopes(const HostArray& gradient, const HostArray& at, const ValueAt& value, const char* of) {
    ASSERT_EQ(gradient.shape, at.shape) << of;
    constexpr float kStep = 1e-2f;
    std::vector<std::pair<float, float>> pairs;
    float largest = 0;
    for (std::size_t i = 0; i < at.values.size(); i += 1 + at.values.size() / 23) {
        HostArray moved = at;
        moved.values[i] += kStep;
        const float above = value(moved);
        moved.values[i] -= 2 * kStep;
        pairs.emplace_back(gradient.values[i], (above - value(moved)) / (2 * kStep));
        largest = std::max(largest, std::abs(pairs.back().second));
    }
    for (const auto& [found, slope] : pairs)
        EXPECT_NEAR(found, slope, 2e-4f + 5e-3f * largest) << of;
    EXPECT_GT(largest, 5e-3f) << of << ": too flat to tell anything";
}

TEST_P(NetworkInstanceTest, GradientsAreTheSlopesOfTheirScalar) {
    const auto network = instance(smoothConvnet());
    const NamedArrays inputs{{kSamples, wave({4, 5, 4, 2})},
                             {kChosenClasses, HostArray(Shape{4}, {2, 0, 1, 2})},
                             {kTargets, HostArray(Shape{4}, {1, 1, 0, 2})}};
    const LossType& crossEntropy = *findLoss("cross_entropy");
    for (const ScalarFunction& scalar :
         {logitOf(1), chosenLogits(), meanLoss(crossEntropy, TargetForm::Classes, 3, Shape{}), layerSum(4),
          layerSum(5, 3)}) {
        const auto value = [&](const NetworkQuery& query, const NamedArrays& with) {
            return ask(*network, query, with).at(kScalar).values[0];
        };
        const NetworkQuery plain{.scalar = scalar};
        const NamedArrays found = ask(*network,
                                      {.layers = {1, 3},
                                       .scalar = scalar,
                                       .samplesGradient = true,
                                       .layerGradients = {1, 3},
                                       .weightGradients = {"convolution/kernel", "dense/bias"}},
                                      inputs);
        const auto withInput = [&](const std::string& name, const NetworkQuery& query) {
            return [&, name, query](const HostArray& array) {
                NamedArrays moved = inputs;
                moved[name] = array;
                return value(query, moved);
            };
        };
        expectSlopes(found.at(gradientName(kSamples)), inputs.at(kSamples), withInput(kSamples, plain),
                     "samples");
        for (const std::size_t layer : {1, 3}) {
            const std::string name = layerOutputName(layer);
            expectSlopes(found.at(gradientName(name)), found.at(name),
                         withInput(name, {.scalar = scalar, .from = layer}), name.c_str());
        }
        for (const char* name : {"convolution/kernel", "dense/bias"}) {
            const HostArray before = read(*network->variables().buffer(name));
            if (scalar.key.starts_with("sum of layer 4") && std::string(name) == "dense/bias")
                continue; // comes after it
            expectSlopes(
                found.at(gradientName(name)), before,
                [&](const HostArray& array) {
                    network->variables().write(name, array);
                    return value(plain, inputs);
                },
                name);
            network->variables().write(name, before);
        }
    }
}

TEST_P(NetworkInstanceTest, AnUntrainedNetworkAnswersWithoutData) {
    const auto network = instance(smallMlp(2, 5, 3));
    const HostArray samples = wave({4, 2});
    const NamedArrays found =
        ask(*network, {.outputs = true, .logits = true, .layers = {0, 1, 2}}, {{kSamples, samples}});
    EXPECT_EQ(found.at(layerOutputName(0)), samples);
    EXPECT_EQ(found.at(layerOutputName(1)).shape, Shape({4, 5}));
    EXPECT_EQ(found.at(kOutputs).shape, Shape({4, 3}));
    EXPECT_EQ(found.at(kOutputs), found.at(layerOutputName(2)));
    EXPECT_EQ(found.at(kOutputs), found.at(kLogits));
    EXPECT_EQ(network->outputs(samples).value(), found.at(kOutputs));
}

TEST_P(NetworkInstanceTest, GoesOnFromWhatALayerIsSaidToHaveGiven) {
    const auto network = instance(smoothConvnet());
    const HostArray samples = wave({3, 5, 4, 2});
    const NamedArrays all = ask(*network, {.outputs = true, .layers = {0, 1, 2, 3}}, {{kSamples, samples}});
    for (std::size_t layer = 0; layer < 4; ++layer) {
        const std::string name = layerOutputName(layer);
        const NamedArrays rest = ask(*network, {.outputs = true, .from = layer}, {{name, all.at(name)}});
        EXPECT_EQ(rest.at(kOutputs), all.at(kOutputs)) << name;
    }
}

TEST_P(NetworkInstanceTest, ALayerThatPassesOnHasAnOutputOfItsOwn) {
    // input -> dropout -> add(input, dropout): twice the samples, but what comes through dropout is one half.
    Model model = chain({2}, {{"dropout", {}}});
    model.layers.push_back({.name = "add", .type = findLayerType("add"), .settings = {}, .inputs = {0, 1}});
    model.outputLayer = 2;
    const auto network = instance(model);
    const HostArray samples = wave({1, 2});
    const NamedArrays found =
        ask(*network, {.scalar = layerSum(2), .samplesGradient = true, .layerGradients = {1}},
            {{kSamples, samples}});
    EXPECT_EQ(found.at(gradientName(kSamples)).values, (std::vector<float>{2, 2}));
    EXPECT_EQ(found.at(gradientName(layerOutputName(1))).values, (std::vector<float>{1, 1}));
    const NamedArrays rest = ask(*network, {.outputs = true, .from = 1},
                                 {{kSamples, samples}, {layerOutputName(1), HostArray(Shape{1, 2}, 0)}});
    EXPECT_EQ(rest.at(kOutputs), samples);
}

TEST_P(NetworkInstanceTest, KeepsNoMoreCompiledThanItsBound) {
    const auto network = instance(smallMlp(2, 3, 2));
    for (std::int64_t count = 1; count < 3 * std::ssize(std::vector<int>(ComputationCache::kMostKept));
         ++count) {
        ASSERT_TRUE(network->outputs(wave({count, 2})));
        EXPECT_LE(network->cache().size(), ComputationCache::kMostKept);
    }
    const auto neverMade = []() -> Result<Computation> {
        ADD_FAILURE() << "compiled again";
        return Computation{};
    };
    const auto make = []() -> Result<Computation> {
        Computation computation;
        const Node in = input(*computation.graph, "in", Shape{2});
        computation.outputs.push_back({"out", in * 2.0f});
        return computation;
    };
    const NamedArrays inputs{{"in", HostArray(Shape{2}, {1, 2})}};
    ASSERT_TRUE(network->run("doubled", make, inputs));
    const auto again = network->run("doubled", neverMade, inputs);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->at("out").values, (std::vector<float>{2, 4}));
    network->forgetCompiled();
    EXPECT_EQ(network->cache().size(), 0u);
}

TEST_P(NetworkInstanceTest, ManySamplesAreAnsweredInBatches) {
    const Model model = smallMlp(2, 5, 3);
    const auto network = instance(model);
    const std::int64_t batch = fittingBatch(model);
    const HostArray samples = wave({2 * batch + 5, 2});
    const HostArray all = network->outputs(samples).value();
    ASSERT_EQ(all.shape, Shape({2 * batch + 5, 3}));
    const HostArray one = ask(*network, {.outputs = true}, {{kSamples, samples}}).at(kOutputs);
    for (std::size_t i = 0; i < all.values.size(); ++i)
        EXPECT_NEAR(all.values[i], one.values[i], 1e-5) << i;
}

TEST_P(NetworkInstanceTest, TwoDoNotDisturbEachOther) {
    const Model model = smallMlp(2, 5, 3);
    const HostArray samples = wave({4, 2});
    const auto one = instance(model, 1);
    const HostArray before = one->outputs(samples).value();
    const auto other = instance(model, 2);
    EXPECT_NE(other->outputs(samples).value(), before);
    other->variables().write("dense/kernel", HostArray(Shape{2, 5}, 0));
    EXPECT_EQ(one->outputs(samples).value(), before);
    EXPECT_EQ(instance(model, 1)->outputs(samples).value(), before);
}

TEST_P(NetworkInstanceTest, BeginsWithGivenValues) {
    const Model model = smallMlp(2, 5, 3);
    const HostArray samples = wave({4, 2});
    const auto trained = instance(model, 9);
    VariableValues values;
    trained->variables().read(values);
    values["somebody else's"] = HostArray(Shape{1});
    const auto loaded = NetworkInstance::create(model, *m_device, values);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ((*loaded)->outputs(samples).value(), trained->outputs(samples).value());

    VariableValues wrong = values;
    wrong.at("dense/bias").values[2] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_FALSE(NetworkInstance::create(model, *m_device, wrong));
    wrong.at("dense/bias") = HostArray(Shape{4});
    EXPECT_EQ(NetworkInstance::create(model, *m_device, wrong).error().sentence,
              "The numbers of 'dense/bias' are 4, but the network needs 5.");
    wrong.erase("dense/bias");
    EXPECT_EQ(NetworkInstance::create(model, *m_device, wrong).error().sentence,
              "The weights lack the numbers of 'dense/bias'.");
}

TEST_P(NetworkInstanceTest, KeepsNumbersOfOthersBesideItsOwn) {
    const auto network = instance(smallMlp(2, 5, 3));
    const std::size_t own = network->variables().variables().size();
    ASSERT_TRUE(network->addVariables({{.name = "optimizer/steps", .shape = {}, .ofNetwork = false}}));
    EXPECT_EQ(network->variables().variables().size(), own + 1);
    EXPECT_EQ(read(*network->variables().buffer("optimizer/steps")), HostArray(Shape{}, 0));
}

TEST_P(NetworkInstanceTest, SaysWhyItCanNotAnswer) {
    const auto network = instance(smallMlp(2, 5, 3));
    const NamedArrays inputs{{kSamples, wave({4, 2})}};
    const auto sentence = [&](const NetworkQuery& query, const NamedArrays& with) {
        const auto found = network->ask(query, with);
        return found ? std::string() : found.error().text();
    };
    EXPECT_EQ(sentence({.outputs = true}, {{kSamples, wave({4, 3})}}),
              "The samples are 4 × 3, but the network takes any number of 2.");
    EXPECT_EQ(sentence({.outputs = true}, {}), "This needs at least one of the input 'samples'.");
    EXPECT_EQ(sentence({.outputs = true}, {{kSamples, HostArray(Shape{0, 2})}}),
              "This needs at least one of the input 'samples'.");
    EXPECT_EQ(sentence({}, inputs), "Nothing is asked of the network.");
    EXPECT_EQ(sentence({.layers = {3}}, inputs), "The network has no layer number 3: they are 0 to 2.");
    EXPECT_EQ(sentence({.samplesGradient = true}, inputs),
              "A gradient is always one of some number: there is none here.");
    EXPECT_EQ(sentence({.scalar = logitOf(3)}, inputs), "The network has no output 3: it has 3.");
    EXPECT_EQ(sentence({.scalar = logitOf(0), .weightGradients = {"dense/velocity"}}, inputs),
              "dense/velocity: The network has no such weight.");
    EXPECT_EQ(sentence({.scalar = chosenLogits()}, inputs),
              "This needs an input called 'classes' of the size 4.");
    EXPECT_EQ(sentence({.outputs = true, .from = 1}, {{layerOutputName(1), wave({4, 6})}}),
              "The input 'layer 1' is 4 × 6, but 4 × 5 is needed.");
    EXPECT_EQ(network->cache().size(), 2u); // of those that were well made
}

/// A device that says once that it has no memory left.
class FullDevice final : public Device {
public:
    DeviceDescription description() const override { return m_device->description(); }
    Result<BufferPtr> allocate(const Shape& shape) override { return m_device->allocate(shape); }
    Result<void> supports(const Step& step) const override { return m_device->supports(step); }
    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (std::exchange(isFull, false))
            return fail(ProblemKind::Memory, "Full.");
        return m_device->load(std::move(program));
    }

    bool isFull = false;

private:
    std::unique_ptr<Device> m_device = makeReferenceDevice();
};

TEST(NetworkInstance, GivesTheMemoryOfWhatItKeepsCompiledWhereThereIsNoneLeft) {
    FullDevice device;
    const auto network = NetworkInstance::create(smallMlp(2, 3, 2), device, 1).value();
    device.isFull = true;
    const auto refused = network->outputs(wave({4, 2})); // nothing is kept that could be given
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    ASSERT_TRUE(network->outputs(wave({4, 2})));
    ASSERT_TRUE(network->outputs(wave({8, 2})));
    EXPECT_EQ(network->cache().size(), 2u);
    device.isFull = true;
    ASSERT_TRUE(network->outputs(wave({16, 2})));
    EXPECT_EQ(network->cache().size(), 1u);
}

} // namespace
} // namespace protomind
