// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/subset.h"

namespace protomind {

/// Unseen: what weights of an earlier run have not learned from, where that is more than is kept aside.
enum class Split { Training, Validation, Test, Unseen };

/// A set in two parts that share no sample and together are the whole.
struct ValidationSplit {
    DataSetPtr training;
    std::shared_ptr<const Subset> validation; ///< null where nothing is kept aside
    std::int64_t wanted = 0; ///< samples to keep aside; more than are where too many were learned from
};

/// How many of so many samples are kept aside of a share (0 <= share < 1): round(share * size), but at least
/// one sample stays for training.
[[nodiscard]] std::int64_t samplesKeptAside(std::int64_t size, double share);

/// Keeps a share of the samples aside, chosen by the seed: samplesKeptAside. What was learned from (by index;
/// empty: nothing) is never kept aside; where too few others are left, all of those are. With nothing to keep
/// aside, training is the whole set itself.
[[nodiscard]] ValidationSplit splitForValidation(DataSetPtr whole, double share, std::uint64_t seed,
                                                 const std::vector<bool>& learnedFrom = {});

} // namespace protomind
