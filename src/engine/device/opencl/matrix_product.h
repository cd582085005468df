// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/opencl_buffer.h"

#include <cstdint>

namespace protomind {

/// Where the numbers of an operand lie: floats from a row, as it is stored, to the next one, and from one
/// product's operand to the next one's. 0: they lie one behind the other.
struct OperandStrides {
    std::int64_t row = 0;
    std::int64_t batch = 0;
};

/// result [m, n] = left [m, k] * right [k, n], row-major, each operand perhaps stored transposed; batches of
/// them one behind the other.
struct MatrixProduct {
    std::int64_t batches = 1;
    std::int64_t m = 0;
    std::int64_t n = 0;
    std::int64_t k = 0;
    bool transposeLeft = false;
    bool transposeRight = false;
    bool accumulate = false; ///< added to the numbers there are
    OperandStrides leftStrides = {};
    OperandStrides rightStrides = {};
};

inline constexpr const char* kProductLibrary = "CLBlast";

/// Puts it in the queue, by CLBlast. Quickest where all three places are at the beginning of their memory
/// (atItsBeginning): what lies elsewhere the library copies first, or has to be asked for one by one. Copies
/// are made in the temporary memory, from its beginning on, if it is large enough; else the library allocates
/// some in every call, as it does for several products at once. Throws cl::Error.
void enqueueProduct(cl::CommandQueue& queue, const MatrixProduct& product, const OpenClPlace& left,
                    const OpenClPlace& right, const OpenClPlace& result, const cl::Buffer& temporary = {});

/// Floats of temporary memory that the library wants for a single product; 0 for several. atBeginnings:
/// whether all three places are at the beginning of their memory. Throws cl::Error.
[[nodiscard]] std::int64_t temporaryElements(cl::CommandQueue& queue, const MatrixProduct& product,
                                             bool atBeginnings);

} // namespace protomind
