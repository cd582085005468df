// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/safetensors/tensor_file.h"

#include <bit>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A safetensors file of a header as it is written here and what follows it.
[[nodiscard]] inline std::string fileOf(std::string_view header, std::string_view numbers = {}) {
    const std::uint64_t length = header.size();
    std::string file(reinterpret_cast<const char*>(&length), sizeof(length));
    return file.append(header).append(numbers);
}

[[nodiscard]] inline Result<TensorFile> parsed(std::string bytes,
                                               const TensorFileLimits& limits = fileLimits()) {
    return parseSafetensors(std::make_shared<const std::string>(std::move(bytes)), limits);
}

[[nodiscard]] inline std::string written(const std::map<std::string, Tensor>& tensors,
                                         const std::map<std::string, std::string>& metadata = {}) {
    std::ostringstream stream;
    const auto result = writeSafetensors(stream, tensors, metadata);
    return result ? stream.str() : "refused: " + result.error().text();
}

/// The bytes of numbers.
template<class Number>
[[nodiscard]] std::string_view bytesIn(const std::vector<Number>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

} // namespace protomind
