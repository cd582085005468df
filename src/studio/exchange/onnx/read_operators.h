// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/onnx/read_network.h"

#include <string>

/// What each operator of a file becomes: layers, a change of the layer before, or no more than other axes.
/// Each function is given a node whose inputs are known, and gives its outputs.
namespace protomind::onnxread {

/// What composeAttention puts in the place of its nodes.
inline constexpr const char* kComposedAttention = "Attention of queries, keys and values";

using Operator = void (*)(Reading& reading, const OnnxNode& node);
/// Null where there is no layer for an operator.
[[nodiscard]] Operator findOperator(const std::string& name);

void readFunction(Reading& reading, const OnnxNode& node); ///< Relu, Sigmoid, ...
void readLeakyRelu(Reading& reading, const OnnxNode& node);
void readElu(Reading& reading, const OnnxNode& node); ///< Celu too
void readPRelu(Reading& reading, const OnnxNode& node);
void readClip(Reading& reading, const OnnxNode& node);
void readGelu(Reading& reading, const OnnxNode& node);
void readSoftmax(Reading& reading, const OnnxNode& node);
void readLogSoftmax(Reading& reading, const OnnxNode& node);
void readDropout(Reading& reading, const OnnxNode& node);

void readGemm(Reading& reading, const OnnxNode& node);
void readMatMul(Reading& reading, const OnnxNode& node);
void readConv(Reading& reading, const OnnxNode& node);
void readConvTranspose(Reading& reading, const OnnxNode& node);
void readPool(Reading& reading, const OnnxNode& node);
void readGlobalPool(Reading& reading, const OnnxNode& node);
void readReduce(Reading& reading, const OnnxNode& node);
void readBatchNormalization(Reading& reading, const OnnxNode& node);
void readLayerNormalization(Reading& reading, const OnnxNode& node);
void readInstanceNormalization(Reading& reading, const OnnxNode& node);
void readGroupNormalization(Reading& reading, const OnnxNode& node);
void readRecurrent(Reading& reading, const OnnxNode& node); ///< RNN, LSTM, GRU
void readAttention(Reading& reading, const OnnxNode& node); ///< as composed by composeAttention

void readAdd(Reading& reading, const OnnxNode& node); ///< Sum too
void readSub(Reading& reading, const OnnxNode& node);
void readMul(Reading& reading, const OnnxNode& node);
void readDiv(Reading& reading, const OnnxNode& node);
void readConcat(Reading& reading, const OnnxNode& node);

void readIdentity(Reading& reading, const OnnxNode& node);
void readCast(Reading& reading, const OnnxNode& node);
void readFlatten(Reading& reading, const OnnxNode& node);
void readReshape(Reading& reading, const OnnxNode& node);
void readTranspose(Reading& reading, const OnnxNode& node);
void readSqueeze(Reading& reading, const OnnxNode& node);
void readUnsqueeze(Reading& reading, const OnnxNode& node);
void readShape(Reading& reading, const OnnxNode& node);
void readPad(Reading& reading, const OnnxNode& node);
void readSlice(Reading& reading, const OnnxNode& node);
void readGather(Reading& reading, const OnnxNode& node);
void readResize(Reading& reading, const OnnxNode& node); ///< Upsample too

/// What a node gives where all that it takes stands in the file; null where that can't be worked out.
[[nodiscard]] ConstantPtr folded(const OnnxNode& node, const std::vector<ConstantPtr>& inputs);
[[nodiscard]] ConstantPtr foldCast(const OnnxNode& node, const Constant& from);
/// Those that a Shape asks for: some of them since opset 15.
[[nodiscard]] std::vector<std::int64_t> sizesAsked(const OnnxNode& node,
                                                   const std::vector<std::int64_t>& sizes);
/// Works out what depends on nothing but numbers of the file.
void foldConstants(OnnxGraph& graph);
/// Nodes that stand together for one function become one.
void composeGelu(OnnxGraph& graph);
void composeAttention(OnnxGraph& graph);
/// Nodes that the output does not need are left out; how many those were.
[[nodiscard]] std::size_t leaveOutUnused(OnnxGraph& graph);

/// The Input layer, with the file's axes.
void readInput(Reading& reading);

/// Adds an activation: to the layer before where that may be, else as a layer.
void addActivation(Reading& reading, Value& value, const OnnxNode& node, const std::string& function,
                   double parameter = 0);
/// A layer of affine functions, one a channel: what comes in times a number plus a number.
void addAffine(Reading& reading, Value& value, const OnnxNode& node, const Constant& constant, bool scales);
/// What an attribute was in older opsets and is an input now; null where there is neither.
[[nodiscard]] ConstantPtr integersInput(const Reading& reading, const OnnxNode& node, const char* attribute,
                                        std::size_t index);

} // namespace protomind::onnxread
