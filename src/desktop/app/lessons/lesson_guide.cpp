// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_guide.h"

#include "desktop/app/files/project_files.h"
#include "desktop/app/lessons/control_keeper.h"
#include "desktop/app/lessons/demonstration.h"
#include "desktop/app/lessons/highlight_frame.h"
#include "desktop/app/lessons/learner_records.h"
#include "desktop/app/lessons/lesson_shelf.h"
#include "desktop/app/lessons/lesson_stage.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/app/lessons/scene_stack.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/selection.h"
#include "desktop/lessons/guess_view.h"
#include "desktop/lessons/task_view.h"
#include "desktop/words/worded.h"
#include "studio/course/lesson_ground.h"
#include "studio/course/lesson_variables.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// What a guess comes before.
const QStringList kRunControls{QStringLiteral("train"), QStringLiteral("step-sample"), QStringLiteral("step"),
                               QStringLiteral("step-epoch")};

} // namespace

LessonGuide::LessonGuide(const LessonParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_source(new LiveStateSource(parts.document, parts.run, this))
    , m_stage(new LessonStage(parts.document, parts.run, parts.canvas, *m_source, this))
    , m_demonstration(new Demonstration(parts.document, parts.run, *m_stage, *m_source, this)) {
    LessonPane& pane = m_parts.pane;
    connect(&pane, &LessonPane::backPressed, this, [this] { turnBy(-1); });
    connect(&pane, &LessonPane::nextPressed, this, [this] { turnBy(1); });
    connect(&pane, &LessonPane::closePressed, this, &LessonGuide::leave);
    connect(&pane, &LessonPane::startFreshPressed, this, &LessonGuide::startFresh);
    connect(&pane, &LessonPane::linkPressed, this, &LessonGuide::press);
    connect(&pane, &LessonPane::answered, this, &LessonGuide::keepAnswer);
    connect(&pane, &LessonPane::guessed, this, [this](const QString& prediction, const QString& guess) {
        m_parts.records.keepGuess(m_lesson->id, step().id, prediction.toStdString(), guess.toStdString());
        m_ranSinceGuess = false;
        setControls();
    });
    connect(&pane, &LessonPane::taskDone, this, [this] {
        m_parts.records.keepTask(m_lesson->id, step().id);
        // A run that goes on is not over yet: see followRun().
        if (!m_parts.run.isTraining())
            m_parts.pane.reveal(m_parts.run.history());
    });
    connect(&pane, &LessonPane::showPressed, this, [this] {
        m_parts.pane.task()->setDemonstration(TaskView::Demonstration::Running);
        m_demonstration->start(step().demonstration(), m_settled ? m_source->weights() : step().weights);
    });
    connect(&pane, &LessonPane::stopPressed, m_demonstration, &Demonstration::takeBack);
    connect(&pane, &LessonPane::stopPressed, this, &LessonGuide::look);
    connect(&pane, &LessonPane::takeBackPressed, this, [this] {
        m_demonstration->takeBack();
        expect(m_demonstration->weightsBefore());
        look();
        m_parts.pane.task()->setDemonstration(TaskView::Demonstration::Offered);
    });
    connect(m_demonstration, &Demonstration::finished, this, [this] {
        if (TaskView* task = m_parts.pane.task())
            task->setDemonstration(TaskView::Demonstration::Shown);
    });
    connect(m_demonstration, &Demonstration::stopped, this, [this] {
        if (TaskView* task = m_parts.pane.task())
            task->setDemonstration(TaskView::Demonstration::Offered);
    });
    connect(m_stage, &LessonStage::failed, this, &LessonGuide::problem);
    connect(m_stage, &LessonStage::exportWanted, this, &LessonGuide::exportWanted);
    connect(m_stage, &LessonStage::lookWanted, this,
            [this](const LensRequest& look) { openLenses(look, false); });
    connect(m_source, &LiveStateSource::pageBegan, this, &LessonGuide::pageBegan);
    connect(m_source, &LiveStateSource::weightsChanged, this, &LessonGuide::settle);
    connect(m_source, &LiveStateSource::changed, this, &LessonGuide::follow);
    connect(&m_parts.run, &RunController::stateChanged, this, &LessonGuide::followRun);
    connect(&m_parts.run, &RunController::prepared, this, &LessonGuide::followPreparing);
    connect(&m_parts.run, &RunController::epochDone, this, [this] {
        if (m_lesson && m_wantsTest)
            m_parts.run.evaluate();
    });
    connect(&m_parts.selection, &Selection::changed, this, &LessonGuide::offerLayer);
    connect(&m_parts.shelf, &LessonShelf::changed, this, &LessonGuide::reload);
    connect(&m_parts.files, &ProjectFiles::opened, this, &LessonGuide::followFiles);
    m_parts.scene.setSource(*m_source);
}

LessonGuide::~LessonGuide() = default;

void LessonGuide::setData(const LoadedDataPtr& data) {
    m_source->setData(data);
    m_parts.scene.setData(data);
}

void LessonGuide::followReset() {
    if (!m_lesson)
        return;
    m_source->setHandsOff(true);
    if (!step().weights.empty())
        m_stage->setWeights(step().weights);
    m_source->setHandsOff(false);
    m_source->beginRun();
}

void LessonGuide::followExport() {
    if (!m_lesson)
        return;
    // Who presses the button in the dialog that was shown has done it themselves.
    const bool wasShown = std::ranges::any_of(step().demonstration(), [](const LessonAction& action) {
        return std::holds_alternative<ExportAction>(action);
    });
    if (TaskView* task = m_parts.pane.task(); task && wasShown) {
        m_demonstration->stop();
        task->setDemonstration(TaskView::Demonstration::Offered);
    }
    m_source->exported();
}

void LessonGuide::followLook(const LensAnswered& answer) {
    if (m_lesson)
        m_source->looked(answer);
}

void LessonGuide::followLookEnd() {
    m_demonstration->followLook();
}

// Beginning and leaving
// --------------------------------------------------------------------------------------

void LessonGuide::begin(const QString& lesson) {
    if (m_lesson) {
        open(lesson);
        return;
    }
    m_parts.files.whenSafe(tr("Save the project before the lesson?"), [this, lesson] { open(lesson); });
}

void LessonGuide::open(const QString& id) {
    const auto read = m_parts.shelf.open(id.toStdString());
    if (!read) {
        emit problem(worded(read.error()));
        return;
    }
    if (!m_before) {
        Before before{
            .path = m_parts.files.path(), .content = {}, .modified = false, .speed = m_parts.run.speed()};
        if (before.path.isEmpty()) {
            before.content = m_parts.document.content();
            before.modified = m_parts.document.isModified();
        }
        m_before = std::move(before);
    }
    m_parts.records.endVisit();
    m_lesson = *read;
    m_parts.run.watchVariables(variablesNamedIn(*m_lesson));
    m_opening = true;
    m_parts.files.beginWith(ProjectContent{}, false);
    m_opening = false;
    emit activeChanged(true);
    m_parts.records.beginVisit(m_lesson->id);
    turnTo(std::min(m_parts.records.page(*m_lesson), m_lesson->steps.size() - 1), true);
}

void LessonGuide::leave() {
    if (!m_lesson)
        return;
    // What was saved under a name of its own is a project like any other.
    if (!m_parts.files.path().isEmpty() && m_parts.document.isModified()) {
        m_parts.files.whenSafe(tr("Save the project before leaving the lesson?"), [this] { goBack(); });
        return;
    }
    goBack();
}

void LessonGuide::goBack() {
    if (!m_lesson)
        return;
    m_parts.run.pause();
    const Before before = std::move(*m_before);
    end();
    m_parts.run.setSpeed(before.speed);
    if (before.content)
        m_parts.files.beginWith(*before.content, before.modified);
    else
        m_parts.files.returnTo(before.path);
}

/// The pane goes, and every control is as it was.
void LessonGuide::end() {
    m_demonstration->stop();
    m_parts.highlight.stop();
    m_parts.controls.release();
    m_parts.scene.show({});
    m_parts.records.endVisit();
    m_lesson.reset();
    m_parts.run.watchVariables({});
    m_before.reset();
    m_wantsTest = false;
    emit activeChanged(false);
}

/// Somebody opened another project: the lesson ends, and what was opened stays.
void LessonGuide::followFiles() {
    if (m_lesson && !m_opening)
        end();
}

void LessonGuide::startFresh() {
    m_parts.records.startFresh(m_lesson->id);
    turnTo(0, true);
}

/// Somebody edits the lesson: shows it as it is now.
void LessonGuide::reload() {
    if (!m_lesson)
        return;
    const std::string id = m_lesson->id;
    const std::string stepId = step().id;
    const auto read = m_parts.shelf.open(id);
    if (!read) {
        m_parts.pane.showProblem(QString::fromStdString(m_lesson->title), worded(read.error()));
        return;
    }
    m_lesson = *read;
    m_parts.run.watchVariables(variablesNamedIn(*m_lesson));
    const auto same = std::ranges::find(m_lesson->steps, stepId, &LessonStep::id);
    m_page = same == m_lesson->steps.end() ? std::min(m_page, m_lesson->steps.size() - 1)
                                           : static_cast<std::size_t>(same - m_lesson->steps.begin());
    turnTo(m_page, true);
}

// Pages
// ------------------------------------------------------------------------------------------------------

void LessonGuide::turnBy(int by) {
    if (!m_lesson)
        return;
    if (by < 0 && m_page == 0)
        return;
    if (by > 0) {
        if (const TaskView* task = m_parts.pane.task(); !step().task || (task && task->isDone()))
            m_parts.records.keepStep(m_lesson->id, step().id);
        if (m_page + 1 == m_lesson->steps.size()) {
            m_parts.records.finish(m_lesson->id);
            leave();
            return;
        }
    }
    turnTo(by < 0 ? m_page - 1 : m_page + 1, by < 0);
}

void LessonGuide::turnTo(std::size_t page, bool wholly) {
    m_demonstration->stop();
    m_parts.highlight.stop();
    m_parts.controls.release();
    m_page = page;
    expect(step().weights);
    m_ranSinceGuess = false;
    m_parts.records.setPage(m_lesson->id, step().id);
    m_stage->enter(*m_lesson, page, wholly);
    m_parts.scene.show(step().scene);
    show();
    m_wantsTest = step().task && step().task->check.looksAtTests();
    setControls();
    look();
    follow();
}

void LessonGuide::look() {
    if (step().look)
        openLenses(requestOf(*step().look), true);
}

void LessonGuide::openLenses(const LensRequest& look, bool byPage) {
    m_parts.controls.reveal(QStringLiteral("lenses"));
    emit lookWanted(look, byPage);
}

void LessonGuide::show() {
    m_parts.pane.showStep(*m_lesson, m_page, m_parts.records.of(*m_lesson));
    offerLayer();
}

void LessonGuide::offerLayer() {
    const auto layer = m_parts.selection.singleLayer();
    if (m_lesson && layer)
        m_parts.pane.offerLayer(m_parts.document.network().layer(*layer)->name);
}

void LessonGuide::setControls() {
    m_parts.controls.release();
    for (const std::string& control : step().hides)
        m_parts.controls.hide(QString::fromStdString(control));
    for (const std::string& control : step().locks)
        m_parts.controls.lock(QString::fromStdString(control),
                              tr("On this page of the lesson it stays as it is."));
    m_parts.scene.setVeiled(m_parts.pane.awaitsGuess());
    if (m_parts.pane.awaitsGuess())
        for (const QString& control : kRunControls)
            if (!m_parts.controls.isLocked(control))
                m_parts.controls.lock(control, tr("First make your guess, in the lesson at the left."));
}

// What happens
// -----------------------------------------------------------------------------------------------

void LessonGuide::expect(const std::map<std::string, std::vector<float>>& weights) {
    m_expected = weights;
    m_hasWeights = false;
    m_settled = false;
}

/// Until what a page wants is there, nothing that is seen is the learner's doing.
void LessonGuide::settle() {
    if (!m_lesson || m_settled)
        return;
    m_hasWeights = m_hasWeights || m_source->hasWeights(m_expected);
    m_settled = m_hasWeights && m_source->hasData();
}

void LessonGuide::setDemonstrationPace(int pauseMilliseconds, double trainingSeconds) {
    m_demonstration->setPace(pauseMilliseconds, trainingSeconds);
}

void LessonGuide::follow() {
    if (!m_lesson)
        return;
    settle();
    if (m_settled)
        m_parts.pane.follow(m_source->state());
}

/// A network that was edited begins anew, with the page's weights as far as it has them: a bend is seen on
/// the line that was there. Other first weights are for who rolls the die.
void LessonGuide::followPreparing(const Prepared& event) {
    const Experiment before = std::exchange(m_prepared, m_parts.document.experiment());
    const bool edited = event.step == 0 && event.weightsTaken == 0 &&
                        before.training.seed == m_prepared.training.seed &&
                        !sameStructure(before.network, m_prepared.network);
    if (m_lesson && m_settled && edited)
        m_parts.run.setWeights(fittingWeights(step().weights, m_prepared.network));
}

void LessonGuide::followRun() {
    if (!m_lesson || m_parts.pane.awaitsGuess())
        return;
    const RunState state = m_parts.run.state();
    if (state == RunState::Training) {
        m_ranSinceGuess = true;
        return;
    }
    const bool ended =
        state == RunState::Paused || state == RunState::Finished || state == RunState::Diverged;
    if (!ended)
        return;
    if (m_wantsTest)
        m_parts.run.evaluate();
    // With a task, the guess is held against the run that fulfils it.
    const TaskView* task = m_parts.pane.task();
    if (m_ranSinceGuess && !m_demonstration->isRunning() && (!step().task || (task && task->isDone())))
        m_parts.pane.reveal(m_parts.run.history());
}

void LessonGuide::keepAnswer(const QString& question, const QString& answer, bool right) {
    m_parts.records.keepAnswer(m_lesson->id, step().id, question.toStdString(), answer.toStdString(), right);
}

void LessonGuide::press(const QUrl& link) {
    if (!m_lesson)
        return;
    const QString target = link.path();
    if (link.scheme() == QLatin1String("highlight")) {
        highlight(target);
    } else if (link.scheme() == QLatin1String("action")) {
        if (target == QLatin1String("next"))
            turnBy(1);
        else if (target == QLatin1String("back"))
            turnBy(-1);
        else if (target == QLatin1String("show") && m_parts.pane.task())
            emit m_parts.pane.showPressed();
        else
            emit actionWanted(target);
    } else if (link.scheme() == QLatin1String("open")) {
        if (target.startsWith(QLatin1String("layer/"))) {
            if (const Layer* layer = m_parts.document.network().layerNamed(target.mid(6).toStdString()))
                m_parts.canvas.reveal(layer->id);
        } else if (target.startsWith(QLatin1String("inside/"))) {
            if (const Layer* layer = m_parts.document.network().layerNamed(target.mid(7).toStdString()))
                emit m_parts.canvas.openRequested(layer->id);
        } else if (target.startsWith(QLatin1String("lesson/"))) {
            begin(target.mid(7));
        } else {
            emit placeWanted(target);
        }
    }
}

void LessonGuide::highlight(const QString& control) {
    if (QWidget* widget = m_parts.controls.reveal(control))
        m_parts.highlight.point(*widget);
    else
        emit problem(tr("This is not shown on this page."));
}

} // namespace protomind
