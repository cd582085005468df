// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/matrix_product.h"

#include "engine/base/index.h"
#include "engine/device/opencl/opencl_error.h"

#include <clblast.h>

namespace protomind {

void enqueueProduct(cl::CommandQueue& queue, const MatrixProduct& p, const OpenClPlace& left,
                    const OpenClPlace& right, const OpenClPlace& result) {
    if (p.batches == 0 || p.m == 0 || p.n == 0)
        return;
    using clblast::Transpose;
    const Transpose transposeLeft = p.transposeLeft ? Transpose::kYes : Transpose::kNo;
    const Transpose transposeRight = p.transposeRight ? Transpose::kYes : Transpose::kNo;
    const std::size_t leadingLeft = at(p.transposeLeft ? p.m : p.k);
    const std::size_t leadingRight = at(p.transposeRight ? p.k : p.n);
    cl_command_queue commands = queue();
    if (p.batches == 1) {
        const auto status = clblast::Gemm<float>(
            clblast::Layout::kRowMajor, transposeLeft, transposeRight, at(p.m), at(p.n), at(p.k), 1.0f,
            left.memory(), at(left.begin), leadingLeft, right.memory(), at(right.begin), leadingRight,
            p.accumulate ? 1.0f : 0.0f, result.memory(), at(result.begin), at(p.n), &commands);
        requireSuccess(static_cast<int>(status), "CLBlast Gemm");
        return;
    }
    const auto status = clblast::GemmStridedBatched<float>(
        clblast::Layout::kRowMajor, transposeLeft, transposeRight, at(p.m), at(p.n), at(p.k), 1.0f,
        left.memory(), at(left.begin), leadingLeft, at(p.m * p.k), right.memory(), at(right.begin),
        leadingRight, at(p.k * p.n), 0.0f, result.memory(), at(result.begin), at(p.n), at(p.m * p.n),
        at(p.batches), &commands);
    requireSuccess(static_cast<int>(status), "CLBlast GemmStridedBatched");
}

} // namespace protomind
