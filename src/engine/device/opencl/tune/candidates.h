// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/device/opencl/text/kernel_source.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace protomind {

using KernelParameters = std::map<std::string, std::size_t>;

/// CLBlast's two kernels for products: the one that lays matrices out anew first, and the one that does not.
inline constexpr const char* kIndirectProduct = "Xgemm";
inline constexpr const char* kDirectProduct = "XgemmDirect";

/// The sets of parameters that a kernel can be built with on a device with these limits, in an order drawn
/// from random. The rules are those of the library's own tuners (CLBlast, src/tuning/kernels/xgemm.hpp and
/// xgemm_direct.hpp).
[[nodiscard]] std::vector<KernelParameters>
tuningCandidates(const std::string& kernel, const KernelLimits& limits, RandomStream& random);

/// Those that a kernel can be built with of the ones that were found to be fast on a large graphics card:
/// worth trying first on one, and on a processor minutes of compiling.
[[nodiscard]] std::vector<KernelParameters> knownCandidates(const std::string& kernel,
                                                            const KernelLimits& limits);

/// Whether CLBlast before 1.6.3 computes wrong results with a set (its issue 543): the kernel that reads rows
/// of both matrices, with tiles that are not square. What other versions make of it nobody has to find out.
[[nodiscard]] bool computesWrongly(const std::string& kernel, const KernelParameters& parameters);

} // namespace protomind
