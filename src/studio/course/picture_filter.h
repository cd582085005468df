// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layers/window.h"
#include "studio/course/filter_picture.h"
#include "studio/network/network.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// A kernel, and how it moves over a picture: what one filter of a Convolution does to one channel, before
/// bias and activation.
struct PictureFilter {
    Window window;
    std::vector<double> kernel; ///< row by row, as written: 0.1, not 0.100000001

    [[nodiscard]] double sum() const;
};

/// The layer of a network that is such a filter: its first Convolution that has one filter alone. Null where
/// there is none.
[[nodiscard]] const Layer* filterLayer(const Network& network);

/// The filter of its settings and its weights; none where these are not there, or see several channels.
[[nodiscard]] std::optional<PictureFilter>
presentFilter(const Layer& layer, const std::map<std::string, std::vector<float>>& weights);

/// Height and width of what comes out, or why the window does not fit.
[[nodiscard]] Result<std::array<std::int64_t, 2>> outputSize(const PictureFilter& filter,
                                                             const GreyPicture& picture);

/// A place of an output: row, column.
using FilterPlace = std::array<std::int64_t, 2>;

/// Where a cell of the window lies, which may be on the border of zeros around the picture.
struct CoveredPixel {
    std::int64_t row = 0;
    std::int64_t column = 0;
    float pixel = 0; ///< 0 on the border
    bool isInside = true;
};
/// Those under the window where it gives the output at a place, row by row.
[[nodiscard]] std::vector<CoveredPixel> pixelsUnder(const PictureFilter& filter, const GreyPicture& picture,
                                                    FilterPlace place);

/// The sum of the pixels under the window, each times its number of the kernel. place lies within outputSize.
[[nodiscard]] double outputAt(const PictureFilter& filter, const GreyPicture& picture, FilterPlace place);
/// All of them, row by row; empty where the window does not fit.
[[nodiscard]] std::vector<double> outputOf(const PictureFilter& filter, const GreyPicture& picture);

} // namespace protomind
