// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"

#include <functional>

namespace protomind {

/// Means over the steps since the last time.
struct ProgressFigures {
    std::int64_t step = 0;
    double epoch = 0;
    double loss = 0;      ///< without the penalty
    double penalty = -1;  ///< -1 where there is none
    double accuracy = -1; ///< -1 where there are no classes
    double learningRate = 0;
    double stepsPerSecond = 0;
};

struct EpochFigures {
    std::int64_t epoch = 0;
    HistoryPoint figures;
    double seconds = 0;        ///< of training and evaluation, without pauses
    double stepsPerSecond = 0; ///< without the time for evaluation
};

struct TrainingListener {
    std::function<void(const ProgressFigures&)> progressed;
    std::function<void(const EpochFigures&)> epochDone;
    std::function<void(double now)> stepped; ///< after every step, with the clock's time; may be empty
};

/// Takes a trainer through its steps and says how it goes: progress at most 60 times a second; each of the
/// first thousand epochs, and later ones at most 60 times a second (the history has them, thinned where they
/// are very many).
class TrainingLoop {
public:
    /// trainer outlives it.
    TrainingLoop(Trainer& trainer, TrainingListener listener, Clock clock = steadyClock());

    /// Trains until so many steps are done and every epoch is validated, or until interrupted (asked after
    /// every step, and within a validation) or stop say so. Gives whether all is done.
    [[nodiscard]] Result<bool> run(std::int64_t until, const std::function<bool()>& interrupted,
                                   const std::stop_token& stop = {});

    /// Trains on the next sample alone, and says how it went.
    [[nodiscard]] Result<void> stepSample();

    /// Says what has gathered since the last time; for when a run stands still.
    void flush();

private:
    struct Sums {
        std::int64_t steps = 0;
        std::int64_t samples = 0;
        std::int64_t correct = 0;
        double loss = 0;
        double penalty = 0;
        double seconds = 0; ///< of steps alone
    };

    [[nodiscard]] Result<void> advance(std::int64_t until, const Interruption& interrupted);
    [[nodiscard]] Result<void> settle();
    void gather(const StepFigures& figures, double seconds);
    void addFigures(const StepFigures& figures);
    void forget();
    void closeEpoch(const HistoryPoint& point);
    void sendProgress();
    void sendEpoch();

    Trainer& m_trainer;
    TrainingListener m_listener;
    Clock m_clock;
    Sums m_sums;
    bool m_classes = false;
    bool m_penalised = false;
    double m_last = 0; ///< when the last step ended
    double m_learningRate = 0;
    double m_lastProgress;
    double m_lastEpoch;
    std::int64_t m_epochSteps = 0;
    double m_epochStepSeconds = 0;
    double m_epochSeconds = 0;
    std::optional<EpochFigures> m_waiting; ///< an epoch not told yet
};

} // namespace protomind
