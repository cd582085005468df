// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/tensor/host_array.h"

#include <string>
#include <vector>

namespace protomind {

enum class PlaneMarks {
    Points, ///< [n, 2]: x and y
    Arrows, ///< [n, 4]: x and y where it begins, x and y of its tip
    Curves, ///< [n, points, 2]: n lines through so many points each
};

/// Marks of one kind that can be shown and hidden together.
struct PlaneLayer {
    std::string name; ///< in files and for switches: "made"
    Sentence title;   ///< for a person: "Made by the generator"
    PlaneMarks marks = PlaneMarks::Points;
    HostArray at;      ///< in the plane's own units; may lie outside of it
    int colour = 0;    ///< of the palette that charts have, by its place there
    bool shown = true; ///< to begin with
    bool operator==(const PlaneLayer&) const = default;
};

/// A part of the plane with marks on it, perhaps over a map of a number for each place.
struct LensPlane {
    Sentence title;
    Sentence xLabel;
    Sentence yLabel;
    float left = -1; ///< the part: left < right, bottom < top
    float right = 1;
    float bottom = -1;
    float top = 1;
    Sentence mapTitle; ///< "What the discriminator says"; empty: there is no map
    HostArray map;     ///< [rows, columns], the first row at the top; may hold NaN where unknown
    float mapLow = 0;  ///< diverging colours that meet in the middle: low and high lie equally far from it
    float mapHigh = 1;
    Sentence lowTitle;              ///< what low means: "made"
    Sentence highTitle;             ///< "real"
    std::vector<PlaneLayer> layers; ///< the last one on top
    bool operator==(const LensPlane&) const = default;
};

} // namespace protomind
