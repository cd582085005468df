// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"

namespace protomind {

/// Samples of more numbers are not compared by the mean discrepancy here: that would take long.
inline constexpr std::int64_t kMostNumbersCompared = 64;

/// Says of made samples, [N, ...], of few numbers how they are spread: which of the data's modes were found,
/// where those are known, and the mean discrepancy from as many real ones. Also that of real from others,
/// as what is as good as the same. real and others: [N, ...] each, too, of different samples; others may be
/// empty. Fewer than two of a kind are not compared.
[[nodiscard]] Result<void> tellOfPoints(const DataDescription& data, const HostArray& made,
                                        const HostArray& real, const HostArray& others, LensResult& result);

} // namespace protomind
