// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/index.h"
#include "engine/device/cpu/vector_kernels.h"

#include <limits>
#include <utility>

namespace protomind {

/// What a reduction begins with.
[[nodiscard]] inline float identity(ReductionOp op) {
    switch (op) {
    case ReductionOp::ReduceSum:
        return 0.0f;
    case ReductionOp::ReduceMax:
        return -std::numeric_limits<float>::infinity();
    }
    std::unreachable();
}

/// Takes one more number into a result; NaN stays.
inline void join(ReductionOp op, double& result, double x) {
    switch (op) {
    case ReductionOp::ReduceSum:
        result += x;
        break;
    case ReductionOp::ReduceMax:
        if (!(result > x) && result == result)
            result = x;
        break;
    }
}

/// The same for many at once.
[[nodiscard]] inline VectorKernels::Binary joiningKernel(ReductionOp op) {
    switch (op) {
    case ReductionOp::ReduceSum:
        return vectorKernels().binary[at(static_cast<int>(Op::Add))];
    case ReductionOp::ReduceMax:
        return vectorKernels().binary[at(static_cast<int>(Op::Maximum))];
    }
    std::unreachable();
}

} // namespace protomind
