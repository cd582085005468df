// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

namespace protomind {

/// A set in two parts that share no sample and together are the whole.
struct ValidationSplit {
    DataSetPtr training;
    DataSetPtr validation; ///< null where nothing is kept aside
};

/// Keeps a share (0 <= share < 1) of the samples aside, chosen by the seed: round(share * size), but at least
/// one sample stays for training. With nothing to keep aside, training is the whole set itself.
[[nodiscard]] ValidationSplit splitForValidation(DataSetPtr whole, double share, std::uint64_t seed);

} // namespace protomind
