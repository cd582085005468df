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

/// How many of so many samples are kept aside of a share (0 <= share < 1): round(share * size), but at least
/// one sample stays for training.
[[nodiscard]] std::int64_t samplesKeptAside(std::int64_t size, double share);

/// Keeps a share of the samples aside, chosen by the seed: samplesKeptAside. With nothing to keep aside,
/// training is the whole set itself.
[[nodiscard]] ValidationSplit splitForValidation(DataSetPtr whole, double share, std::uint64_t seed);

} // namespace protomind
