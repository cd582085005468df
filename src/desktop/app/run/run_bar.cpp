// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/run_bar.h"

#include "desktop/app/data/loaded_data.h"
#include "desktop/app/run/speed_control.h"
#include "desktop/app/theme/icons.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/shown_number.h"
#include "studio/session/devices.h"

#include <QAction>
#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

#include "ui_run_bar.h"

namespace protomind {

namespace {

/// In letters of its font, what the bar needs so that there is room for the seed beside what is said.
constexpr int kLettersWithSeed = 130;

QString stateWord(RunState state, bool preparing) {
    if (preparing)
        return RunBar::tr("Preparing…");
    switch (state) {
    case RunState::Training:
        return RunBar::tr("Training");
    case RunState::Paused:
        return RunBar::tr("Paused");
    case RunState::Finished:
        return RunBar::tr("Done");
    case RunState::Diverged:
        return RunBar::tr("Stopped");
    case RunState::Idle:
    case RunState::Ready:
        break;
    }
    return RunBar::tr("Ready");
}

QString speedText(double stepsPerSecond) {
    return RunBar::tr("%1 steps/s").arg(shownNumber(stepsPerSecond, 'f', stepsPerSecond < 10 ? 1 : 0));
}

} // namespace

RunBar::RunBar(Document& document, RunController& run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run)
    , m_ui(std::make_unique<Ui::RunBar>()) {
    m_ui->setupUi(this);
    connect(m_ui->trainButton, &QPushButton::clicked, this, &RunBar::trainPressed);
    connect(m_ui->speedControl, &SpeedControl::speedChosen, &m_run, &RunController::setSpeed);
    connect(m_ui->speedControl, &SpeedControl::speedChosen, this, &RunBar::speedChosen);
    connect(&m_run, &RunController::speedChanged, m_ui->speedControl, &SpeedControl::setSpeed);
    m_ui->speedControl->setSpeed(m_run.speed());
    connect(m_ui->seedBox, &SeedSpinBox::valueChanged, this, &RunBar::setSeed);
    connect(&m_run, &RunController::stateChanged, this, &RunBar::showState);
    connect(&m_run, &RunController::prepared, this, &RunBar::takeSplit);
    connect(&m_run, &RunController::prepared, this, &RunBar::showState);
    connect(&m_run, &RunController::failed, this, &RunBar::showState);
    connect(&m_run, &RunController::preparingBegan, this, &RunBar::showState);
    connect(&m_run, &RunController::historyChanged, this, &RunBar::showState);
    connect(&m_run, &RunController::progressed, this, &RunBar::showProgress);
    connect(&m_run, &RunController::epochDone, this, &RunBar::showReading);
    connect(&m_document, &Document::changed, this, &RunBar::follow);
    restyle();
    showSeed();
    showState();
}

RunBar::~RunBar() = default;

void RunBar::setActions(const Actions& actions) {
    m_ui->trainButton->setToolTip(actions.train->toolTip());
    m_ui->sampleButton->setDefaultAction(actions.stepSample);
    m_ui->stepButton->setDefaultAction(actions.stepBatch);
    m_ui->slowButton->setDefaultAction(actions.slowMotion);
    m_ui->epochButton->setDefaultAction(actions.stepEpoch);
    m_ui->resetButton->setDefaultAction(actions.reset);
    m_ui->dieButton->setDefaultAction(actions.rollSeed);
    connect(actions.slower, &QAction::triggered, m_ui->speedControl, &SpeedControl::slower);
    connect(actions.faster, &QAction::triggered, m_ui->speedControl, &SpeedControl::faster);
    for (QToolButton* button : {m_ui->sampleButton, m_ui->stepButton, m_ui->slowButton, m_ui->epochButton,
                                m_ui->resetButton, m_ui->dieButton})
        button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
}

void RunBar::setData(const LoadedData& loaded) {
    m_samples = loaded.trainingSize;
    m_learnedFrom = 0;
    m_classes = loaded.classCounts.size();
    m_commonestShare =
        loaded.classCounts.empty() || m_samples == 0
            ? 0
            : static_cast<double>(std::ranges::max(loaded.classCounts)) / static_cast<double>(m_samples);
    showReading();
}

void RunBar::takeSplit(const Prepared& event) {
    m_learnedFrom = event.trainingSamples;
    m_keptAside = event.validationSamples;
    showReading();
}

CurveGround RunBar::ground() const {
    const TrainingSettings& settings = m_document.experiment().training;
    const bool known = m_learnedFrom > 0;
    const std::int64_t aside =
        known ? m_keptAside : std::llround(settings.validation * static_cast<double>(m_samples));
    const auto done = m_run.done();
    const bool crossEntropy = settings.loss == "auto" || settings.loss.contains("cross_entropy");
    const auto& divergence = m_run.divergence();
    return {.commonestShare = m_commonestShare,
            .trainingSamples = known ? m_learnedFrom : m_samples - aside,
            .validationSamples = aside,
            .penalised = settings.l1 > 0 || settings.l2 > 0,
            .scheduleIsOver = done && scheduleEnd(settings, *done) == ScheduleEnd::Nothing,
            .guessLoss = crossEntropy && m_classes > 1 ? std::log(static_cast<double>(m_classes)) : 0,
            .attacked = learnsFromAttacked(settings.adversarial),
            .rampEpochs = settings.adversarial.rampEpochs,
            .robustnessLost = divergence && divergence->reason == DivergenceReason::RobustnessLost};
}

void RunBar::restyle() {
    // The one button that stands out.
    QPalette colours = palette();
    colours.setBrush(QPalette::Button, colours.highlight());
    colours.setBrush(QPalette::ButtonText, colours.highlightedText());
    m_ui->trainButton->setPalette(colours);
    showState();
}

void RunBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_restyling) {
        m_restyling = true;
        restyle();
        m_restyling = false;
    }
}

void RunBar::follow(const ChangeEvent& event) {
    if (std::holds_alternative<TrainingChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
        showSeed();
    if (std::holds_alternative<AnalysisChanged>(event) || std::holds_alternative<DataChanged>(event) ||
        std::holds_alternative<DocumentReplaced>(event))
        showState();
}

void RunBar::showState() {
    const bool training = m_run.state() == RunState::Training;
    m_ui->trainButton->setText(training ? tr("Pause") : tr("Train"));
    m_ui->trainButton->setAccessibleName(training ? tr("Pause training") : tr("Train"));
    m_ui->trainButton->setIcon(
        themedIcon(training ? QStringLiteral("pause") : QStringLiteral("train"), QPalette::HighlightedText));
    QString figures = stateWord(m_run.state(), m_run.isPreparing());
    if (!training && !m_run.history().empty()) {
        const auto epochs = static_cast<qlonglong>(m_run.history().back().epoch);
        figures += epochs == 1 ? tr(" · 1 epoch") : tr(" · %1 epochs").arg(shownCount(epochs));
    }
    if (!training)
        m_ui->figuresLabel->setText(figures);
    showReading();
}

void RunBar::showProgress(const Progress& event) {
    // A single epoch can be trained beyond it.
    const std::int64_t goal =
        std::max(m_run.goalEpoch(), static_cast<std::int64_t>(std::ceil(event.epoch - 1e-9)));
    // What matters most comes first: a narrow window has no room for the rest.
    QString text =
        tr("Epoch %1 of %2 · loss %3")
            .arg(shownNumber(event.epoch, 'f', 1), shownCount(goal), shownNumber(event.loss, 'g', 3));
    if (const double penalty = figureIn(event.others, kPenaltyFigure); penalty >= 0)
        text += tr(" + penalty %1").arg(shownNumber(penalty, 'g', 3));
    const bool attacked = learnsFromAttacked(m_document.experiment().training.adversarial);
    if (event.accuracy >= 0)
        text += (attacked ? tr(" · %1 % right of those attacked") : tr(" · %1 % right"))
                    .arg(shownNumber(100 * event.accuracy, 'f', 1));
    text += tr(" · step %1 · %2").arg(shownCount(event.step), speedText(event.stepsPerSecond));
    m_ui->figuresLabel->setText(text);
}

void RunBar::showReading() {
    CurveReading reading = readCurves(m_run.state(), m_run.history(), ground());
    if (m_run.state() != RunState::Training)
        if (const auto obstacle = trainingObstacle(m_document))
            reading = {CurveReading::Mood::Attention,
                       tr("Not ready to train: %1").arg(QString::fromStdString(obstacle->sentence))};
    if (m_run.isPreparing() && needsDriver(m_document.experiment().device))
        reading = {CurveReading::Mood::Neutral, tr("The network is being made ready for its device. The "
                                                   "first time this may take a few minutes.")};
    m_ui->readingLabel->setText(reading.sentence);
    QPalette colours = palette();
    if (reading.mood != CurveReading::Mood::Neutral)
        colours.setColor(QPalette::WindowText, reading.mood == CurveReading::Mood::Good
                                                   ? rightColour(palette())
                                                   : wrongColour(palette()));
    m_ui->readingLabel->setPalette(colours);
}

void RunBar::showSeed() {
    const QSignalBlocker quiet(m_ui->seedBox);
    const Field& field = *findTrainingField("seed");
    const auto seed = static_cast<double>(m_document.experiment().training.seed);
    m_ui->seedBox->setRange(field.minimum, std::max(field.maximum, seed));
    m_ui->seedBox->setValue(seed);
}

/// The seed is typed seldom and can be rolled: it goes before the words do.
void RunBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int most = width() < kLettersWithSeed * fontMetrics().averageCharWidth() ? 0 : QWIDGETSIZE_MAX;
    m_ui->seedBox->setMaximumWidth(most);
    m_ui->seedLabel->setMaximumWidth(most);
}

void RunBar::setSeed(double seed) {
    TrainingSettings settings = m_document.experiment().training;
    settings.seed = static_cast<std::uint64_t>(std::min(seed, findTrainingField("seed")->maximum));
    if (settings != m_document.experiment().training)
        m_document.undoStack().push(new SetTraining(m_document, "seed", settings, newGesture()));
}

} // namespace protomind
