// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "engine/nn/field.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

/// What a lesson can do in a learner's place, for solutions and demonstrations: plain values, carried out by
/// the window (as undoable steps, in slow motion) or without one.
namespace protomind {

struct TrainAction {
    std::int64_t steps = 0; ///< one of the two is more than 0
    std::int64_t epochs = 0;
};
struct ResetAction {};
struct EvaluateAction {};
/// One of trainingFields().
struct SetTrainingAction {
    std::string field;
    FieldValue value;
};
struct SetWeightAction {
    std::string weight; ///< "line/kernel"
    std::int64_t index = 0;
    double value = 0;
};
struct SetLayerAction {
    std::string layer; ///< its name
    std::string field;
    FieldValue value;
};
/// Puts a new layer behind another, which then feeds it; on an empty canvas behind none.
struct AddLayerAction {
    std::string type;
    std::string after; ///< empty: none
    std::string name;
    Settings settings;
};
struct RemoveLayerAction {
    std::string layer;
};
struct SetDataAction {
    std::string data; ///< a DataSource text
};
struct SetSpeedAction {
    double stepsPerSecond = 0;
};
/// Which device computes: the one that every machine has, since a lesson can count on no other.
struct SetDeviceAction {
    std::string device; ///< "cpu"
};
struct SetThreadsAction {
    int threads = 0; ///< of the processor; 0: all that there are
};
/// Writes the network as a file of another program, which is read back and compared.
struct ExportAction {
    std::string format; ///< the name of one that is read back: "onnx"
};
/// The picture that a filter is slid over: one of filterPictures().
struct SetPictureAction {
    std::string picture;
};
/// Moves the filter's window to where it gives this pixel of the output.
struct MoveWindowAction {
    std::int64_t row = 0;
    std::int64_t column = 0;
};
/// Says what the output is at the window's place, before it is seen.
struct GuessOutputAction {
    double value = 0;
};

/// Looks through a lens. Settings that are not given have their defaults.
struct LookAction {
    std::string lens; ///< name of its LensType
    Settings settings{};
    std::optional<std::int64_t> sample{}; ///< none: the first one
    std::optional<Split> split{};         ///< none: the first there is of test, validation and training
    std::string layer{};                  ///< of lenses for a layer; empty: the first that it suits
};

using LessonAction =
    std::variant<TrainAction, ResetAction, EvaluateAction, SetTrainingAction, SetWeightAction, SetLayerAction,
                 AddLayerAction, RemoveLayerAction, SetDataAction, SetSpeedAction, SetDeviceAction,
                 SetThreadsAction, ExportAction, SetPictureAction, MoveWindowAction, GuessOutputAction,
                 LookAction>;

} // namespace protomind
