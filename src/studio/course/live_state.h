// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"
#include "studio/course/filter_visit.h"
#include "studio/course/lens_state.h"
#include "studio/course/measured_speeds.h"
#include "studio/course/state_value.h"
#include "studio/network/analysis.h"
#include "studio/runs/run_list.h"
#include "studio/session/messages.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace protomind {

[[nodiscard]] std::span<const StateName> stateNames();
/// Null where there is none of that name.
[[nodiscard]] const StateName* findStateName(std::string_view name);
/// The texts that one of them can have, where only some are possible; else empty.
[[nodiscard]] const std::vector<std::string>& stateChoices(std::string_view name);

/// One of the names that a condition on layers may use besides: "type", "name", "parameters",
/// "receptive_field", and every setting that any kind of layer has. Sizes are texts: "5x5".
struct LayerFieldName {
    std::string name;
    StateType type = StateType::Number;
    std::vector<std::string> choices; ///< of a text, where only some are possible
};
[[nodiscard]] std::span<const LayerFieldName> layerFieldNames();
[[nodiscard]] const LayerFieldName* findLayerFieldName(std::string_view name);

/// One of the names that a condition on runs may use besides; all are numbers.
struct RunFieldName {
    std::string_view name;
    StateValue (*value)(
        const RunRecord& run); ///< unknown where the run has none: an accuracy without classes
};
[[nodiscard]] std::span<const RunFieldName> runFieldNames();
/// Null where there is none of that name.
[[nodiscard]] const RunFieldName* findRunFieldName(std::string_view name);

/// Figures of a loss and of the share of right answers over all samples of a split; unknown where they were
/// not computed.
struct SplitFigures {
    std::optional<double> loss;
    std::optional<double> accuracy;
};

/// Those that each epoch of a run gives: of the samples learned from the mean over the epoch, each as it was
/// when its batch came; of the samples kept aside after its last step.
struct LearningFigures {
    SplitFigures train;
    SplitFigures validation;
};
[[nodiscard]] LearningFigures figuresOf(const HistoryPoint& point);
/// Epochs done after so many steps, with the fraction of the present one.
[[nodiscard]] double epochsAfter(std::int64_t steps, const Prepared& facts);

/// What is there at one moment, for checks to look at: a plain value that whoever has the experiment fills
/// in. All of it is optional but the experiment.
struct LiveState {
    Experiment experiment;
    Analysis analysis;
    std::string dataName;
    std::optional<std::int64_t> dataSamples;
    std::optional<std::int64_t> dataClasses;
    RunState run = RunState::Idle;
    bool trained = false;
    bool diverged = false; ///< since the step was entered
    std::int64_t steps = 0;
    double epochs = 0;
    double speed = 0;
    std::string device;                   ///< that really computes; empty: nothing is ready to
    std::int64_t threads = 0;             ///< see Prepared; 0: nothing is ready to
    std::optional<double> stepsPerSecond; ///< of the last steps
    std::vector<MeasuredWay> ways;        ///< since the step was entered; the last measured comes last
    SplitFigures train;                   ///< of the last epoch that is complete
    SplitFigures validation;              ///< likewise, or of an evaluation after it
    SplitFigures test;
    LearningFigures epochBefore; ///< of the one before that
    /// Present weights by the names of their variables; those of small networks at least.
    std::map<std::string, std::vector<float>> weights;
    /// The training points, where one number goes in and one comes out: x, y.
    std::vector<std::array<float, 2>> pairs;
    LensLooks looks;    ///< since the step was entered
    FilterVisit filter; ///< of a page whose scene is one; else without a picture
    /// Tests of the present data that were made since the step was entered, on nothing that was learned from;
    /// the best first. Those of the same weights count once.
    std::vector<RunRecordPtr> runs;
    std::int64_t movesByHand = 0;      ///< since the step was entered
    std::int64_t exports = 0;          ///< that answered as the network does, since the step was entered
    std::int64_t movesByHandInRun = 0; ///< since the first weights
    /// How many steps were done when what is trained was changed last: see trainsTheSame.
    std::int64_t stepOfChange = 0;

    /// Takes the figures of the last two epochs over, of those that ended after stepOfChange.
    void setFigures(std::span<const HistoryPoint> history);
    /// The same moment, but with the figures of one epoch before.
    [[nodiscard]] LiveState anEpochBefore() const;
    /// The value of one of stateNames().
    [[nodiscard]] StateValue value(std::string_view name) const;
    /// One number of a variable, as it is written in the fewest digits: 0.1, not 0.100000001.
    [[nodiscard]] StateValue weight(const std::string& name, std::int64_t index) const;
    /// The fields that a condition on layers sees: "type", "name", "parameters", and the layer's settings.
    /// Unknown where its type has no such setting.
    [[nodiscard]] StateValue layerValue(const Layer& layer, std::string_view field) const;
};

/// Whether steps of both can be told as those of one: nothing that a step is taken on was changed, such as
/// the network, the data, the loss or the batch size. How fast and how long it learns may be.
[[nodiscard]] bool trainsTheSame(const Experiment& a, const Experiment& b);

} // namespace protomind
