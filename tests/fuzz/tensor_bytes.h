// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace protomind {

/// A safetensors file, the length of whose header comes from an input itself: where that begins with "{", the
/// header is its first line, so that one which was made longer or shorter is still read to its end.
inline std::shared_ptr<const std::string> tensorBytes(std::string_view input) {
    if (!input.starts_with('{'))
        return std::make_shared<const std::string>(input);
    const std::size_t length = std::min(input.find('\n'), input.size());
    const auto prefix = std::bit_cast<std::array<char, 8>>(std::uint64_t{length});
    std::string bytes(prefix.begin(), prefix.end());
    bytes += input.substr(0, length);
    bytes += input.substr(std::min(length + 1, input.size()));
    return std::make_shared<const std::string>(std::move(bytes));
}

} // namespace protomind
