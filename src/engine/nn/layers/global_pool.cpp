// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/global_pool.h"

#include "engine/nn/layers/window.h"

#include <numeric>

namespace protomind {

Result<Shape> globalPoolShape(const std::string& title, const Shape& input) {
    const bool sequence = input.rank() == 2;
    if (!sequence)
        if (const Result<void> image = checkImage(title, input); !image)
            return std::unexpected(image.error());
    return Shape{input.back(0)};
}

std::vector<int> globalPoolAxes(const Shape& batch) {
    std::vector<int> axes(static_cast<std::size_t>(batch.rank() - 2));
    std::iota(axes.begin(), axes.end(), 1);
    return axes;
}

std::vector<std::int64_t> globallyPooledPlaces(const Shape& input, std::int64_t channel) {
    std::vector<std::int64_t> places;
    for (std::int64_t place = channel; place < input.elementCount(); place += input.back(0))
        places.push_back(place);
    return places;
}

} // namespace protomind
