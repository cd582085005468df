// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST_F(CommandTest, BenchTellsTheFiguresOfAWork) {
    const CommandRun run =
        command({"bench", "--filter", "playground", "--runs", "3", "--seconds", "1", "--json"});
    ASSERT_EQ(run.status, kExitDone) << run.err;
    const auto figures = run.events("figure");
    ASSERT_EQ(figures.size(), 1u);
    const nlohmann::json& figure = figures[0];
    EXPECT_EQ(figure.at("name"), "playground 2-4-2-1");
    EXPECT_GE(figure.at("runs"), 3);
    EXPECT_EQ(figure.at("parameters"), 2 * 4 + 4 + 4 * 2 + 2 + 2 + 1);
    EXPECT_LE(figure.at("low"), figure.at("seconds"));
    EXPECT_LE(figure.at("seconds"), figure.at("high"));
    EXPECT_LE(figure.at("intermediate_bytes"), figure.at("planned_bytes"));
    EXPECT_LE(figure.at("times").size(), 101u);
    for (const char* key :
         {"compile_seconds", "first_run_seconds", "compile_again_seconds", "mean", "gigaflops"})
        EXPECT_GT(figure.at(key), 0) << key;
    EXPECT_EQ(run.result().at("figures"), 1);
}

TEST_F(CommandTest, BenchRefusesWhatItCannotMeasure) {
    const CommandRun unknown = command({"bench", "--filter", "no such work"});
    EXPECT_EQ(unknown.status, kExitWords);
    EXPECT_THAT(unknown.err, HasSubstr("no such work"));
    for (const char* option : {"--runs", "--seconds"})
        EXPECT_EQ(command({"bench", option, "0"}).status, kExitWords) << option;
}

} // namespace
} // namespace protomind
