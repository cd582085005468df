// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_file.h"

#include "target.h"

namespace protomind {

/// A picture's file, whole and as much of it as a small sample needs.
void tryInput(std::string_view input) {
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    constexpr std::int64_t kLongest =
        1024; // The sides of those that are decoded twice, for the time it takes.
    const auto whole = decodeImage(bytes, {.deep = true});
    if (!whole || (whole->width <= kLongest && whole->height <= kLongest))
        (void)decodeImage(bytes, {.enough = 8});
}

} // namespace protomind
