// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/answers.h"

#include <vector>

/// A sample before and after something was done to it, and what the network says to both.
namespace protomind {

/// What the network says to one sample.
struct Said {
    std::int64_t decided = 0;
    std::vector<float> byClass;
};
[[nodiscard]] Result<Said> say(const Answers& answers, const HostArray& sample);
/// "7 (98.2 %)", or with a score where answers are no probabilities.
[[nodiscard]] Sentence saidSentence(const Answers& answers, const Said& said);

/// A bar a class, before and after; a click on one sets the setting "target".
[[nodiscard]] LensChart saidChart(const Answers& answers, const Said& before, const Said& after);

/// What was added to a picture, as strong as can be seen. In colours it lies around grey.
[[nodiscard]] LensPicture changePicture(HostArray change);
/// The numbers of a sample that is no picture.
[[nodiscard]] LensChart changedNumbers(const LensContext& context, const HostArray& before,
                                       const HostArray& after);

} // namespace protomind
