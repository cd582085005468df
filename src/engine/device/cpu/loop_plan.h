// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/program.h"

#include <vector>

namespace protomind {

/// An access after axes were merged: strides of the outer axes, of the row axis and along a row.
struct PlannedAccess {
    int value = -1;
    std::int64_t offset = 0;
    std::vector<std::int64_t> outer;
    std::int64_t row = 0;
    std::int64_t column = 0;
};

struct PlannedLoad {
    PlannedAccess from;
    int buffer = -1;     ///< where a block is gathered if it can't be read in place
    bool direct = false; ///< a block always lies in memory as it is: read in place
    bool repeating =
        false; ///< every block is the same (a scalar, or a row for all rows): gathered once a thread
    bool scalar = false; ///< repeating, and one number
};

struct PlannedInstruction {
    Op op = Op::Constant;
    std::vector<int> operands; ///< registers
    float value = 0.0f;
    RandomAttributes random;
    int buffer = -1;      ///< where the result goes, unless it is stored in place
    int directStore = -1; ///< index of a store whose memory the result is computed into
};

/// A fused loop cut into blocks that stay in the nearest cache: every instruction computes a whole block
/// before the next begins. A block is some rows of the two innermost axes, or a part of one row.
struct LoopPlan {
    std::vector<std::int64_t> outerSizes;
    std::vector<bool> outerReduced;
    std::int64_t rows = 1;
    std::int64_t columns = 1;
    bool rowsReduced = false;
    bool columnsReduced = false;
    std::int64_t blockRows = 1;
    std::int64_t blockColumns = 1;
    bool sharesColumns = false; ///< sums over rows, cut so that threads keep to their columns

    std::vector<PlannedLoad> loads;
    std::vector<PlannedInstruction> body;
    struct PlannedStore {
        int source = -1;
        PlannedAccess to;
        bool direct = false; ///< already there when the body is done
    };
    std::vector<PlannedStore> stores;
    struct PlannedReduction {
        ReductionOp op = ReductionOp::ReduceSum;
        int source = -1;
        PlannedAccess to;
    };
    std::vector<PlannedReduction> reductions;
    int buffers = 0; ///< of blockRows * blockColumns floats, for each thread
    std::int64_t elements = 0;
    std::int64_t work = 0; ///< elements times what is done with each
};

/// asCode: all instructions are to be one piece of code, which reads every operand of a vector before it
/// stores a result; else kernels go over a block, one instruction at a time.
[[nodiscard]] LoopPlan planLoop(const Program& program, const Loop& loop, bool asCode);

} // namespace protomind
