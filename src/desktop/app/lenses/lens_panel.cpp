// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/lens_panel.h"

#include "desktop/app/lenses/lens_settings.h"
#include "desktop/app/lenses/other_network_chooser.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/document/shown_sample.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/editor/selection.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QShowEvent>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kSoonMilliseconds = 60; ///< a burst of edits is one question
constexpr int kNoVisit = 0;

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
    connect(m_lenses, &QComboBox::currentIndexChanged, this, [this](int index) {
        touch();
        chooseLens(index);
    });
    connect(m_settings, &LensSettings::changed, this, [this] {
        touch();
        lookSoon();
    });
    connect(m_split, &QComboBox::currentIndexChanged, this, [this] {
        touch();
        fitSample();
        lookSoon();
    });
    connect(m_sample, &QSpinBox::valueChanged, this, [this] {
        touch();
        lookSoon();
    });
    connect(m_shownToo, &QCheckBox::toggled, this, [this] {
        touch();
        fitChoices();
        lookSoon();
    });
    connect(m_other, &OtherNetworkChooser::changed, this, [this] {
        touch();
        lookSoon();
    });
    connect(m_other, &OtherNetworkChooser::failed, this, &LensPanel::readingFailed);
    connect(m_again, &QToolButton::clicked, this, [this] {
        touch();
        look();
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        giveUp();
        m_progress->hide();
        m_cancel->hide();
        emit lookEnded();
    });
    connect(m_view, &LensResultView::settingPicked, this,
            [this](const QString& setting, const FieldValue& value) {
                m_settings->set(setting.toStdString(), value);
            });
    connect(m_view, &LensResultView::cellChosen, this,
            [this](QString lens, Settings settings, QString title) {
                touch();
                openCell(std::move(lens), std::move(settings), std::move(title));
            });
    connect(&m_selection, &Selection::changed, this, [this] {
        if (m_lens->subject != LensSubject::Layer)
            return;
        touch();
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

void LensPanel::showEvent(QShowEvent* event) {
    ScrollColumn::showEvent(event);
    if (!event->spontaneous())
        touch();
    if (m_stale || !m_result)
        lookSoon();
}

void LensPanel::hideEvent(QHideEvent* event) {
    ScrollColumn::hideEvent(event);
    emit lookEnded();
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
    // The analysis is renewed by itself where data have been read.
    m_byHand = m_byHand || !std::holds_alternative<AnalysisChanged>(event);
    lookSoon();
}

void LensPanel::followState(RunState state) {
    m_stale = true;
    m_byHand = m_byHand || state == RunState::Training;
    if (state != RunState::Training && state != RunState::Idle)
        lookSoon();
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
    const int visit = m_byHand ? m_visit : kNoVisit;
    m_question = m_run.ask<LensRequest>(
        request(), this,
        [this, visit](const Result<LensAnswered>& answer) {
            show(answer);
            tell(answer, visit);
        },
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

/// What the learner looks at; nothing that was asked before the visit, or by itself.
void LensPanel::tell(const Result<LensAnswered>& answer, int visit) {
    if (answer && visit == m_visit)
        emit looked(*answer);
    emit lookEnded();
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
    emit lookEnded();
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
    const int visit = m_byHand ? m_visit : kNoVisit;
    const QString heading =
        m_result->tables.empty() ? title : tr("%1: %2").arg(worded(m_result->tables.front().corner), title);
    m_cellQuestion = m_run.ask<LensRequest>(
        std::move(request), this,
        [this, heading, visit](const Result<LensAnswered>& answer) {
            m_cellQuestion = {};
            tell(answer, visit);
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
