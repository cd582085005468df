// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/training_charts.h"

#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/worded.h"
#include "engine/train/gan_recipe.h"
#include "studio/network/players.h"

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

bool isScore(const std::string& figure) {
    return figure == kRealScore || figure == kMadeScore || figure == kRealSlope || figure == kMadeSlope ||
           figure == kSlopePrice;
}

/// "loss/generator"
std::string lossOf(const char* phase) {
    return std::string(kLossFigure) + "/" + phase;
}

/// In all charts of two players one colour is the discriminator's and of what is real, and one the
/// generator's and of what is made.
QColor colourOfOther(const std::string& figure, std::size_t before) {
    if (figure == lossOf(kDiscriminatorPhase) || figure == kRealScore || figure == kToldApart)
        return trainingColour();
    if (figure == lossOf(kGeneratorPhase) || figure == kMadeScore)
        return validationColour();
    return classColour(kFirstOtherColour + static_cast<int>(before));
}

} // namespace

TrainingCharts::TrainingCharts(Document& document, RunController& run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run)
    , m_settings(document.experiment().training) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("chartSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_loss = new CurveChart({tr("Loss"), tr("epoch"), {}}, this);
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_loss->setLogarithmic(true);
    m_accuracy = new CurveChart({tr("Accuracy"), tr("epoch"), {}}, this);
    m_accuracy->setObjectName(QStringLiteral("accuracyChart"));
    m_accuracy->setPercent(true);
    m_scores = new CurveChart({tr("Scores"), tr("epoch"),
                               tr("Press Train: the scores of real and of made samples are drawn here.")},
                              this);
    m_scores->setObjectName(QStringLiteral("scoreChart"));
    for (CurveChart* chart : {m_loss, m_accuracy}) {
        chart->addCurve(tr("training"), trainingColour(), false);
        chart->addCurve(tr("validation"), validationColour(), true);
    }
    for (CurveChart* chart : all()) {
        connect(chart, &CurveChart::saveFailed, this, &TrainingCharts::saveFailed);
        m_splitter->addWidget(chart);
    }
    // The best is what the network does on samples that it does not learn from.
    m_loss->markBest(kValidation, BestIs::Lowest);
    m_accuracy->markBest(kValidation, BestIs::Highest);
    layout->addWidget(m_splitter);
    connect(&m_document, &Document::changed, this, &TrainingCharts::follow);
    connect(&m_run, &RunController::progressed, this, &TrainingCharts::addProgress);
    connect(&m_run, &RunController::epochDone, this, &TrainingCharts::addEpoch);
    connect(&m_run, &RunController::prepared, this, &TrainingCharts::addPrepared);
    connect(&m_run, &RunController::historyChanged, this, &TrainingCharts::showHistory);
    connect(&m_run, &RunController::diverged, this, &TrainingCharts::goBack);
    showPlayers(playersOf(m_document.network()).two());
    wordPlayers();
}

void TrainingCharts::setAskForFile(const AskForFile& ask) {
    for (CurveChart* chart : all())
        chart->setAskForFile(ask);
}

void TrainingCharts::showHistory() {
    for (CurveChart* chart : all())
        chart->clear();
    forgetOthers();
    m_marks.clear();
    m_epoch = 0;
    m_backTo.reset();
    showPlayers(m_run.history().empty() ? playersOf(m_document.network()).two()
                                        : isOfTwoPlayers(m_run.history().back().others));
    for (const HistoryPoint& point : m_run.history()) {
        addLoss(point.epoch, point.loss, point.accuracy);
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
    m_scores->keepCurves(0);
}

QString TrainingCharts::titleOf(const std::string& figure) {
    const std::vector<std::pair<std::string, QString>> titles{
        {kPenaltyFigure, tr("Penalty")},
        {kRobustAccuracyFigure, tr("Kept aside, attacked")},
        {lossOf(kDiscriminatorPhase), tr("Discriminator")},
        {lossOf(kGeneratorPhase), tr("Generator")},
        {kRealScore, tr("Real")},
        {kMadeScore, tr("Made")},
        {kToldApart, tr("Told apart")},
        {kRealSlope, tr("Slope², real")},
        {kMadeSlope, tr("Slope², made")},
        {kSlopePrice, tr("Slope beside 1")}};
    const auto found = std::ranges::find(titles, figure, &std::pair<std::string, QString>::first);
    return found == titles.end() ? worded(figure) : found->second;
}

/// Those that were told since already, as the steps went, are passed over.
void TrainingCharts::addOthers(double epoch, const Figures& others, std::optional<double> since) {
    for (const auto& [name, value] : others) {
        auto known = std::ranges::find(m_others, name, &OtherCurve::name);
        if (known == m_others.end()) {
            CurveChart* chart = chartOf(name);
            const QColor colour = colourOfOther(name, m_others.size());
            const QString title = titleOf(name);
            known = m_others.insert(m_others.end(), {name, chart, chart->addCurve(title, colour, false)});
        }
        const CurvePoint* last = known->chart->history(known->curve).nearest(epoch);
        if (!since || last == nullptr || last->x <= *since)
            known->chart->append(known->curve, epoch, value);
    }
}

CurveChart* TrainingCharts::chartOf(const std::string& figure) const {
    return isScore(figure)                                            ? m_scores
           : figure == kToldApart || figure.contains(kAccuracyFigure) ? m_accuracy
                                                                      : m_loss;
}

void TrainingCharts::follow(const ChangeEvent& event) {
    if (m_epoch <= 0 && std::holds_alternative<AnalysisChanged>(event))
        showPlayers(playersOf(m_document.network()).two());
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_settings = m_document.experiment().training;
        m_penaltyTold = false;
        showPlayers(playersOf(m_document.network()).two());
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
    for (CurveChart* chart : all()) {
        chart->clearMarks();
        for (const SettingMark& mark : m_marks.marks())
            chart->addMark(mark.epoch, mark.label);
    }
}

/// Both curves are of the loss alone, on the data: a penalty that training adds to it is no part of them.
void TrainingCharts::showPenalty() {
    const bool penalised = m_penaltyTold || m_settings.l1 > 0 || m_settings.l2 > 0;
    m_loss->setTitle(m_twoPlayers ? tr("Losses") : penalised ? tr("Loss without penalty") : tr("Loss"));
}

void TrainingCharts::setClasses(bool classes) {
    m_classes = classes;
    m_accuracy->setVisible(m_classes || m_twoPlayers);
}

void TrainingCharts::showPlayers(bool two) {
    if (std::exchange(m_twoPlayers, two) != two)
        wordPlayers();
}

void TrainingCharts::wordPlayers() {
    const QString howToRead = tr("Move the mouse over the curves to read values; ⋯ copies or saves");
    for (CurveChart* chart : all())
        chart->setToolTip(howToRead);
    if (m_twoPlayers)
        m_loss->setToolTip(
            tr("Neither loss goes to zero: the better one player gets, the harder it is for the "
               "other. Look at the samples that are made, and at how often they are told apart.") +
            QLatin1Char('\n') + howToRead);
    // The loss of some players is below zero.
    m_loss->setLogarithmic(!m_twoPlayers);
    m_loss->setEmptyText(m_twoPlayers ? tr("Press Train: the loss of each player is drawn here.")
                                      : tr("Press Train: the loss is drawn here. Lower is better."));
    m_accuracy->setTitle(m_twoPlayers ? tr("Told apart") : tr("Accuracy"));
    m_accuracy->setEmptyText(
        m_twoPlayers
            ? tr("Press Train: how often the discriminator is right is drawn here. 50 % is guessing.")
            : tr("Press Train: the share of right answers is drawn here. Higher is better."));
    for (CurveChart* chart : {m_loss, m_accuracy})
        for (const int curve : {kTraining, kValidation})
            chart->showCurve(curve, !m_twoPlayers);
    m_scores->setVisible(m_twoPlayers);
    constexpr int kEqualShare = 1000; // of whatever room there is
    m_splitter->setSizes(QList<int>(m_splitter->count(), kEqualShare));
    setClasses(m_classes);
    showPenalty();
}

/// Together the losses of two players mean nothing.
void TrainingCharts::addLoss(double epoch, double loss, double accuracy) {
    if (m_twoPlayers)
        return;
    m_loss->append(kTraining, epoch, loss);
    if (accuracy >= 0)
        m_accuracy->append(kTraining, epoch, accuracy);
}

const CurvePoint* TrainingCharts::drawnNear(double epoch) const {
    if (!m_twoPlayers)
        return m_loss->history(kTraining).nearest(epoch);
    return m_others.empty() ? nullptr : m_others[0].chart->history(m_others[0].curve).nearest(epoch);
}

void TrainingCharts::addProgress(const Progress& event) {
    cutBack();
    // Figures are means since the last event: over more than an epoch that is no point of the curve any more,
    // and the epochs' own means are.
    m_penaltyTold = figureIn(event.others, kPenaltyFigure) >= 0;
    showPenalty();
    if (isOfTwoPlayers(event.others))
        showPlayers(true);
    const double since = event.epoch - m_epoch;
    m_epoch = event.epoch;
    if (since > 1)
        return;
    // Where an epoch ends, its own mean may have been told already.
    if (const CurvePoint* last = drawnNear(event.epoch); last && last->x >= event.epoch)
        return;
    addLoss(event.epoch, event.loss, event.accuracy);
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
    for (CurveChart* chart : all())
        chart->cutAfter(m_epoch);
}

void TrainingCharts::addEpoch(const EpochDone& event) {
    cutBack();
    if (isOfTwoPlayers(event.others))
        showPlayers(true);
    const auto epoch = static_cast<double>(event.epoch);
    // A quick run is told of by epochs more often than by progress: then the epoch's mean is the point.
    if (const CurvePoint* last = drawnNear(epoch); !last || last->x <= epoch - 1)
        addLoss(epoch, event.loss, event.accuracy);
    addOthers(epoch, event.others, epoch - 1);
    if (event.validationLoss >= 0)
        m_loss->append(kValidation, epoch, event.validationLoss);
    if (event.validationAccuracy >= 0)
        m_accuracy->append(kValidation, epoch, event.validationAccuracy);
}

void TrainingCharts::addPrepared(const Prepared& event) {
    // A run that goes on keeps its curves with all their detail; another one begins with its own.
    if (event.step == 0 || drawnNear(0) == nullptr)
        showHistory();
}

} // namespace protomind
