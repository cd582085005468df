// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_layers.h"

#include <array>

namespace protomind {

namespace {

struct OnnxLayerRow {
    std::string_view kind;
    OnnxLayerWriter write;
};

constexpr auto kOnnxLayers = std::to_array<OnnxLayerRow>({
    {"dense", writeDense},
    {"convolution", writeConvolution},
    {"depthwise_convolution", writeConvolution},
    {"transposed_convolution", writeTransposedConvolution},
    {"embedding", writeEmbedding},
    {"position", writePosition},
    {"rnn", writeRecurrent},
    {"lstm", writeRecurrent},
    {"gru", writeRecurrent},
    {"attention", writeAttention},
    {"flatten", writeFlatten},
    {"reshape", writeReshape},
    {"upsample", writeUpsample},
    {"pad", writePad},
    {"crop", writeCrop},
    {"max_pool", writePool},
    {"average_pool", writePool},
    {"global_max_pool", writeGlobalPool},
    {"global_average_pool", writeGlobalPool},
    {"activation", writeActivationLayer},
    {"dropout", writeDropout},
    {"noise", writeNoise},
    {"gaussian_sampling", writeGaussianSampling},
    {"batch_norm", writeBatchNorm},
    {"layer_norm", writeLayerNorm},
    {"group_norm", writeGroupNorm},
    {"instance_norm", writeInstanceNorm},
    {"add", writeAdd},
    {"multiply", writeMultiply},
    {"concatenate", writeConcatenate},
});

} // namespace

OnnxLayerWriter findOnnxLayerWriter(const std::string& kind) {
    for (const OnnxLayerRow& row : kOnnxLayers)
        if (row.kind == kind)
            return row.write;
    return nullptr;
}

} // namespace protomind
