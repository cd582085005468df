// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/keras_topology.h"

#include <string>

namespace protomind {

/// The bytes of an HDF5 file with each weight as floats at its path, made in memory.
[[nodiscard]] Result<std::string> weightsAsH5(const KerasNetwork& network);

} // namespace protomind
