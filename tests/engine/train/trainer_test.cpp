// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "engine/train/small_run.h"
#include "engine/train/trainer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace protomind {
namespace {

TrainingSettings quickSettings() {
    TrainingSettings settings;
    settings.learningRate = 0.01;
    settings.batchSize = 8;
    settings.epochs = 3;
    settings.validation = 0.2;
    return settings;
}

/// A device whose memory ends at so many bytes of a plan.
class SmallDevice final : public Device {
public:
    SmallDevice(Device& device, std::int64_t bytes)
        : m_device(device)
        , m_bytes(bytes) {}
    DeviceDescription description() const override { return m_device.description(); }
    Result<BufferPtr> allocate(const Shape& shape) override { return m_device.allocate(shape); }
    Result<void> supports(const Step& step) const override { return m_device.supports(step); }
    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (auto fits = checkMemory(program); !fits)
            return std::unexpected(fits.error());
        return m_device.load(std::move(program));
    }
    Result<void> checkMemory(const Program& program) const override {
        if (program.arenaElements * 4 <= m_bytes)
            return {};
        return fail(ProblemKind::Memory, "Too much.", {}, "Less.");
    }

private:
    Device& m_device;
    std::int64_t m_bytes;
};

TEST(Trainer, SaysWhatBatchFitsTheDevice) {
    const auto cpu = testDevice();
    TrainingSettings settings = quickSettings();
    settings.batchSize = 40;
    SmallDevice device(*cpu, 6000);
    const auto refused = Trainer::prepare(smallMlp(2, 64, 2), sourceOf(twoClouds(60)), settings, device,
                                          ManualClock().clock());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    const std::string& remedy = refused.error().remedy;
    ASSERT_TRUE(remedy.starts_with("A batch of ")) << remedy;
    settings.batchSize = std::stoll(remedy.substr(11));
    EXPECT_LT(settings.batchSize, 40);
    EXPECT_TRUE(Trainer::prepare(smallMlp(2, 64, 2), sourceOf(twoClouds(60)), settings, device,
                                 ManualClock().clock()));
}

TEST(Trainer, SaysWhatBatchFitsWhereTheSamplesLearnedFromMakeItLarger) {
    const auto cpu = testDevice();
    TrainingSettings settings = quickSettings();
    settings.batchSize = 40;
    settings.validation = 0;
    const auto first = prepared(smallMlp(2, 64, 2), sourceOf(twoClouds(60)), settings, *cpu);
    trainTo(*first, 1);
    // Of the 60 samples fresh weights train on 6, these on all.
    settings.validation = 0.9;
    std::unique_ptr<SmallDevice> device;
    Result<std::unique_ptr<Trainer>> second;
    for (std::int64_t bytes = 1000; !second || !*second; bytes += 1000) {
        ASSERT_LT(bytes, 1000000);
        device = std::make_unique<SmallDevice>(*cpu, bytes);
        second = Trainer::prepare(smallMlp(2, 64, 2), sourceOf(twoClouds(60)), settings, *device,
                                  ManualClock().clock());
    }
    const auto refused = (*second)->restore(first->checkpoint());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().remedy, testing::MatchesRegex("A batch of [0-9]+ fits[.]"));
}

TEST(Trainer, EqualSettingsGiveEqualRunsBitForBit) {
    const DataSource data = sourceOf(twoClouds(50));
    const auto run = [&](std::uint64_t seed) {
        const auto device = testDevice();
        TrainingSettings settings = quickSettings();
        settings.seed = seed;
        const auto trainer = prepared(everythingModel(), data, settings, *device);
        trainTo(*trainer, trainer->plannedSteps());
        return trainer->checkpoint();
    };
    const Checkpoint first = run(7);
    EXPECT_EQ(first.history.size(), 3u);
    EXPECT_EQ(first, run(7));
    EXPECT_NE(first.variables, run(8).variables);
}

TEST(Trainer, ResumesAtAnyStepAsIfNeverInterrupted) {
    const DataSource data = sourceOf(twoClouds(50));
    TrainingSettings settings = quickSettings();
    settings.optimizer = "adam";
    settings.schedule = "cosine";
    const auto device = testDevice();
    const auto whole = prepared(everythingModel(), data, settings, *device);
    const std::int64_t steps = whole->plannedSteps();
    std::vector<Checkpoint> at{whole->checkpoint()};
    while (whole->stepsDone() < steps) {
        trainTo(*whole, whole->stepsDone() + 1);
        at.push_back(whole->checkpoint());
    }
    for (std::int64_t begin = 0; begin < steps; ++begin) {
        const auto resumed = prepared(everythingModel(), data, settings, *device);
        const auto report = resumed->restore(at[static_cast<std::size_t>(begin)]);
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->exact);
        EXPECT_EQ(report->missing, 0u);
        trainTo(*resumed, steps);
        EXPECT_EQ(resumed->checkpoint(), at.back()) << "resumed after step " << begin;
    }
}

TEST(Trainer, EveryOptimizerLearns) {
    const DataSource data = sourceOf(twoClouds(120));
    for (const OptimizerType& optimizer : optimizerTypes()) {
        TrainingSettings settings = quickSettings();
        settings.optimizer = optimizer.name;
        settings.learningRate = optimizer.defaultLearningRate;
        settings.epochs = 20;
        const auto device = testDevice();
        const auto trainer = prepared(smallMlp(2, 4, 2), data, settings, *device);
        const double before = trainer->evaluate(Split::Training)->loss;
        trainTo(*trainer, trainer->plannedSteps());
        const double after = trainer->evaluate(Split::Training)->loss;
        EXPECT_LT(after, before) << optimizer.name;
    }
}

TEST(Trainer, LearnsTwoCloudsAndALine) {
    const auto device = testDevice();
    TrainingSettings settings = quickSettings();
    settings.learningRate = 0.05;
    settings.epochs = 10;
    const auto clouds =
        prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(120), twoClouds(80, 2)), settings, *device);
    trainTo(*clouds, clouds->plannedSteps());
    EXPECT_GT(clouds->evaluate(Split::Test)->accuracy, 0.95);
    EXPECT_GT(clouds->history().back().validationAccuracy, 0.9);

    settings.epochs = 30;
    const auto line = prepared(chain({1}, {{"dense", {{"units", std::int64_t{1}}}}}),
                               sourceOf(straightLine(60)), settings, *device);
    trainTo(*line, line->plannedSteps());
    const auto figures = line->evaluate(Split::Validation);
    EXPECT_LT(figures->loss, 1e-3);
    EXPECT_EQ(figures->accuracy, -1);
    EXPECT_TRUE(figures->confusion.empty());
    EXPECT_EQ(line->history().back().accuracy, -1);
    const auto weights = line->checkpoint().variables;
    EXPECT_NEAR(weights.at("dense/kernel").values[0], 2, 0.1);
    EXPECT_NEAR(weights.at("dense/bias").values[0], -1, 0.1);
}

TEST(Trainer, TheLearningRateIsAnInputAndFollowsTheSchedule) {
    const auto device = testDevice();
    for (const ScheduleType& schedule : scheduleTypes()) {
        TrainingSettings settings = quickSettings();
        settings.schedule = schedule.name;
        const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), settings, *device);
        for (std::int64_t step = 0; step < 6; ++step) {
            const TrainingPosition position{.step = step,
                                            .stepsPerEpoch = trainer->facts().stepsPerEpoch,
                                            .totalSteps = trainer->plannedSteps()};
            const double wanted = schedule.learningRate(settings.learningRate, position, {});
            EXPECT_DOUBLE_EQ(trainer->step()->learningRate, wanted) << schedule.name;
        }
    }
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), quickSettings(), *device);
    trainer->setLearningRate(0);
    const auto before = trainer->checkpoint().variables.at("dense/kernel");
    trainTo(*trainer, 3);
    EXPECT_EQ(trainer->checkpoint().variables.at("dense/kernel"), before);
    trainer->setLearningRate(0.1);
    trainTo(*trainer, 4);
    EXPECT_NE(trainer->checkpoint().variables.at("dense/kernel"), before);
}

TEST(Trainer, PenaltiesMakeWeightsSmaller) {
    const auto device = testDevice();
    const auto size = [&](double l1, double l2) {
        TrainingSettings settings = quickSettings();
        settings.l1 = l1;
        settings.l2 = l2;
        settings.epochs = 20;
        const auto trainer = prepared(smallMlp(2, 6, 2), sourceOf(twoClouds(60)), settings, *device);
        trainTo(*trainer, trainer->plannedSteps());
        const HostArray kernel = trainer->checkpoint().variables.at("dense/kernel");
        double sum = 0;
        for (const float weight : kernel.values)
            sum += std::abs(weight);
        return sum;
    };
    const double free = size(0, 0);
    EXPECT_LT(size(0, 0.1), free);
    EXPECT_LT(size(0.1, 0), free);
}

TEST(Trainer, ABatchLargerThanTheDataIsMadeSmallerAndSaysSo) {
    const auto device = testDevice();
    TrainingSettings settings = quickSettings();
    settings.batchSize = 512;
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(20)), settings, *device);
    EXPECT_EQ(trainer->facts().batchSize, 16);
    EXPECT_EQ(trainer->facts().stepsPerEpoch, 1);
    ASSERT_EQ(trainer->facts().notes.size(), 1u);
    EXPECT_NE(trainer->facts().notes[0].find("512"), std::string::npos);
    EXPECT_NE(trainer->facts().notes[0].find("16"), std::string::npos);
    EXPECT_EQ(trainer->step()->samples, 16);
    EXPECT_TRUE(prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(20)), quickSettings(), *device)
                    ->facts()
                    .notes.empty());
}

TEST(Trainer, FactsAddUp) {
    const auto device = testDevice();
    const auto trainer =
        prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(50), twoClouds(30, 2)), quickSettings(), *device);
    EXPECT_EQ(trainer->facts().parameters, 2 * 3 + 3 + 3 * 2 + 2);
    EXPECT_EQ(trainer->facts().trainingSamples, 40);
    EXPECT_EQ(trainer->facts().validationSamples, 10);
    EXPECT_EQ(trainer->facts().testSamples, 30);
    EXPECT_EQ(trainer->facts().stepsPerEpoch, 5);
    EXPECT_EQ(trainer->plannedSteps(), 15);
}

TEST(Trainer, EvaluationCountsEverySampleOnce) {
    const auto device = testDevice();
    const auto trainer =
        prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(50), twoClouds(301, 2)), quickSettings(), *device);
    trainTo(*trainer, 15);
    const auto figures = trainer->evaluate(Split::Test);
    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->samples, 301);
    ASSERT_EQ(figures->confusion.size(), 2u);
    std::int64_t all = 0;
    for (const auto& row : figures->confusion)
        all += std::accumulate(row.begin(), row.end(), std::int64_t{0});
    EXPECT_EQ(all, 301);
    EXPECT_EQ(figures->confusion[0][0] + figures->confusion[0][1], 151);
    EXPECT_DOUBLE_EQ(figures->accuracy,
                     static_cast<double>(figures->confusion[0][0] + figures->confusion[1][1]) / 301);
}

TEST(Trainer, ASplitThatIsNotThereHasNoSamples) {
    const auto device = testDevice();
    TrainingSettings settings = quickSettings();
    settings.validation = 0;
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(50)), settings, *device);
    EXPECT_EQ(trainer->dataOf(Split::Test), nullptr);
    EXPECT_EQ(trainer->dataOf(Split::Validation), nullptr);
    EXPECT_EQ(trainer->evaluate(Split::Test)->samples, 0);
    trainTo(*trainer, trainer->facts().stepsPerEpoch);
    EXPECT_EQ(trainer->history().back().validationLoss, -1);
    EXPECT_EQ(trainer->history().back().validationAccuracy, -1);
}

TEST(Trainer, PredictionsOfClassesAreProbabilitiesWhateverTheirNumber) {
    const auto device = testDevice();
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(50)), quickSettings(), *device);
    trainTo(*trainer, 15);
    const auto data = twoClouds(300, 4);
    const HostArray all(Shape{300, 2}, data->samples);
    const auto outputs = trainer->predict(all);
    ASSERT_TRUE(outputs);
    ASSERT_EQ(outputs->shape, Shape({300, 2}));
    for (std::size_t i = 0; i < 300; ++i)
        EXPECT_NEAR(outputs->values[2 * i] + outputs->values[2 * i + 1], 1, 1e-5);
    for (const std::size_t which : {0u, 7u, 255u, 256u, 299u}) {
        const HostArray one(Shape{1, 2}, {data->samples[2 * which], data->samples[2 * which + 1]});
        EXPECT_NEAR(trainer->predict(one)->values[0], outputs->values[2 * which], 1e-5);
    }
    EXPECT_EQ(trainer->predict(HostArray(Shape{0, 2}))->shape, Shape({0, 2}));
    EXPECT_FALSE(trainer->predict(HostArray(Shape{1, 3})));
    EXPECT_FALSE(trainer->predict(HostArray(Shape{})));
}

TEST(Trainer, ASingleOutputTellsTwoClassesApart) {
    const auto device = testDevice();
    TrainingSettings settings = quickSettings();
    settings.epochs = 15;
    settings.learningRate = 0.05;
    const auto trainer = prepared(smallMlp(2, 3, 1), sourceOf(twoClouds(100)), settings, *device);
    trainTo(*trainer, trainer->plannedSteps());
    const auto figures = trainer->evaluate(Split::Validation);
    EXPECT_GT(figures->accuracy, 0.9);
    EXPECT_EQ(figures->confusion.size(), 2u);
    const auto far = trainer->predict(HostArray(Shape{2, 2}, {-2, -2, 2, 2}));
    EXPECT_LT(far->values[0], 0.5f);
    EXPECT_GT(far->values[1], 0.5f);
    EXPECT_LE(far->values[1], 1.0f);
}

TEST(Trainer, TakesWhatFitsFromACheckpointOfAnotherNetwork) {
    const auto device = testDevice();
    const auto small = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), quickSettings(), *device);
    trainTo(*small, 5);
    const Checkpoint checkpoint = small->checkpoint();

    const Model wider =
        chain({2}, {{"dense", {{"units", std::int64_t{4}}, {"activation", std::string("tanh")}}},
                    {"dense", {{"units", std::int64_t{5}}}},
                    {"dense", {{"units", std::int64_t{2}}}}});
    const auto other = prepared(wider, sourceOf(twoClouds(50)), quickSettings(), *device);
    const auto report = other->restore(checkpoint);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->variables, 2u); // the first layer
    EXPECT_EQ(report->missing, 4u);
    EXPECT_FALSE(report->position);
    EXPECT_TRUE(report->optimizerAnew);
    EXPECT_EQ(other->stepsDone(), 0);
    EXPECT_EQ(other->checkpoint().variables.at("dense/kernel"), checkpoint.variables.at("dense/kernel"));
}

TEST(Trainer, KeepsPositionButNotStateWhenTheOptimizerChanges) {
    const auto device = testDevice();
    const auto first = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), quickSettings(), *device);
    trainTo(*first, 7);
    TrainingSettings settings = quickSettings();
    settings.optimizer = "momentum";
    const auto second = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), settings, *device);
    const auto report = second->restore(first->checkpoint());
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->position);
    EXPECT_FALSE(report->exact);
    EXPECT_TRUE(report->optimizerAnew);
    EXPECT_EQ(second->stepsDone(), 7);
    EXPECT_EQ(second->history(), first->history());
}

TEST(Trainer, AnotherBatchSizeGoesOnAtTheSameEpoch) {
    const auto device = testDevice();
    const auto first = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), quickSettings(), *device);
    trainTo(*first, 12); // two epochs of five steps and two more
    TrainingSettings settings = quickSettings();
    settings.batchSize = 4;
    const auto second = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), settings, *device);
    ASSERT_TRUE(second->restore(first->checkpoint()));
    EXPECT_EQ(second->stepsDone(), 20);
    EXPECT_EQ(second->history().back().step, 20);
    trainTo(*second, 30);
    EXPECT_DOUBLE_EQ(second->history().back().epoch, 3);
}

/// No epoch is over yet, so nothing in the history tells how steps were counted.
TEST(Trainer, AnotherBatchSizeInsideOfTheFirstEpochBeginsItAnew) {
    const auto device = testDevice();
    const auto first = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), quickSettings(), *device);
    trainTo(*first, 3);
    TrainingSettings settings = quickSettings();
    settings.batchSize = 25;
    const auto second = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(50)), settings, *device);
    ASSERT_TRUE(second->restore(first->checkpoint()));
    EXPECT_EQ(second->stepsDone(), 0);
    trainTo(*second, 2);
    ASSERT_EQ(second->history().size(), 1u);
    EXPECT_LE(second->history().back().accuracy, 1.0);
}

TEST(Trainer, RefusesWhatDoesNotFitTogether) {
    const auto device = testDevice();
    const auto problem = [&](const Model& model, const DataSource& data, const TrainingSettings& settings) {
        const auto trainer = Trainer::prepare(model, data, settings, *device);
        return trainer ? std::string() : trainer.error().text();
    };
    const std::string shape = problem(smallMlp(3, 4, 2), sourceOf(twoClouds(9)), quickSettings());
    EXPECT_NE(shape.find("input"), std::string::npos) << shape;
    EXPECT_NE(shape.find("3"), std::string::npos) << shape;
    EXPECT_FALSE(problem(smallMlp(2, 4, 3), sourceOf(twoClouds(9)), quickSettings()).empty());
    EXPECT_FALSE(problem(smallMlp(1, 4, 2), sourceOf(straightLine(9)), quickSettings()).empty());
    EXPECT_FALSE(problem(smallMlp(2, 4, 2), sourceOf(twoClouds(0)), quickSettings()).empty());
    TrainingSettings settings = quickSettings();
    settings.batchSize = -1;
    EXPECT_FALSE(problem(smallMlp(2, 4, 2), sourceOf(twoClouds(9)), settings).empty());
}

TEST(Trainer, GoesSampleBySampleThroughABatch) {
    const auto device = testDevice();
    const auto trainer = prepared(everythingModel(), sourceOf(twoClouds(50)), quickSettings(), *device);
    const std::int64_t batch = trainer->facts().batchSize;
    for (std::int64_t sample = 0; sample < batch; ++sample) {
        EXPECT_EQ(trainer->stepsDone(), 0);
        EXPECT_NEAR(trainer->epochsDone(),
                    static_cast<double>(sample) / static_cast<double>(trainer->facts().trainingSamples),
                    1e-12);
        const Checkpoint before = trainer->checkpoint();
        EXPECT_EQ(trainer->stepSample()->samples, 1);
        EXPECT_NE(trainer->checkpoint().variables, before.variables);
    }
    EXPECT_EQ(trainer->stepsDone(), 1);
    // What is left of a batch is a step as well.
    ASSERT_TRUE(trainer->stepSample());
    EXPECT_EQ(trainer->step()->samples, batch - 1);
    EXPECT_EQ(trainer->stepsDone(), 2);
    EXPECT_EQ(trainer->step()->samples, batch);
}

TEST(Trainer, AnEpochOfSingleSamplesIsAnEpoch) {
    const auto device = testDevice();
    TrainingSettings still = quickSettings();
    still.learningRate = 0;
    const DataSource data = sourceOf(twoClouds(30));
    const auto single = prepared(smallMlp(2, 3, 2), data, still, *device);
    const auto whole = prepared(smallMlp(2, 3, 2), data, still, *device);
    std::optional<HistoryPoint> told;
    for (std::int64_t sample = 0; sample < single->facts().trainingSamples; ++sample) {
        ASSERT_FALSE(told);
        told = single->stepSample()->epoch;
    }
    ASSERT_TRUE(told);
    trainTo(*whole, whole->facts().stepsPerEpoch);
    // Without learning it does not matter in how many steps the samples are seen.
    EXPECT_EQ(told->step, whole->history().back().step);
    EXPECT_NEAR(told->loss, whole->history().back().loss, 1e-5);
    EXPECT_EQ(told->accuracy, whole->history().back().accuracy);
}

TEST(Trainer, ACheckpointInsideOfABatchBeginsThatBatchAgain) {
    const auto device = testDevice();
    const DataSource data = sourceOf(twoClouds(30));
    const auto trainer = prepared(smallMlp(2, 3, 2), data, quickSettings(), *device);
    trainTo(*trainer, 1);
    ASSERT_TRUE(trainer->stepSample());
    const Checkpoint inside = trainer->checkpoint();
    EXPECT_EQ(inside.step, 1);
    ASSERT_TRUE(trainer->restore(inside));
    EXPECT_EQ(trainer->checkpoint(), inside);
    EXPECT_EQ(trainer->step()->samples, trainer->facts().batchSize);
}

} // namespace
} // namespace protomind
