// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safetensors/tensor_type.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

struct TypeRow {
    std::string_view name;
    std::int64_t bytes;
};

/// In the order of TensorType.
constexpr std::array<TypeRow, 13> kTensorTypes{{{"BOOL", 1},
                                                {"U8", 1},
                                                {"I8", 1},
                                                {"U16", 2},
                                                {"I16", 2},
                                                {"F16", 2},
                                                {"BF16", 2},
                                                {"U32", 4},
                                                {"I32", 4},
                                                {"F32", 4},
                                                {"U64", 8},
                                                {"I64", 8},
                                                {"F64", 8}}};

} // namespace

std::int64_t bytesOf(TensorType type) {
    return kTensorTypes.at(static_cast<std::size_t>(type)).bytes;
}

std::string_view nameOf(TensorType type) {
    return kTensorTypes.at(static_cast<std::size_t>(type)).name;
}

std::optional<TensorType> tensorTypeNamed(std::string_view name) {
    const auto found = std::ranges::find(kTensorTypes, name, &TypeRow::name);
    if (found == kTensorTypes.end())
        return std::nullopt;
    return static_cast<TensorType>(found - kTensorTypes.begin());
}

std::optional<std::int64_t> checkedBytes(TensorType type, std::span<const std::int64_t> sizes) {
    constexpr std::int64_t kMost = std::int64_t{1} << 62;
    if (std::ranges::any_of(sizes, [](std::int64_t size) { return size < 0; }))
        return std::nullopt;
    if (std::ranges::find(sizes, 0) != sizes.end())
        return 0;
    std::int64_t bytes = bytesOf(type);
    for (const std::int64_t size : sizes) {
        if (bytes > kMost / size)
            return std::nullopt;
        bytes *= size;
    }
    return bytes;
}

std::int64_t Tensor::elementCount() const {
    return checkedBytes(type, sizes).value_or(0) / bytesOf(type);
}

} // namespace protomind
