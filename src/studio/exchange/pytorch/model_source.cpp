// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/layer_code.h"
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace protomind {

namespace {

/// The lines of the module.
struct ModuleLines {
    std::set<PythonHelper> helpers;
    std::string constructor;
    std::string forward;
};

/// For each layer the variable that its output goes to: x where the next layer alone takes it.
std::vector<std::string> variableNames(const PythonNetwork& network) {
    std::vector<std::string> names = network.names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::vector<std::size_t> takers;
        for (std::size_t j = 0; j < names.size(); ++j)
            if (std::ranges::find(network.layers[j].sources(), static_cast<int>(i)) !=
                network.layers[j].sources().end())
                takers.push_back(j);
        if (takers.empty() || takers == std::vector{i + 1})
            names[i] = "x";
    }
    return names;
}

std::string originalName(const PythonNetwork& network, std::size_t layer) {
    const std::string& name = network.layers[layer].name();
    return name == network.names[layer] ? std::string() : lineCommentText(name);
}

void addLayer(ModuleLines& lines, const PythonNetwork& network, std::size_t index,
              const std::vector<std::string>& variables) {
    const LayerView& layer = network.layers[index];
    const bool isLast = index == static_cast<std::size_t>(network.trained->model.outputLayer);
    std::vector<std::string> inputs;
    for (const int source : layer.sources())
        inputs.push_back(variables[static_cast<std::size_t>(source)]);
    if (inputs.empty())
        inputs.emplace_back("x");
    const std::string activation = isLast && !network.leftOut.empty() ? "linear" : layer.activation();
    const LayerCode code = layerCode(layer, network.names[index], inputs, activation);
    lines.helpers.insert(code.helpers.begin(), code.helpers.end());
    const std::string original = originalName(network, index);
    if (!code.module.empty())
        lines.constructor += fmt::format("        self.{} = {}{}{}\n", network.names[index], code.module,
                                         original.empty() ? "" : "  # ", original);
    for (const std::string& line : code.after)
        lines.constructor += "        " + line + "\n";
    for (const std::string& line : code.before)
        lines.forward += "        " + line + "\n";
    if (code.value == variables[index])
        return;
    std::string comment = torchShapeText(layer.output());
    if (!code.remark.empty())
        comment += ", " + code.remark;
    if (code.module.empty() && !original.empty())
        comment += ": " + original;
    lines.forward += fmt::format("        {} = {}  # {}\n", variables[index], code.value, comment);
}

std::string meaningOf(const PythonNetwork& network) {
    if (!network.leftOut.empty())
        return fmt::format("logits, as the loss wants them: predict() puts {} on top", network.leftOut);
    return "what the last layer gives";
}

std::string predictLine(const PythonNetwork& network) {
    if (network.leftOut.empty())
        return "self(x)";
    return activationCode(network.leftOut, 0, network.last().output(), "self(x)");
}

std::string classList(const PythonNetwork& network) {
    std::vector<std::string> names;
    for (const std::string& name : outputNames(*network.trained))
        names.push_back(pythonString(name));
    return fmt::format("[{}]", fmt::join(names, ", "));
}

std::vector<std::int64_t> torchSizes(const Shape& shape) {
    if (isImageShape(shape))
        return {shape[2], shape[0], shape[1]};
    return {shape.sizes().begin(), shape.sizes().end()};
}

constexpr std::string_view kModel = R"py("""@TITLE@: a network from @PROGRAM@.

@PREPROCESSING@
"""
import torch
@FUNCTIONAL@from torch import nn

INPUT_SHAPE = @INPUT_SHAPE@
CLASSES = @CLASSES@

@HELPERS@
class Network(nn.Module):
    """Takes @INPUT@ and gives @OUTPUT@: @MEANING@."""

    def __init__(self):
        super().__init__()
@CONSTRUCTOR@
    def forward(self, x):
@FORWARD@        return x

    @torch.no_grad()
    def predict(self, x):
        """What the network gives in Protomind. Call eval() first, unless it is being trained."""
        return @PREDICT@
)py";

} // namespace

std::string modelSource(const PythonNetwork& network) {
    const std::vector<std::string> variables = variableNames(network);
    ModuleLines lines;
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        addLayer(lines, network, i, variables);
    std::string helpers;
    for (const PythonHelper helper : lines.helpers)
        helpers += "\n" + std::string(helperSource(helper)) + "\n";
    const TrainedNetwork& trained = *network.trained;
    const std::string predict = predictLine(network);
    const bool functional = (helpers + lines.forward + predict).find("F.") != std::string::npos;
    return filledIn(kModel, {{"TITLE", lineCommentText(trained.title)},
                             {"PROGRAM", lineCommentText(trained.program)},
                             {"PREPROCESSING", sampleText(network)},
                             {"FUNCTIONAL", functional ? "import torch.nn.functional as F\n" : ""},
                             {"INPUT_SHAPE", pythonTuple(torchSizes(trained.model.inputShape))},
                             {"CLASSES", classList(network)},
                             {"HELPERS", helpers},
                             {"INPUT", torchShapeText(trained.model.inputShape)},
                             {"OUTPUT", torchShapeText(trained.model.outputShape)},
                             {"MEANING", meaningOf(network)},
                             {"CONSTRUCTOR", lines.constructor},
                             {"FORWARD", lines.forward},
                             {"PREDICT", predict}});
}

std::string sampleText(const PythonNetwork& network) {
    const TrainedNetwork& trained = *network.trained;
    const Shape& shape = trained.model.inputShape;
    const std::string first = inputScale(trained) == 1 ? "The numbers go in as they are."
                                                       : "Divide pixels from 0 to 255 by 255 first.";
    if (isImageShape(shape))
        return first + " An image is channels × height × width, as everywhere in PyTorch: " +
               fmt::format("{} × {} × {}.", shape[2], shape[0], shape[1]);
    return fmt::format("{} A sample is {}{}.", first, shape.text(),
                       shape.elementCount() == 1 ? " number" : " numbers");
}

namespace {

std::string withoutEmptyLines(std::string text) {
    constexpr std::string_view kThree = "\n\n\n\n";
    for (std::size_t place = text.find(kThree); place != text.npos; place = text.find(kThree, place))
        text.erase(place, 1);
    return text;
}

} // namespace

std::string filledIn(std::string_view text, const std::map<std::string, std::string>& values) {
    std::string result;
    while (!text.empty()) {
        const std::size_t begin = text.find('@');
        const std::size_t end = begin == text.npos ? text.npos : text.find('@', begin + 1);
        const auto value = end == text.npos
                               ? values.end()
                               : values.find(std::string(text.substr(begin + 1, end - begin - 1)));
        if (value == values.end()) {
            const std::size_t plain = begin == text.npos ? text.size() : begin + 1;
            result += text.substr(0, plain);
            text.remove_prefix(plain);
            continue;
        }
        result += text.substr(0, begin);
        result += value->second;
        text.remove_prefix(end + 1);
    }
    return withoutEmptyLines(std::move(result));
}

} // namespace protomind
