// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/step.h"

#include <span>
#include <string>

namespace protomind {

/// A number as OpenCL C writes it, exactly.
[[nodiscard]] std::string literal(float value);

/// An elementwise op of names or literals, as an expression. element: the expression for the row-major index
/// in the loop's space, which random numbers belong to; the kernel then has an argument run.
[[nodiscard]] std::string expression(const Instruction& instruction, std::span<const std::string> operands,
                                     const std::string& element);

} // namespace protomind
