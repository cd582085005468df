// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/device/opencl/open_cl.h"

namespace protomind {

/// A failed call in words: a device that went away, that ran out of memory, or whatever else.
[[nodiscard]] Problem problemOf(const cl::Error& error, const std::string& deviceName);
[[nodiscard]] Problem problemOf(int status, const std::string& deviceName);

/// Throws a cl::Error where a call of CLBlast did not succeed.
void requireSuccess(int status, const char* call);

} // namespace protomind
