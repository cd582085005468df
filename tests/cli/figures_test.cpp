// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"

#include <cstdlib>

#include "source_folder.h"
#include "whole_run.h"

/// What the templates promise to reach. PROTOMIND_QUICK=1 leaves out what takes minutes.
namespace protomind {
namespace {

std::string dataFolder() {
    const char* given = std::getenv("PROTOMIND_TEST_DATA");
    return given ? given : sourceFolder() / "../shared/data";
}

double testAccuracy(const std::string& network, const std::string& epochs) {
    const CommandRun run =
        command({"train", network, "--data", "idx:" + dataFolder() + "/mnist", "--epochs", epochs, "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    return run.result().at("test_accuracy");
}

TEST(Figures, SpiralMlpUnwindsTheSpiral) {
    const CommandRun run = command({"train", "spiral-mlp", "--json"});
    ASSERT_EQ(run.status, kExitDone) << run.err;
    EXPECT_LT(run.result().at("test_loss"), 0.05);
    EXPECT_GT(run.result().at("test_accuracy"), 0.98);
}

TEST(Figures, DigitsMlpOnMnist) {
    if (isQuickRun())
        GTEST_SKIP() << "PROTOMIND_QUICK leaves out what takes minutes.";
    if (!std::filesystem::exists(dataFolder() + "/mnist"))
        GTEST_SKIP() << "There is no MNIST in " << dataFolder() << ".";
    EXPECT_GE(testAccuracy("digits-mlp", "5"), 0.975);
}

TEST(Figures, DigitsConvnetOnMnist) {
    if (isQuickRun())
        GTEST_SKIP() << "PROTOMIND_QUICK leaves out what takes minutes.";
    if (!std::filesystem::exists(dataFolder() + "/mnist"))
        GTEST_SKIP() << "There is no MNIST in " << dataFolder() << ".";
    EXPECT_GE(testAccuracy("digits-convnet", "3"), 0.988);
}

} // namespace
} // namespace protomind
