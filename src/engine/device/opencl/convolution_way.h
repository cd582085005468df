// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/kernel_text.h"
#include "engine/program/step.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace protomind {

class OpenClStep;

/// How a convolution or one of its gradients is computed. All give the same up to rounding.
enum class ConvolutionWay : unsigned char {
    Direct,   ///< from its definition, a work item for each result
    Columns,  ///< image patches in memory, and a library's product of matrices
    Implicit, ///< the same product, of patches that are gathered on the way
    Winograd, ///< minimal filtering, of 3 x 3 alone
};

[[nodiscard]] std::string_view nameOf(ConvolutionWay way);

/// Those that a device with these limits can compute it by, the direct one first.
[[nodiscard]] std::vector<ConvolutionWay> fittingWays(const Kernel& kernel, const KernelLimits& limits);

/// The one that pays by a rule of thumb, where nothing was measured.
[[nodiscard]] ConvolutionWay usualWay(const Kernel& kernel, const KernelLimits& limits);

/// Those that are worth trying; the usual one alone where it hardly matters.
[[nodiscard]] std::vector<ConvolutionWay> promisingWays(const Kernel& kernel, const KernelLimits& limits);

/// Says for each convolution of a program which way it goes.
using ChooseWay = std::function<ConvolutionWay(const Kernel&)>;

[[nodiscard]] ChooseWay usualWays(const KernelLimits& limits);
/// This one, wherever it fits.
[[nodiscard]] ChooseWay alwaysWay(ConvolutionWay way, const KernelLimits& limits);

/// way: one that fits.
[[nodiscard]] std::unique_ptr<OpenClStep> makeConvolutionStep(ConvolutionWay way, const Kernel& kernel,
                                                              const KernelTitle& title,
                                                              const KernelLimits& limits);

} // namespace protomind
