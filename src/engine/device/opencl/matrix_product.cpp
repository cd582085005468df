// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/matrix_product.h"

#include "engine/base/index.h"
#include "engine/device/opencl/opencl_error.h"

#include <clblast.h>

namespace protomind {

namespace {

/// The product as CLBlast is asked for it: by columns, result^T = right^T * left^T, on the same numbers. Its
/// kernel writes results by columns (all but one that few devices use), so that asked for by rows it would
/// write every result twice.
struct LibraryCall {
    explicit LibraryCall(const MatrixProduct& p)
        : left(p.transposeLeft ? clblast::Transpose::kYes : clblast::Transpose::kNo)
        , right(p.transposeRight ? clblast::Transpose::kYes : clblast::Transpose::kNo)
        , leftRow(at(p.leftStrides.row != 0 ? p.leftStrides.row
                     : p.transposeLeft      ? p.m
                                            : p.k))
        , rightRow(at(p.rightStrides.row != 0 ? p.rightStrides.row
                      : p.transposeRight      ? p.k
                                              : p.n))
        , leftBatch(at(p.leftStrides.batch != 0 ? p.leftStrides.batch : p.m * p.k))
        , rightBatch(at(p.rightStrides.batch != 0 ? p.rightStrides.batch : p.k * p.n))
        , m(at(p.m))
        , n(at(p.n))
        , k(at(p.k))
        , before(p.accumulate ? 1.0f : 0.0f) {}

    clblast::Transpose left, right;
    std::size_t leftRow, rightRow, leftBatch, rightBatch;
    std::size_t m, n, k;
    float before;
};

void enqueueOne(cl::CommandQueue& queue, const LibraryCall& call, const OpenClPlace& left,
                const OpenClPlace& right, const OpenClPlace& result, cl_mem temporary) {
    cl_command_queue commands = queue();
    const auto status = clblast::Gemm<float>(
        clblast::Layout::kColMajor, call.right, call.left, call.n, call.m, call.k, 1.0f, right.memory(),
        at(right.begin), call.rightRow, left.memory(), at(left.begin), call.leftRow, call.before,
        result.memory(), at(result.begin), call.n, &commands, nullptr, temporary);
    if (status == clblast::StatusCode::kInsufficientMemoryTemp && temporary != nullptr)
        // Other parameters are in force than when the memory was taken.
        enqueueOne(queue, call, left, right, result, nullptr);
    else
        requireSuccess(static_cast<int>(status), "CLBlast Gemm");
}

} // namespace

void enqueueProduct(cl::CommandQueue& queue, const MatrixProduct& p, const OpenClPlace& left,
                    const OpenClPlace& right, const OpenClPlace& result, const cl::Buffer& temporary) {
    if (p.batches == 0 || p.m == 0 || p.n == 0)
        return;
    const LibraryCall call(p);
    // Several at once are right only at the beginning of memory: where matrices need no copy, the library
    // reads and writes them there, wherever they begin (CLBlast 1.5.3, XgemmStridedBatched::
    // BatchedGemmIndirect: its kernel is given no offsets).
    if (p.batches > 1 && left.begin == 0 && right.begin == 0 && result.begin == 0) {
        cl_command_queue commands = queue();
        const auto status = clblast::GemmStridedBatched<float>(
            clblast::Layout::kColMajor, call.right, call.left, call.n, call.m, call.k, 1.0f, right.memory(),
            0, call.rightRow, call.rightBatch, left.memory(), 0, call.leftRow, call.leftBatch, call.before,
            result.memory(), 0, call.n, call.m * call.n, at(p.batches), &commands);
        requireSuccess(static_cast<int>(status), "CLBlast GemmStridedBatched");
        return;
    }
    OpenClPlace nextLeft = left;
    OpenClPlace nextRight = right;
    OpenClPlace nextResult = result;
    for (std::int64_t batch = 0; batch < p.batches; ++batch) {
        enqueueOne(queue, call, nextLeft, nextRight, nextResult, temporary());
        nextLeft.begin += static_cast<std::int64_t>(call.leftBatch);
        nextRight.begin += static_cast<std::int64_t>(call.rightBatch);
        nextResult.begin += p.m * p.n;
    }
}

std::int64_t temporaryElements(cl::CommandQueue& queue, const MatrixProduct& p, bool atBeginnings) {
    if (p.batches != 1 || p.m == 0 || p.n == 0)
        return 0;
    const LibraryCall call(p);
    const std::size_t begin = atBeginnings ? 0 : 1;
    cl_command_queue commands = queue();
    std::size_t bytes = 0;
    const auto status = clblast::GemmTempBufferSize<float>(
        clblast::Layout::kColMajor, call.right, call.left, call.n, call.m, call.k, begin, call.rightRow,
        begin, call.leftRow, begin, call.n, &commands, bytes);
    requireSuccess(static_cast<int>(status), "CLBlast GemmTempBufferSize");
    return static_cast<std::int64_t>(bytes / sizeof(float));
}

} // namespace protomind
