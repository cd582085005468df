// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace protomind::onnxread {

namespace {

/// What comes first behind the input that cares how its axes lie; null where nothing does.
const OnnxNode* firstThatCares(const OnnxGraph& graph) {
    static const std::set<std::string> indifferent{"Identity", "Cast", "Add",     "Sub",  "Mul",
                                                   "Div",      "Clip", "Dropout", "Relu", "Shape"};
    std::set<std::string> names{graph.input.name};
    for (const OnnxNode& node : graph.nodes) {
        const bool takes =
            std::ranges::any_of(node.inputs, [&](const std::string& input) { return names.contains(input); });
        if (!takes)
            continue;
        if (!indifferent.contains(node.operation))
            return &node;
        if (node.operation != "Shape")
            names.insert(node.outputs.begin(), node.outputs.end());
    }
    return nullptr;
}

bool isOneOf(const OnnxNode* node, std::initializer_list<const char*> operations) {
    return node != nullptr && std::ranges::find(operations, node->operation) != operations.end();
}

/// The axes of the file's input in the order of the Input layer: the samples, then height, width, channels,
/// or steps and features.
std::vector<int> orderOfInput(const OnnxGraph& graph) {
    const auto rank = static_cast<int>(graph.input.sizes.size());
    std::vector<int> order(static_cast<std::size_t>(rank));
    std::iota(order.begin(), order.end(), 0);
    const OnnxNode* first = firstThatCares(graph);
    if (rank == 4) {
        const bool channelsLast = isOneOf(first, {"Transpose"}) &&
                                  first->integers("perm", {}) == std::vector<std::int64_t>{0, 3, 1, 2};
        if (!channelsLast)
            order = {0, 2, 3, 1};
    }
    if (rank == 3) {
        if (isOneOf(first, {"LSTM", "GRU", "RNN"}) && first->integer("layout", 0) == 0)
            order = {1, 0, 2};
        if (isOneOf(first, {"Conv", "ConvTranspose", "MaxPool", "AveragePool", "BatchNormalization",
                            "GlobalAveragePool", "GlobalMaxPool"}))
            order = {0, 2, 1};
    }
    return order;
}

} // namespace

void readInput(Reading& reading) {
    const OnnxGraph& graph = reading.graph();
    const OnnxInput& input = graph.input;
    reading.inputOrder = orderOfInput(graph);
    std::vector<std::int64_t> sizes;
    // A single axis is a sample by itself.
    const bool isBatch = input.sizes.size() > 1;
    for (std::size_t i = isBatch ? 1 : 0; i < reading.inputOrder.size(); ++i) {
        const auto size = input.sizes[static_cast<std::size_t>(reading.inputOrder[i])];
        if (!size)
            refuse(sentence("The file leaves open how large axis {} of its input {:s} is.",
                            reading.inputOrder[i], input.name),
                   {}, "Write it again with sizes for all axes but that of the samples.");
        sizes.push_back(*size);
    }
    const bool isRow = sizes.size() == 2 && reading.inputOrder[1] == 2;
    if (isRow)
        sizes.insert(sizes.begin(), 1);
    const std::int64_t samples =
        isBatch ? input.sizes[static_cast<std::size_t>(reading.inputOrder[0])].value_or(kAnyBatch) : 1;
    constexpr std::int64_t kMostSamples = 1 << 20;
    if (samples > kMostSamples)
        refuse(
            sentence("The file's input is for {} samples at once; {} can be read.", samples, kMostSamples));
    reading.setBatch(samples);
    const OnnxNode named{.name = input.name,
                         .operation = "Input",
                         .inputs = {},
                         .outputs = {},
                         .attributes = {},
                         .tensors = {}};
    Value value;
    value.layer =
        reading.add("input", reading.isOwnFile() ? input.name : "", {{"shape", sizes}}, {}, named.where());
    reading.layer(value.layer).fileName = input.name;
    // Of a network of one layer, what comes in is that layer's: nothing may be changed in it.
    value.alone = false;
    value.whole = input.whole;
    const Shape shape = reading.layer(value.layer).output;
    value.axes = Axes::of(shape);
    if (isRow)
        value.axes.axes.erase(value.axes.axes.begin() + 1);
    if (!isBatch)
        value.axes.axes.erase(value.axes.axes.begin());
    std::vector<int> back(reading.inputOrder.size());
    for (std::size_t i = 0; i < back.size(); ++i)
        back[static_cast<std::size_t>(reading.inputOrder[i])] = static_cast<int>(i);
    value.axes.transpose(back);
    reading.give(input.name, std::move(value));
    if (sizes.size() == 3)
        reading.note(Fate::Changed, "Images",
                     isRow                        ? "a row of pixels is an image of height 1 here"
                     : reading.inputOrder[1] == 2 ? "have height and width before their channels here"
                                                  : "are taken as they are, with their channels last");
}

} // namespace protomind::onnxread
