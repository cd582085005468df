// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "studio/session/session.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace protomind {

class Document;

/// Why training can't start, in the language of the window, and where to look.
struct TrainingObstacle {
    std::string sentence;
    LayerId layer; ///< null where it is about no single layer
};

/// The first thing that keeps a document from being trained; none where it can be.
[[nodiscard]] std::optional<TrainingObstacle> trainingObstacle(const Document& document);

/// Whether two networks compute the same with the same weights: equal but for where the cards lie.
[[nodiscard]] bool sameStructure(const Network& a, const Network& b);

/// Steps a second at which a person can follow what is prepared: some for data so small that it would be
/// learned in a blink, 0 (as fast as it goes) for all other.
[[nodiscard]] double watchableSpeed(const Prepared& prepared);

/// The bridge between the window and the running experiment: actions become requests, events become signals
/// on the window's thread. Prepares anew by itself when the experiment was edited since; keeps trained
/// weights over edits that leave the network's structure and the seed as they were, and remembers them over
/// edits that do not, so that undoing such an edit brings them back. Nothing here waits.
class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(Document& document, QObject* parent = nullptr, Clock clock = steadyClock());
    ~RunController() override;

    [[nodiscard]] RunState state() const { return m_state; }
    /// One point an epoch; empty before the first.
    [[nodiscard]] const std::vector<HistoryPoint>& history() const { return m_history; }
    /// Whether the present network has weights that training changed.
    [[nodiscard]] bool isTrained() const;
    /// Whether it trains, or will as soon as it is prepared.
    [[nodiscard]] bool isTraining() const;
    /// Whether the work asked for is still on its way to the session: it is being prepared.
    [[nodiscard]] bool isPreparing() const {
        return m_phase == Phase::Fetching || m_phase == Phase::Preparing;
    }

    /// Goes on until the epochs are done; where they are, for as many again.
    void train();
    void pause();
    void step(StepSize size);
    /// Steps a second at most; 0: as fast as it goes. Until a person chooses one it is watchableSpeed().
    void setSpeed(double stepsPerSecond);
    [[nodiscard]] double speed() const { return m_speed; }
    /// Back to fresh weights of the same seed.
    void reset() { restore(nullptr); }
    /// Weights that were kept earlier, for the present network; null: fresh ones of the seed, as reset()
    /// does.
    void restore(CheckpointPtr checkpoint);
    /// Steps done since the start, as far as heard.
    [[nodiscard]] std::int64_t stepsDone() const { return m_step; }
    /// At once, without compiling anew. Called by itself when the document's learning rate changes.
    void setLearningRate(double learningRate);
    void evaluate();
    /// Returns the tag that predicted() will carry; 0 where the network can't run.
    std::uint64_t predict(HostArray samples);
    /// Asks for the newest weights; checkpointStored() follows once the document has them, and in any case.
    /// It also comes by itself: after a pause, and every half minute of training.
    void fetchCheckpoint();
    /// The program ends: the session stops after the step under way, and nothing more comes of it.
    void stop() { m_session->requestStop(); }
    [[nodiscard]] bool hasStopped() const { return m_session->hasStopped(); }
    /// What the layers give is to be seen from now on, in this way.
    void watch(WatchRequest request);
    /// The newest pictures of the present network; null where there are none.
    [[nodiscard]] const std::shared_ptr<const Pictures>& pictures() const { return m_pictures; }

signals:
    void speedChanged(double stepsPerSecond);
    /// There are new pictures, or none any more.
    void picturesChanged();
    void prepared(const protomind::Prepared& event);
    void stateChanged(protomind::RunState state);
    void progressed(const protomind::Progress& event);
    void epochDone(const protomind::EpochDone& event);
    void diverged(const protomind::DivergedEvent& event);
    void evaluated(const protomind::Evaluated& event);
    void predicted(const protomind::Predicted& event);
    void checkpointStored();
    void failed(const protomind::Problem& problem);

private:
    enum class Phase {
        Unprepared,
        Fetching, ///< the trained state is asked for, so that it outlives the preparation that follows
        Preparing,
        Prepared,
    };

    /// The newest pictures on their way from the session's thread: those that came late are skipped.
    struct PictureMail {
        std::mutex mutex;
        std::shared_ptr<const Pictures> newest;
        bool announced = false;
    };

    void hear(const Event& event);
    void receivePictures();
    void setPictures(std::shared_ptr<const Pictures> pictures);
    void setWeight(const WeightSet& event);
    void receive(const Event& event);
    void receivePrepared(const Prepared& event);
    void receiveState(RunState state);
    void receiveCheckpoint(const CheckpointTaken& event);
    void receiveFailure(const Problem& problem);
    void followDocument(const ChangeEvent& event);
    void startOver();

    /// Whether what the session tells of a run is about the present one.
    [[nodiscard]] bool hearsRun() const { return m_phase == Phase::Prepared || m_phase == Phase::Fetching; }
    [[nodiscard]] bool upToDate() const;
    [[nodiscard]] bool fits(const std::shared_ptr<const Experiment>& experiment) const;
    void post(Request request);
    void startPreparing();
    void postPrepare();
    void askForCheckpoint();
    void adaptDocumentCheckpoint();
    void adaptRun();
    void setState(RunState state);
    void applySpeed(double stepsPerSecond);

    Document& m_document;
    RunState m_state = RunState::Idle;
    Phase m_phase = Phase::Unprepared;
    std::vector<HistoryPoint> m_history;
    std::shared_ptr<const Pictures> m_pictures;
    std::shared_ptr<const Pictures> m_picturesOfPrepared; ///< the newest, also while another network is drawn
    PictureMail m_mail;
    std::shared_ptr<const Experiment> m_prepared;  ///< what the session has, or is about to have
    CheckpointPtr m_newest;                        ///< the newest trained state, whether it fits or not
    std::shared_ptr<const Experiment> m_newestFor; ///< what it was trained as
    std::vector<Request> m_waiting;                ///< until the session is prepared
    bool m_trainedSinceCheckpoint = false;
    bool m_storingForCaller = false;
    double m_speed = 0;
    bool m_speedChosen = false;
    std::int64_t m_step = 0; ///< steps done, as far as heard
    std::int64_t m_plannedSteps = 0;
    std::int64_t m_untilStep = 0;
    std::uint64_t m_tag = 0;
    std::uint64_t m_awaitedCheckpoint = 0;      ///< 0: none is on its way
    std::set<std::uint64_t> m_staleCheckpoints; ///< asked for before the project was replaced or reset
    QTimer m_keepTimer;                         ///< takes a checkpoint now and then, and soon after a pause
    QTimer m_adaptTimer;                        ///< lets a burst of edits end before preparing anew
    std::unique_ptr<Session> m_session;
};

} // namespace protomind
