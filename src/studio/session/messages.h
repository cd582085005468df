// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/data/split.h"
#include "engine/tensor/host_array.h"
#include "engine/train/checkpoint.h"
#include "engine/train/layer_renames.h"
#include "engine/train/output_reading.h"
#include "engine/train/settings.h"
#include "studio/lens/lens_request.h"
#include "studio/lens/pictures.h"
#include "studio/lens/watch_request.h"
#include "studio/network/analysis.h"
#include "studio/network/network.h"
#include "studio/session/ticket.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What is said between a running experiment and those who watch it. All are plain values without pointers
/// into either side, so that a child process can answer them as well as a thread does. Every request is
/// answered, by what is said beside it or by Failed, under its number.
namespace protomind {

/// Everything that decides a run.
struct Experiment {
    Network network;
    std::string data; ///< a DataSource text
    TrainingSettings training;
    std::string device = "cpu";
    int threads = 0; ///< 0: as many as there are processors
    /// What the network's outputs are called where there is no data to tell it: of a network that was read
    /// from another program's file.
    std::vector<std::string> outputNames = {};
};

/// Another experiment with its trained weights, to be looked at beside the one that runs.
struct OtherNetwork {
    std::string name; ///< for a person: "hardened"
    Experiment experiment;
    CheckpointPtr checkpoint; ///< never null
};

// Requests ---------------------------------------------------------------------------------------------

/// Makes ready to train: opens the data, compiles the step, sets first weights (or those of the checkpoint).
/// What the checkpoint holds is taken over where names and shapes match: position and history where every
/// weight does. The learning rate is the experiment's. A run under way is stopped first. Answered by Prepared
/// or Failed.
struct PrepareRequest {
    Experiment experiment;
    CheckpointPtr from;        ///< null: fresh weights from the seed
    LayerRenames renamed = {}; ///< layers of the checkpoint that are called otherwise in the experiment
};
/// Trains until the epochs (or steps) are done, or PauseRequest. Answered by StateChanged when it begins; all
/// that comes of it carries its number. Failed comes before a StateChanged where, or as soon as, the schedule
/// leaves nothing of the learning rate.
struct TrainRequest {
    std::int64_t untilStep = 0; ///< steps since the start; 0: those of trainingGoal()
};
/// Stops after the step under way; the position is kept. Answered by StateChanged.
struct PauseRequest {};
enum class StepUnit { Sample, Batch, Epoch };
/// Trains a single step (on one sample of the batch, or on all of it), or to the end of the epoch, then
/// pauses. Answered as TrainRequest is.
struct StepRequest {
    StepUnit unit = StepUnit::Batch;
};
/// Changes the learning rate at once, without compiling anew; other settings need a PrepareRequest from a
/// checkpoint. Answered by Done.
struct SetLearningRateRequest {
    double learningRate = 0;
};
/// Holds training back so that a person can follow it. Holds until the next such request, whatever is
/// prepared meanwhile. Answered by Done.
struct SetSpeedRequest {
    double stepsPerSecond = 0; ///< at most; 0: as fast as it goes
};
/// Loss and accuracy on a split. Answered by Evaluated: before any more training, but where the split is
/// large after requests that come meanwhile. Failed where another run is prepared first.
struct EvaluateRequest {
    /// The test split; where there is none, all that the weights have not learned from. False: validation.
    /// Failed where there is nothing of that.
    bool test = true;
};
/// Runs samples through the network. Answered by Predicted.
struct PredictRequest {
    HostArray samples; ///< [N, sample shape]
};
/// Lets a generator make samples of latents: see drawLatents. Answered by Generated; Failed where the network
/// has none.
struct GenerateRequest {
    HostArray latents; ///< [N, the generator's input shape]
};
/// Asks for all that is needed to go on later. Answered by CheckpointTaken.
struct CheckpointRequest {};
/// Asks for a checkpoint with the layers' names of now: its weights may be too many to be copied in a blink.
/// Needs no run. Answered by CheckpointTaken.
struct RenameLayersRequest {
    CheckpointPtr checkpoint;
    LayerRenames renamed;
};
/// Sets one number of a weight by hand. Answered by Done, after a Watched where pictures are asked for.
struct SetWeightRequest {
    std::string weight;     ///< the variable's name: "<layer>/kernel"
    std::int64_t index = 0; ///< row-major
    double value = 0;
};

using Request =
    std::variant<PrepareRequest, TrainRequest, PauseRequest, StepRequest, SetLearningRateRequest,
                 SetSpeedRequest, EvaluateRequest, PredictRequest, GenerateRequest, CheckpointRequest,
                 RenameLayersRequest, WatchRequest, SetWeightRequest, LensRequest, CancelLensRequest>;

struct RequestEnvelope {
    RequestId id; ///< no other request of this client has it
    Request request;
};

// Events -----------------------------------------------------------------------------------------------

struct Prepared {
    std::int64_t parameters = 0;
    std::int64_t trainingSamples = 0;
    std::int64_t validationSamples = 0;
    std::int64_t testSamples = 0;
    std::int64_t stepsPerEpoch = 0;
    std::int64_t batchSize = 0;    ///< at most the number of training samples
    std::int64_t step = 0;         ///< steps done: more than 0 where a checkpoint's position was taken over
    std::int64_t weightsTaken = 0; ///< tensors of weights taken from the checkpoint
    std::int64_t weightsFresh = 0; ///< those with first values
    Shape sampleShape;             ///< of the data
    std::vector<std::string> classNames; ///< of the data; empty where targets are values
    double compileSeconds = 0;
    std::string device;              ///< "cpu"
    std::string deviceName;          ///< as the maker calls it
    std::int64_t threads = 0;        ///< that compute: of the processor, or compute units of another device
    Sentence asideNote;              ///< why not as much is kept aside as was asked for; empty: it is
    std::vector<Sentence> notes;     ///< sentences on what else was not done as asked
    std::vector<Sentence> dataNotes; ///< what a person should know of how the data were read
    std::vector<NetworkProblem> warnings; ///< what may keep it from learning
    std::vector<std::uint32_t> keptAside; ///< where the validation samples are in the training data, in order
};
/// Ready: prepared and not begun. Paused: begun, or resumed from a checkpoint. Finished: the epochs are done.
enum class RunState { Idle, Ready, Training, Paused, Finished, Diverged };
struct StateChanged {
    RunState state = RunState::Idle;
};
/// At most 60 a second. Figures are means over the steps since the last one.
struct Progress {
    std::int64_t step = 0; ///< steps done since the start
    double epoch = 0;      ///< epochs done, with the fraction of the present one
    double loss = 0;       ///< of the data, without the penalty
    double accuracy = -1;  ///< of classes; -1 where there are none
    Figures others{};      ///< of any name, such as the penalty: see HistoryPoint
    double learningRate = 0;
    double stepsPerSecond = 0;
};
/// Each of the first thousand epochs; later ones at most 60 a second (a checkpoint's history has them,
/// thinned where they are very many).
struct EpochDone {
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    double loss = 0; ///< of the data, without the penalty
    double accuracy = -1;
    double validationLoss = -1; ///< -1 where nothing was kept aside
    double validationAccuracy = -1;
    Figures others{};   ///< of any name: see HistoryPoint
    double seconds = 0; ///< of this epoch
    double stepsPerSecond = 0;
};
enum class DivergenceReason {
    NotFinite,      ///< a number grew beyond all bounds, and the last finite state is restored
    RobustnessLost, ///< adversarial training lost what the network stood, and the best state is restored
};
struct DivergedEvent {
    std::string layer; ///< where the first number that is not finite was met; empty: not known
    std::int64_t step = 0;
    Sentence sentence; ///< with what to do
    DivergenceReason reason = DivergenceReason::NotFinite;
    std::int64_t restoredStep = 0; ///< steps done in the state that is restored
};
struct Evaluated {
    Split split = Split::Test;
    std::int64_t samples = 0;
    /// Of these samples: the weights have learned from them before. None: it isn't known from how many.
    std::optional<std::int64_t> learnedFrom = 0;
    double loss = 0;
    double accuracy = -1;
    std::vector<std::vector<std::int64_t>>
        confusion; ///< [true class][predicted class]; empty without classes
};
struct Predicted {
    HostArray outputs;
    OutputReading reading; ///< what they are
};
struct Generated {
    HostArray samples; ///< [N, sample shape]
};
struct CheckpointTaken {
    CheckpointPtr checkpoint; ///< null where one with other names could not be made
    /// That copying it took, and sending the one before; not the wait for steps that were under way.
    double seconds = 0;
};
struct Failed {
    Problem problem;
};
/// What was asked for is done, and there is nothing to tell of it: also where a question is given up for
/// another one.
struct Done {};
/// At most as often as WatchRequest says.
struct Watched {
    std::shared_ptr<const Pictures> pictures;
};

/// Silent: it has not answered for seconds, and may again. Lost: it won't; what was asked is done by another
/// one from here on, from the last snapshot of the weights.
enum class DeviceState { Answering, Silent, Lost };
/// What became of the device that computes. Told without being asked.
struct DeviceNews {
    DeviceState state = DeviceState::Answering;
    Sentence sentence;           ///< for a person; empty where it answers
    std::int64_t stepsTaken = 0; ///< where it was lost: of training, those that are done again
};

using Event =
    std::variant<Prepared, StateChanged, Progress, EpochDone, DivergedEvent, Evaluated, Predicted, Generated,
                 CheckpointTaken, Failed, Watched, Done, LensProgress, LensAnswered, DeviceNews>;

/// What is said, and of what.
struct EventEnvelope {
    RequestId answers; ///< the request that it comes of
    RunId run;         ///< the one that there was; null: none has been prepared
    Event event;
};

} // namespace protomind
