// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/nn/layer_type.h"
#include "studio/network/fix.h"
#include "studio/network/network.h"
#include "studio/network/players.h"

#include <map>
#include <optional>
#include <vector>

namespace protomind {

enum class Severity { Error, Warning };

/// What kind of thing is wrong; for tests, statistics and the help page of each.
enum class NetworkProblemKind {
    NoInput,
    SeveralInputs,
    NothingAfterInput,
    MissingInput, ///< a port without a wire
    TooFewInputs, ///< a merging layer with a single wire
    Unused,       ///< a card without any wire
    Unreachable,  ///< fed by layers that no sample reaches
    SeveralOutputs,
    Circle,
    InvalidWire, ///< into a port that does not exist or is taken, or twice the same
    UnknownType,
    UnknownField,
    FieldOutOfRange,
    BadName,       ///< empty, or also another layer's
    ShapeMismatch, ///< a layer can't take what comes in
    TooManyParameters,
    SoftmaxInside,
    SingleSoftmax, ///< over one number: always 1
    SampleShape,   ///< the data's samples have another shape than the Input
    OutputNotFlat,
    OutputCount,        ///< the data has another number of classes or values than the network gives
    LastActivation,     ///< works badly with the data's kind of target
    LossMismatch,       ///< the loss asks for other targets or outputs
    TooMuchMemory,      ///< training would not fit this machine
    AppliedTwice,       ///< probabilities are made of probabilities
    NothingToNormalise, ///< a mean and a spread over a single number
    SettingOutOfRange,  ///< a setting of training, as a file has it
    LearningRate,       ///< so small or so large that nothing is learned
    FadingSchedule,     ///< leaves nothing of the learning rate within the run
    Penalty,            ///< so strong that it undoes all learning
    NothingToLearn,     ///< no weights
    StuckAtZero,        ///< first weights that no gradient can move
    SameAnswer,         ///< all samples of the data have the same target
    NothingKeptAside,   ///< the share to keep aside is less than one sample
    SeveralLatents,
    UnwiredGenerator, ///< what it makes does not go into the Input
    MixedPlayers,     ///< a generator is wired past the Input into what judges it
    MadeShape,        ///< what a generator makes has another shape than the Input
};

/// Something wrong with a drawing, as a value: a sentence that names the layers and sizes, and a way home.
struct NetworkProblem {
    Severity severity = Severity::Error;
    Sentence sentence;
    LayerId layer;          ///< where; null where it is about the whole network
    WireId wire;            ///< null where it is not about one wire
    std::vector<Fix> fixes; ///< the best first
    NetworkProblemKind kind = NetworkProblemKind::NoInput;
};

/// What follows from a drawing for one layer.
struct LayerFacts {
    std::vector<Shape> inputShapes;
    std::optional<Shape> outputShape; ///< of one sample; none where it can't be known
    ParameterCount parameters;
    std::int64_t multiplyAdds = 0;
};

/// What follows from a drawing: shapes, sizes, problems. Made anew after every edit; takes well under a
/// millisecond.
struct Analysis {
    std::map<LayerId, LayerFacts> layers;
    std::vector<NetworkProblem> problems;
    std::vector<LayerId> order; ///< layers that can be computed, in an order of evaluation
    LayerId input;              ///< the one Input layer; null where there is not exactly one
    LayerId output;  ///< the one layer that nothing follows; null where there is not exactly one; of two
                     ///< players, the discriminator's
    Players players; ///< whose layers are whose, where there is a generator
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;

    [[nodiscard]] bool runnable() const; ///< no problem of severity Error
};

[[nodiscard]] Analysis analyse(const Network& network);

/// What a network must fit besides itself: the shape of samples and number of outputs wanted. Adds problems
/// such as "The data's samples are 28 × 28 × 1, but Input is 2." (fix: set it) and "The data has 10 classes,
/// but the last layer gives 2."
struct DataShapes {
    Shape sample;
    std::int64_t outputs = 0; ///< classes, or values of a target
    std::string dataName;     ///< "Digits"; may be empty
    bool classes = true;      ///< outputs counts classes; else values
    std::int64_t samples = 0; ///< to train on, before some are kept aside; 0: not known
    /// The smallest and the largest value of a target; none where they are classes, or not known.
    struct Range {
        static constexpr double kRounding =
            1e-6; ///< what a value may be beyond a bound and still count as it
        double lowest = 0;
        double highest = 0;
        [[nodiscard]] bool isBelow(double least) const { return lowest < least - kRounding; }
        [[nodiscard]] bool isAbove(double most) const { return highest > most + kRounding; }
        bool operator==(const Range&) const = default;
    };
    std::optional<Range> targets{};
    std::string onlyClass{}; ///< the one that all samples are of; empty where there are more, or not known
    Shape target{};          ///< of values that are no list but a picture, [14, 14, 1]; else rank 0
};
/// What is known of opened data. Reads all of it once where targets are values.
[[nodiscard]] DataShapes dataShapesOf(const DataSource& source);

[[nodiscard]] Analysis analyse(const Network& network, const DataShapes& data);

} // namespace protomind
