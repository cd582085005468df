// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run does between requests: training, with lenses beside it.
#include "studio/session/experiment_run.h"

namespace protomind {

namespace {

/// Seconds that a lens works before training goes on.
constexpr double kLensSlice = 0.01;

} // namespace

void ExperimentRun::answer(const CancelLensRequest& request) {
    m_lenses.cancel(request);
    tell(Done{});
}

void ExperimentRun::work(const std::function<bool()>& interrupted, const std::stop_token& stop) {
    m_answering = m_evaluations.empty() ? m_trainingFor : m_evaluations.front().askers.front();
    guarded([&] {
        if (!m_lenses.busy()) {
            workOnRun(interrupted, stop);
            return;
        }
        const double started = m_clock();
        m_lenses.work(kLensSlice, [&] { return stop.stop_requested() || interrupted(); });
        // A lens takes no more of the time than what goes on beside it.
        const double until = 2 * m_clock() - started;
        if (!interrupted() && untilNextStepOfRun() <= 0)
            workOnRun([&] { return interrupted() || m_clock() >= until; }, stop);
    });
}

void ExperimentRun::workOnRun(const std::function<bool()>& interrupted, const std::stop_token& stop) {
    if (!m_evaluations.empty())
        evaluate(interrupted, stop);
    else if (m_trainer->validationPending())
        finishEpoch(interrupted, stop);
    else if (training())
        train(interrupted, stop);
}

double ExperimentRun::untilNextStep() const {
    return m_lenses.busy() ? 0 : untilNextStepOfRun();
}

double ExperimentRun::untilNextStepOfRun() const {
    const bool waits = m_evaluations.empty() && !(m_trainer && m_trainer->validationPending());
    return waits ? m_pace.wait(m_clock()) : 0;
}

void ExperimentRun::train(const std::function<bool()>& interrupted, const std::stop_token& stop) {
    const auto pausing = [&] { return interrupted() || (m_pace.limit() > 0 && m_pace.wait(m_clock()) > 0); };
    const auto reached = m_loop->run(m_goal, pausing, stop);
    if (!reached) {
        tellProblem(reached.error());
    } else if (*reached) {
        m_loop->flush();
        arrive();
    }
}

/// The rest of the validation of an epoch; its figures are told as if no pause had come between.
void ExperimentRun::finishEpoch(const std::function<bool()>& interrupted, const std::stop_token& stop) {
    const auto done = m_loop->run(m_trainer->stepsDone(), interrupted, stop);
    if (!done) {
        tellProblem(done.error());
    } else if (*done) {
        m_loop->flush();
        if (training() && m_trainer->stepsDone() >= m_goal)
            arrive();
    }
}

} // namespace protomind
