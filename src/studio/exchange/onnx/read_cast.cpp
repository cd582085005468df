// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace protomind::onnxread {

namespace {

/// By the numbers that ONNX has for kinds.
bool isRealKind(std::int64_t type) {
    constexpr std::array<std::int64_t, 4> kReal{1, 10, 11, 16}; // float, float16, double, bfloat16
    return std::ranges::find(kReal, type) != kReal.end();
}

/// What the whole types hold, as ONNX numbers them; none for others. Numbers are kept in 64 bits with a sign.
std::optional<std::pair<std::int64_t, std::int64_t>> limitsOf(std::int64_t type) {
    constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
    static const std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> all{
        {2, {0, 255}},
        {3, {-128, 127}},
        {4, {0, 65535}},
        {5, {-32768, 32767}},
        {6, {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()}},
        {7, {std::numeric_limits<std::int64_t>::min(), kLargest}},
        {12, {0, std::numeric_limits<std::uint32_t>::max()}},
        {13, {0, kLargest}}};
    const auto found = all.find(type);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

/// Null where a number doesn't fit: each program does something else with those.
ConstantPtr castToWhole(const Constant& from, std::pair<std::int64_t, std::int64_t> limits) {
    auto result = std::make_shared<Constant>();
    result->sizes = from.sizes;
    result->whole = true;
    result->integers = from.integers;
    for (const float number : from.reals) {
        constexpr float kFar = 9e18f;
        if (!(number > -kFar && number < kFar))
            return nullptr;
        result->integers.push_back(static_cast<std::int64_t>(number));
    }
    const bool fits = std::ranges::all_of(result->integers, [&](std::int64_t number) {
        return number >= limits.first && number <= limits.second;
    });
    return fits ? result : nullptr;
}

/// Whether all that takes a value looks rows of a table up by it: there, fractions make no difference.
bool isOnlyLookedUp(const OnnxGraph& graph, const std::string& value) {
    static const std::set<std::string> keeping{"Identity", "Reshape",   "Flatten",
                                               "Squeeze",  "Unsqueeze", "Transpose"};
    std::set<std::string> names{value};
    for (const OnnxNode& node : graph.nodes) {
        for (std::size_t i = 0; i < node.inputs.size(); ++i) {
            if (!names.contains(node.inputs[i]) || (node.operation == "Gather" && i == 1))
                continue;
            if (node.operation == "Shape")
                continue;
            const bool keeps = keeping.contains(node.operation) ||
                               (node.operation == "Cast" && limitsOf(node.integer("to", 1)));
            if (!keeps || i != 0)
                return false;
            names.insert(node.outputs.begin(), node.outputs.end());
        }
    }
    return !names.contains(graph.output);
}

} // namespace

ConstantPtr foldCast(const OnnxNode& node, const Constant& from) {
    constexpr std::int64_t kBool = 9;
    const std::int64_t to = node.integer("to", 1);
    if (const auto limits = limitsOf(to))
        return castToWhole(from, *limits);
    auto result = std::make_shared<Constant>();
    result->sizes = from.sizes;
    result->whole = to == kBool;
    if (to == kBool) {
        for (const std::int64_t number : from.integers)
            result->integers.push_back(number != 0 ? 1 : 0);
        for (const float number : from.reals)
            result->integers.push_back(number != 0 ? 1 : 0);
        return result;
    }
    if (!isRealKind(to))
        return nullptr;
    result->reals = from.reals;
    for (const std::int64_t number : from.integers)
        result->reals.push_back(static_cast<float>(number));
    return result;
}

/// Numbers are floats here, whatever the file calls them: what a cast would change in them is refused.
void readCast(Reading& reading, const OnnxNode& node) {
    constexpr std::int64_t kText = 8;
    constexpr std::array<std::int64_t, 2> kWide{6, 7}; // int32, int64
    const std::int64_t to = node.integer("to", 1);
    if (to == kText)
        refuseNode(node, "it makes texts of numbers.");
    if (reading.constantInput(node, 0) != nullptr)
        refuseNode(node, "its numbers don't fit the kind that it makes of them.");
    Value value = reading.value(node);
    value.whole = !isRealKind(to);
    const bool staysWhole = reading.value(node).whole && std::ranges::find(kWide, to) != kWide.end();
    if (value.whole && !staysWhole && !(limitsOf(to) && isOnlyLookedUp(reading.graph(), node.outputs.at(0))))
        refuseNode(node,
                   "it cuts numbers down to another kind, such as whole ones; no layer here does that.");
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
