// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/runs/run_record.h"

#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

TEST(RunRecord, IsMadeOfATestOfATrainedNetwork) {
    Experiment experiment;
    experiment.data = "digits?samples=100";
    const Prepared facts{.parameters = 1234, .stepsPerEpoch = 40};
    Evaluated result{.split = Split::Test, .samples = 500, .loss = 0.25, .accuracy = 0.75};
    const auto record = recordOf({.experiment = experiment,
                                  .facts = facts,
                                  .result = result,
                                  .steps = 100,
                                  .seconds = 2.5,
                                  .when = 77});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->when, 77);
    EXPECT_EQ(record->parameters, 1234);
    EXPECT_EQ(record->epochs, 2.5);
    EXPECT_EQ(record->seconds, 2.5);
    EXPECT_EQ(record->accuracy, 0.75);
    EXPECT_TRUE(record->isFair());
    EXPECT_TRUE(isOf(*record, experiment));
    experiment.training.l2 = 0.1;
    EXPECT_FALSE(isOf(*record, experiment));

    EXPECT_FALSE(recordOf({.experiment = experiment, .facts = facts, .result = result})) << "not trained";
    result.loss = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(recordOf({.experiment = experiment, .facts = facts, .result = result, .steps = 1}));
}

TEST(RunRecord, NamesItsData) {
    EXPECT_EQ(dataNameOf("digits?samples=100&test=20"), "digits");
    EXPECT_EQ(dataNameOf("spiral"), "spiral");
    EXPECT_EQ(dataNameOf("idx:/home/a/mnist"), "mnist");
    EXPECT_EQ(dataNameOf("idx:/home/a/mnist/"), "mnist");
    EXPECT_EQ(dataNameOf("csv:/home/a/secret/iris.csv?target=x"), "iris.csv");
    EXPECT_EQ(dataNameOf("csv:/home/a/what%3F.csv"), "what?.csv");
    EXPECT_EQ(dataNameOf("images:/home/a/letters/?size=16"), "letters");
}

} // namespace
} // namespace protomind
