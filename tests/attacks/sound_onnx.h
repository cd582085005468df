// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <onnx/onnx_pb.h>
#include <string>

namespace protomind {

/// A small network that is read without complaint, to be made worse: "x" [N, 2] -> Gemm "dense" with the
/// initializers "kernel" [2, 3] and "bias" [3] -> "y" [N, 3].
[[nodiscard]] onnx::ModelProto soundOnnx();

/// Writes a model as folder/model.onnx and gives the path.
[[nodiscard]] std::filesystem::path writeOnnx(const std::filesystem::path& folder,
                                              const onnx::ModelProto& model);

/// Says that the kernel lies in another file.
void keepKernelIn(onnx::ModelProto& model, const std::string& location, const std::string& offset = "0",
                  const std::string& length = "24");

} // namespace protomind
