// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

constexpr std::array kCommands{
    Command{"devices", "protomind devices [--device NAME] [--list] [--tune NAME] [--json]",
            "what can compute here, with a short test of each", runDevices},
    Command{"describe", "protomind describe NETWORK [--data SOURCE] | --list",
            "layers, shapes, parameters, multiply-adds, problems with their fixes", runDescribe},
    Command{"train", "protomind train NETWORK [--data SOURCE] [-o PROJECT]", "train; -o saves a project",
            runTrain},
    Command{"evaluate", "protomind evaluate PROJECT [--data SOURCE]",
            "loss, accuracy, a table of the classes", runEvaluate},
    Command{"predict", "protomind predict PROJECT INPUT...",
            "what a network makes of images (PNG, PGM, PPM), CSV files or rows like 1.0,2.0", runPredict},
    Command{"export", "protomind export NETWORK [--format FORMAT] -o PATH | --list | --layers",
            "write a network for other programs (ONNX, PyTorch, Keras, ...), and compare what was written",
            runExport},
    Command{
        "import", "protomind import FILE [--into NETWORK] -o PROJECT",
        "make a project of another program's network (ONNX, Keras, TensorFlow.js) or weights (safetensors)",
        runImport},
    Command{"lens", "protomind lens NAME PROJECT [--SETTING VALUE]... [-o PATH] | --list",
            "what a lens finds in a network, as a picture, as numbers, or both (PNG, CSV, JSON)", runLens},
    Command{"lesson", "protomind lesson list | show ID | check DIR",
            "the lessons there are, what is in one, and whether a folder makes one", runLesson},
    Command{"bench", "protomind bench [--filter NAME]", "this machine's own figures", runBench}};

} // namespace

std::span<const Command> commands() {
    return kCommands;
}

const Command* findCommand(const std::string& name) {
    const auto found =
        std::ranges::find_if(kCommands, [&](const Command& command) { return command.name == name; });
    return found == kCommands.end() ? nullptr : &*found;
}

std::string usageOf(const std::string& name) {
    return findCommand(name)->usage;
}

} // namespace protomind
