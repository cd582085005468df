// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/onnx/write_graph.h"

#include <string>

/// How each kind of layer is said in the ops of ONNX's opset 17, as it is when the network is used, not
/// trained. Each function begins after OnnxGraph::beginLayer and ends with the node that gives the output.
namespace protomind {

void writeDense(OnnxGraph& graph);
void writeConvolution(OnnxGraph& graph); ///< depthwise too
void writeTransposedConvolution(OnnxGraph& graph);
void writeEmbedding(OnnxGraph& graph);
void writePosition(OnnxGraph& graph);
void writeRecurrent(OnnxGraph& graph); ///< RNN, LSTM, GRU
void writeAttention(OnnxGraph& graph);

void writeFlatten(OnnxGraph& graph);
void writeReshape(OnnxGraph& graph);
void writeUpsample(OnnxGraph& graph);
void writePad(OnnxGraph& graph);
void writeCrop(OnnxGraph& graph);
void writePool(OnnxGraph& graph); ///< of windows
void writeGlobalPool(OnnxGraph& graph);

void writeActivationLayer(OnnxGraph& graph);
void writeDropout(OnnxGraph& graph);
void writeNoise(OnnxGraph& graph);
void writeGaussianSampling(OnnxGraph& graph);
void writeBatchNorm(OnnxGraph& graph);
void writeLayerNorm(OnnxGraph& graph);
void writeGroupNorm(OnnxGraph& graph);
void writeInstanceNorm(OnnxGraph& graph);

void writeAdd(OnnxGraph& graph);
void writeMultiply(OnnxGraph& graph);
void writeConcatenate(OnnxGraph& graph);

/// The function that a layer applies to what it computed, as nodes; "linear" adds none. Returns what it
/// gives.
std::string writeActivation(OnnxGraph& graph, const std::string& x);
/// Whether there is a way to write an activation of that name.
[[nodiscard]] bool writesActivation(const std::string& name);

/// The table of the functions above; null where there is none for that kind. The Input layer needs none.
using OnnxLayerWriter = void (*)(OnnxGraph& graph);
[[nodiscard]] OnnxLayerWriter findOnnxLayerWriter(const std::string& kind);

} // namespace protomind
