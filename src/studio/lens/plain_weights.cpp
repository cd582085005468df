// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/plain_weights.h"

#include <algorithm>
#include <bit>

namespace protomind {

namespace {

constexpr const char* kFirstLine = "protomind_weights_1";
constexpr std::size_t kBytesOfNumber = 4;

float plainNumber(std::span<const std::uint8_t> bytes) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < kBytesOfNumber; ++i)
        bits |= static_cast<std::uint32_t>(bytes[i]) << (8 * i);
    return std::bit_cast<float>(bits);
}

} // namespace

std::string plainWeightsHeader(const Model& model) {
    std::string header = kFirstLine;
    for (const ModelVariable& variable : modelVariables(model)) {
        header += '\n' + variable.name;
        const Shape shape = variable.declared.shape();
        for (const std::int64_t size : shape.sizes())
            header += ' ' + std::to_string(size);
    }
    return header + "\n\n";
}

Result<VariableValues> readPlainWeights(const Model& model, std::span<const std::uint8_t> file) {
    const std::string header = plainWeightsHeader(model);
    if (file.size() < header.size() ||
        !std::ranges::equal(file.first(header.size()), header, {}, {},
                            [](char c) { return static_cast<std::uint8_t>(c); }))
        return fail(ProblemKind::Input, "These weights are not made for this network.");
    std::span<const std::uint8_t> numbers = file.subspan(header.size());
    const std::vector<ModelVariable> variables = modelVariables(model);
    std::size_t needed = 0;
    for (const ModelVariable& variable : variables)
        needed += kBytesOfNumber * static_cast<std::size_t>(variable.declared.shape().elementCount());
    if (numbers.size() != needed)
        return fail(ProblemKind::Input,
                    sentence("The weights take {} bytes, but here are {}.", needed, numbers.size()));
    VariableValues values;
    for (const ModelVariable& variable : variables) {
        HostArray array(variable.declared.shape());
        for (float& value : array.values) {
            value = plainNumber(numbers.first(kBytesOfNumber));
            numbers = numbers.subspan(kBytesOfNumber);
        }
        values.emplace(variable.name, std::move(array));
    }
    return values;
}

} // namespace protomind
