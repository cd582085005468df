// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/reader/reader.h"

#include <string>

namespace protomind {

/// The numbers below the group "layers" of an HDF5 file, by their paths, into the answer: floats as F32,
/// whole numbers as I64. Refuses whatever leads out of the file or claims more than is there: links that are
/// not plain ones, external and virtual storage, filters other than gzip and shuffle, shapes beyond all
/// limits.
[[nodiscard]] Result<void> readH5Weights(const std::string& file, ReaderAnswer& answer);

} // namespace protomind
