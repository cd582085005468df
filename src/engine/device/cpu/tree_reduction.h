// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// result = the sum of parts, each of so many elements, one behind the other. They are added in pairs, then
/// pairs of pairs, so that a thread adds up what it has computed itself and only the last sums come from
/// others; the order follows from the number of parts alone. Overwrites the parts; result may be the first.
/// Uses so many threads at most.
void sumParts(float* parts, std::int64_t count, std::int64_t elements, float* result, int threads);

} // namespace protomind
