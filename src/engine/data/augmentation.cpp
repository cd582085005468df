// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/augmentation.h"

#include <array>

namespace protomind {

namespace {

constexpr double kMostShift = 0.5;
constexpr double kMostTurn = 180;
constexpr double kMostScale = 0.5;
constexpr double kMostNoise = 0.5;

} // namespace

std::span<const AugmentationKind> augmentationTable() {
    // Taken apart by name, so that a new member can't be forgotten: the line would not compile.
    [[maybe_unused]] const auto& [shift, turn, scale, flip, noise] = Augmentation();
    using Unit = AugmentationKind::Unit;
    static const std::array<AugmentationKind, 5> kTable{{
        {.name = "shift",
         .label = "Random shift",
         .help = "How far a training picture is moved at most, as a share of its side, up or down and to "
                 "either side. What comes in at an edge is that edge again.",
         .meaning = "How far training pictures are moved at random, as a share of their side; 0: not at all.",
         .member = &Augmentation::shift,
         .maximum = kMostShift,
         .suggested = 0.1,
         .unit = Unit::Share},
        {.name = "turn",
         .label = "Random turn",
         .help = "By how many degrees a training picture is turned at most, either way. Where what is to be "
                 "told apart are turns of one another, as 6 and 9 are, stay well below 90.",
         .meaning = "By how many degrees training pictures are turned at random; 0: not at all.",
         .member = &Augmentation::turn,
         .maximum = kMostTurn,
         .suggested = 10,
         .unit = Unit::Degrees},
        {.name = "scale",
         .label = "Random size",
         .help = "How much larger or smaller a training picture becomes at most: 0.2 is from 0.8 to 1.2 "
                 "times its size.",
         .meaning = "How much larger or smaller training pictures become at random; 0: not at all.",
         .member = &Augmentation::scale,
         .maximum = kMostScale,
         .suggested = 0.1,
         .unit = Unit::Share},
        {.name = "flip",
         .label = "Random flip",
         .help = "Half of the training pictures, chosen by chance, are mirrored left to right. Leave it off "
                 "where a mirror image is something else, or nothing at all: a mirrored 2 is no 2.",
         .meaning = "Whether training pictures are mirrored at random, left to right.",
         .member = &Augmentation::flip},
        {.name = "noise",
         .label = "Random noise",
         .help = "How much chance is added to each number of a training picture: the standard deviation, "
                 "where black is 0 and white is 1.",
         .meaning = "The standard deviation of the noise that is added to training pictures; 0: none.",
         .member = &Augmentation::noise,
         .maximum = kMostNoise,
         .suggested = 0.05},
    }};
    return kTable;
}

} // namespace protomind
