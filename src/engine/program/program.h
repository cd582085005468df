// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/computation.h"
#include "engine/program/step.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// Where the numbers of a value lie.
enum class Storage {
    Arena,    ///< in the program's own memory, at an offset
    Input,    ///< in the buffer bound to an input
    Variable, ///< in the buffer bound to a variable
    Constant, ///< in the graph's constant
};

/// A tensor that exists in memory while a program runs. Reshaped tensors share a value.
struct Value {
    Storage storage = Storage::Arena;
    std::string name;      ///< of the input or variable
    int constantNode = -1; ///< node with the numbers of a constant
    std::int64_t elements = 0;
    std::int64_t offset = -1; ///< Arena: in floats from its beginning
    int firstStep = -1;       ///< Arena: the steps between which the memory is taken
    int lastStep = -1;
};

/// How a computation will run: a flat list of steps over planned memory. Any device may run it: loops are
/// described, not compiled, and contractions are named.
struct Program {
    std::shared_ptr<Graph> graph; ///< after simplification; steps refer to its nodes
    std::vector<Computation::Output> outputs;
    std::vector<Computation::Update> updates;

    std::vector<Value> values;
    std::vector<Step> steps;
    std::vector<int> outputValues; ///< one an output
    /// Inputs and variables as they were asked for, by name: some may turn out not to be needed.
    std::map<std::string, Shape> leaves;
    std::int64_t arenaElements = 0;    ///< floats the plan takes
    std::int64_t unsharedElements = 0; ///< floats that all arena values would take side by side
};

/// Readable text: one line a step, with its values and their places.
[[nodiscard]] std::string print(const Program& program);

} // namespace protomind
