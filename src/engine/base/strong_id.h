// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace protomind {

/// A number that names one thing of one kind, so that the id of a layer can't be taken for that of a wire.
/// Zero names nothing.
template<class Tag>
struct StrongId {
    std::uint64_t value = 0;

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    auto operator<=>(const StrongId&) const = default;
};

} // namespace protomind

template<class Tag>
struct std::hash<protomind::StrongId<Tag>> {
    std::size_t operator()(protomind::StrongId<Tag> id) const noexcept {
        return std::hash<std::uint64_t>()(id.value);
    }
};
