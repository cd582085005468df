// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

namespace protomind {

/// Steps a second at which a person can follow what is prepared: some for data so small that it would be
/// learned in a blink, 0 (as fast as it goes) for all other.
[[nodiscard]] double watchableSpeed(const Prepared& prepared);

} // namespace protomind
