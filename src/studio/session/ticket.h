// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/strong_id.h"

namespace protomind {

/// One request of a session's client, who numbers them.
using RequestId = StrongId<struct RequestTag>;
/// What one PrepareRequest made ready, until the next one.
using RunId = StrongId<struct RunTag>;

/// A run is called after the request that prepared it, so that who posts that knows it at once.
[[nodiscard]] constexpr RunId runOf(RequestId preparation) {
    return {preparation.value};
}

} // namespace protomind
