// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/answers.h"
#include "studio/lens/lens_result.h"

#include <array>
#include <span>
#include <vector>

namespace protomind {

/// A picture of a plane, the second input upwards.
struct DecisionMap {
    LensPicture picture;
    std::array<float, 2> low{}; ///< what its left and its lower edge stand for
    std::array<float, 2> high{};

    /// Of what lies beyond it: the nearest place on its edge.
    [[nodiscard]] LensPoint placeOf(std::span<const float> point) const;
};

/// The middles of side x side pixels over a part of the plane, [side * side, 2]: row by row from the top.
[[nodiscard]] HostArray mapPlaces(const std::array<float, 2>& low, const std::array<float, 2>& high,
                                  std::int64_t side);

/// How sure the network is of a class over the plane of its two inputs: side x side pixels that hold the data
/// and a point's path.
[[nodiscard]] Result<DecisionMap> decisionMap(const LensContext& context, const Answers& answers,
                                              std::int64_t ofClass, std::span<const std::vector<float>> path,
                                              std::int64_t side);

} // namespace protomind
