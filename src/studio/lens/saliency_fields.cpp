// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/saliency_fields.h"

#include <algorithm>
#include <array>
#include <string>

namespace protomind {

namespace {

/// In the order of SaliencyMethod.
constexpr std::array kSaliencyMethodNames{
    "gradient", "gradient_times_input", "smoothgrad", "integrated_gradients", "occlusion", "grad_cam"};

} // namespace

const std::vector<Field>& saliencyFields() {
    static const std::vector<Field> all{
        {.name = "method",
         .label = "Method",
         .type = FieldType::Choice,
         .defaultValue = std::string("integrated_gradients"),
         .choices = {kSaliencyMethodNames.begin(), kSaliencyMethodNames.end()},
         .help = "How it is found out what the score hangs on.",
         .shownOnCard = true},
        {.name = "class",
         .label = "Class",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{-1},
         .minimum = -1,
         .maximum = kMostSaliencyOutputs - 1,
         .help = "Whose score is explained, counted from 0. -1: that of the class it decides for.",
         .shownOnCard = true},
        {.name = "samples",
         .label = "Noisy samples",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{25},
         .minimum = 1,
         .maximum = 1000,
         .help = "SmoothGrad: how many noisy copies of the sample the gradient is the mean of.",
         .logarithmic = true},
        {.name = "noise",
         .label = "Noise",
         .type = FieldType::Real,
         .defaultValue = 0.15,
         .minimum = 0,
         .maximum = 1,
         .help = "SmoothGrad: the noise's standard deviation, as a share of the sample's range."},
        {.name = "steps",
         .label = "Steps",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{128},
         .minimum = 1,
         .maximum = 4096,
         .help = "Integrated gradients: in how many steps the way from nothing (all zeros) to the sample "
                 "is gone.",
         .logarithmic = true},
        {.name = "window",
         .label = "Window",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{5},
         .minimum = 1,
         .maximum = 512,
         .help = "Occlusion: the side of the square that is covered with zeros."},
        {.name = "stride",
         .label = "Stride",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{2},
         .minimum = 1,
         .maximum = 512,
         .help = "Occlusion: how far the square moves on at a time; at most its own side."}};
    return all;
}

SaliencyMethod saliencyMethodOf(const Settings& settings) {
    const auto found = std::ranges::find(kSaliencyMethodNames, choice(saliencyFields(), settings, "method"));
    return static_cast<SaliencyMethod>(found - kSaliencyMethodNames.begin());
}

} // namespace protomind
