// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_lessons.h"

#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/files/project_store.h"
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/app/lessons/control_keeper.h"
#include "desktop/app/lessons/filter_page.h"
#include "desktop/app/lessons/highlight_frame.h"
#include "desktop/app/lessons/learner_records.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/lessons/lesson_shelf.h"
#include "desktop/app/lessons/scene_stack.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/welcome/welcome_page.h"
#include "desktop/app/window/side_panels.h"
#include "desktop/app/window/window_editor.h"
#include "desktop/app/window/window_pages.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/lessons/course_page.h"
#include "desktop/lessons/text/formula_pictures.h"
#include "desktop/words/worded.h"

#include <QAction>
#include <QHash>
#include <QMainWindow>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kNarrowPane = 300;
constexpr int kWidePane = 460;

} // namespace

WindowLessons::WindowLessons(const Parts& parts, const std::vector<std::filesystem::path>& folders,
                             QMainWindow& window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window) {
    auto* controls = new ControlKeeper(window);
    auto* highlight = new HighlightFrame(window);
    m_shelf = new LessonShelf(folders.empty() ? lessonRoots() : folders, &window);
    m_records = std::make_unique<LearnerRecords>(m_parts.store.stateDirectory(), m_parts.preferences);
    m_formulas = std::make_unique<FormulaPictures>();
    m_pane = new LessonPane(*m_formulas, &window);
    m_pane->hide();
    m_scene = new SceneStack(m_parts.editor.editor(), m_parts.document, m_parts.run, &window);
    m_course = new CoursePage(&window);
    m_guide = new LessonGuide({.document = m_parts.document,
                               .run = m_parts.run,
                               .files = m_parts.files,
                               .canvas = m_parts.editor.canvas(),
                               .selection = m_parts.editor.selection(),
                               .controls = *controls,
                               .highlight = *highlight,
                               .shelf = *m_shelf,
                               .records = *m_records,
                               .scene = *m_scene,
                               .pane = *m_pane},
                              &window);
    setUsable(m_parts.leave, false, tr("No lesson is open."));
    join();
}

WindowLessons::~WindowLessons() = default;

void WindowLessons::join() {
    connect(&m_parts.leave, &QAction::triggered, m_guide, &LessonGuide::leave);
    connect(m_guide, &LessonGuide::activeChanged, this, &WindowLessons::follow);
    connect(m_guide, &LessonGuide::actionWanted, this, &WindowLessons::act);
    connect(m_guide, &LessonGuide::problem, this, [this](const QString& sentence) {
        m_parts.messages.say(MessageStrip::Topic::Project, MessageStrip::Kind::Warning, sentence);
    });
    connect(m_guide, &LessonGuide::placeWanted, &m_parts.side, [&side = m_parts.side](const QString& place) {
        if (place == QLatin1String("data"))
            side.showData();
        else if (place == QLatin1String("training"))
            side.showTraining();
        else if (place == QLatin1String("network"))
            side.showNetwork();
    });
    LensPanel& lenses = m_parts.side.lenses();
    connect(m_guide, &LessonGuide::activeChanged, &lenses,
            [&lenses](bool active) { active ? lenses.keepChoices() : lenses.bringChoicesBack(); });
    connect(m_guide, &LessonGuide::pageBegan, &lenses, &LensPanel::beginVisit);
    connect(m_guide, &LessonGuide::lookWanted, &lenses, [&lenses](const LensRequest& look, bool byPage) {
        byPage ? lenses.lookAtFirst(look) : lenses.lookThrough(look);
    });
    connect(&lenses, &LensPanel::looked, m_guide, &LessonGuide::followLook);
    connect(&lenses, &LensPanel::lookEnded, m_guide, &LessonGuide::followLookEnd);
    FilterPage& filter = m_scene->filter();
    connect(&filter, &FilterPage::fileWanted, this, [this, &filter] {
        const QString file = m_parts.dialogs.openFile(&m_window, tr("A picture of your own"),
                                                      tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"));
        if (!file.isEmpty())
            filter.open(file);
    });
    connect(&filter, &FilterPage::refused, this, [this](const QString& sentence) {
        m_parts.messages.say(MessageStrip::Topic::Project, MessageStrip::Kind::Warning, sentence);
    });
    connect(m_course, &CoursePage::closed, this, [this] { m_parts.pages.showCourse(false); });
    connect(m_course, &CoursePage::lessonChosen, this, [this](const QString& id) {
        m_parts.pages.showCourse(false);
        m_guide->begin(id);
    });
    connect(m_course, &CoursePage::learnerChosen, this, [this](const QString& name) {
        m_records->chooseLearner(name.toStdString());
        showCourseEntries();
    });
    connect(m_course, &CoursePage::newLearnerWanted, this, &WindowLessons::nameNewLearner);
    connect(&m_parts.welcome, &WelcomePage::lessonChosen, this, [this](const QString& id) {
        m_parts.pages.showWelcome(false);
        m_guide->begin(id);
    });
    connect(&m_parts.welcome, &WelcomePage::lessonsWanted, this, [this] { m_parts.pages.showCourse(true); });
    connect(&m_parts.pages, &WindowPages::courseShown, this, &WindowLessons::showCourseEntries);
    connect(&m_parts.pages, &WindowPages::welcomeShown, this, &WindowLessons::showWelcomeEntries);
    connect(m_shelf, &LessonShelf::lessonsChanged, this, [this] {
        if (m_parts.pages.isCourseShown())
            showCourseEntries();
        else if (m_parts.pages.isWelcomeShown())
            showWelcomeEntries();
    });
}

QWidget& WindowLessons::scene() {
    return *m_scene;
}

QWidget& WindowLessons::course() {
    return *m_course;
}

QSplitter& WindowLessons::besidePane(QWidget& work) {
    m_besidePane = new QSplitter(Qt::Horizontal, &m_window);
    m_besidePane->setObjectName(QStringLiteral("withLesson"));
    m_besidePane->addWidget(m_pane);
    m_besidePane->addWidget(&work);
    m_besidePane->setStretchFactor(1, 1);
    return *m_besidePane;
}

void WindowLessons::endVisit() {
    m_records->endVisit();
}

void WindowLessons::showCourseEntries() {
    m_course->setEntries(m_records->entries(m_shelf->lessons()));
    QStringList names;
    for (const std::string& name : m_records->learners())
        names << QString::fromStdString(name);
    m_course->setLearners(names, QString::fromStdString(m_records->learner()));
}

void WindowLessons::showWelcomeEntries() {
    m_parts.welcome.setLessons(m_records->entries(m_shelf->lessons()));
}

void WindowLessons::nameNewLearner() {
    const QString name =
        m_parts.dialogs.askForText(&m_window, tr("New learner"), tr("A name to keep the way under:"));
    if (!name.isEmpty())
        if (const auto made = m_records->addLearner(name.trimmed().toStdString()); !made)
            m_parts.dialogs.tell(&m_window, tr("New learner"), worded(made.error()));
    showCourseEntries();
}

void WindowLessons::follow(bool active) {
    if (active)
        m_parts.pages.showWelcome(false);
    m_pane->setVisible(active);
    if (active) {
        // When all has found its place.
        const int width = m_window.width();
        const int pane = std::clamp(width * 3 / 10, kNarrowPane, kWidePane);
        QTimer::singleShot(0, this, [this, pane] {
            m_besidePane->setSizes({pane, m_window.width() - pane});
        });
    } else
        QTimer::singleShot(0, this,
                           [this] { QTimer::singleShot(0, &m_parts.editor.canvas(), &NetworkView::fit); });
    setUsable(m_parts.leave, active, tr("No lesson is open."));
    m_parts.messages.withdraw(MessageStrip::Topic::FirstStep);
    // A lesson goes on all the same where what was done can't be kept.
    if (const auto lost = m_records->takeProblem())
        m_parts.messages.say(MessageStrip::Topic::File, MessageStrip::Kind::Warning, worded(*lost));
}

void WindowLessons::act(const QString& action) {
    static const QHash<QString, QString> kActions{
        {QStringLiteral("train"), QStringLiteral("actionTrain")},
        {QStringLiteral("pause"), QStringLiteral("actionTrain")},
        {QStringLiteral("step"), QStringLiteral("actionStep")},
        {QStringLiteral("step-sample"), QStringLiteral("actionStepSample")},
        {QStringLiteral("step-epoch"), QStringLiteral("actionStepEpoch")},
        {QStringLiteral("reset"), QStringLiteral("actionReset")},
        {QStringLiteral("die"), QStringLiteral("actionRollSeed")},
        {QStringLiteral("evaluate"), QStringLiteral("actionEvaluate")},
        {QStringLiteral("undo"), QStringLiteral("actionUndo")},
        {QStringLiteral("redo"), QStringLiteral("actionRedo")},
    };
    QAction* found = m_parts.actions.find(kActions.value(action));
    if (!found)
        return;
    if (!found->isEnabled())
        m_parts.messages.say(MessageStrip::Topic::Run, MessageStrip::Kind::Information, obstacle(*found));
    // One action does both: it is left alone where what is wanted is so already.
    const bool trains = action == QLatin1String("train");
    if ((trains || action == QLatin1String("pause")) && trains == m_parts.run.isTraining())
        return;
    found->trigger();
}

} // namespace protomind
