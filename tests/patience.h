// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// Tests wait for states and answers, never for a length of time; this is when they give up. Far longer than
/// anything takes on a machine that has much else to do: only what never happens takes as long.
inline constexpr int kPatienceMilliseconds = 120'000;

} // namespace protomind
