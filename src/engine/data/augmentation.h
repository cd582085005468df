// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/tensor/shape.h"

#include <span>
#include <string>
#include <variant>

namespace protomind {

/// How training pictures are changed at random, anew in every epoch; each at 0 or false is off. Pictures that
/// a network is only asked about stay as they are.
struct Augmentation {
    double shift = 0;  ///< at most, as a share of the side, along each axis
    double turn = 0;   ///< at most, in degrees, either way
    double scale = 0;  ///< at most: 0.2 is from 0.8 to 1.2 times the size
    bool flip = false; ///< left to right, half of the pictures
    double noise = 0;  ///< standard deviation, where black is 0 and white 1
    bool operator==(const Augmentation&) const = default;
};

/// Whether it changes anything.
[[nodiscard]] inline bool isOn(const Augmentation& augmentation) {
    return augmentation != Augmentation();
}

/// Only pictures can be changed: samples of [height, width, channels].
[[nodiscard]] inline bool canBeAugmented(const Shape& sampleShape) {
    return sampleShape.rank() == 3;
}
/// Where pictures should come out as well, those would have to be changed with them: they are left alone.
[[nodiscard]] inline bool canBeAugmented(const DataDescription& data) {
    return canBeAugmented(data.sampleShape) && data.targetShape.rank() < 2;
}

/// One of the members above, declared once: settings, window, files, command line and lessons read this.
struct AugmentationKind {
    enum class Unit { None, Share, Degrees };

    std::string name;    ///< "shift"
    std::string label;   ///< for a person
    std::string help;    ///< a sentence or two
    std::string meaning; ///< for who writes a lesson: one sentence
    std::variant<double Augmentation::*, bool Augmentation::*> member;
    double maximum = 0;   ///< of a number
    double suggested = 0; ///< of a number that is switched on
    Unit unit = Unit::None;
};
[[nodiscard]] std::span<const AugmentationKind> augmentationTable();

} // namespace protomind
