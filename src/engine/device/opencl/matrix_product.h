// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/opencl_buffer.h"

#include <cstdint>

namespace protomind {

/// result [m, n] = left [m, k] * right [k, n], row-major, each operand perhaps stored transposed; batches of
/// them one behind the other.
struct MatrixProduct {
    std::int64_t batches = 1;
    std::int64_t m = 0;
    std::int64_t n = 0;
    std::int64_t k = 0;
    bool transposeLeft = false;
    bool transposeRight = false;
    bool accumulate = false; ///< added to the numbers there are (of one batch)
};

/// Puts it in the queue, by CLBlast. Throws cl::Error.
void enqueueProduct(cl::CommandQueue& queue, const MatrixProduct& product, const OpenClPlace& left,
                    const OpenClPlace& right, const OpenClPlace& result);

} // namespace protomind
