// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/image_list.h"
#include "engine/data/image_sample.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace protomind {

/// How pictures become samples.
struct ImageShape {
    std::int64_t size = 32;
    ImageFit fit = ImageFit::Crop;
    int channels = 3;
};

/// The picture of one file, or why there is none.
struct ReadImage {
    std::size_t label = 0; ///< which class of the list
    std::string name;      ///< "cats/anna.jpg"
    std::optional<Problem> problem;
    std::int64_t width = 0; ///< of the whole picture
    std::int64_t height = 0;
    bool laidOnWhite = false;
    bool grey = false; ///< its sample is
};

/// All pictures of a split, with their samples one after the other, those of files that couldn't be read
/// included.
struct ReadImages {
    std::vector<ReadImage> images;
    std::vector<std::uint8_t> samples;
};

/// Reads the files of a list, several at a time. The classes take turns, so that any part of the order has
/// some of each, as many as they have files.
[[nodiscard]] ReadImages readImages(const std::vector<ImageClass>& classes, const ImageShape& shape);

} // namespace protomind
