// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_state.h"

#include "studio/course/filter_measures.h"

#include <cmath>

namespace protomind {

namespace {

constexpr double kDecimals = 1e6;

/// Sums of decimal fractions miss by a hair what they are on paper: nine times 0.111 is 0.999.
StateValue rounded(double number) {
    if (std::isnan(number))
        return UnknownValue{};
    return std::round(number * kDecimals) / kDecimals;
}

std::optional<PictureFilter> filterOf(const LiveState& state) {
    const Layer* layer = filterLayer(state.experiment.network);
    return layer != nullptr && state.filter.picture() ? presentFilter(*layer, state.weights) : std::nullopt;
}

StateValue ofFilter(const LiveState& state, double (*measure)(const PictureFilter&)) {
    const auto filter = filterOf(state);
    return filter ? rounded(measure(*filter)) : UnknownValue{};
}

StateValue ofPicture(const LiveState& state,
                     std::optional<double> (*measure)(const PictureFilter&, const GreyPicture&)) {
    const auto filter = filterOf(state);
    const auto measured = filter ? measure(*filter, *state.filter.picture()) : std::nullopt;
    return measured ? rounded(*measured) : UnknownValue{};
}

template<std::size_t kAxis>
std::optional<double> sizeOfOutput(const PictureFilter& filter, const GreyPicture& picture) {
    const auto size = outputSize(filter, picture);
    return size ? std::optional(static_cast<double>((*size)[kAxis])) : std::nullopt;
}

/// The output where the window is.
StateValue answerAtPlace(const LiveState& state) {
    const auto filter = filterOf(state);
    if (!filter || !outputSize(*filter, *state.filter.picture()))
        return UnknownValue{};
    return rounded(outputAt(*filter, *state.filter.picture(), state.filter.place(*filter)));
}

template<std::size_t kAxis>
StateValue placeOf(const LiveState& state) {
    const auto filter = filterOf(state);
    return filter ? StateValue(static_cast<double>(state.filter.place(*filter)[kAxis])) : StateValue();
}

using enum StateType;

constexpr FilterStateRow kFilterRows[] = {
    {{"filter.picture", Text, "The picture that the filter is slid over."},
     [](const LiveState& s) -> StateValue {
         return s.filter.picture() ? StateValue(s.filter.pictureName()) : StateValue();
     }},
    {{"filter.sum", Number, "All numbers of the kernel together: what it makes of a flat area of 1."},
     [](const LiveState& s) {
         return ofFilter(s, [](const PictureFilter& filter) { return filter.sum(); });
     }},
    {{"filter.output_height", Number, "How many rows come out of the filter."},
     [](const LiveState& s) { return ofPicture(s, sizeOfOutput<0>); }},
    {{"filter.output_width", Number, "How many columns come out of the filter."},
     [](const LiveState& s) { return ofPicture(s, sizeOfOutput<1>); }},
    {{"filter.mean_change", Number,
      "By how much the output is brighter in the mean than the pixels that it was made of; 255 is from black "
      "to "
      "white."},
     [](const LiveState& s) { return ofPicture(s, changeOfMean); }},
    {{"filter.detail", Number,
      "How much neighbours differ in the output, over how much those pixels do: below 1 it blurs, above 1 it "
      "sharpens."},
     [](const LiveState& s) { return ofPicture(s, keptDetail); }},
    {{"filter.vertical_edge", Number,
      "The largest output, without its sign, where 0 at the left meets 1 at the right."},
     [](const LiveState& s) { return ofFilter(s, answerToUprightEdge); }},
    {{"filter.horizontal_edge", Number, "The largest output, without its sign, where 0 above meets 1 below."},
     [](const LiveState& s) { return ofFilter(s, answerToLyingEdge); }},
    {{"filter.slope_right", Number,
      "What the kernel makes of a picture that is 0 in the middle and grows by 1 a pixel to the right."},
     [](const LiveState& s) { return ofFilter(s, answerToSlopeRight); }},
    {{"filter.slope_down", Number, "The same of one that grows downwards."},
     [](const LiveState& s) { return ofFilter(s, answerToSlopeDown); }},
    {{"filter.row", Number, "Where the window is: the row of its output, from 0 at the top."}, placeOf<0>},
    {{"filter.column", Number, "Where the window is: the column of its output, from 0 at the left."},
     placeOf<1>},
    {{"filter.answer", Number, "The output where the window is."}, answerAtPlace},
    {{"filter.places", Number, "To how many places the window was moved since the step was entered."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.filter.places().size()); }},
    {{"filter.guesses", Number, "How many outputs were guessed since the step was entered."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.filter.guesses().size()); }},
    {{"filter.good_guesses", Number,
      "How many of them were no more than 10 off; of outputs that are the same, one counts."},
     [](const LiveState& s) -> StateValue { return static_cast<double>(s.filter.goodGuesses()); }},
};

} // namespace

std::span<const FilterStateRow> filterStateRows() {
    return kFilterRows;
}

const std::vector<std::string>& filterPictureNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const FilterPicture& one : filterPictures())
            names.push_back(one.name);
        names.emplace_back(kDrawnPicture);
        names.emplace_back(kOwnPicture);
        return names;
    }();
    return kNames;
}

} // namespace protomind
