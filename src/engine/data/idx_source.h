// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

namespace protomind {

/// Opens a folder with MNIST's four files, gzipped or not: train-images-idx3-ubyte, train-labels-idx1-ubyte,
/// and for the test split, which may be missing, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte. Older
/// copies write a dot before "idx". Images become [height, width, 1] in 0..1.
[[nodiscard]] Result<DataSource> openIdxFolder(const std::string& folder);

/// Whether a folder has one of the training split's files.
[[nodiscard]] bool holdsIdxFiles(const std::string& folder);

} // namespace protomind
