// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_operators.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
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

} // namespace protomind::onnxread
