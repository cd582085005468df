// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/training_loop.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kReportInterval = 1.0 / 60;
constexpr std::int64_t kEpochsAlwaysTold = 1000;

double rate(std::int64_t steps, double seconds) {
    return seconds > 0 ? static_cast<double>(steps) / seconds : 0;
}

} // namespace

TrainingLoop::TrainingLoop(Trainer& trainer, TrainingListener listener, Clock clock)
    : m_trainer(trainer)
    , m_listener(std::move(listener))
    , m_clock(std::move(clock))
    , m_lastProgress(m_clock())
    , m_lastEpoch(m_lastProgress) {}

Result<bool> TrainingLoop::run(std::int64_t until, const std::function<bool()>& interrupted,
                               const std::stop_token& stop) {
    const Interruption leave = [&] { return stop.stop_requested() || interrupted(); };
    m_last = m_clock();
    while (m_trainer.stepsDone() < until || m_trainer.validationPending()) {
        if (auto advanced = advance(until, leave); !advanced) {
            forget();
            return std::unexpected(advanced.error());
        }
        if (m_waiting && (m_waiting->epoch <= kEpochsAlwaysTold || m_last - m_lastEpoch >= kReportInterval))
            sendEpoch();
        if (m_sums.samples > 0 && m_last - m_lastProgress >= kReportInterval)
            sendProgress();
        if (leave())
            break;
    }
    if (auto settled = settle(); !settled) {
        forget();
        return std::unexpected(settled.error());
    }
    return m_trainer.stepsDone() >= until && !m_trainer.validationPending();
}

/// The rest of a validation, or a step.
Result<void> TrainingLoop::advance(std::int64_t until, const Interruption& interrupted) {
    if (m_trainer.validationPending()) {
        auto point = m_trainer.finishEpoch(interrupted);
        if (!point)
            return std::unexpected(point.error());
        const double now = m_clock();
        m_epochSeconds += now - m_last;
        m_last = now;
        if (*point)
            closeEpoch(**point);
        return {};
    }
    require(m_trainer.stepsDone() < until, "TrainingLoop: a step too many");
    auto figures = m_trainer.stepAhead(interrupted);
    if (!figures)
        return std::unexpected(figures.error());
    const double now = m_clock();
    gather(*figures, now - m_last);
    m_last = now;
    if (figures->epoch)
        closeEpoch(*figures->epoch);
    if (m_listener.stepped)
        m_listener.stepped(now);
    return {};
}

/// What steps ahead gave that was not told yet.
Result<void> TrainingLoop::settle() {
    const auto figures = m_trainer.settle();
    if (!figures)
        return std::unexpected(figures.error());
    if (figures->samples == 0)
        return {};
    addFigures(*figures);
    const double now = m_clock();
    m_sums.seconds += now - m_last;
    m_epochStepSeconds += now - m_last;
    m_epochSeconds += now - m_last;
    m_last = now;
    return {};
}

Result<void> TrainingLoop::stepSample() {
    m_last = m_clock();
    auto figures = m_trainer.stepSample([] { return true; });
    if (!figures) {
        forget();
        return std::unexpected(figures.error());
    }
    const double now = m_clock();
    gather(*figures, now - m_last);
    m_last = now;
    if (figures->epoch)
        closeEpoch(*figures->epoch);
    flush();
    return {};
}

void TrainingLoop::forget() {
    // What was gathered may belong to steps that are taken back.
    m_sums = {};
    m_waiting.reset();
    m_epochSteps = 0;
    m_epochStepSeconds = 0;
    m_epochSeconds = 0;
}

void TrainingLoop::gather(const StepFigures& figures, double seconds) {
    const double stepSeconds = seconds - figures.evaluationSeconds;
    addFigures(figures);
    ++m_sums.steps;
    m_sums.seconds += stepSeconds;
    m_learningRate = figures.learningRate;
    ++m_epochSteps;
    m_epochStepSeconds += stepSeconds;
    m_epochSeconds += seconds;
}

void TrainingLoop::addFigures(const StepFigures& figures) {
    m_sums.samples += figures.samples;
    const auto samples = static_cast<double>(figures.samples);
    m_sums.loss += figures.loss * samples;
    m_sums.penalty += figures.penalty * samples;
    if (figures.samples > 0) {
        m_classes = figures.correct >= 0;
        m_penalised = figures.penalty >= 0;
    }
    m_sums.correct += std::max<std::int64_t>(figures.correct, 0);
}

void TrainingLoop::closeEpoch(const HistoryPoint& point) {
    m_waiting = EpochFigures{.epoch = std::llround(point.epoch),
                             .figures = point,
                             .seconds = m_epochSeconds,
                             .stepsPerSecond = rate(m_epochSteps, m_epochStepSeconds)};
    m_epochSteps = 0;
    m_epochStepSeconds = 0;
    m_epochSeconds = 0;
}

void TrainingLoop::sendEpoch() {
    m_lastEpoch = m_clock();
    m_listener.epochDone(*m_waiting);
    m_waiting.reset();
}

void TrainingLoop::sendProgress() {
    m_lastProgress = m_clock();
    const auto samples = static_cast<double>(m_sums.samples);
    m_listener.progressed({.step = m_trainer.stepsDone(),
                           .epoch = m_trainer.epochsDone(),
                           .loss = m_sums.loss / samples,
                           .penalty = m_penalised ? m_sums.penalty / samples : -1,
                           .accuracy = m_classes ? static_cast<double>(m_sums.correct) / samples : -1,
                           .learningRate = m_learningRate,
                           .stepsPerSecond = rate(m_sums.steps, m_sums.seconds)});
    m_sums = {};
}

void TrainingLoop::flush() {
    if (m_waiting)
        sendEpoch();
    if (m_sums.samples > 0)
        sendProgress();
}

} // namespace protomind
