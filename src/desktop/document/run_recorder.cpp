// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/run_recorder.h"

#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "studio/runs/run_record.h"

#include <QDateTime>

namespace protomind {

WallClock systemWallClock() {
    return [] { return std::int64_t{QDateTime::currentSecsSinceEpoch()}; };
}

RunRecorder::RunRecorder(Document& document, RunController& run, WallClock clock, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
    , m_clock(std::move(clock)) {
    connect(&run, &RunController::prepared, this, &RunRecorder::followPrepared);
    connect(&run, &RunController::epochDone, this, &RunRecorder::followEpoch);
    connect(&run, &RunController::evaluated, this, &RunRecorder::record);
}

void RunRecorder::followPrepared(const Prepared& event) {
    m_facts = event;
    if (event.step == 0)
        m_seconds = 0;
    else if (event.step != m_secondsUntilStep)
        m_seconds.reset();
    m_secondsUntilStep = event.step;
}

void RunRecorder::followEpoch(const EpochDone& event) {
    if (m_seconds)
        *m_seconds += event.seconds;
    m_secondsUntilStep = event.step;
}

void RunRecorder::record(const Evaluated& event) {
    const auto& prepared = m_run.preparedExperiment();
    // What is tested on the way, between two steps of a run, is no result of it.
    if (!prepared || m_run.state() == RunState::Training)
        return;
    Experiment experiment = *prepared;
    if (sameStructure(experiment.network, m_document.network()))
        experiment.network = m_document.network(); // with where the cards lie now
    const bool whole = m_secondsUntilStep == m_run.stepsDone();
    auto run = recordOf({.experiment = experiment,
                         .facts = m_facts,
                         .result = event,
                         .steps = m_run.stepsDone(),
                         .seconds = whole ? m_seconds : std::nullopt,
                         .when = m_clock()});
    if (!run)
        return;
    RunList runs = m_document.runs();
    if (runs.add(std::move(*run)))
        m_document.setRuns(std::move(runs));
}

} // namespace protomind
