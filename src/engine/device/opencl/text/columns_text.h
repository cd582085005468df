// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/grid_text.h"
#include "engine/program/step.h"

namespace protomind {

// Convolutions of one group as products of matrices. A matrix of patches (in the partial results' memory) has
// a row for each place of the output, samples one behind the other, and a column for each number of the image
// that is looked at there: [samples * OH * OW, KH * KW * C].

/// Writes the patches of some samples of the image (value image).
[[nodiscard]] KernelSource gatherPatchesText(const Kernel& kernel, int image, std::int64_t samples,
                                             const KernelTitle& title, const KernelLimits& limits);
/// Adds up, for each pixel of some samples of the result, what stands for it in the patches.
[[nodiscard]] KernelSource sumPatchesText(const Kernel& kernel, std::int64_t samples,
                                          const KernelTitle& title, const KernelLimits& limits);

} // namespace protomind
