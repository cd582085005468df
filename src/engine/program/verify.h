// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/program.h"

namespace protomind {

/// Checks what every pass on computations promises: one graph, the same outputs with the same shapes as
/// before. Throws std::logic_error that names the pass.
void verify(const Computation& before, const Computation& after, const char* pass);

/// Checks a finished program: what is read was written before, accesses stay inside of their values, and
/// values that share memory never live at the same time. Throws std::logic_error.
void verify(const Program& program);

} // namespace protomind
