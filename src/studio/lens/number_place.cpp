// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/number_place.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace protomind {

std::string withPlace(const std::string& name, std::span<const std::int64_t> at) {
    return at.empty() ? name : fmt::format("{}[{}]", name, fmt::join(at, ", "));
}

bool hasPlace(const Shape& shape, std::span<const std::int64_t> at) {
    return static_cast<int>(at.size()) == shape.rank() &&
           std::ranges::equal(at, shape.sizes(), [](std::int64_t place, std::int64_t size) {
               return place >= 0 && place < size;
           });
}

} // namespace protomind
