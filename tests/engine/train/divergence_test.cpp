// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

TrainingSettings wildSettings() {
    TrainingSettings settings;
    settings.optimizer = "sgd";
    settings.learningRate = 1e6;
    settings.batchSize = 8;
    settings.validation = 0;
    settings.epochs = 100;
    return settings;
}

/// relu keeps growing where tanh would hold the numbers back.
Model growingModel() {
    return chain({1}, {{"dense", {{"units", std::int64_t{8}}, {"activation", std::string("relu")}}},
                       {"dense", {{"units", std::int64_t{8}}, {"activation", std::string("relu")}}},
                       {"dense", {{"units", std::int64_t{1}}}}});
}

bool namesALayer(const Model& model, const std::string& name) {
    return std::ranges::find(model.layers, name, &ModelLayer::name) != model.layers.end();
}

/// A device that takes no more programs once it is full.
class FullOfPrograms final : public Device {
public:
    explicit FullOfPrograms(Device& device)
        : m_device(device) {}
    void beFull() { m_isFull = true; }
    DeviceDescription description() const override { return m_device.description(); }
    Result<BufferPtr> allocate(const Shape& shape) override { return m_device.allocate(shape); }
    Result<void> supports(const Step& step) const override { return m_device.supports(step); }
    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (m_isFull)
            return fail(ProblemKind::Memory, "It is full.");
        return m_device.load(std::move(program));
    }

private:
    Device& m_device;
    bool m_isFull = false;
};

/// Steps until the run diverges, at most so many; the test fails where it does not. finite: takes how many
/// went well before.
Problem problemWithin(Trainer& trainer, int steps, std::int64_t* finite = nullptr) {
    for (int i = 0; i < steps; ++i) {
        const auto figures = trainer.step();
        if (finite)
            *finite = i;
        if (!figures)
            return figures.error();
        EXPECT_TRUE(std::isfinite(figures->loss));
    }
    ADD_FAILURE() << "did not diverge";
    return {};
}

TEST(Divergence, TooLargeALearningRateIsNoticedAndTheLayerNamed) {
    const auto device = testDevice();
    const auto trainer = prepared(growingModel(), sourceOf(straightLine(40)), wildSettings(), *device);
    const Checkpoint before = trainer->checkpoint();
    std::int64_t finite = -1;
    const Problem problem = problemWithin(*trainer, 10, &finite);
    EXPECT_EQ(problem.kind, ProblemKind::Diverged);
    EXPECT_TRUE(namesALayer(growingModel(), problem.where)) << problem.where;
    EXPECT_NE(problem.remedy.find("learning rate"), std::string::npos);
    EXPECT_NE(problem.remedy.find("1e+06"), std::string::npos) << problem.remedy;
    EXPECT_EQ(trainer->divergedAt(), finite) << "the step that met the number, counted from 0";
    // The clock stood still, so the last finite state is the first one.
    EXPECT_EQ(trainer->checkpoint(), before);
}

TEST(Divergence, GoesOnWithALowerLearningRate) {
    const auto device = testDevice();
    const auto trainer = prepared(growingModel(), sourceOf(straightLine(40)), wildSettings(), *device);
    static_cast<void>(problemWithin(*trainer, 10));
    trainer->setLearningRate(0.01);
    const std::vector<double> losses = trainTo(*trainer, 100);
    EXPECT_LT(losses.back(), losses.front());
}

TEST(Divergence, ComesBackToTheNewestFiniteState) {
    const auto device = testDevice();
    ManualClock time;
    TrainingSettings settings = wildSettings();
    settings.learningRate = 0.01;
    const auto trainer =
        prepared(growingModel(), sourceOf(straightLine(40)), settings, *device, time.clock());
    trainTo(*trainer, 7);
    *time.now += 1; // a state is kept after the next step
    trainTo(*trainer, 8);
    const Checkpoint kept = trainer->checkpoint();
    trainTo(*trainer, 12);
    trainer->setLearningRate(1e6); // as is one before the learning rate changes
    const Checkpoint newest = trainer->checkpoint();
    static_cast<void>(problemWithin(*trainer, 10));
    EXPECT_EQ(trainer->stepsDone(), 12);
    EXPECT_EQ(trainer->checkpoint().variables, newest.variables);
    EXPECT_EQ(trainer->checkpoint().history, newest.history);
    EXPECT_NE(newest.variables, kept.variables);
    EXPECT_GE(trainer->divergedAt(), 12);
}

/// Where it began is found by running the network once more, which takes memory of its own.
TEST(Divergence, IsSaidThoughThereIsNoMemoryToFindItsCause) {
    const auto device = testDevice();
    FullOfPrograms full(*device);
    const auto trainer = prepared(growingModel(), sourceOf(straightLine(40)), wildSettings(), full);
    const Checkpoint before = trainer->checkpoint();
    full.beFull();
    std::int64_t finite = -1;
    const Problem problem = problemWithin(*trainer, 10, &finite);
    EXPECT_EQ(problem.kind, ProblemKind::Diverged);
    EXPECT_EQ(trainer->divergedAt(), finite);
    EXPECT_EQ(problem.where, "") << "it is not known";
    EXPECT_NE(problem.sentence.find("beyond what can be computed with"), std::string::npos)
        << problem.sentence;
    EXPECT_NE(problem.sentence.find("not enough memory to find out"), std::string::npos) << problem.sentence;
    EXPECT_NE(problem.remedy.find("learning rate"), std::string::npos) << problem.remedy;
    EXPECT_EQ(trainer->checkpoint(), before);
    trainer->setLearningRate(0.01);
    EXPECT_TRUE(trainer->step());
}

TEST(Divergence, ACheckpointNeverHoldsWhatIsNotFinite) {
    const auto device = testDevice();
    const auto trainer = prepared(growingModel(), sourceOf(straightLine(40)), wildSettings(), *device);
    for (int i = 0; i < 10; ++i) {
        const auto figures = trainer->step();
        EXPECT_TRUE(allFinite(trainer->checkpoint().variables));
        if (!figures)
            return;
    }
    FAIL() << "did not diverge";
}

TEST(Divergence, DataThatIsNotFiniteIsSaidAsSuch) {
    const auto device = testDevice();
    for (const float bad : {kNaN, kInfinity, -kInfinity}) {
        const auto data = twoClouds(40);
        data->samples[2 * 17 + 1] = bad;
        TrainingSettings settings = wildSettings();
        settings.learningRate = 0.01;
        const Model model = smallMlp(2, 3, 2);
        const auto trainer = prepared(model, sourceOf(data), settings, *device);
        // tanh makes an infinity harmless on its way forward: only the weights after that step show it.
        const Problem problem = problemWithin(*trainer, 6);
        EXPECT_EQ(problem.kind, ProblemKind::Diverged);
        EXPECT_EQ(problem.where, "input");
        EXPECT_NE(problem.sentence.find("Sample 17"), std::string::npos) << problem.sentence;
        EXPECT_TRUE(allFinite(trainer->checkpoint().variables));
    }
}

TEST(Divergence, ATargetThatIsNotFiniteIsSaidAsSuch) {
    const auto device = testDevice();
    const auto data = straightLine(40);
    data->targets[9] = kInfinity;
    TrainingSettings settings = wildSettings();
    settings.learningRate = 0.01;
    const auto trainer = prepared(smallMlp(1, 3, 1), sourceOf(data), settings, *device);
    const Problem problem = problemWithin(*trainer, 5);
    EXPECT_NE(problem.sentence.find("target of sample 9"), std::string::npos) << problem.sentence;
}

TEST(Divergence, EvaluationOnDataThatIsNotFiniteFailsInWords) {
    const auto device = testDevice();
    const auto test = twoClouds(20, 2);
    test->samples[6] = kNaN;
    TrainingSettings settings = wildSettings();
    settings.learningRate = 0.01;
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40), test), settings, *device);
    const auto figures = trainer->evaluate(Split::Test);
    ASSERT_FALSE(figures);
    EXPECT_NE(figures.error().sentence.find("Sample 3 of the test samples"), std::string::npos)
        << figures.error().sentence;
}

TEST(Divergence, WeightsThatAreNotFiniteAreNotRestored) {
    const auto device = testDevice();
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), TrainingSettings(), *device);
    const Checkpoint good = trainer->checkpoint();
    Checkpoint bad = good;
    bad.variables.at("dense/kernel").values[2] = kNaN;
    const auto report = trainer->restore(bad);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ProblemKind::Input);
    EXPECT_EQ(report.error().where, "dense/kernel");
    EXPECT_EQ(trainer->checkpoint(), good);
}

TEST(Divergence, ASingleSampleThatIsTooMuchIsTakenBack) {
    const auto device = testDevice();
    const auto trainer = prepared(growingModel(), sourceOf(straightLine(40)), wildSettings(), *device);
    Checkpoint last = trainer->checkpoint();
    Problem problem;
    for (int sample = 0; sample < 20 && problem.sentence.empty(); ++sample) {
        if (const auto figures = trainer->stepSample(); !figures)
            problem = figures.error();
        else
            last = trainer->checkpoint();
    }
    EXPECT_EQ(problem.kind, ProblemKind::Diverged);
    EXPECT_TRUE(namesALayer(growingModel(), problem.where)) << problem.where;
    EXPECT_EQ(trainer->checkpoint(), last);
}

} // namespace
} // namespace protomind
