// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/prediction_panel.h"

#include "desktop/app/predictions/decision_view.h"
#include "desktop/app/predictions/function_view.h"
#include "desktop/app/predictions/generated_view.h"
#include "desktop/app/predictions/image_grid_view.h"
#include "desktop/app/predictions/image_pairs_view.h"
#include "desktop/app/predictions/pen_view.h"
#include "desktop/app/predictions/table_view.h"
#include "desktop/app/theme/icons.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/document/shown_sample.h"
#include "desktop/style/elided_label.h"
#include "desktop/words/shown_number.h"
#include "studio/network/lowering.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace protomind {

namespace {

/// While it trains: small pictures follow at sight, images at a pace at which they can be looked at.
constexpr int kPlaneMilliseconds = 120;
constexpr int kImagesMilliseconds = 1000;
/// After an edit: long enough that a burst of edits prepares the network once.
constexpr int kEditMilliseconds = 350;

/// The order of the views in the stack; the sentence for nothing comes after them.
int indexOf(DataPictureKind kind) {
    return static_cast<int>(kind);
}
constexpr int kEmptyIndex = 5;
constexpr int kPenIndex = 4;
constexpr int kPairsIndex = 6; ///< what a generator makes comes after it

int indexOf(const LoadedData& data) {
    return ImagePairsView::suits(data) ? kPairsIndex : indexOf(data.kind);
}

/// A pen is answered as it moves.
constexpr int kPenMilliseconds = 30;

/// Whether these are the samples that an experiment takes.
bool isDataOf(const LoadedDataPtr& loaded, const Experiment& experiment) {
    return loaded && loaded->text == experiment.data && loaded->seed == experiment.training.seed;
}

bool isSameData(const LoadedDataPtr& one, const LoadedDataPtr& other) {
    return one && other && one->text == other->text && one->seed == other->seed;
}

} // namespace

PredictionPanel::PredictionPanel(Document& document, RunController& run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run) {
    setAccessibleName(tr("Predictions"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 0);
    layout->setSpacing(2);
    auto* header = new QHBoxLayout;
    m_title = new QLabel(tr("Predictions"), this);
    m_title->setObjectName(QStringLiteral("predictionsTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_result = new ElidedLabel(this);
    m_result->setObjectName(QStringLiteral("testResult"));
    m_result->setAccessibleName(tr("Result of the test"));
    m_result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_evaluate = new QToolButton(this);
    m_evaluate->setAutoRaise(true);
    m_evaluate->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_evaluate->setAccessibleName(tr("Test the network"));
    header->addWidget(m_title);
    header->addSpacing(8);
    header->addWidget(m_result, 1);
    m_penButton = new QToolButton(this);
    m_penButton->setObjectName(QStringLiteral("penButton"));
    m_penButton->setAutoRaise(true);
    m_penButton->setCheckable(true);
    m_penButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_penButton->setIcon(themedIcon(QStringLiteral("pen"), QPalette::WindowText));
    m_penButton->setText(tr("Draw"));
    m_penButton->setToolTip(tr("Draw something yourself, and see what the network takes it for"));
    m_penButton->setAccessibleName(tr("Draw a sample yourself"));
    m_penButton->hide();
    header->addWidget(m_penButton);
    header->addWidget(m_evaluate);
    makeMenu();
    header->addWidget(m_menuButton);
    layout->addLayout(header);
    m_views = new QStackedWidget(this);
    m_views->addWidget(new DecisionView(m_views));
    m_views->addWidget(new FunctionView(m_views));
    m_views->addWidget(new ImageGridView(m_views));
    m_views->addWidget(new TableView(m_views));
    m_pen = new PenView(m_views);
    m_views->addWidget(m_pen);
    m_empty = new QLabel(tr("What the network makes of the samples is shown here."), m_views);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_views->addWidget(m_empty);
    m_views->addWidget(new ImagePairsView(m_views));
    m_generated = new GeneratedView(m_views);
    m_views->addWidget(m_generated);
    for (int index = 0; index < m_views->count(); ++index)
        if (index != kEmptyIndex)
            m_views->widget(index)->setAccessibleName(tr("Answers of the network"));
    m_views->setCurrentIndex(kEmptyIndex);
    layout->addWidget(m_views, 1);

    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &PredictionPanel::refresh);
    connect(m_penButton, &QToolButton::toggled, this, &PredictionPanel::setPen);
    connect(m_pen, &PredictionView::questionChanged, this, &PredictionPanel::askSoon);
    connect(&m_document, &Document::changed, this, &PredictionPanel::follow);
    connect(&m_run, &RunController::progressed, this, &PredictionPanel::refreshSoon);
    connect(&m_run, &RunController::epochDone, this, &PredictionPanel::refreshSoon);
    connect(&m_run, &RunController::stateChanged, this, &PredictionPanel::followState);
    connect(&m_run, &RunController::prepared, this, &PredictionPanel::followSplit);
    connect(&m_run, &RunController::historyChanged, this, &PredictionPanel::forgetEvaluation);
    connect(&m_run, &RunController::evaluated, this, &PredictionPanel::showEvaluation);
}

void PredictionPanel::makeMenu() {
    m_menuButton = new QToolButton(this);
    m_menuButton->setObjectName(QStringLiteral("predictionMenu"));
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setToolTip(tr("Copy or save this picture"));
    m_menuButton->setAccessibleName(tr("Copy or save the picture of the predictions"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_menuButton);
    const auto paint = [this](QPainter& painter) {
        m_views->currentWidget()->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    };
    connect(menu->addAction(tr("Copy picture")), &QAction::triggered, this, &PredictionPanel::copy);
    connect(menu->addAction(tr("Save as PNG…")), &QAction::triggered, this, [this, paint] {
        askAndSave(QStringLiteral("png"), tr("PNG picture (*.png)"), [this, paint](const QString& path) {
            return writePng(path, m_views->size(), palette().color(QPalette::Window), paint);
        });
    });
    connect(menu->addAction(tr("Save as SVG…")), &QAction::triggered, this, [this, paint] {
        askAndSave(QStringLiteral("svg"), tr("SVG drawing (*.svg)"), [this, paint](const QString& path) {
            return writeSvg(path, m_views->size(), tr("Predictions"), paint);
        });
    });
    connect(menu->addAction(tr("Save values as CSV…")), &QAction::triggered, this, [this] {
        askAndSave(QStringLiteral("csv"), tr("Table of values (*.csv)"), [this](const QString& path) {
            return writeText(path, view() ? view()->csv() : QString());
        });
    });
    m_menuButton->setMenu(menu);
}

void PredictionPanel::copy() {
    auto* content = new QMimeData;
    content->setImageData(m_views->grab().toImage());
    if (view())
        content->setText(view()->csv());
    QGuiApplication::clipboard()->setMimeData(content);
}

void PredictionPanel::askAndSave(const QString& suffix, const QString& filter,
                                 const std::function<bool(const QString&)>& write) {
    if (!m_askForFile)
        return;
    const QString path = m_askForFile(QStringLiteral("predictions.") + suffix, filter);
    if (!path.isEmpty() && !write(path))
        emit saveFailed(tr("“%1” could not be written. Choose another place.").arg(path));
}

void PredictionPanel::setEvaluateAction(QAction* action) {
    m_evaluate->setObjectName(QStringLiteral("evaluateButton"));
    m_evaluate->setDefaultAction(action);
}

std::vector<PredictionView*> PredictionPanel::allViews() const {
    std::vector<PredictionView*> all;
    for (int index = 0; index < kEmptyIndex; ++index)
        all.push_back(qobject_cast<PredictionView*>(m_views->widget(index)));
    return all;
}

void PredictionPanel::setShownSample(ShownSample& shown) {
    m_shown = &shown;
    for (PredictionView* const one : allViews())
        connect(one, &PredictionView::sampleChosen, this,
                [this, one](const HostArray& values, const QString& words) {
                    for (PredictionView* const other : allViews())
                        if (other != one)
                            other->forgetChosen();
                    m_isChoosing = true;
                    m_shown->show(values, words);
                    m_isChoosing = false;
                });
    connect(&shown, &ShownSample::changed, this, [this] {
        for (PredictionView* const one : allViews())
            if (!m_isChoosing)
                one->forgetChosen();
    });
    connect(&shown, &ShownSample::stepWanted, this, [this](int by) {
        if (m_penButton->isChecked())
            m_penButton->setChecked(false);
        if (PredictionView* const shownHere = view())
            shownHere->chooseNext(by);
    });
}

bool PredictionPanel::twoPlayers() const {
    return m_document.analysis().players.two();
}

void PredictionPanel::followPlayers() {
    const bool two = twoPlayers();
    m_title->setText(two ? tr("Generated samples") : tr("Predictions"));
    m_evaluate->setVisible(!two);
    m_penButton->setVisible(!two && m_loaded && PenView::suits(*m_loaded));
    const auto models = two ? modelsOf(m_document.network()) : Result<TrainedModels>(TrainedModels{});
    m_generated->setGenerator(models ? models->generator : nullptr);
    showView();
}

PredictionView* PredictionPanel::view() const {
    if (!m_data)
        return nullptr;
    if (twoPlayers())
        return m_generated;
    return qobject_cast<PredictionView*>(
        m_views->widget(m_penButton->isChecked() ? kPenIndex : indexOf(*m_data)));
}

void PredictionPanel::setPen(bool pen) {
    showView();
    if (pen)
        m_pen->showDrawing();
    else if (m_shown != nullptr && m_pen->isShown())
        m_shown->reset();
    m_run.cancel(m_question);
    askSoon();
}

void PredictionPanel::showView() {
    if (PredictionView* shown = view())
        m_views->setCurrentWidget(shown);
    else
        m_views->setCurrentIndex(kEmptyIndex);
}

void PredictionPanel::askSoon() {
    m_refreshTimer.start(kPenMilliseconds);
}

void PredictionPanel::setData(const LoadedDataPtr& loaded) {
    // Other samples, or drawn anew by another seed: what was tested on the earlier ones says nothing of them.
    // A test on these may be over before they are here.
    if (!m_testedOn || !isDataOf(loaded, *m_testedOn))
        forgetEvaluation();
    if (m_shown != nullptr && !isSameData(m_loaded, loaded))
        m_shown->reset();
    m_loaded = loaded;
    m_data = withSplit(loaded);
    const bool pen = loaded && PenView::suits(*loaded);
    m_penButton->setVisible(pen && !twoPlayers());
    if (!pen)
        m_penButton->setChecked(false);
    if (loaded)
        m_pen->setData(pen ? loaded : nullptr);
    showData();
}

void PredictionPanel::showData() {
    m_run.cancel(m_question);
    m_hasAnswer = false;
    if (m_data) {
        qobject_cast<PredictionView*>(m_views->widget(indexOf(*m_data)))->setData(m_data);
        m_generated->setData(m_data);
    }
    showView();
    refreshSoon();
}

LoadedDataPtr PredictionPanel::withSplit(const LoadedDataPtr& loaded) const {
    return m_splitOf && isDataOf(loaded, *m_splitOf) ? withKeptAside(loaded, m_keptAside) : loaded;
}

void PredictionPanel::followSplit(const Prepared& event) {
    const bool asBefore = m_splitOf && m_run.preparedExperiment() &&
                          m_splitOf->data == m_run.preparedExperiment()->data &&
                          m_splitOf->training.seed == m_run.preparedExperiment()->training.seed &&
                          m_keptAside == event.keptAside;
    m_splitOf = m_run.preparedExperiment();
    m_keptAside = event.keptAside;
    if (asBefore || !m_loaded || !m_loaded->source) {
        refreshSoon();
        return;
    }
    m_data = withSplit(m_loaded);
    showData();
}

bool PredictionPanel::fitsData() const {
    return isDataOf(m_data, m_document.experiment()) && !trainingObstacle(m_document);
}

void PredictionPanel::follow(const ChangeEvent& event) {
    if (std::holds_alternative<LayerMoved>(event))
        return;
    if (std::holds_alternative<AnalysisChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
        followPlayers();
    // What is found out about a network, later, does not change it.
    if (!std::holds_alternative<TrainingChanged>(event) && !std::holds_alternative<AnalysisChanged>(event))
        forgetEvaluation();
    if (m_run.state() != RunState::Training)
        m_refreshTimer.start(kEditMilliseconds);
}

void PredictionPanel::followState(RunState state) {
    if (state == RunState::Training) {
        forgetEvaluation();
        return;
    }
    // By itself only where something was kept aside to test on.
    const bool testable = m_data && (m_data->testSize > 0 || !m_keptAside.empty());
    if (state == RunState::Finished && testable)
        m_run.evaluate();
    if (state != RunState::Idle)
        refreshSoon();
}

void PredictionPanel::refreshSoon() {
    if (m_refreshTimer.isActive())
        return;
    const bool training = m_run.state() == RunState::Training;
    const bool images = m_data && m_data->kind == DataPictureKind::Images && !ImagePairsView::suits(*m_data);
    const bool slow = training && images && !m_penButton->isChecked();
    m_refreshTimer.start(slow ? kImagesMilliseconds : kPlaneMilliseconds);
}

void PredictionPanel::refresh() {
    if (!fitsData())
        return;
    if (m_run.isAsked(m_question)) {
        m_again = true;
        return;
    }
    view()->setBrief(m_run.state() == RunState::Training);
    m_again = false;
    if (twoPlayers()) {
        if (view()->question().values.empty())
            return; // the drawing is not whole
        m_question = m_run.generate(view()->question(), this, [this](const Result<Generated>& answer) {
            if (answer)
                showAnswer({.outputs = answer->samples, .reading = {}});
        });
        return;
    }
    m_question = m_run.predict(view()->question(), this, [this](const Result<Predicted>& answer) {
        if (answer)
            showAnswer(*answer);
    });
}

void PredictionPanel::showAnswer(const Predicted& event) {
    if (!m_data)
        return;
    view()->setAnswer(event.outputs, event.reading);
    m_hasAnswer = true;
    if (std::exchange(m_again, false))
        askSoon();
}

void PredictionPanel::showEvaluation(const Evaluated& event) {
    m_evaluation = event;
    m_testedOn = m_splitOf; // answers come in order: no later one is prepared yet
    const QString on = event.split == Split::Test     ? tr("Test")
                       : event.split == Split::Unseen ? tr("Unseen samples")
                                                      : tr("Validation");
    const QString loss = shownNumber(event.loss, 'g', 3);
    const QString right = shownNumber(100 * event.accuracy, 'f', 1);
    const QString samples = shownCount(event.samples);
    const bool counts = event.accuracy >= 0;
    QString text = counts ? tr("%1: %2 % of %3 right · loss %4").arg(on, right, samples, loss)
                          : tr("%1: loss %2 on %3 samples").arg(on, loss, samples);
    const QString brief = counts ? tr("%1: %2 % right").arg(on, right) : tr("%1: loss %2").arg(on, loss);
    if (!event.learnedFrom)
        text += tr(" · learned from before: not known");
    else if (*event.learnedFrom > 0)
        text += tr(" · learned from before: %1").arg(shownCount(*event.learnedFrom));
    showResult(text, brief);
}

void PredictionPanel::forgetEvaluation() {
    m_evaluation.reset();
    m_testedOn.reset();
    showResult({}, {});
}

void PredictionPanel::showResult(const QString& text, const QString& brief) {
    m_result->setText(text);
    m_result->setBriefText(brief);
    m_result->setAccessibleDescription(text);
}

} // namespace protomind
