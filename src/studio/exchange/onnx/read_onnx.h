// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"
#include "studio/exchange/onnx/read_axes.h"
#include "studio/exchange/safetensors/tensor_file.h"

#include <filesystem>

namespace protomind {

/// What was made of a file of ONNX, with what its axes have become.
struct OnnxNetwork {
    ImportedNetwork imported;
    std::vector<int> inputOrder; ///< axes of the file's input, in the order in which they are here
    onnxread::Axes output;       ///< the file's axes of what the network gives
    std::int64_t batch = 1;      ///< how many samples the file's own sizes are for
};

/// Makes a network of what the child process answered ("onnx"). path: the file, beside which external data
/// may lie.
[[nodiscard]] Result<OnnxNetwork> networkWithAxesOfOnnx(const TensorFile& answer,
                                                        const std::filesystem::path& path);
[[nodiscard]] Result<ImportedNetwork> networkOfOnnx(const TensorFile& answer,
                                                    const std::filesystem::path& path);

/// Reads a file, in the child process.
[[nodiscard]] Result<ImportedNetwork> readOnnx(const std::filesystem::path& path);
/// Whether the first bytes are those of a model of ONNX.
[[nodiscard]] bool recognisesOnnx(std::string_view firstBytes, const std::filesystem::path& path);

} // namespace protomind
