// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/run_panels.h"

#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/run/run_area.h"
#include "desktop/app/run/run_bar.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/slow_motion/slow_motion_view.h"

#include <QSplitter>
#include <QStackedWidget>

namespace protomind {

RunPanels::RunPanels(Document& document, RunController& run, QWidget& window)
    : QObject(&window)
    , m_bar(new RunBar(document, run, &window))
    , m_charts(new TrainingCharts(document, run, &window))
    , m_predictions(new PredictionPanel(document, run, &window))
    , m_slowMotion(new SlowMotionView(&window))
    , m_left(new QStackedWidget(&window))
    , m_results(new QSplitter(Qt::Horizontal, &window))
    , m_area(new RunArea(*m_bar, *m_results, &window)) {
    m_charts->setObjectName(QStringLiteral("trainingCharts"));
    m_predictions->setObjectName(QStringLiteral("predictionPanel"));
    m_results->setObjectName(QStringLiteral("lower"));
    m_slowMotion->setObjectName(QStringLiteral("slowMotion"));
    m_left->addWidget(m_charts);
    m_left->addWidget(m_slowMotion);
    m_results->addWidget(m_left);
    m_results->addWidget(m_predictions);
    m_results->setStretchFactor(0, 3);
    m_results->setStretchFactor(1, 2);
}

void RunPanels::showSlowMotion(bool on) {
    m_left->setCurrentWidget(on ? static_cast<QWidget*>(m_slowMotion) : m_charts);
    if (on)
        m_results->show();
}

void RunPanels::startOver() {
    m_charts->showHistory();
    m_predictions->setData(nullptr);
}

} // namespace protomind
