// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/computation.h"

namespace protomind {

/// Computes equal expressions once (common subexpression elimination): the same op on the same inputs with
/// the same attributes is the same node.
[[nodiscard]] Computation shareCommonSubexpressions(const Computation& computation);

} // namespace protomind
