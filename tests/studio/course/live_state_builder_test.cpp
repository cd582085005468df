// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression.h"
#include "studio/course/live_state_builder.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

class LiveStates : public testing::Test {
protected:
    LiveStates() {
        const NetworkTemplate& source = *findTemplate("playground");
        m_experiment.network = source.make();
        m_experiment.data = "spiral";
        m_analysis = analyse(m_experiment.network);
        m_live.take(Prepared{.trainingSamples = 40, .stepsPerEpoch = 4, .batchSize = 10}, m_experiment);
        m_live.take(StateChanged{RunState::Ready});
    }
    [[nodiscard]] LiveState state() const { return m_live.state(m_experiment, m_analysis); }
    [[nodiscard]] StateValue value(const char* name) const { return state().value(name); }
    void epoch(std::int64_t number, double loss) {
        m_live.take(EpochDone{.epoch = number, .step = 4 * number, .loss = loss, .accuracy = 0.5});
    }
    void test(double loss) { m_live.take(Evaluated{.split = Split::Test, .loss = loss}); }

    Experiment m_experiment;
    Analysis m_analysis;
    LiveStateBuilder m_live;
};

TEST_F(LiveStates, FiguresAreThoseOfTheLastTwoEpochs) {
    for (const std::int64_t number : {1, 2, 3})
        epoch(number, 1.0 / static_cast<double>(number));
    m_live.take(Progress{.step = 14});
    EXPECT_EQ(state().train.loss, 1.0 / 3);
    EXPECT_EQ(state().epochBefore.train.loss, 0.5);
    EXPECT_EQ(value("run.steps"), StateValue(14.0));
    EXPECT_EQ(value("run.epochs"), StateValue(3.5));
    EXPECT_EQ(value("run.trained"), StateValue(true));
    epoch(3, 7); // told once more
    EXPECT_EQ(state().train.loss, 1.0 / 3);
}

TEST_F(LiveStates, ACheckpointOfAnotherTimeTellsNothingOfNow) {
    epoch(1, 0.5);
    Checkpoint checkpoint;
    checkpoint.step = 8;
    checkpoint.history = {{.step = 8, .epoch = 2, .loss = 0.25}};
    m_live.take(checkpoint);
    EXPECT_EQ(state().train.loss, 0.5);
    m_live.take(Progress{.step = 8});
    m_live.take(checkpoint);
    EXPECT_EQ(state().train.loss, 0.25);
}

TEST_F(LiveStates, WhatWasTestedIsForgottenWhenTheWeightsMove) {
    const auto forgets = [this](auto happens) {
        test(0.5);
        EXPECT_EQ(value("test.loss"), StateValue(0.5));
        happens();
        return value("test.loss") == StateValue();
    };
    EXPECT_TRUE(forgets([this] { m_live.weightMoved(true); }));
    EXPECT_TRUE(forgets([this] { m_live.take(StateChanged{RunState::Training}); }));
    EXPECT_TRUE(forgets([this] { m_live.take(Prepared{}, m_experiment); }));
    EXPECT_FALSE(forgets([this] { m_live.take(StateChanged{RunState::Paused}); }));
}

TEST_F(LiveStates, AnEditHidesTheFiguresUntilItIsTakenUp) {
    epoch(1, 0.5);
    m_experiment.training.learningRate = 2;
    EXPECT_EQ(state().train.loss, 0.5) << "the same network learns, at another pace";
    m_experiment.training.l2 = 1;
    EXPECT_FALSE(state().train.loss);
    EXPECT_EQ(value("run.steps"), StateValue(0.0));
    m_live.take(Prepared{.stepsPerEpoch = 4, .step = 4}, m_experiment);
    EXPECT_EQ(value("run.steps"), StateValue(4.0));
    EXPECT_EQ(value("run.steps_since_change"), StateValue(0.0));
    EXPECT_FALSE(state().train.loss) << "this was not measured with the penalty";
    epoch(2, 0.75);
    EXPECT_EQ(state().train.loss, 0.75);
}

TEST_F(LiveStates, MovesByHandCountSinceThePageAndSinceTheFirstWeights) {
    m_live.weightMoved(true);
    m_live.weightMoved(false);
    EXPECT_EQ(value("steps.by_hand"), StateValue(1.0));
    EXPECT_EQ(value("run.by_hand"), StateValue(1.0));
    m_experiment.training.seed = 8;
    m_live.take(Prepared{}, m_experiment);
    EXPECT_EQ(value("steps.by_hand"), StateValue(1.0));
    EXPECT_EQ(value("run.by_hand"), StateValue(0.0)) << "the die was rolled";
    m_live.beginPage();
    EXPECT_EQ(value("steps.by_hand"), StateValue(0.0));
}

TEST_F(LiveStates, WhatWasSeenInAnotherNetworkIsForgotten) {
    const auto looks = [this] { return value("lens.weights.looks"); };
    const LensAnswered seen{.request = {.lens = "weights"}, .result = std::make_shared<const LensResult>()};
    m_live.take(Prepared{.stepsPerEpoch = 4, .step = 4}, m_experiment);
    m_live.take(seen);
    EXPECT_EQ(looks(), StateValue(1.0));
    m_live.take(Prepared{.stepsPerEpoch = 4, .step = 4}, m_experiment);
    EXPECT_EQ(looks(), StateValue(1.0)) << "it goes on as it was";
    m_live.take(Prepared{.stepsPerEpoch = 4, .step = 0}, m_experiment);
    EXPECT_EQ(looks(), StateValue(0.0)) << "it began anew";
    m_live.take(seen);
    m_experiment.training.adversarial.method = "one_step";
    m_live.take(Prepared{.stepsPerEpoch = 4, .step = 0}, m_experiment);
    EXPECT_EQ(looks(), StateValue(0.0)) << "it is trained otherwise";
}

TEST_F(LiveStates, ExportsCountSinceThePage) {
    EXPECT_EQ(value("page.exports"), StateValue(0.0));
    m_live.exported();
    m_live.exported();
    m_live.beginRun();
    EXPECT_EQ(value("page.exports"), StateValue(2.0)) << "another run takes no file away";
    m_live.beginPage();
    EXPECT_EQ(value("page.exports"), StateValue(0.0));
}

TEST_F(LiveStates, LooksCountSinceThePage) {
    const LensAnswered seen{.request = {.lens = "confusion"}, .result = std::make_shared<const LensResult>()};
    m_live.take(seen);
    m_live.take(seen);
    EXPECT_EQ(state().value("lens.confusion.looks"), StateValue(2.0));
    m_live.beginPage();
    EXPECT_EQ(state().value("lens.confusion.looks"), StateValue(0.0));
}

TEST_F(LiveStates, WhatReallyComputesIsSaidByTheRun) {
    m_live.forgetRun();
    EXPECT_EQ(value("run.device"), StateValue());
    EXPECT_EQ(value("run.threads"), StateValue());
    m_experiment.device = "auto";
    m_live.take(Prepared{.device = "opencl:1", .threads = 46}, m_experiment);
    EXPECT_EQ(value("run.device"), StateValue(std::string("opencl:1")));
    EXPECT_EQ(value("run.threads"), StateValue(46.0));
    EXPECT_GE(std::get<double>(value("machine.processors")), 1);
}

/// A run that is measured in one way after another.
class MeasuredRuns : public LiveStates {
protected:
    void prepare(const char* device, std::int64_t threads) {
        m_live.take(Prepared{.stepsPerEpoch = 4, .step = m_step, .device = device, .threads = threads},
                    m_experiment);
    }
    void train(std::int64_t steps, double stepsPerSecond) {
        m_live.take(StateChanged{RunState::Training});
        m_step += steps;
        m_live.take(Progress{.step = m_step, .stepsPerSecond = stepsPerSecond});
        m_live.take(StateChanged{RunState::Paused});
    }

    std::int64_t m_step = 0;
};

TEST_F(MeasuredRuns, SpeedsAreThoseOfEachWay) {
    prepare("cpu", 1);
    train(50, 100);
    EXPECT_EQ(value("run.steps_per_second"), StateValue(100.0));
    EXPECT_EQ(value("speed.one_thread"), StateValue(100.0));
    EXPECT_EQ(value("speed.more_threads"), StateValue());
    EXPECT_EQ(value("speed.ways"), StateValue(1.0));
    m_experiment.threads = 4;
    EXPECT_EQ(value("speed.one_thread"), StateValue(100.0)) << "the same network, computed otherwise";
    prepare("cpu", 4);
    EXPECT_EQ(value("run.steps_per_second"), StateValue()) << "nothing was computed in this way";
    train(50, 320);
    EXPECT_EQ(value("speed.more_threads"), StateValue(320.0));
    EXPECT_EQ(value("speed.processor"), StateValue(320.0));
    prepare("opencl:0", 46);
    train(50, 2000);
    EXPECT_EQ(value("speed.other_device"), StateValue(2000.0));
    EXPECT_EQ(value("speed.processor"), StateValue(320.0)) << "the last of the processor's";
    EXPECT_EQ(value("speed.ways"), StateValue(3.0));
    m_live.beginPage();
    EXPECT_EQ(value("speed.ways"), StateValue(0.0));
    EXPECT_EQ(value("speed.one_thread"), StateValue());
}

TEST_F(MeasuredRuns, WhatIsHeldBackIsNotMeasured) {
    prepare("cpu", 1);
    m_live.setSpeed(5);
    train(50, 5);
    EXPECT_EQ(value("speed.ways"), StateValue(0.0));
    m_live.take(StateChanged{RunState::Training});
    m_live.setSpeed(0);
    m_step += 50;
    m_live.take(Progress{.step = m_step, .stepsPerSecond = 80});
    EXPECT_EQ(value("speed.ways"), StateValue(0.0)) << "some of these steps were held back";
    m_step += 50;
    m_live.take(Progress{.step = m_step, .stepsPerSecond = 90});
    EXPECT_EQ(value("speed.one_thread"), StateValue(90.0));
}

TEST_F(MeasuredRuns, AnotherNetworkIsMeasuredAnew) {
    prepare("cpu", 1);
    train(50, 100);
    m_experiment.training.learningRate = 2;
    prepare("cpu", 1);
    EXPECT_EQ(value("speed.ways"), StateValue(1.0)) << "each step is as much work as before";
    m_experiment.training.batchSize = 99;
    EXPECT_EQ(value("speed.ways"), StateValue(0.0));
    prepare("cpu", 1);
    EXPECT_EQ(value("speed.ways"), StateValue(0.0));
    train(50, 40);
    EXPECT_EQ(value("speed.one_thread"), StateValue(40.0));
}

TEST_F(LiveStates, WeightsOfAnyShapeAreSeenByName) {
    Pictures pictures;
    pictures.weights = {{.layer = "Hidden",
                         .weight = "Hidden/kernel",
                         .values = HostArray(Shape{1, 1}),
                         .bias = "Hidden/bias",
                         .biases = {2}}};
    pictures.variables["Convolution/kernel"] = HostArray(Shape{2, 2, 1, 1});
    pictures.variables["Convolution/kernel"].values[3] = 0.5F;
    m_live.take(&pictures);
    EXPECT_EQ(state().weight("Convolution/kernel", 3), StateValue(0.5));
    EXPECT_EQ(state().weight("Hidden/bias", 0), StateValue(2.0));
    m_live.take(static_cast<const Pictures*>(nullptr));
    EXPECT_TRUE(state().weights.empty());
}

TEST_F(LiveStates, DataOfAnotherTextIsNotThatOfNow) {
    m_live.setData(DataFacts{.text = "spiral", .name = "spiral", .samples = 40, .classes = 2, .pairs = {}});
    EXPECT_EQ(value("data.classes"), StateValue(2.0));
    m_experiment.data = "moons";
    EXPECT_EQ(value("data.name"), StateValue());
    EXPECT_EQ(value("data.samples"), StateValue());
}

TEST_F(LiveStates, ARunThatDivergedStandsWhereItWentBackTo) {
    epoch(1, 0.5);
    m_live.take(Progress{.step = 1000});
    m_live.take(DivergedEvent{});
    m_live.take(StateChanged{RunState::Diverged});
    Checkpoint back;
    back.step = 1;
    m_live.take(back);
    EXPECT_EQ(value("run.steps"), StateValue(1.0));
    EXPECT_EQ(value("train.loss"), StateValue()) << "the epoch was taken back too";
}

TEST_F(LiveStates, ANetworkThatCannotRunHasNoRun) {
    epoch(1, 0.5);
    m_analysis = analyse(Network());
    EXPECT_EQ(value("run.state"), StateValue(std::string("idle")));
    EXPECT_EQ(value("run.steps"), StateValue(0.0));
}

TEST_F(LiveStates, TestsOfTrainedNetworksAreCountedSinceThePageBegan) {
    const auto tested = [this](double accuracy) {
        m_live.take(
            Evaluated{.split = Split::Test, .samples = 20, .loss = 1 - accuracy, .accuracy = accuracy});
    };
    const auto holds = [this](const char* check) { return Expression::parse(check)->holds(state()); };
    tested(0.9);
    EXPECT_EQ(value("runs.tested"), StateValue(0.0)) << "nothing was trained yet";
    EXPECT_EQ(value("runs.best_accuracy"), StateValue());

    m_live.take(Prepared{.parameters = 900, .trainingSamples = 40, .stepsPerEpoch = 4, .batchSize = 10},
                m_experiment);
    epoch(1, 0.5);
    m_live.take(StateChanged{RunState::Training});
    tested(0.99);
    EXPECT_EQ(value("runs.tested"), StateValue(0.0)) << "training goes on";
    m_live.take(StateChanged{RunState::Paused});
    tested(0.9);
    tested(0.9);
    EXPECT_EQ(value("runs.tested"), StateValue(1.0)) << "the same weights";

    m_experiment.training.seed = 99;
    m_live.take(Prepared{.parameters = 100, .trainingSamples = 40, .stepsPerEpoch = 4, .batchSize = 10},
                m_experiment);
    epoch(1, 0.5);
    tested(0.8);
    EXPECT_EQ(value("runs.tested"), StateValue(2.0));
    EXPECT_EQ(value("runs.best_accuracy"), StateValue(0.9));
    EXPECT_EQ(value("runs.best_parameters"), StateValue(900.0));
    EXPECT_TRUE(holds("any(runs, accuracy > 0.75 and parameters <= 100)"));
    EXPECT_FALSE(holds("any(runs, accuracy > 0.85 and parameters <= 100)"));
    EXPECT_TRUE(holds("count(runs, epochs == 1) == 2"));
    EXPECT_TRUE(Expression::parse("count(runs, true) > 1")->looksAtTests());
    EXPECT_TRUE(Expression::parse("run.trained and runs.tested > 1")->looksAtTests());
    EXPECT_FALSE(Expression::parse("run.trained and any(layers, units > 3)")->looksAtTests());

    m_live.take(Evaluated{.split = Split::Unseen, .samples = 20, .learnedFrom = 5, .loss = 0, .accuracy = 1});
    EXPECT_EQ(value("runs.tested"), StateValue(2.0)) << "it had learned from some of them";
    m_experiment.data = "moons";
    EXPECT_EQ(value("runs.tested"), StateValue(0.0)) << "other data";
    m_experiment.data = "spiral";
    m_live.beginPage();
    EXPECT_EQ(value("runs.tested"), StateValue(0.0));
}

} // namespace
} // namespace protomind
