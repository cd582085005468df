// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// Round clouds of points, all alike, spaced evenly on a circle about 0: what a generator is tried with, as
/// Metz et al. do in "Unrolled generative adversarial networks", 2017, section 3.1.
struct Ring {
    std::int64_t modes = 8; ///< clouds
    float radius = 1;       ///< of the circle
    float sd = 0.02f;       ///< of a cloud, in x and in y
    bool operator==(const Ring&) const = default;
};

/// The middles of the clouds, by class: the first at (radius, 0), the others on from there, counterclockwise.
[[nodiscard]] std::vector<std::array<float, 2>> ringCentres(const Ring& ring);

/// The ring that a source's text names: "ring?modes=5". None where it names other data, or can't be opened.
[[nodiscard]] std::optional<Ring> ringOf(const std::string& source);

} // namespace protomind
