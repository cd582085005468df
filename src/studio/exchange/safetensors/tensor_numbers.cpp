// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/tensor_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace protomind {

namespace {

static_assert(std::endian::native == std::endian::little, "Numbers are taken from files as they lie there");

struct Half {
    std::uint16_t bits;
};
struct Brain {
    std::uint16_t bits;
};

/// IEEE 754's binary16: a sign, five bits of exponent, ten of fraction.
float toFloat(Half half) {
    const std::uint32_t sign = (half.bits & 0x8000u) << 16;
    const std::uint32_t exponent = (half.bits >> 10) & 0x1Fu;
    const std::uint32_t fraction = half.bits & 0x3FFu;
    if (exponent == 0) { // zero, and what is too small for a leading one
        const float magnitude = std::ldexp(static_cast<float>(fraction), -24);
        return sign != 0 ? -magnitude : magnitude;
    }
    const std::uint32_t wide = exponent == 0x1Fu ? 0xFFu : exponent + 112;
    return std::bit_cast<float>(sign | (wide << 23) | (fraction << 13));
}

/// The upper half of a float.
float toFloat(Brain brain) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(brain.bits) << 16);
}

template<class Number>
float toFloat(Number number) {
    return static_cast<float>(number);
}

template<class Number, class Convert>
void convertAll(std::string_view bytes, Convert&& convert) {
    Number number{};
    for (std::size_t i = 0; (i + 1) * sizeof(Number) <= bytes.size(); ++i) {
        std::memcpy(&number, bytes.data() + i * sizeof(Number), sizeof(Number));
        convert(i, number);
    }
}

/// Calls convert(index, number) for each number of a tensor, as what it is.
template<class Convert>
void forEachNumber(const Tensor& tensor, Convert&& convert) {
    switch (tensor.type) {
    case TensorType::Bool:
        return convertAll<std::uint8_t>(
            tensor.bytes, [&](std::size_t i, std::uint8_t value) { convert(i, value != 0 ? 1 : 0); });
    case TensorType::U8:
        return convertAll<std::uint8_t>(tensor.bytes, convert);
    case TensorType::I8:
        return convertAll<std::int8_t>(tensor.bytes, convert);
    case TensorType::U16:
        return convertAll<std::uint16_t>(tensor.bytes, convert);
    case TensorType::I16:
        return convertAll<std::int16_t>(tensor.bytes, convert);
    case TensorType::F16:
        return convertAll<Half>(tensor.bytes, convert);
    case TensorType::BF16:
        return convertAll<Brain>(tensor.bytes, convert);
    case TensorType::U32:
        return convertAll<std::uint32_t>(tensor.bytes, convert);
    case TensorType::I32:
        return convertAll<std::int32_t>(tensor.bytes, convert);
    case TensorType::F32:
        return convertAll<float>(tensor.bytes, convert);
    case TensorType::U64:
        return convertAll<std::uint64_t>(tensor.bytes, convert);
    case TensorType::I64:
        return convertAll<std::int64_t>(tensor.bytes, convert);
    case TensorType::F64:
        return convertAll<double>(tensor.bytes, convert);
    }
}

bool isWhole(TensorType type) {
    switch (type) {
    case TensorType::F16:
    case TensorType::BF16:
    case TensorType::F32:
    case TensorType::F64:
        return false;
    default:
        return true;
    }
}

/// That there are as many bytes as the sizes say. Of what was read this is so; of what is put together by
/// hand it is asked here, before memory is taken.
Result<void> checkFilled(const Tensor& tensor) {
    const std::int64_t count = tensor.elementCount();
    if (count * bytesOf(tensor.type) != static_cast<std::int64_t>(tensor.bytes.size()))
        return fail(ProblemKind::Input, sentence("There are {} bytes for {} numbers of the kind {:s}.",
                                                 tensor.bytes.size(), count, nameOf(tensor.type)));
    return {};
}

} // namespace

Result<HostArray> floatsOf(const Tensor& tensor) {
    const auto shape = Shape::checked(tensor.sizes);
    if (!shape)
        return std::unexpected(shape.error());
    if (shape->elementCount() == 0)
        return fail(ProblemKind::Input,
                    sentence("There are no numbers in it: its size is {}.", shape->text()));
    if (auto filled = checkFilled(tensor); !filled)
        return std::unexpected(filled.error());
    HostArray array(*shape);
    if (tensor.type == TensorType::F32)
        std::memcpy(array.values.data(), tensor.bytes.data(), tensor.bytes.size());
    else
        forEachNumber(tensor, [&](std::size_t i, auto number) { array.values[i] = toFloat(number); });
    if (!std::ranges::all_of(array.values, [](float value) { return std::isfinite(value); }))
        return fail(ProblemKind::Input, "There is a number in it that is infinite, or that is none (NaN).");
    return array;
}

Result<std::vector<std::int64_t>> integersOf(const Tensor& tensor) {
    if (!isWhole(tensor.type))
        return fail(ProblemKind::Input,
                    sentence("Its numbers are of the kind {:s}, but only whole ones make sense here.",
                             nameOf(tensor.type)));
    if (auto filled = checkFilled(tensor); !filled)
        return std::unexpected(filled.error());
    std::vector<std::int64_t> result(static_cast<std::size_t>(tensor.elementCount()));
    bool fits = true;
    forEachNumber(tensor, [&](std::size_t i, auto number) {
        if constexpr (std::is_integral_v<decltype(number)>) {
            fits = fits && std::in_range<std::int64_t>(number);
            result[i] = static_cast<std::int64_t>(number);
        }
    });
    if (!fits)
        return fail(ProblemKind::Input, "There is a whole number in it that is larger than 2^63.");
    return result;
}

Tensor tensorOf(const HostArray& array) {
    const std::span<const std::int64_t> sizes = array.shape.sizes();
    return {
        .type = TensorType::F32,
        .sizes = {sizes.begin(), sizes.end()},
        .bytes = {reinterpret_cast<const char*>(array.values.data()), array.values.size() * sizeof(float)}};
}

} // namespace protomind
