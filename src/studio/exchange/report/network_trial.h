// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/plot.h"
#include "studio/exchange/trained_network.h"
#include "studio/picture/picture.h"

#include <memory>
#include <optional>
#include <vector>

namespace protomind {

/// Two numbers in, classes out: what the network says all over the plane, and to the points of the data.
struct TriedPlane {
    struct Point {
        Spot at;
        int truth = 0;
        int decided = 0;
    };
    std::vector<Point> points;
    PlotSpan x;
    PlotSpan y;
    Picture map; ///< from the upper left; pale where it is not sure
};

/// Values out: what was wanted, and what it said.
struct TriedValues {
    /// x: the input where it is a single number, else what was wanted; y: what is wanted where x is the
    /// input, else what it said.
    std::vector<Spot> samples;
    std::vector<Spot> curve;  ///< what it says to every input, from left to right; empty of other inputs
    std::int64_t outputs = 1; ///< of them, the first one is looked at
    double squareError = 0;   ///< mean over the samples
    double spread = 0;        ///< mean square of what was wanted, about its mean
};

/// Which samples of the data were looked at.
enum class TriedOn { Test, KeptAside, All };

/// What a network does with its data, as it is now: the figures of `protomind evaluate`, and samples.
struct NetworkTrial {
    std::optional<Problem> obstacle; ///< why there are no figures; the rest may be there all the same
    std::optional<Prepared> prepared;
    std::optional<Evaluated> evaluated;
    std::shared_ptr<const LensResult> confusion; ///< null where it does not suit
    std::shared_ptr<const LensResult> wrong;     ///< samples, those it was most sure of first
    std::shared_ptr<const LensResult> right;     ///< samples, those it was least sure of first
    std::optional<TriedPlane> plane;
    std::optional<TriedValues> values;
    TriedOn triedOn = TriedOn::All; ///< of plane and values
};

/// The colour of a class in pictures: "#0072b2". The first two are told apart by everybody.
[[nodiscard]] std::string_view inkOfClass(int which);

/// Tries it on the device of its experiment, or the processor where that is not here. Takes seconds where
/// there are many samples.
[[nodiscard]] NetworkTrial tryNetwork(const TrainedNetwork& network);

} // namespace protomind
