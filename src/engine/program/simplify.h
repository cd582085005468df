// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/computation.h"

namespace protomind {

/// Leaves out work that changes nothing: multiplying by one, adding zero, stretching what would be stretched
/// anyway, turning twice; and computes single constants beforehand. Values stay equal (x * 0 is kept: x may
/// be infinite).
[[nodiscard]] Computation simplify(const Computation& computation);

} // namespace protomind
