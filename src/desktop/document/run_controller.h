// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/document/weight_memory.h"
#include "desktop/document/weight_news.h"
#include "engine/train/training_plan.h"
#include "studio/network/carried_weights.h"
#include "studio/session/session_client.h"
#include "studio/session/watchable_speed.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace protomind {

class Document;

/// The bridge between the window and the running experiment: actions become requests, events become signals
/// on the window's thread. Prepares anew by itself when the experiment was edited since; keeps weights over
/// edits where they still fit and the seed is the same. Each step of the document's history is given the
/// weights that stood when it was done, so that undo and redo bring them back. Nothing here waits.
class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(Document& document, QObject* parent = nullptr, Clock clock = steadyClock(),
                           std::int64_t undoBytes = kUndoBytes);
    ~RunController() override;

    [[nodiscard]] RunState state() const { return m_state; }
    /// One point an epoch; empty before the first.
    [[nodiscard]] const std::vector<HistoryPoint>& history() const { return m_history; }
    /// Why the run stopped, where it is in RunState::Diverged.
    [[nodiscard]] const std::optional<DivergedEvent>& divergence() const { return m_divergence; }
    /// Whether the present network has weights that training changed, in every layer that has any.
    [[nodiscard]] bool isTrained() const;
    /// What the present network takes over of the newest weights; none where there are none, or where the
    /// network can't be built.
    [[nodiscard]] const std::optional<CarriedWeights>& carried() const;
    /// Whether there are other weights than the first ones of the seed.
    [[nodiscard]] bool hasWeights() const { return m_origin.weights || isAhead(); }
    /// Whether it trains, or will as soon as it is prepared.
    [[nodiscard]] bool isTraining() const;
    /// Whether the work asked for is still on its way to the session: it is being prepared.
    [[nodiscard]] bool isPreparing() const {
        return m_phase == Phase::Fetching || m_phase == Phase::Preparing;
    }

    /// What the session has, or is about to have; null: nothing.
    [[nodiscard]] const std::shared_ptr<const Experiment>& preparedExperiment() const { return m_prepared; }

    /// Goes on until the epochs are done; where they are, for as many again: see trainingGoal.
    void train();
    /// The epoch that train() goes on to, as far as known; 0 where it is not.
    [[nodiscard]] std::int64_t goalEpoch() const {
        return m_stepsPerEpoch > 0 ? m_untilStep / m_stepsPerEpoch : 0;
    }
    /// How far the present network's run has come; none before its first step, or where that is not known.
    [[nodiscard]] std::optional<StepsDone> done() const;
    void pause();
    void step(StepUnit unit);
    /// Steps a second at most; 0: as fast as it goes. Until a person chooses one it is watchableSpeed().
    void setSpeed(double stepsPerSecond);
    [[nodiscard]] double speed() const { return m_speed; }
    /// Back to fresh weights of the same seed.
    void reset() { restore(nullptr); }
    /// Weights that were kept earlier, for the present network; null: fresh ones of the seed, as reset()
    /// does.
    void restore(CheckpointPtr checkpoint);
    /// The weights as they are now, to come back to.
    [[nodiscard]] Moment moment();
    void returnTo(const Moment& moment);
    /// Weights by the names of their variables, at once and without a step of the history: such as an
    /// experiment is to begin with.
    void setWeights(const std::map<std::string, std::vector<float>>& weights);
    /// Steps done since the start, as far as heard.
    [[nodiscard]] std::int64_t stepsDone() const { return m_step; }
    /// At once, without compiling anew. Called by itself when the document's learning rate changes.
    void setLearningRate(double learningRate);
    void evaluate();
    /// Who is told that a question failed: also those who listen to failed(), or who asked alone.
    enum class FailureHeard { ByAll, ByAsker };
    template<class Question>
    using Then = std::function<void(const Result<AnswerTo<Question>>&)>;
    /// Asks the present network, which is made ready first where need be. then is called with its answer on
    /// this thread while who lives; never with that of another network or of other data: see isAsked().
    template<class Question>
    RequestId ask(Question question, QObject* who, Then<Question> then,
                  FailureHeard heard = FailureHeard::ByAll);
    /// Whether an answer may still come.
    [[nodiscard]] bool isAsked(RequestId question) const;
    /// Its answer is of no interest any more.
    void cancel(RequestId question);
    /// What a lens was asked is given up in the session too; empty: of all lenses, and their memory is given
    /// back.
    void cancelLens(std::string lens) { m_client->post(CancelLensRequest{std::move(lens)}); }
    /// Whether the session trains, or would answer about, what the document holds now; else a question would
    /// have it prepare first.
    [[nodiscard]] bool isUpToDate() const { return upToDate(); }
    /// Asks for predictions; null where the network can't run.
    RequestId predict(HostArray samples, QObject* who = nullptr, Then<PredictRequest> then = {});
    /// Asks a generator for samples of latents: see GenerateRequest; null where the network can't run.
    RequestId generate(HostArray latents, QObject* who, Then<GenerateRequest> then);
    /// Asks for the newest weights; checkpointStored() follows once the document has them, and in any case.
    /// It also comes by itself: after a pause, and every half minute of training.
    void fetchCheckpoint();
    /// The program ends: the session stops after the step under way, and nothing more comes of it.
    void stop() { m_client->requestStop(); }
    [[nodiscard]] bool hasStopped() const { return m_client->hasStopped(); }
    /// What the layers give is to be seen from now on, in this way.
    void watch(WatchRequest request);
    /// pictures() have these variables besides, whatever else is watched: "conv1/kernel".
    void watchVariables(std::vector<std::string> names);
    /// pictures() are of this sample, [sample shape], where they are of a single one; empty: of the first one
    /// kept aside. Of samples that come faster than they can be looked at only the newest is.
    void watchSample(HostArray sample);
    /// The newest pictures of the present network; null where there are none.
    [[nodiscard]] const std::shared_ptr<const Pictures>& pictures() const { return m_pictures; }

signals:
    void speedChanged(double stepsPerSecond);
    /// history() is another run's: what was measured with earlier weights says nothing of it.
    void historyChanged();
    /// After each step of the document's history that has to do with the weights.
    void weightsFollowed(const protomind::WeightNews& news);
    /// There are new pictures, or none any more.
    void picturesChanged();
    void prepared(const protomind::Prepared& event);
    void stateChanged(protomind::RunState state);
    void progressed(const protomind::Progress& event);
    void epochDone(const protomind::EpochDone& event);
    /// The network is made ready for its device: prepared or failed ends it.
    void preparingBegan();
    /// The device that computes is silent, there again, or lost: then another one goes on.
    void deviceNews(const protomind::DeviceNews& news);
    /// history() and stepsDone() are those of the state that is restored.
    void diverged(const protomind::DivergedEvent& event);
    void evaluated(const protomind::Evaluated& event);
    /// To who asked, that is.
    void predicted(const protomind::Predicted& event);
    void lensProgressed(const protomind::LensProgress& event);
    void checkpointStored();
    void failed(const protomind::Problem& problem);

private:
    enum class Phase {
        Unprepared,
        Fetching, ///< the trained state is asked for, so that it outlives the preparation that follows
        Preparing,
        Prepared,
    };

    struct Waiting {
        RequestEnvelope envelope;
        SessionClient::Handler handler;
    };

    /// At most this much training is lost in a crash.
    static constexpr int kCheckpointMilliseconds = 30'000;
    /// After a pause: long enough that a person who steps quickly is not slowed by copies of the weights.
    static constexpr int kAfterPauseMilliseconds = 250;

    void receivePictures(std::shared_ptr<const Pictures> pictures);
    void setPictures(std::shared_ptr<const Pictures> pictures);
    void setWeight(const WeightSet& event);
    void receive(const EventEnvelope& envelope);
    void receivePrepared(const Prepared& event);
    void receiveUnprepared(const Problem& problem);
    void receiveState(RunState state);
    void receiveDivergence(const DivergedEvent& event);
    void loseRun();
    void receiveCheckpoint(RequestId answered, const CheckpointPtr& checkpoint);
    void receiveRenamed(const CheckpointPtr& checkpoint);
    void receiveFailure(const Problem& problem);
    void followDocument(const ChangeEvent& event);
    void followEdit();
    void noteRemoval(LayerId layer);
    void startOver();

    // Steps of the history: run_controller_steps.cpp.
    void beginStep(StepWeights& step, WeightEffect effect, StepWay way);
    void endStep(StepWeights& step, WeightEffect effect, StepWay way);
    void goBack(StepWeights& step, WeightEffect effect, StepWay way);
    void beginAnew();
    bool takeUp(const Moment& moment);
    void followHistory();
    void noteFresh();
    [[nodiscard]] WeightNews newsOf(WeightEffect effect, StepWay way, bool edited) const;
    [[nodiscard]] bool sameSeed() const;
    [[nodiscard]] bool goesOnInPlace(const StepWeights& step, WeightEffect effect) const;
    void setAgain();
    [[nodiscard]] LayerRenames renames() const;
    void forgetCarried() { m_carriedKnown = false; }
    void forgetRenamed();

    /// Whether the session has weights that are newer than m_origin.
    [[nodiscard]] bool isAhead() const {
        return m_phase == Phase::Prepared && (m_trainedSinceCheckpoint || m_state == RunState::Training);
    }
    [[nodiscard]] bool upToDate() const;
    [[nodiscard]] bool fits(const std::shared_ptr<const Experiment>& experiment) const;
    /// Now, or once the session is prepared for what is drawn.
    void post(Request request) {
        post({.envelope = {m_client->nextId(), std::move(request)}, .handler = {}});
    }
    void post(Waiting request);
    void cancelQuestions();
    void cancelWeights();
    /// Of what is prepared no more is heard.
    void leaveRun();
    void startPreparing();
    void postPrepare();
    void askForCheckpoint();
    void askForRenaming();
    void adaptDocumentCheckpoint();
    void adaptRun();
    [[nodiscard]] bool trainingWaits() const;
    void letTrainingWait();
    /// Whether any was waiting.
    bool forgetTraining();
    void setState(RunState state);
    void applySpeed(double stepsPerSecond);
    void askForSample();

    Document& m_document;
    RunState m_state = RunState::Idle;
    Phase m_phase = Phase::Unprepared;
    std::optional<DivergedEvent> m_divergence;
    std::vector<HistoryPoint> m_history;
    std::shared_ptr<const Pictures> m_pictures;
    std::shared_ptr<const Pictures> m_picturesOfPrepared; ///< the newest, also while another network is drawn
    WatchRequest m_watch{.picturesPerSecond = 0};         ///< as asked for last
    HostArray m_watchedSample;
    RequestId m_sampleAsked; ///< the look at a sample that is under way
    bool m_sampleWaits = false;
    std::vector<std::string> m_watchedVariables;
    std::shared_ptr<const Experiment> m_prepared; ///< what the session has, or is about to have
    Moment m_origin;                              ///< the newest weights, whether they fit or not
    Moment m_kept;               ///< the newest that are here, while newer ones are asked for
    std::set<LayerId> m_removed; ///< layers of m_prepared that were removed since
    mutable std::optional<CarriedWeights> m_carried;
    mutable bool m_carriedKnown = false;
    /// The newest weights with the names of now, for the document: its layers were renamed since.
    struct Renamed {
        CheckpointPtr of;
        LayerRenames renames;
        CheckpointPtr checkpoint;
        RequestId asked; ///< not null: on its way
    };
    Renamed m_renamed;
    std::vector<Waiting> m_waiting;              ///< until the session is prepared
    std::shared_ptr<const Experiment> m_toTrain; ///< what the training among them was asked for
    bool m_trainedSinceCheckpoint = false;
    bool m_storingForCaller = false;
    double m_speed = 0;
    bool m_speedChosen = false;
    std::int64_t m_step = 0;          ///< steps done, as far as heard
    std::int64_t m_stepsPerEpoch = 0; ///< of what is prepared
    std::int64_t m_untilStep = 0;
    std::vector<RequestId> m_questions;                ///< on their way, and some that were answered
    std::map<RequestId, TrainedWeightsPtr> m_onTheWay; ///< by the request for them
    WeightMemory m_memory;
    std::uint64_t m_trainings = 1; ///< grows whenever there is training, or other weights are taken up
    bool m_inStep = false;
    bool m_inPlace = false;            ///< a step by hand that sets its weights in the run as it is
    std::optional<Moment> m_base;      ///< of a step by hand that is done again on what it was done on
    std::vector<WeightSet> m_setLater; ///< what that step sets
    bool m_edited = false;             ///< something changed in the course of a step
    bool m_takenUp = false;            ///< the last edit has reached the session
    bool m_reprepare = false;          ///< other weights wait to be taken up
    bool m_historyAwaited = false;     ///< comes with weights that are on their way
    std::set<LayerId> m_freshBefore;   ///< layers that were known to start with new weights
    bool m_hadWeights = false;         ///< before the step
    bool m_knownBefore = false;        ///< what the network takes over of them
    bool m_tookBack = false;           ///< the step brought back other weights
    bool m_gaveUp = false;             ///< those that it should have are no longer kept
    QTimer m_keepTimer;                ///< takes a checkpoint now and then, and soon after a pause
    QTimer m_adaptTimer;               ///< lets a burst of edits end before preparing anew
    std::unique_ptr<SessionClient> m_client;
};

template<class Question>
RequestId RunController::ask(Question question, QObject* who, Then<Question> then, FailureHeard heard) {
    const RequestId id = m_client->nextId();
    const auto answered = [this, who = QPointer(who), then = std::move(then), heard](const auto& answer) {
        if (!answer && heard == FailureHeard::ByAll)
            receiveFailure(answer.error());
        if (who && then)
            then(answer);
    };
    std::erase_if(m_questions, [this](RequestId older) { return !isAsked(older); });
    m_questions.push_back(id);
    post({.envelope = {id, std::move(question)},
          .handler = SessionClient::handlerOf<AnswerTo<Question>>(answered)});
    return id;
}

} // namespace protomind
