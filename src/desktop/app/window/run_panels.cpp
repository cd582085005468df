// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/run_panels.h"

#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/run/run_area.h"
#include "desktop/app/run/run_bar.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/app/runs/runs_panel.h"
#include "desktop/document/document.h"
#include "desktop/document/run_recorder.h"
#include "desktop/slow_motion/slow_motion_view.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

namespace protomind {

RunPanels::RunPanels(Document& document, RunController& run, QWidget& window)
    : QObject(&window)
    , m_document(document)
    , m_bar(new RunBar(document, run, &window))
    , m_charts(new TrainingCharts(document, run, &window))
    , m_predictions(new PredictionPanel(document, run, &window))
    , m_slowMotion(new SlowMotionView(&window))
    , m_runs(new RunsPanel(document, run, &window))
    , m_curves(new QStackedWidget(&window))
    , m_left(new QTabWidget(&window))
    , m_results(new QSplitter(Qt::Horizontal, &window))
    , m_area(new RunArea(*m_bar, *m_results, &window)) {
    m_charts->setObjectName(QStringLiteral("trainingCharts"));
    m_predictions->setObjectName(QStringLiteral("predictionPanel"));
    m_results->setObjectName(QStringLiteral("lower"));
    m_slowMotion->setObjectName(QStringLiteral("slowMotion"));
    new RunRecorder(document, run, systemWallClock(), this);
    m_runs->setObjectName(QStringLiteral("runsPanel"));
    m_curves->setObjectName(QStringLiteral("curvesPage"));
    m_curves->addWidget(m_charts);
    m_curves->addWidget(m_slowMotion);
    m_left->setObjectName(QStringLiteral("resultTabs"));
    m_left->setAccessibleName(tr("Curves and runs"));
    m_left->setDocumentMode(true);
    m_left->addTab(m_curves, tr("Curves"));
    m_left->setTabToolTip(m_left->addTab(m_runs, {}),
                          tr("What came out of every test, the best first, and the way back to its network"));
    m_left->setTabToolTip(0, tr("How the run goes, epoch by epoch"));
    connect(&document, &Document::runsChanged, this, &RunPanels::tellNumberOfRuns);
    tellNumberOfRuns();
    m_results->addWidget(m_left);
    m_results->addWidget(m_predictions);
    m_results->setStretchFactor(0, 3);
    m_results->setStretchFactor(1, 2);
}

void RunPanels::showSlowMotion(bool on) {
    m_curves->setCurrentWidget(on ? static_cast<QWidget*>(m_slowMotion) : m_charts);
    if (!on)
        return;
    m_left->setCurrentWidget(m_curves);
    m_results->show();
}

void RunPanels::showRuns() {
    if (!m_left->isTabVisible(m_left->indexOf(m_runs)))
        return;
    m_left->setCurrentWidget(m_runs);
    m_results->show();
}

void RunPanels::tellNumberOfRuns() {
    const std::size_t count = m_document.runs().size();
    m_left->setTabText(m_left->indexOf(m_runs),
                       count == 0 ? tr("Your runs") : tr("Your runs (%1)").arg(count));
}

void RunPanels::startOver() {
    m_charts->showHistory();
    m_predictions->setData(nullptr);
}

} // namespace protomind
