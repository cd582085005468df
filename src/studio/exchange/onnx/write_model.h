// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"

#include <onnx/onnx_pb.h>
#include <string>
#include <utility>
#include <vector>

/// A network as a file of ONNX: IR version 8, opset 17, which every runtime of the last years reads.
namespace protomind {

/// The functions of the row in onnx_format.cpp; see Format.
[[nodiscard]] Result<void> holdsInOnnx(const LayerView& layer);
[[nodiscard]] Result<void> suitsOnnx(const TrainedNetwork& network);
[[nodiscard]] Result<std::vector<OutputFile>> writeOnnx(const TrainedNetwork& network,
                                                        const std::filesystem::path& path);
[[nodiscard]] std::vector<FormatNote> onnxNotes(const TrainedNetwork& network);

/// The whole model. Layers hold, and the network suits. Memory: that of its weights once more.
[[nodiscard]] onnx::ModelProto onnxModel(const TrainedNetwork& network);
/// What ONNX's own checker says of it.
[[nodiscard]] Result<void> checkOnnx(const onnx::ModelProto& model);

/// What the model says of itself, for a person who opens the file.
[[nodiscard]] std::string onnxDocString(const TrainedNetwork& network);
/// The same in pieces, for programs: labels, preprocessing, ... by name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> onnxMetadata(const TrainedNetwork& network);

} // namespace protomind
