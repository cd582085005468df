// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <memory>
#include <optional>
#include <set>

namespace protomind {

/// Weights that training or a hand made, as they were at one time. All who keep them share them.
struct TrainedWeights {
    CheckpointPtr checkpoint;                    ///< null while they are on their way, and once given up
    std::shared_ptr<const Experiment> trainedAs; ///< never null
    bool onTheWay = false;                       ///< asked for, and not yet here
    bool givenUp = false;                        ///< there was not enough memory for them
};
using TrainedWeightsPtr = std::shared_ptr<TrainedWeights>;

/// What weights an experiment had at one time, to come back to.
struct Moment {
    TrainedWeightsPtr weights; ///< null: the first ones of the seed
    std::set<LayerId> renewed; ///< layers of theirs that were removed since: another of that id is new
    bool operator==(const Moment&) const = default;
};

/// What a step of the history has to do with the weights.
enum class WeightEffect {
    None,      ///< nothing: a card is moved, or called otherwise
    Course,    ///< they are kept, but the run goes on in another way
    Structure, ///< those that fit are kept
    ByHand,    ///< it sets some of them
    Anew,      ///< they begin anew
};

/// Which way a step is gone.
enum class StepWay {
    Do,
    Continue, ///< the same gesture goes on
    Undo,
    Redo,
};

/// The weights on both sides of a step.
struct StepWeights {
    std::optional<Moment> before;
    std::optional<Moment> after; ///< known once it was undone
    std::uint64_t trainings = 0; ///< how much had been trained when it was last gone; 0: unlike any other
    bool separate = false;       ///< does not merge: there was training in the course of the gesture
};

} // namespace protomind
