// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/data/data_panel.h"
#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/files/project_store.h"
#include "desktop/app/lessons/control_keeper.h"
#include "desktop/app/lessons/highlight_frame.h"
#include "desktop/app/lessons/learner_records.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/lessons/lesson_shelf.h"
#include "desktop/app/lessons/scene_stack.h"
#include "desktop/app/training/training_panel.h"
#include "desktop/app/welcome/welcome_page.h"
#include "desktop/app/window/main_window.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/inspector.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/lessons/course_page.h"
#include "desktop/lessons/text/formula_pictures.h"
#include "desktop/words/worded.h"

#include <QAction>
#include <QHash>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>

#include "ui_main_window.h"

/// Lessons in the window: the pane beside all else, scenes in place of the canvas, and the page with all
/// lessons.
namespace protomind {

namespace {

constexpr int kNarrowPane = 300;
constexpr int kWidePane = 460;

} // namespace

void MainWindow::makeLessons() {
    m_controls = new ControlKeeper(*this);
    m_highlight = new HighlightFrame(*this);
    m_shelf = new LessonShelf(m_parts.lessonFolders.empty() ? lessonRoots() : m_parts.lessonFolders, this);
    m_records = std::make_unique<LearnerRecords>(m_parts.store.stateDirectory(), m_parts.preferences);
    m_formulas = std::make_unique<FormulaPictures>();
    m_lessonPane = new LessonPane(*m_formulas, this);
    m_lessonPane->hide();
    m_lessonScene = new SceneStack(*m_editor, m_parts.document, m_parts.run, this);
    m_course = new CoursePage(this);
    m_guide = new LessonGuide({.document = m_parts.document,
                               .run = m_parts.run,
                               .files = *m_files,
                               .canvas = *m_canvas,
                               .selection = *m_selection,
                               .controls = *m_controls,
                               .highlight = *m_highlight,
                               .shelf = *m_shelf,
                               .records = *m_records,
                               .scene = *m_lessonScene,
                               .pane = *m_lessonPane},
                              this);
}

void MainWindow::joinLessons() {
    connect(m_guide, &LessonGuide::activeChanged, this, &MainWindow::followLesson);
    connect(m_guide, &LessonGuide::actionWanted, this, &MainWindow::doForLesson);
    connect(m_guide, &LessonGuide::problem, this, [this](const QString& sentence) {
        m_messages->say(MessageStrip::Topic::Project, MessageStrip::Kind::Warning, sentence);
    });
    connect(m_guide, &LessonGuide::placeWanted, this, [this](const QString& place) {
        QWidget* page = place == QLatin1String("data")       ? static_cast<QWidget*>(m_dataPanel)
                        : place == QLatin1String("training") ? static_cast<QWidget*>(m_trainingPanel)
                                                             : m_inspector;
        m_tabs->setCurrentWidget(page);
    });
    connect(m_course, &CoursePage::closed, this, [this] { showCourse(false); });
    connect(m_course, &CoursePage::lessonChosen, this, [this](const QString& id) {
        showCourse(false);
        m_guide->begin(id);
    });
    connect(m_course, &CoursePage::learnerChosen, this, [this](const QString& name) {
        m_records->chooseLearner(name.toStdString());
        refreshCourse();
    });
    connect(m_course, &CoursePage::newLearnerWanted, this, &MainWindow::nameNewLearner);
    connect(m_welcome, &WelcomePage::lessonChosen, this, [this](const QString& id) {
        showWelcome(false);
        m_guide->begin(id);
    });
    connect(m_welcome, &WelcomePage::lessonsWanted, this, [this] { showCourse(true); });
    connect(m_shelf, &LessonShelf::lessonsChanged, this, [this] {
        if (m_pages->currentWidget() == m_course)
            refreshCourse();
        else if (m_pages->currentWidget() == m_welcome)
            m_welcome->setLessons(m_records->entries(m_shelf->lessons()));
    });
}

void MainWindow::makeLessonActions() {
    connect(m_ui->actionLessons, &QAction::triggered, this, &MainWindow::showCourse);
    connect(m_ui->actionLeaveLesson, &QAction::triggered, m_guide, &LessonGuide::leave);
    setUsable(*m_ui->actionLeaveLesson, false, tr("No lesson is open."));
}

void MainWindow::refreshCourse() {
    m_course->setEntries(m_records->entries(m_shelf->lessons()));
    QStringList names;
    for (const std::string& name : m_records->learners())
        names << QString::fromStdString(name);
    m_course->setLearners(names, QString::fromStdString(m_records->learner()));
}

void MainWindow::showCourse(bool shown) {
    m_ui->actionLessons->setChecked(shown);
    if (shown) {
        m_ui->actionWelcome->setChecked(false);
        m_pages->setCurrentWidget(m_course);
        refreshCourse();
    } else if (m_pages->currentWidget() == m_course) {
        m_pages->setCurrentWidget(m_withLesson);
        m_canvas->setFocus();
    }
}

void MainWindow::nameNewLearner() {
    const QString name =
        m_parts.dialogs.askForText(this, tr("New learner"), tr("A name to keep the way under:"));
    if (!name.isEmpty())
        if (const auto made = m_records->addLearner(name.trimmed().toStdString()); !made)
            m_parts.dialogs.tell(this, tr("New learner"), worded(made.error()));
    refreshCourse();
}

void MainWindow::followLesson(bool active) {
    if (active)
        showWelcome(false);
    m_lessonPane->setVisible(active);
    if (active) {
        // When all has found its place.
        const int pane = std::clamp(width() * 3 / 10, kNarrowPane, kWidePane);
        QTimer::singleShot(0, this, [this, pane] { m_withLesson->setSizes({pane, width() - pane}); });
    } else
        QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, m_canvas, &NetworkView::fit); });
    setUsable(*m_ui->actionLeaveLesson, active, tr("No lesson is open."));
    m_messages->withdraw(MessageStrip::Topic::FirstStep);
    // A lesson goes on all the same where what was done can't be kept.
    if (const auto lost = m_records->takeProblem())
        m_messages->say(MessageStrip::Topic::File, MessageStrip::Kind::Warning, worded(*lost));
}

void MainWindow::doForLesson(const QString& action) {
    static const QHash<QString, QString> kActions{
        {QStringLiteral("step"), QStringLiteral("actionStep")},
        {QStringLiteral("step-sample"), QStringLiteral("actionStepSample")},
        {QStringLiteral("step-epoch"), QStringLiteral("actionStepEpoch")},
        {QStringLiteral("reset"), QStringLiteral("actionReset")},
        {QStringLiteral("die"), QStringLiteral("actionRollSeed")},
        {QStringLiteral("evaluate"), QStringLiteral("actionEvaluate")},
        {QStringLiteral("undo"), QStringLiteral("actionUndo")},
        {QStringLiteral("redo"), QStringLiteral("actionRedo")},
    };
    const bool train = action == QLatin1String("train");
    if (train || action == QLatin1String("pause")) {
        if (!m_ui->actionTrain->isEnabled())
            m_messages->say(MessageStrip::Topic::Run, MessageStrip::Kind::Information,
                            obstacle(*m_ui->actionTrain));
        else if (train != m_parts.run.isTraining())
            m_ui->actionTrain->trigger();
        return;
    }
    if (QAction* found = m_registry->find(kActions.value(action))) {
        if (!found->isEnabled())
            m_messages->say(MessageStrip::Topic::Run, MessageStrip::Kind::Information, obstacle(*found));
        found->trigger();
    }
}

} // namespace protomind
