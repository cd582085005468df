// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/hardware.h"
#include "engine/device/opencl/tune/tuning.h"

namespace protomind {

/// The kernel whose one parameter says from what size on products are laid out anew (all of m, n and k, as a
/// cube).
inline constexpr const char* kProductRoutine = "GemmRoutine";
inline constexpr const char* kLeastIndirect = "XGEMM_MIN_INDIRECT_SIZE";

/// Gives CLBlast these parameters for a device, for the rest of the process. False where it knows no such
/// kernel or parameter, or computes wrongly with them; those before stay in force then.
bool overrideParameters(const cl::Device& device, const Tuning& tuning);

/// Where the library's own parameters for a device are ones that it computes wrong results with, gives it
/// others that work everywhere. Whether it had to.
bool replaceWrongParameters(const cl::Device& device);

/// The parameters in force, of the kernels that products use.
[[nodiscard]] Tuning presentParameters(const cl::Device& device);

} // namespace protomind
