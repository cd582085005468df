// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/output_reading.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

class OutputReadingTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> trained(std::int64_t units, const char* activation, const char* loss) {
        TrainingSettings settings;
        settings.loss = loss;
        settings.batchSize = 10;
        settings.validation = 0;
        auto run =
            prepared(chain({2}, {{"dense", {{"units", units}, {"activation", std::string(activation)}}}}),
                     sourceOf(twoClouds(60)), settings, *m_device);
        trainTo(*run, 30);
        return run;
    }

    std::unique_ptr<Device> m_device = testDevice();
};

TEST_F(OutputReadingTest, OnlyWhatIsAProbabilityIsCalledOne) {
    struct Case {
        std::int64_t units;
        const char* activation;
        const char* loss;
        OutputMeaning meaning;
    };
    for (const Case& one : {Case{2, "linear", "cross_entropy", OutputMeaning::Probabilities},
                            Case{2, "softmax", "cross_entropy", OutputMeaning::Probabilities},
                            Case{1, "linear", "binary_cross_entropy", OutputMeaning::Probabilities},
                            Case{1, "sigmoid", "binary_cross_entropy", OutputMeaning::Probabilities},
                            Case{2, "softmax", "mean_squared_error", OutputMeaning::Probabilities},
                            Case{2, "linear", "hinge", OutputMeaning::Scores},
                            Case{1, "linear", "hinge", OutputMeaning::Scores},
                            Case{2, "linear", "mean_squared_error", OutputMeaning::Scores},
                            Case{1, "tanh", "mean_squared_error", OutputMeaning::Scores}}) {
        SCOPED_TRACE(std::string(one.activation) + " under " + one.loss);
        const auto run = trained(one.units, one.activation, one.loss);
        EXPECT_EQ(run->outputReading().meaning, one.meaning);
    }
}

TEST_F(OutputReadingTest, AHingeGivesItsScoresAsTheyAre) {
    const auto run = trained(2, "linear", "hinge");
    const auto weights = read(*run->variables().buffer("dense/kernel")).values;
    const auto bias = read(*run->variables().buffer("dense/bias")).values;
    HostArray point(Shape{1, 2});
    point.values = {3, -2};
    const auto answer = run->predict(point);
    ASSERT_TRUE(answer);
    for (std::size_t unit = 0; unit < 2; ++unit)
        EXPECT_NEAR(answer->values[unit], 3 * weights[unit] - 2 * weights[2 + unit] + bias[unit], 1e-5);
}

TEST_F(OutputReadingTest, DecidesAsTheEvaluationCounts) {
    for (const auto& [units, activation, loss] :
         {std::tuple{1, "linear", "hinge"}, std::tuple{1, "linear", "mean_squared_error"},
          std::tuple{1, "linear", "binary_cross_entropy"}, std::tuple{1, "sigmoid", "binary_cross_entropy"},
          std::tuple{2, "linear", "hinge"}, std::tuple{2, "linear", "cross_entropy"}}) {
        SCOPED_TRACE(std::string(activation) + " under " + loss);
        const auto run = trained(units, activation, loss);
        const auto data = twoClouds(60);
        HostArray samples(Shape{60, 2});
        samples.values = data->samples;
        const auto answers = run->predict(samples);
        ASSERT_TRUE(answers);
        int right = 0;
        for (std::size_t i = 0; i < 60; ++i) {
            const auto answer =
                std::span(answers->values).subspan(i * std::size_t(units), std::size_t(units));
            right += run->outputReading().decidedClass(answer) == int(data->targets[i]);
        }
        EXPECT_NEAR(right / 60.0, run->evaluate(Split::Training)->accuracy, 1e-9);
    }
}

TEST(OutputReading, ASingleOutputSpeaksForTheSecondClass) {
    const OutputReading probability{.meaning = OutputMeaning::Probabilities};
    const std::vector<float> quarter{0.25f};
    EXPECT_EQ(probability.decidedClass(quarter), 0);
    EXPECT_EQ(probability.byClass(quarter), (std::vector<float>{0.75f, 0.25f}));
    const OutputReading score{.meaning = OutputMeaning::Scores, .threshold = 0};
    EXPECT_EQ(score.decidedClass(quarter), 1);
    EXPECT_EQ(score.byClass(quarter), (std::vector<float>{-0.25f, 0.25f}));
    const std::vector<float> three{0.1f, 0.7f, 0.2f};
    EXPECT_EQ(score.decidedClass(three), 1);
    EXPECT_EQ(score.byClass(three), three);
}

} // namespace
} // namespace protomind
