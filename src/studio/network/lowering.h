// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "studio/network/network.h"

namespace protomind {

/// The drawing as a recipe that the engine builds for any batch size. Fails with the first problem of the
/// analysis.
[[nodiscard]] Result<Model> lower(const Network& network);

} // namespace protomind
