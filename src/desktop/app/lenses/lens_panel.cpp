// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/lens_panel.h"

#include "desktop/app/lenses/lens_settings.h"
#include "desktop/app/lenses/other_network_chooser.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/document/shown_sample.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/editor/card_colours.h"
#include "desktop/editor/selection.h"
#include "desktop/lenses/lens_code_view.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kSoonMilliseconds = 60;  ///< a burst of edits is one question
constexpr int kLiveMilliseconds = 250; ///< between two looks while it trains
constexpr int kMargin = 10;
constexpr std::int64_t kMostSampleNumber = 1'000'000'000;

QLabel* addWrapped(QVBoxLayout& column, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    column.addWidget(label);
    return label;
}

} // namespace

LensPanel::LensPanel(Document& document, RunController& run, Selection& selection, Dialogs& dialogs,
                     QWidget* parent)
    : ScrollColumn(parent)
    , m_document(document)
    , m_run(run)
    , m_selection(selection) {
    setAccessibleName(tr("Look inside"));
    auto* content = new QWidget(this);
    makeChoices(content, dialogs);
    setWidget(content);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LensPanel::look);
    connect(m_lenses, &QComboBox::currentIndexChanged, this, &LensPanel::chooseLens);
    connect(m_settings, &LensSettings::changed, this, &LensPanel::lookSoon);
    connect(m_split, &QComboBox::currentIndexChanged, this, [this] {
        fitSample();
        lookSoon();
    });
    connect(m_sample, &QSpinBox::valueChanged, this, &LensPanel::lookSoon);
    connect(m_shownToo, &QCheckBox::toggled, this, [this] {
        fitChoices();
        lookSoon();
    });
    connect(m_other, &OtherNetworkChooser::changed, this, &LensPanel::lookSoon);
    connect(m_other, &OtherNetworkChooser::failed, this, &LensPanel::readingFailed);
    connect(m_again, &QToolButton::clicked, this, &LensPanel::look);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        giveUp();
        m_progress->hide();
        m_cancel->hide();
    });
    connect(m_view, &LensResultView::settingPicked, this,
            [this](const QString& setting, const FieldValue& value) {
                m_settings->set(setting.toStdString(), value);
            });
    connect(m_view, &LensResultView::cellChosen, this, &LensPanel::openCell);
    connect(&m_selection, &Selection::changed, this, [this] {
        if (m_lens->subject == LensSubject::Layer)
            lookSoon();
    });
    connect(&m_document, &Document::changed, this, &LensPanel::follow);
    connect(&m_run, &RunController::stateChanged, this, &LensPanel::followState);
    connect(&m_run, &RunController::prepared, this, &LensPanel::followSizes);
    connect(&m_run, &RunController::progressed, this, &LensPanel::followTraining);
    connect(&m_run, &RunController::epochDone, this, &LensPanel::followTraining);
    connect(&m_run, &RunController::lensProgressed, this, &LensPanel::showProgress);
    connect(&m_run, &RunController::failed, this, [this](const Problem& problem) {
        // It could not be made ready to be asked.
        if (m_question && !m_run.isAsked(m_question))
            showSentence(wordedWithoutPlace(problem));
    });
    chooseLens(0);
}

void LensPanel::makeChoices(QWidget* content, Dialogs& dialogs) {
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_lenses = new QComboBox(content);
    m_lenses->setObjectName(QStringLiteral("lensChoice"));
    m_lenses->setAccessibleName(tr("What to look at"));
    for (const LensType& type : lensTypes())
        if (!type.hasOwnView)
            m_lenses->addItem(worded(type.title), QString::fromStdString(type.name));
    m_again = new QToolButton(content);
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setText(tr("Look again"));
    m_again->setToolTip(tr("Look with the weights as they are now"));
    makeMenu();
    auto* top = new QHBoxLayout;
    top->addWidget(m_lenses, 1);
    top->addWidget(m_again);
    top->addWidget(m_menu);
    column->addLayout(top);
    m_summary = addWrapped(*column, content);
    m_layerLabel = addWrapped(*column, content);

    auto* choices = new QGridLayout;
    m_splitLabel = new QLabel(tr("Samples"), content);
    m_split = new QComboBox(content);
    m_split->setObjectName(QStringLiteral("lensSplit"));
    m_split->addItem(tr("Test"), static_cast<int>(Split::Test));
    m_split->addItem(tr("Kept aside to validate"), static_cast<int>(Split::Validation));
    m_split->addItem(tr("Training"), static_cast<int>(Split::Training));
    m_splitLabel->setBuddy(m_split);
    m_sampleLabel = new QLabel(tr("Sample"), content);
    m_sample = new QSpinBox(content);
    m_sample->setObjectName(QStringLiteral("lensSample"));
    m_sample->setToolTip(tr("Which sample is looked at, counted from 0"));
    m_sampleLabel->setBuddy(m_sample);
    choices->addWidget(m_splitLabel, 0, 0);
    choices->addWidget(m_split, 0, 1);
    choices->addWidget(m_sampleLabel, 1, 0);
    choices->addWidget(m_sample, 1, 1);
    m_shownToo = new QCheckBox(content);
    m_shownToo->setObjectName(QStringLiteral("lensShownSample"));
    m_shownToo->setAccessibleName(tr("The sample on the cards"));
    m_shownToo->setToolTip(tr("Look at the sample that was chosen or drawn under Predictions"));
    m_shownToo->setChecked(true);
    choices->addWidget(m_shownToo, 2, 0, 1, 2);
    m_otherLabel = new QLabel(tr("Other network"), content);
    m_other = new OtherNetworkChooser(dialogs, content);
    m_otherLabel->setBuddy(m_other);
    choices->addWidget(m_otherLabel, 3, 0);
    choices->addWidget(m_other, 3, 1);
    choices->setColumnStretch(1, 1);
    column->addLayout(choices);
    m_settings = new LensSettings(content);
    column->addWidget(m_settings);

    m_progress = new QProgressBar(content);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far the look is"));
    m_cancel = new QToolButton(content);
    m_cancel->setText(tr("Cancel"));
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_cancel);
    column->addLayout(progress);
    m_progress->hide();
    m_cancel->hide();

    m_sentence = addWrapped(*column, content);
    m_sentence->setObjectName(QStringLiteral("lensSentence"));
    m_moment = addWrapped(*column, content);
    m_moment->setForegroundRole(QPalette::PlaceholderText);
    m_view = new LensResultView(content);
    m_view->codes()->setLayerColour([this](const std::string& layer) { return layerColour(layer); });
    column->addWidget(m_view);
    m_behindTitle = addWrapped(*column, content);
    m_behind = new LensResultView(content);
    column->addWidget(m_behind);
    column->addStretch(1);
    closeCell();
}

void LensPanel::makeMenu() {
    m_menu = new QToolButton(this);
    m_menu->setObjectName(QStringLiteral("lensMenu"));
    m_menu->setText(QStringLiteral("⋯"));
    m_menu->setAutoRaise(true);
    m_menu->setToolTip(tr("Copy or save what is shown"));
    m_menu->setAccessibleName(tr("Copy or save what is shown"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_menu);
    connect(menu->addAction(tr("Copy picture")), &QAction::triggered, this, &LensPanel::copy);
    connect(menu->addAction(tr("Save as PNG…")), &QAction::triggered, this, &LensPanel::savePicture);
    connect(menu->addAction(tr("Save values as CSV…")), &QAction::triggered, this, &LensPanel::saveValues);
    m_saveCode = menu->addAction(tr("Save code as text…"));
    connect(m_saveCode, &QAction::triggered, this, &LensPanel::saveCode);
    menu->addSeparator();
    m_showMade = menu->addAction(tr("Look at it everywhere"));
    m_showMade->setObjectName(QStringLiteral("lensShowMade"));
    m_showMade->setToolTip(tr("The cards and the other lenses show the sample that was made here"));
    connect(m_showMade, &QAction::triggered, this, &LensPanel::showMade);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_saveCode->setVisible(m_result && !m_result->codes.empty());
        m_showMade->setVisible(m_shown != nullptr && m_result && !m_result->made.values.empty());
    });
    m_menu->setMenu(menu);
}

/// That of its card's stripe.
QColor LensPanel::layerColour(const std::string& name) const {
    for (const Layer& layer : m_document.network().layers()) {
        const LayerType* const type = layer.name == name ? findLayerType(layer.type) : nullptr;
        if (type != nullptr)
            return CardColours::of(palette()).category(type->category);
    }
    return {};
}

void LensPanel::setLens(const std::string& name) {
    const int index = m_lenses->findData(QString::fromStdString(name));
    if (index >= 0)
        m_lenses->setCurrentIndex(index);
}

void LensPanel::giveUp() {
    if (!m_run.isAsked(m_question))
        return;
    m_run.cancel(m_question);
    m_run.cancelLens(m_lens->name);
    m_question = {};
}

void LensPanel::chooseLens(int index) {
    if (m_lens != nullptr)
        giveUp();
    m_lens = findLensType(m_lenses->itemData(index).toString().toStdString());
    m_summary->setText(worded(m_lens->summary));
    m_settings->setLens(*m_lens);
    m_result.reset();
    m_view->setResult({});
    closeCell();
    fitChoices();
    lookSoon();
}

void LensPanel::fitChoices() {
    const bool layer = m_lens->subject == LensSubject::Layer;
    m_layerLabel->setVisible(layer);
    const bool split = m_lens->usesSplit || m_lens->usesSample;
    m_splitLabel->setVisible(split);
    m_split->setVisible(split);
    m_sampleLabel->setVisible(m_lens->usesSample);
    m_sample->setVisible(m_lens->usesSample);
    m_otherLabel->setVisible(m_lens->usesOther);
    m_other->setVisible(m_lens->usesOther);
    const bool chosen = m_lens->usesSample && m_shown != nullptr && m_shown->isChosen();
    m_shownToo->setVisible(chosen);
    m_sample->setEnabled(!usesShown());
    m_split->setEnabled(!usesShown());
}

/// Of lenses for a single sample.
bool LensPanel::usesShown() const {
    return m_lens->usesSample && m_shown != nullptr && m_shown->isChosen() && m_shownToo->isChecked();
}

void LensPanel::setShownSample(ShownSample& shown) {
    m_shown = &shown;
    connect(&shown, &ShownSample::changed, this, [this] {
        m_shownToo->setText(m_shown->words());
        const bool uses = m_lens->usesSample;
        fitChoices();
        m_stale = m_stale || uses;
        if (uses && isVisible() && !m_timer.isActive())
            m_timer.start(kLiveMilliseconds);
    });
}

void LensPanel::showEvent(QShowEvent* event) {
    ScrollColumn::showEvent(event);
    if (m_stale || !m_result)
        lookSoon();
}

void LensPanel::hideEvent(QHideEvent* event) {
    ScrollColumn::hideEvent(event);
    if (!m_result && !m_question)
        return;
    m_stale = m_stale || m_run.isAsked(m_question);
    m_run.cancel(m_question);
    m_question = {};
    closeCell();
    m_run.cancelLens({});
}

void LensPanel::follow(const ChangeEvent& event) {
    if (std::holds_alternative<LayerMoved>(event))
        return;
    m_stale = true;
    lookSoon();
}

void LensPanel::followState(RunState state) {
    m_stale = true;
    if (state != RunState::Training && state != RunState::Idle)
        lookSoon();
}

void LensPanel::followSizes(const Prepared& event) {
    m_sizes = {event.testSamples, event.validationSamples, event.trainingSamples};
    const auto enabled = QVariant(int(Qt::ItemIsSelectable | Qt::ItemIsEnabled));
    for (std::size_t i = 0; i < m_sizes.size(); ++i)
        m_split->setItemData(static_cast<int>(i), m_sizes[i] > 0 ? enabled : QVariant(0), Qt::UserRole - 1);
    const auto there = std::ranges::find_if(m_sizes, [](std::int64_t size) { return size > 0; });
    // What was asked of samples that are no longer there is asked anew.
    if (m_sizes[static_cast<std::size_t>(m_split->currentIndex())] == 0 && there != m_sizes.end()) {
        giveUp();
        m_split->setCurrentIndex(static_cast<int>(there - m_sizes.begin()));
    }
    fitSample();
}

void LensPanel::fitSample() {
    const std::int64_t size = m_sizes[static_cast<std::size_t>(m_split->currentIndex())];
    m_sample->setMaximum(static_cast<int>(std::clamp<std::int64_t>(size - 1, 0, kMostSampleNumber)));
}

void LensPanel::followTraining() {
    m_stale = true;
    if (m_lens->isLive && !m_timer.isActive())
        m_timer.start(kLiveMilliseconds);
}

void LensPanel::lookSoon() {
    m_timer.start(kSoonMilliseconds);
}

LensRequest LensPanel::request() const {
    LensRequest request{.lens = m_lens->name, .settings = m_settings->settings()};
    const auto split = static_cast<Split>(m_split->currentData().toInt());
    if (m_lens->usesSplit)
        request.split = split;
    if (m_lens->usesSample)
        request.sample = {.split = split,
                          .index = m_sample->value(),
                          .values = usesShown() ? m_shown->values() : HostArray()};
    if (m_lens->usesOther)
        request.other = m_other->network();
    if (m_lens->subject == LensSubject::Layer) {
        const auto layer = m_selection.singleLayer();
        if (const Layer* chosen = layer ? m_document.network().layer(*layer) : nullptr)
            request.layer = chosen->name;
    }
    return request;
}

void LensPanel::look() {
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    if (m_run.state() == RunState::Training && !m_run.isUpToDate()) {
        // The run takes a burst of edits over by itself, and then goes on.
        m_timer.start(kLiveMilliseconds);
        return;
    }
    if (const auto obstacle = trainingObstacle(m_document)) {
        showSentence(worded(obstacle->sentence));
        return;
    }
    if (m_run.isAsked(m_question)) {
        // A newer question takes its place; while it trains the one under way may end first.
        if (m_run.state() == RunState::Training) {
            m_timer.start(kLiveMilliseconds);
            return;
        }
        m_run.cancel(m_question);
    }
    m_stale = false;
    m_question = m_run.ask<LensRequest>(
        request(), this, [this](const Result<LensAnswered>& answer) { show(answer); },
        RunController::FailureHeard::ByAsker);
}

void LensPanel::show(const Result<LensAnswered>& answer) {
    m_question = {};
    m_progress->hide();
    m_cancel->hide();
    if (!answer) {
        showSentence(wordedWithoutPlace(answer.error()));
        return;
    }
    if (answer->request.lens != m_lens->name)
        return;
    m_sentence->hide();
    m_result = answer->result;
    // What is behind the chosen cell is asked for again: it was of the weights before.
    if (m_cell)
        openCell(m_cell->lens, m_cell->settings, m_cell->title);
    m_layerLabel->setText(m_result->layer.empty() ? tr("All layers are shown. Select one to see it alone.")
                                                  : tr("Layer: %1. Select another one to look into it.")
                                                        .arg(QString::fromStdString(m_result->layer)));
    m_moment->setText(m_result->step == 0
                          ? tr("Before training.")
                          : tr("After %1 steps of training.").arg(shownCount(m_result->step)));
    m_moment->show();
    m_view->setResult(*m_result);
    m_view->show();
}

void LensPanel::showSentence(const QString& sentence) {
    m_result.reset();
    m_question = {};
    m_progress->hide();
    m_cancel->hide();
    m_view->hide();
    m_moment->hide();
    closeCell();
    m_layerLabel->clear();
    m_sentence->setText(sentence);
    m_sentence->show();
}

void LensPanel::showProgress(const LensProgress& progress) {
    if (progress.lens != m_lens->name || !m_run.isAsked(m_question))
        return;
    m_progress->setMaximum(1000);
    m_progress->setValue(static_cast<int>(1000 * progress.share));
    m_progress->show();
    m_cancel->show();
}

void LensPanel::openCell(QString lens, Settings settings, QString title) {
    if (!m_result)
        return;
    LensRequest request{.lens = lens.toStdString(), .settings = settings};
    request.split = m_result->split;
    m_run.cancel(m_cellQuestion);
    m_cell = Cell{lens, settings, title};
    const QString heading =
        m_result->tables.empty() ? title : tr("%1: %2").arg(worded(m_result->tables.front().corner), title);
    m_cellQuestion = m_run.ask<LensRequest>(
        std::move(request), this,
        [this, heading](const Result<LensAnswered>& answer) {
            m_cellQuestion = {};
            if (!answer) {
                closeCell();
                return;
            }
            const bool isNew = m_behind->isHidden();
            m_behindTitle->setText(heading);
            m_behind->setResult(*answer->result);
            m_behindTitle->show();
            m_behind->show();
            if (isNew)
                QTimer::singleShot(0, this, [this] { ensureWidgetVisible(m_behindTitle, 0, height() / 2); });
        },
        RunController::FailureHeard::ByAsker);
}

void LensPanel::closeCell() {
    m_run.cancel(m_cellQuestion);
    m_cellQuestion = {};
    m_cell.reset();
    m_behindTitle->hide();
    m_behind->hide();
    m_behind->setResult({});
}

} // namespace protomind
