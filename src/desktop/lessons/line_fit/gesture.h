// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// One number for all that a drag of the mouse does, or a series of keys on the same thing: it is undone in
/// one.
using SceneGesture = std::uint64_t;

/// Never given out before, by any scene.
[[nodiscard]] SceneGesture newSceneGesture();

} // namespace protomind
