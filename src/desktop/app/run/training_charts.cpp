// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/training_charts.h"

#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/worded.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

// The order in which addCurve() is called.
constexpr int kTraining = 0;
constexpr int kValidation = 1;
constexpr std::size_t kOwnCurves = 2;
/// The first that looks like neither of these.
constexpr int kFirstOtherColour = 3;
/// Changes that follow each other faster than this are meant as one.
constexpr int kAtOnceMilliseconds = 1500;

} // namespace

TrainingCharts::TrainingCharts(Document& document, RunController& run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run)
    , m_settings(document.experiment().training) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("chartSplitter"));
    splitter->setChildrenCollapsible(false);
    m_loss = new CurveChart(
        {tr("Loss"), tr("epoch"), tr("Press Train: the loss is drawn here. Lower is better.")}, this);
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_loss->setLogarithmic(true);
    m_accuracy =
        new CurveChart({tr("Accuracy"), tr("epoch"),
                        tr("Press Train: the share of right answers is drawn here. Higher is better.")},
                       this);
    m_accuracy->setObjectName(QStringLiteral("accuracyChart"));
    m_accuracy->setPercent(true);
    for (CurveChart* chart : {m_loss, m_accuracy}) {
        chart->addCurve(tr("training"), trainingColour(), false);
        chart->addCurve(tr("validation"), validationColour(), true);
        chart->setToolTip(tr("Move the mouse over the curves to read values; ⋯ copies or saves"));
        connect(chart, &CurveChart::saveFailed, this, &TrainingCharts::saveFailed);
        splitter->addWidget(chart);
    }
    // The best is what the network does on samples that it does not learn from.
    m_loss->markBest(kValidation, BestIs::Lowest);
    m_accuracy->markBest(kValidation, BestIs::Highest);
    layout->addWidget(splitter);
    connect(&m_document, &Document::changed, this, &TrainingCharts::follow);
    connect(&m_run, &RunController::progressed, this, &TrainingCharts::addProgress);
    connect(&m_run, &RunController::epochDone, this, &TrainingCharts::addEpoch);
    connect(&m_run, &RunController::prepared, this, &TrainingCharts::addPrepared);
    connect(&m_run, &RunController::historyChanged, this, &TrainingCharts::showHistory);
    connect(&m_run, &RunController::diverged, this, &TrainingCharts::goBack);
    showPenalty();
}

void TrainingCharts::setAskForFile(const AskForFile& ask) {
    m_loss->setAskForFile(ask);
    m_accuracy->setAskForFile(ask);
}

void TrainingCharts::showHistory() {
    m_loss->clear();
    m_accuracy->clear();
    forgetOthers();
    m_marks.clear();
    m_epoch = 0;
    m_backTo.reset();
    for (const HistoryPoint& point : m_run.history()) {
        m_loss->append(kTraining, point.epoch, point.loss);
        if (point.accuracy >= 0)
            m_accuracy->append(kTraining, point.epoch, point.accuracy);
        if (point.validationLoss >= 0)
            m_loss->append(kValidation, point.epoch, point.validationLoss);
        if (point.validationAccuracy >= 0)
            m_accuracy->append(kValidation, point.epoch, point.validationAccuracy);
        addOthers(point.epoch, point.others);
        m_epoch = point.epoch;
    }
}

void TrainingCharts::forgetOthers() {
    m_others.clear();
    m_loss->keepCurves(kOwnCurves);
    m_accuracy->keepCurves(kOwnCurves);
}

/// Those that were told since already, as the steps went, are passed over.
void TrainingCharts::addOthers(double epoch, const Figures& others, std::optional<double> since) {
    for (const auto& [name, value] : others) {
        auto known = std::ranges::find(m_others, name, &OtherCurve::name);
        if (known == m_others.end()) {
            CurveChart* chart = name.contains(kAccuracyFigure) ? m_accuracy : m_loss;
            const QColor colour = classColour(kFirstOtherColour + static_cast<int>(m_others.size()));
            const QString title = name == kRobustAccuracyFigure ? tr("Kept aside, attacked") : worded(name);
            known = m_others.insert(m_others.end(), {name, chart, chart->addCurve(title, colour, false)});
        }
        const CurvePoint* last = known->chart->history(known->curve).nearest(epoch);
        if (!since || last == nullptr || last->x <= *since)
            known->chart->append(known->curve, epoch, value);
    }
}

void TrainingCharts::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_settings = m_document.experiment().training;
        m_penaltyTold = false;
        showPenalty();
    }
    if (!std::holds_alternative<TrainingChanged>(event))
        return;
    const TrainingSettings before = std::exchange(m_settings, m_document.experiment().training);
    showPenalty();
    if (m_epoch <= 0)
        return;
    const bool atOnce = m_sinceMark.isValid() && !m_sinceMark.hasExpired(kAtOnceMilliseconds);
    m_marks.note(m_backTo.value_or(m_epoch), before, m_settings, atOnce);
    m_sinceMark.start();
    showMarks();
}

void TrainingCharts::showMarks() {
    for (CurveChart* chart : {m_loss, m_accuracy}) {
        chart->clearMarks();
        for (const SettingMark& mark : m_marks.marks())
            chart->addMark(mark.epoch, mark.label);
    }
}

/// Both curves are of the loss alone, on the data: a penalty that training adds to it is no part of them.
void TrainingCharts::showPenalty() {
    const bool penalised = m_penaltyTold || m_settings.l1 > 0 || m_settings.l2 > 0;
    m_loss->setTitle(penalised ? tr("Loss without penalty") : tr("Loss"));
}

void TrainingCharts::setClasses(bool classes) {
    m_accuracy->setVisible(classes);
}

void TrainingCharts::addProgress(const Progress& event) {
    cutBack();
    // Figures are means since the last event: over more than an epoch that is no point of the curve any more,
    // and the epochs' own means are.
    m_penaltyTold = figureIn(event.others, kPenaltyFigure) >= 0;
    showPenalty();
    const double since = event.epoch - m_epoch;
    m_epoch = event.epoch;
    if (since > 1)
        return;
    // Where an epoch ends, its own mean may have been told already.
    if (const CurvePoint* last = m_loss->history(kTraining).nearest(event.epoch);
        last && last->x >= event.epoch)
        return;
    m_loss->append(kTraining, event.epoch, event.loss);
    if (event.accuracy >= 0)
        m_accuracy->append(kTraining, event.epoch, event.accuracy);
    addOthers(event.epoch, event.others);
}

/// What came after the state that the run went back to is no part of it. How numbers grew beyond all bounds
/// is to be seen until it goes on.
void TrainingCharts::goBack(const DivergedEvent& event) {
    const auto done = m_run.done();
    m_backTo = done ? static_cast<double>(done->steps) / static_cast<double>(done->perEpoch) : 0;
    if (event.reason == DivergenceReason::RobustnessLost)
        cutBack();
}

void TrainingCharts::cutBack() {
    if (!m_backTo)
        return;
    m_epoch = *std::exchange(m_backTo, std::nullopt);
    for (CurveChart* chart : {m_loss, m_accuracy})
        chart->cutAfter(m_epoch);
}

void TrainingCharts::addEpoch(const EpochDone& event) {
    cutBack();
    const auto epoch = static_cast<double>(event.epoch);
    // A quick run is told of by epochs more often than by progress: then the epoch's mean is the point.
    if (const CurvePoint* last = m_loss->history(kTraining).nearest(epoch); !last || last->x <= epoch - 1) {
        m_loss->append(kTraining, epoch, event.loss);
        if (event.accuracy >= 0)
            m_accuracy->append(kTraining, epoch, event.accuracy);
    }
    addOthers(epoch, event.others, epoch - 1);
    if (event.validationLoss >= 0)
        m_loss->append(kValidation, epoch, event.validationLoss);
    if (event.validationAccuracy >= 0)
        m_accuracy->append(kValidation, epoch, event.validationAccuracy);
}

void TrainingCharts::addPrepared(const Prepared& event) {
    // A run that goes on keeps its curves with all their detail; another one begins with its own.
    if (event.step == 0 || m_loss->history(kTraining).empty())
        showHistory();
}

} // namespace protomind
