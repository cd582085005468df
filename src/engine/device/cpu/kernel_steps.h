// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/cpu_step.h"
#include "engine/device/cpu/onednn.h"
#include "engine/device/cpu/scratch.h"
#include "engine/program/step.h"

#include <memory>

namespace protomind {

// Steps that are not loops, each ready to run on the kernel's values, on as many threads as the scratch
// memory is for. It outlives them.
[[nodiscard]] std::unique_ptr<CpuStep> makeMatMulStep(const Kernel& kernel, Scratch& scratch);
[[nodiscard]] std::unique_ptr<CpuStep> makeConvolutionStep(const Kernel& kernel, OneDnn& oneDnn, int threads);
[[nodiscard]] std::unique_ptr<CpuStep> makePoolingStep(WindowOp op, const Kernel& kernel);
/// Whether a convolution or gradient is one that minimal filtering computes: 3 x 3 or 5 x 5 taps, nothing
/// left out, enough channels.
[[nodiscard]] bool winogradFits(const Kernel& kernel);
[[nodiscard]] std::unique_ptr<CpuStep> makeWinogradStep(const Kernel& kernel, Scratch& scratch);
/// Whether a convolution, or the gradient for its kernel, is one that products of the image's own rows
/// compute: in one group, with neighbouring taps in a row, channels of the results in whole vectors.
[[nodiscard]] bool directConvolutionFits(const Kernel& kernel);
[[nodiscard]] std::unique_ptr<CpuStep> makeDirectConvolutionStep(const Kernel& kernel, Scratch& scratch);
[[nodiscard]] std::unique_ptr<CpuStep> makeIndexStep(IndexOp op, const Kernel& kernel);

} // namespace protomind
