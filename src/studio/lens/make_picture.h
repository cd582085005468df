// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <span>

/// Numbers made into what a LensResult holds.
namespace protomind {

/// A sample as a person knows it: an image [h, w, 1 or 3] as it is, black 0 and white 1; of other images the
/// mean over the channels; of [steps, values] a picture of that shape. None of a flat sample: see
/// sampleChart.
[[nodiscard]] bool isPicture(const Shape& sample);
[[nodiscard]] LensPicture samplePicture(const HostArray& sample, Sentence title);

/// Colours that meet at zero and reach as far as the largest value.
[[nodiscard]] LensPicture divergingPicture(HostArray values, Sentence title, Sentence group = {});
/// From 0 (or the least value, where that is less) to the largest value.
[[nodiscard]] LensPicture sequentialPicture(HostArray values, Sentence title, Sentence group = {});

/// One number for each place of an image: [h, w, c] summed over its channels to [h, w]. [h, w] stays.
[[nodiscard]] HostArray overChannels(const HostArray& values);

/// [height, width] to another size: bilinear, with the centres of pixels at halves and the border repeated.
[[nodiscard]] HostArray enlarged(const HostArray& map, std::int64_t height, std::int64_t width);

/// One bar a number, with names where there are as many.
[[nodiscard]] LensChart sampleChart(const HostArray& values, Sentence title,
                                    const std::vector<std::string>& names);

/// How often values lie in each of so many bins over all of the spans' range; one curve a span.
[[nodiscard]] LensChart histogramChart(Sentence title,
                                       const std::vector<std::pair<Sentence, std::span<const float>>>& of,
                                       std::size_t bins = 40);

} // namespace protomind
