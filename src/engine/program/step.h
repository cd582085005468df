// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace protomind {

/// The numbers a loop reads or writes: element (i0, i1, ...) of the loop's space is at
/// offset + i0 * strides[0] + i1 * strides[1] + ... of a value.
struct Access {
    int value = -1;
    std::int64_t offset = 0;
    std::vector<std::int64_t> strides; ///< one an axis of the space
    bool operator==(const Access&) const = default;
};

/// One elementwise operation of a loop's body. Registers are numbered: first the loads, then the
/// instructions, in order.
struct Instruction {
    Op op = Op::Constant;
    std::vector<int> operands; ///< registers
    float value = 0.0f;        ///< Constant
    RandomAttributes random;   ///< RandomUniform: its element is the index in the space, row-major
};

struct Store {
    int source = -1; ///< register
    Access to;
};

/// A sum or maximum over some axes of the space.
struct LoopReduction {
    ReductionOp op = ReductionOp::ReduceSum;
    int source = -1; ///< register
    Access to;       ///< stride 0 along the reduced axes
};

/// A fused region: for every element of the space, load, compute, store; and reduce. All reductions of a loop
/// have the same axes. Nothing but its stores and reductions reaches memory.
struct Loop {
    Shape space;
    std::vector<Access> loads;
    std::vector<Instruction> body;
    std::vector<Store> stores;
    std::vector<LoopReduction> reductions;
    std::vector<bool> reduced; ///< by axis; empty without reductions
};

/// An op that is not a loop: contractions, pooling, gather, scatter, arg-max. Operands are whole, row-major
/// values.
struct Kernel {
    Node node;
    std::vector<int> inputs; ///< values
    int output = -1;         ///< value
};

struct Step {
    std::string name; ///< from the layers it came from: "hidden: Multiply, Add"
    std::variant<Loop, Kernel> work;
    std::vector<std::string> parts{}; ///< the layers and other named parts that it came from, sorted
};

} // namespace protomind
