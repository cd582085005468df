// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/convolution_way.h"

#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/text/convolution_shape.h"
#include "engine/device/opencl/text/implicit_text.h"
#include "engine/device/opencl/text/winograd_text.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// Convolutions of fewer multiplications are computed straight.
constexpr std::int64_t kFewMultiplications = 64 * 64 * 64;
/// Below these, starting kernels takes longer than they do.
constexpr std::int64_t kTooFewToMeasure = 1 << 22;
/// A tile of the product has at least sixteen columns: of fewer channels most of it is waste.
constexpr std::int64_t kFewColumns = 4;
constexpr std::int64_t kEnoughColumns = 8;

/// Channels of a group that are side by side in the product's result.
std::int64_t columnsOfProduct(const Kernel& kernel) {
    const ConvolutionShape shape(kernel);
    return kernel.node.op() == Op::ConvolutionInputGradient ? shape.weights[2]
                                                            : shape.weights[3] / shape.attributes().groups;
}

} // namespace

std::string_view nameOf(ConvolutionWay way) {
    switch (way) {
    case ConvolutionWay::Direct:
        return "direct";
    case ConvolutionWay::Columns:
        return "columns";
    case ConvolutionWay::Implicit:
        return "implicit";
    case ConvolutionWay::Winograd:
        return "winograd";
    }
    std::unreachable();
}

std::vector<ConvolutionWay> fittingWays(const Kernel& kernel, const KernelLimits& limits) {
    std::vector<ConvolutionWay> ways{ConvolutionWay::Direct};
    if (columnsFit(kernel))
        ways.push_back(ConvolutionWay::Columns);
    if (implicitFits(kernel, limits))
        ways.push_back(ConvolutionWay::Implicit);
    if (winogradFits(kernel, limits))
        ways.push_back(ConvolutionWay::Winograd);
    return ways;
}

ConvolutionWay usualWay(const Kernel& kernel, const KernelLimits& limits) {
    if (ConvolutionShape(kernel).multiplications() < kFewMultiplications)
        return ConvolutionWay::Direct;
    if (columnsOfProduct(kernel) >= kEnoughColumns && implicitFits(kernel, limits))
        return ConvolutionWay::Implicit;
    return columnsFit(kernel) ? ConvolutionWay::Columns : ConvolutionWay::Direct;
}

std::vector<ConvolutionWay> promisingWays(const Kernel& kernel, const KernelLimits& limits) {
    if (ConvolutionShape(kernel).multiplications() < kTooFewToMeasure)
        return {usualWay(kernel, limits)};
    std::vector<ConvolutionWay> ways = fittingWays(kernel, limits);
    if (columnsOfProduct(kernel) < kFewColumns)
        std::erase(ways, ConvolutionWay::Implicit);
    // A product reuses what it reads for so many channels that nothing straight comes near.
    else if (columnsOfProduct(kernel) >= kEnoughColumns && ways.size() > 1)
        std::erase(ways, ConvolutionWay::Direct);
    return ways;
}

ChooseWay usualWays(const KernelLimits& limits) {
    return [limits](const Kernel& kernel) { return usualWay(kernel, limits); };
}

ChooseWay alwaysWay(ConvolutionWay way, const KernelLimits& limits) {
    return [way, limits](const Kernel& kernel) {
        const std::vector<ConvolutionWay> ways = fittingWays(kernel, limits);
        return std::ranges::find(ways, way) != ways.end() ? way : usualWay(kernel, limits);
    };
}

std::unique_ptr<OpenClStep> makeConvolutionStep(ConvolutionWay way, const Kernel& kernel,
                                                const KernelTitle& title, const KernelLimits& limits) {
    switch (way) {
    case ConvolutionWay::Direct:
        return makeTextStep(convolutionText(kernel, title, limits));
    case ConvolutionWay::Columns:
        return makeColumnsStep(kernel, title, limits);
    case ConvolutionWay::Implicit:
        return makeTextStep(implicitText(kernel, title, limits));
    case ConvolutionWay::Winograd:
        return makeTextStep(winogradText(kernel, title, limits));
    }
    std::unreachable();
}

} // namespace protomind
