// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"
#include "studio/lens/mean_discrepancy.h"

#include <optional>

namespace protomind {

/// Samples of more numbers are not compared by the mean discrepancy here: that would take long.
inline constexpr std::int64_t kMostNumbersCompared = 64;

/// Says of made samples, [N, ...], which of the data's modes were found, beside the same of real ones.
/// Nothing where the data have none, or none with a spread.
[[nodiscard]] Result<void> tellOfModes(const DataDescription& data, const HostArray& made,
                                       const HostArray& real, LensResult& result);

/// How far made samples are from real ones by their mean discrepancy, in two parts, each of which may take
/// long.
struct PointDistances {
    std::optional<MeanDiscrepancy> ofMade;
    std::optional<MeanDiscrepancy> ofOthers; ///< of real from other real ones: as good as the same

    /// All are [N, ...] with at least two samples. Real ones that are all alike are not compared.
    [[nodiscard]] Result<void> measureMade(const HostArray& made, const HostArray& real);
    /// After that.
    [[nodiscard]] Result<void> measureOthers(const HostArray& others, const HostArray& real);
    void tell(LensResult& result) const;
};

} // namespace protomind
