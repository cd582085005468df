// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/grouped_kernel.h"

namespace protomind {

namespace {

/// Calls visit(number in the kernel over all channels, number in that of groups, or -1 where there is none).
template<class Visit>
void walkGroups(const Shape& all, std::int64_t groups, const Visit& visit) {
    const std::int64_t in = all[2] / groups;
    const std::int64_t out = all[3] / groups;
    const std::int64_t places = all[0] * all[1];
    for (std::int64_t place = 0; place < places; ++place)
        for (std::int64_t i = 0; i < all[2]; ++i)
            for (std::int64_t o = 0; o < all[3]; ++o) {
                const std::int64_t inside = (place * in + i % in) * all[3] + o;
                visit((place * all[2] + i) * all[3] + o, i / in == o / out ? inside : std::int64_t{-1});
            }
}

} // namespace

HostArray kernelOverAllGroups(const HostArray& kernel, std::int64_t groups) {
    HostArray all(kernel.shape.with(2, kernel.shape[2] * groups));
    walkGroups(all.shape, groups, [&](std::int64_t whole, std::int64_t part) {
        if (part >= 0)
            all.values[static_cast<std::size_t>(whole)] = kernel.values[static_cast<std::size_t>(part)];
    });
    return all;
}

std::optional<HostArray> kernelOfGroups(const HostArray& kernel, std::int64_t groups) {
    if (groups < 1 || kernel.shape[2] % groups != 0 || kernel.shape[3] % groups != 0)
        return std::nullopt;
    HostArray part(kernel.shape.with(2, kernel.shape[2] / groups));
    bool apart = true;
    walkGroups(kernel.shape, groups, [&](std::int64_t whole, std::int64_t inside) {
        const float value = kernel.values[static_cast<std::size_t>(whole)];
        if (inside >= 0)
            part.values[static_cast<std::size_t>(inside)] = value;
        else
            apart = apart && value == 0;
    });
    if (!apart)
        return std::nullopt;
    return part;
}

} // namespace protomind
