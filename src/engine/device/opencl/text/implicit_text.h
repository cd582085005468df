// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/grid_text.h"
#include "engine/program/step.h"

#include <vector>

namespace protomind {

/// Whether there is something to be multiplied, and a device with these limits has room for a tile of it.
[[nodiscard]] bool implicitFits(const Kernel& kernel, const KernelLimits& limits);

/// A convolution or one of its gradients as a product of matrices that exist nowhere: a tile of image patches
/// is gathered into local memory when its turn comes (as in Chetlur et al., "cuDNN: Efficient primitives for
/// deep learning", 2014). The image's gradient is gathered, too, over the filters turned around;
/// with a stride, pixels that the same filter taps reach are computed together, so that none is multiplied by
/// zero. The kernel's gradient sums over all places of all samples: slices of them, where that is what keeps
/// the device busy, which a second kernel adds up in order.
[[nodiscard]] std::vector<KernelSource> implicitText(const Kernel& kernel, const KernelTitle& title,
                                                     const KernelLimits& limits);

} // namespace protomind
