// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <functional>

#include "attacks/zip_bytes.h"

namespace protomind {

/// The three files of a small network that is read without complaint, to be made worse: config.json,
/// metadata.json, model.weights.h5, in this order.
[[nodiscard]] std::vector<ZipEntry> soundKeras();

/// Its configuration, to be changed.
[[nodiscard]] nlohmann::json soundConfig();

/// The weights' file as bytes; fill is given HDF5's number of an empty file's root group, in which the groups
/// above "layers/dense/vars" are made already, and that group's.
[[nodiscard]] std::string weightsFile(const std::function<void(std::int64_t file, std::int64_t vars)>& fill);
/// Puts the sound weights in: a kernel of 2 × 3 as "0" and a bias of 3 as "1".
void putKernel(std::int64_t vars);
void putBias(std::int64_t vars);

} // namespace protomind
