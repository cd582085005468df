// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/data/split.h"
#include "engine/nn/arithmetic.h"
#include "engine/tensor/host_array.h"
#include "studio/lens/lens_plane.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a lens found: plain values that every lens shares, so that a few views can show, copy and save them
/// all, and a process can send them to another.
namespace protomind {

/// What the numbers of a picture mean as colours.
enum class PictureColours {
    AsItIs,     ///< a picture of the data's kind: low is black, high is white (or full red, green, blue)
    Sequential, ///< from low (nothing) to high (much)
    Diverging,  ///< two colours that meet at neutral; low and high lie equally far from it
};

/// A place on a picture, in its pixels from the upper left corner.
struct LensPoint {
    float x = 0;
    float y = 0;
    bool operator==(const LensPoint&) const = default;
};

struct LensPicture {
    Sentence title;   ///< "Filter 3"
    Sentence group;   ///< pictures of one group stand in a row under its name; empty: by itself
    HostArray values; ///< [height, width] or, AsItIs only, [height, width, 3]; may hold NaN where unknown
    PictureColours colours = PictureColours::AsItIs;
    float low = 0;
    float high = 1; ///< more than low
    float neutral = 0;
    std::vector<LensPoint> path{}; ///< a line over it, from point to point; empty: none
    /// The lens's settings that a press or a drag on it sets: how far right and how far down, from 0 to 1 of
    /// the picture. Empty: there are none.
    std::string xSetting{};
    std::string ySetting{};
    bool operator==(const LensPicture&) const = default;
};

struct LensCurve {
    Sentence name;
    std::vector<double> x;
    std::vector<double> y; ///< as many
    bool operator==(const LensCurve&) const = default;
};

enum class ChartKind {
    Lines,
    Bars,      ///< one bar a point
    Histogram, ///< bars that touch; x is the middle of each bin, all of one width
};

/// Curves over one axis.
struct LensChart {
    Sentence title;
    Sentence group; ///< as of pictures
    ChartKind kind = ChartKind::Lines;
    Sentence xLabel;
    Sentence yLabel;
    std::vector<LensCurve> curves;
    std::vector<std::string> labels; ///< of Bars: what each stands for; empty: its x
    /// The lens's setting that a click on a bar sets to the bar's place, counted from 0. Empty: there is
    /// none.
    std::string pickSetting{};
    bool operator==(const LensChart&) const = default;
};

/// A sample of the data that a result speaks of.
struct LensSample {
    std::int64_t index = 0; ///< in the result's split
    Sentence sentence;      ///< "3, taken for 8 (97.2 %; 3 had 1.9 %)"
    bool operator==(const LensSample&) const = default;
};

/// The text of a cell whose number can't be told.
inline constexpr const char* kNoValue = "–";

struct LensCell {
    std::string text;
    std::optional<double> value;     ///< the number that the text stands for; for colours, CSV and JSON
    std::vector<LensSample> samples; ///< those behind it, what is most worth seeing first; perhaps not all
    bool operator==(const LensCell&) const = default;
};

struct LensTable {
    std::string name; ///< in files: "confusion"
    Sentence title;   ///< for a person
    Sentence corner;  ///< what rows and columns are: "true / taken for"
    std::vector<Sentence> columns;
    std::vector<std::string> rows;            ///< their headers
    std::vector<std::vector<LensCell>> cells; ///< [row][column]
    /// Cells are coloured, those on the diagonal apart from the others.
    bool matrix = false;
    /// The lens that shows what is behind a cell, with two of its settings set to the cell's row and column,
    /// counted from 0. Empty: there is none.
    std::string cellLens{};
    std::string rowSetting{};
    std::string columnSetting{};
    bool operator==(const LensTable&) const = default;
};

/// A piece of code that runs, or what it does in words.
struct LensCode {
    Sentence title;                  ///< "Step 3"
    std::string name;                ///< "hidden: MatMul"
    std::vector<std::string> layers; ///< that it came from, by their names; empty: of none
    Sentence note;                   ///< what it is, and how it runs
    std::string text;                ///< the code; empty: there is none to be read
    std::string language;            ///< of the text: "OpenCL C"
    bool operator==(const LensCode&) const = default;
};

/// A number in the working of another one.
struct LensFactor {
    Sentence name; ///< "pool[3, 4, 0]"; empty: the number itself says all
    NumberPlace place;
    std::vector<std::int64_t> at; ///< its coordinates in the array that it stands in
    double value = 0;
    bool operator==(const LensFactor&) const = default;
};
/// A product.
struct LensTerm {
    std::vector<LensFactor> factors;
    double value = 0;
    bool operator==(const LensTerm&) const = default;
};
/// An ArithmeticStep to be shown. Of many terms those with the largest values stand there, the largest first.
struct LensStep {
    std::string symbol; ///< TeX
    ArithmeticKind kind = ArithmeticKind::Sum;
    std::vector<LensTerm> terms;
    std::int64_t folded = 0; ///< so many terms more
    double foldedSum = 0;    ///< of those
    std::string function{};
    double parameter = 0;
    double value = 0;
    bool operator==(const LensStep&) const = default;
};
/// Numbers of a layer that can be looked at: what it gives, and what stands on the way to that.
struct LensNumbers {
    Sentence title;
    std::string symbol; ///< TeX
    Shape shape;        ///< of one sample
    bool operator==(const LensNumbers&) const = default;
};
/// How one number of a layer is worked out.
struct LensWorking {
    Sentence name;                    ///< of the number: "conv[3, 4, 7]"
    std::vector<LensNumbers> numbers; ///< what the layer gives comes first
    std::size_t which = 0;            ///< of those, where the number stands
    std::vector<std::int64_t> at;     ///< and its coordinates there
    std::vector<LensStep> steps;
    double value = 0;            ///< worked out in double precision
    std::optional<double> given; ///< by the device; none of numbers on the way
    /// TeX: of the kind of layer; empty where it has none.
    std::string formula{};
    /// Of what comes in at the first port, the box of numbers that it is made of: for each axis the first and
    /// the last. Empty: of none of them directly.
    std::vector<std::int64_t> window;
    /// Of the input image, the box that can reach the number: top, left, bottom, right, inclusive. Empty
    /// where the input is no image.
    std::vector<std::int64_t> receptiveField;
    bool operator==(const LensWorking&) const = default;
};

/// All numbers of an array, as the device has them.
struct LensArray {
    Sentence name;
    HostArray numbers; ///< of one sample
    bool operator==(const LensArray&) const = default;
};
/// A layer with what comes in and what goes out, for a sample.
struct LensLayer {
    std::vector<LensArray> inputs; ///< one a port, by the names of the layers that they come from
    LensArray output;
    /// The output channel that is followed (the last axis); -1: none.
    std::int64_t channel = -1;
    /// What the layer holds for that channel: its part of each variable that has an axis of output channels.
    std::vector<LensArray> weights;
    /// Of images, what each input channel adds to the followed one before bias and activation: [height,
    /// width, input channels]. Empty where it is no sum of them, or too many.
    HostArray parts;
    bool operator==(const LensLayer&) const = default;
};

/// What a step of training does to a variable. All in the variable's shape.
struct LensWeightPass {
    std::string variable; ///< "conv1/kernel"
    HostArray before;
    /// Of the mean loss over the batch. Empty of running statistics, and of what is not trained.
    HostArray gradient;
    /// Of what the optimiser goes down besides the loss: L2, and the prices of layers. Empty: there is none.
    HostArray penaltyGradient;
    HostArray after;
    bool operator==(const LensWeightPass&) const = default;
};
/// A layer in a step of training: forward and back, for the followed sample; no array has a batch axis.
/// Gradients are those of what is made small, the mean loss over the batch with its penalty: of a batch of N,
/// a sample's own gradient counts one Nth.
struct LensLayerPass {
    std::string layer;
    HostArray output; ///< in training: what dropout drew drops, normalisation goes by the batch
    /// Of the last layer, where the loss looks at what comes before its softmax or sigmoid: that, in the
    /// shape of output. Else empty.
    HostArray logits;
    HostArray outputGradient; ///< that arrives: at output, or where there are logits at those
    /// What this layer alone sends back to each of its inputs, by their layers' names, in the order of its
    /// ports. What arrives at an output is the sum of what all layers behind it send there.
    std::vector<LensArray> passedOn;
    std::vector<LensWeightPass> weights; ///< all variables of the layer, as it declares them
    bool operator==(const LensLayerPass&) const = default;
};
/// A number that the optimiser works with for the followed weight.
struct LensStepTerm {
    Sentence name;      ///< "Velocity"
    std::string symbol; ///< TeX, as in the optimiser's formula
    double before = 0;
    std::optional<double> after; ///< of what the step changes
    bool operator==(const LensStepTerm&) const = default;
};
/// A single weight on its way through the optimiser.
struct LensFollowedWeight {
    std::string variable;         ///< empty: the step changes no weight
    std::vector<std::int64_t> at; ///< its coordinates there
    Sentence optimizer;           ///< "Adam"
    std::string formula;          ///< TeX
    /// Gradients, the learning rate, the optimiser's settings and its state; the weight itself comes last.
    std::vector<LensStepTerm> terms;
    /// The followed sample's own part of the gradient of the mean loss: what arrives at each number of the
    /// layer, times how that changes with the weight. Without terms: not worked out.
    LensStep share{};
    bool operator==(const LensFollowedWeight&) const = default;
};
/// The next step of training, taken apart.
struct LensTrainingStep {
    std::int64_t trainingSamples = 0;
    std::vector<std::int64_t> batch; ///< its samples, by their places in the training split
    std::size_t place = 0;           ///< in the batch, of the sample that is followed
    HostArray sample;                ///< the followed one
    Sentence target;                 ///< what it should give: "7"; of values "0.5, 1.2"
    double loss = 0;                 ///< mean over the batch, without the penalty
    double penalty = -1;             ///< of layers and weights; -1 where there is none
    double sampleLoss = 0;           ///< of the followed sample alone
    double learningRate = 0;
    std::vector<LensLayerPass> layers; ///< in the order in which they are computed
    LensFollowedWeight weight;
    bool operator==(const LensTrainingStep&) const = default;
};

/// One number of a result that scripts and checks look for: "completeness".
struct LensFigure {
    std::string name;
    double value = 0;
    bool operator==(const LensFigure&) const = default;
};

struct LensResult {
    std::vector<Sentence> sentences; ///< what is seen, of which samples, and what to beware of
    std::vector<LensPicture> pictures;
    std::vector<LensPlane> planes;
    bool sideBySide = false; ///< the pictures are to be compared, all in one size
    std::vector<LensChart> charts;
    std::vector<LensTable> tables;
    std::vector<LensCode> codes;
    std::vector<LensWorking> workings;
    std::vector<LensLayer> layers;
    std::vector<LensTrainingStep> trainingSteps;
    std::vector<LensFigure> figures;
    HostArray made{};          ///< a sample that the lens made, for all others to look at; empty: none
    std::string layer{};       ///< that was looked into; empty: not one alone
    Split split = Split::Test; ///< that the samples of cells are of
    std::int64_t step = 0;     ///< steps of training that the network had seen
    bool operator==(const LensResult&) const = default;
};

} // namespace protomind
