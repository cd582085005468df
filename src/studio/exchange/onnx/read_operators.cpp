// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_operators.h"

#include <map>

namespace protomind::onnxread {

Operator findOperator(const std::string& name) {
    static const std::map<std::string, Operator> all{
        {"Relu", readFunction},
        {"Sigmoid", readFunction},
        {"Tanh", readFunction},
        {"LeakyRelu", readLeakyRelu},
        {"Elu", readElu},
        {"Celu", readElu},
        {"PRelu", readPRelu},
        {"Clip", readClip},
        {"Gelu", readGelu},
        {"Softmax", readSoftmax},
        {"LogSoftmax", readLogSoftmax},
        {"Dropout", readDropout},
        {"Gemm", readGemm},
        {"MatMul", readMatMul},
        {"Conv", readConv},
        {"ConvTranspose", readConvTranspose},
        {"MaxPool", readPool},
        {"AveragePool", readPool},
        {"GlobalMaxPool", readGlobalPool},
        {"GlobalAveragePool", readGlobalPool},
        {"ReduceMean", readReduce},
        {"ReduceMax", readReduce},
        {"BatchNormalization", readBatchNormalization},
        {"LayerNormalization", readLayerNormalization},
        {"InstanceNormalization", readInstanceNormalization},
        {"GroupNormalization", readGroupNormalization},
        {"RNN", readRecurrent},
        {"LSTM", readRecurrent},
        {"GRU", readRecurrent},
        {kComposedAttention, readAttention},
        {"Add", readAdd},
        {"Sum", readAdd},
        {"Sub", readSub},
        {"Mul", readMul},
        {"Div", readDiv},
        {"Concat", readConcat},
        {"Identity", readIdentity},
        {"Cast", readCast},
        {"Flatten", readFlatten},
        {"Reshape", readReshape},
        {"Transpose", readTranspose},
        {"Squeeze", readSqueeze},
        {"Unsqueeze", readUnsqueeze},
        {"Shape", readShape},
        {"Pad", readPad},
        {"Slice", readSlice},
        {"Gather", readGather},
        {"Resize", readResize},
        {"Upsample", readResize},
    };
    const auto found = all.find(name);
    return found == all.end() ? nullptr : found->second;
}

ConstantPtr integersInput(const Reading& reading, const OnnxNode& node, const char* attribute,
                          std::size_t index) {
    if (node.has(attribute)) {
        auto constant = std::make_shared<Constant>();
        constant->whole = true;
        constant->integers = node.integers(attribute, {});
        constant->sizes = {static_cast<std::int64_t>(constant->integers.size())};
        return constant;
    }
    return node.hasInput(index) ? reading.needConstant(node, index, attribute) : nullptr;
}

} // namespace protomind::onnxread
