// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/lower.h"

namespace protomind {

/// Puts the steps in an order in which everything is there when it is read, and updates as early as they may
/// be, so that gradients don't wait in memory. An update is computed straight into its variable where every
/// other reader of the variable can come first; else it is copied there at the end.
[[nodiscard]] Program order(Lowered lowered);

} // namespace protomind
