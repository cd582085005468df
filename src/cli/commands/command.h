// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/report.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

using CommandWords = std::vector<std::string>;

/// One word that the program understands. Gives an exit status.
struct Command {
    const char* name;
    const char* usage;
    const char* summary;
    int (*run)(const CommandWords& words, Report& report);
};

int runBench(const CommandWords& words, Report& report);
int runDevices(const CommandWords& words, Report& report);
int runDescribe(const CommandWords& words, Report& report);
int runExport(const CommandWords& words, Report& report);
int runImport(const CommandWords& words, Report& report);
int runLens(const CommandWords& words, Report& report);
int runLesson(const CommandWords& words, Report& report);
int runTrain(const CommandWords& words, Report& report);
int runEvaluate(const CommandWords& words, Report& report);
int runPredict(const CommandWords& words, Report& report);

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command* findCommand(const std::string& name);
/// "protomind train NETWORK ..."
[[nodiscard]] std::string usageOf(const std::string& name);

} // namespace protomind
