// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/text/loop_text.h"

#include <fmt/format.h>

#include <utility>

namespace protomind {

namespace {

/// Products of fewer multiplications are computed by kernels of our own: a call of the library costs more
/// than they do, and its first one builds kernels.
constexpr std::int64_t kLibraryProducts = 64 * 64 * 64;

std::int64_t multiplications(const Kernel& kernel) {
    const auto& product = kernel.node.as<MatMulAttributes>();
    return kernel.node.shape().elementCount() *
           kernel.node.input(0).shape().back(product.transposeLeft ? 1 : 0);
}

std::vector<KernelSource> some(KernelSource source) {
    if (source.global[0] == 0 || source.global[1] == 0)
        return {}; // no results at all
    return {std::move(source)};
}

std::unique_ptr<OpenClStep> makeContractionStep(ContractionOp op, const Kernel& kernel,
                                                const KernelTitle& title, const KernelLimits& limits,
                                                const ChooseWay& choose) {
    switch (op) {
    case ContractionOp::MatMul:
        return multiplications(kernel) >= kLibraryProducts
                   ? makeProductStep(kernel, title, limits)
                   : makeTextStep(some(productText(kernel, title, limits)));
    case ContractionOp::Convolution:
    case ContractionOp::ConvolutionInputGradient:
    case ContractionOp::ConvolutionKernelGradient:
        return makeConvolutionStep(choose(kernel), kernel, title, limits);
    }
    std::unreachable();
}

} // namespace

std::unique_ptr<OpenClStep> makeOpenClStep(const Step& step, std::size_t number, const KernelLimits& limits,
                                           const ChooseWay& choose) {
    const KernelTitle title{fmt::format("step_{}_{}", number, identifier(step.name)), commentText(step.name)};
    if (const auto* loop = std::get_if<Loop>(&step.work))
        return makeTextStep(loopText(*loop, title.function, title.comment, limits));
    const Kernel& kernel = std::get<Kernel>(step.work);
    const Op op = kernel.node.op();
    if (const auto* contraction = loweredAs<ContractionOp>(op))
        return makeContractionStep(*contraction, kernel, title, limits, choose);
    if (const auto* window = loweredAs<WindowOp>(op))
        return makeTextStep(some(poolingText(*window, kernel, title, limits)));
    const auto* index = loweredAs<IndexOp>(op);
    require(index != nullptr, "makeOpenClStep: an op that is no kernel");
    return makeTextStep(some(indexText(*index, kernel, title, limits)));
}

} // namespace protomind
