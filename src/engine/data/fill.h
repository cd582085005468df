// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/parallel.h"
#include "engine/data/data_set.h"

namespace protomind {

/// Reads the samples of the indices, one after another, into a batch: samples [n, sampleShape...] and targets
/// [n, targetShape...], both row-major. Uses several threads where there is enough to read, so many
/// at most; allocates nothing.
void fillBatch(const DataSet& set, std::span<const std::uint32_t> indices, std::span<float> samples,
               std::span<float> targets, int threads = processorThreads());

} // namespace protomind
