// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions: what menus, bars and keys do.
#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/command_palette.h"
#include "desktop/app/commands/shortcuts_dialog.h"
#include "desktop/app/data/data_panel.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/run/run_advice.h"
#include "desktop/app/run/run_bar.h"
#include "desktop/app/settings/look_actions.h"
#include "desktop/app/settings/settings_dialog.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/welcome/template_card.h"
#include "desktop/app/welcome/template_dialog.h"
#include "desktop/app/window/help_dialogs.h"
#include "desktop/app/window/main_window.h"
#include "desktop/app/window/window_layout.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/network/learning_check.h"

#include <QFileInfo>
#include <QMenu>
#include <QRandomGenerator>
#include <QStyle>
#include <QTabWidget>

#include "ui_main_window.h"

namespace protomind {

namespace {

/// Seeds a person can say aloud.
constexpr int kRolledSeeds = 1000;
constexpr double kLowerBy = 0.1;

} // namespace

void MainWindow::makeActions() {
    // Now for what is read from the actions on the way, and at the end for those that come.
    m_registry->collect();
    makeFileActions();
    makeEditMenu();
    makeViewActions();
    makeRunActions();
    makeLessonActions();
    makeHelpActions();
    m_registry->collect();
    // Also what can't be done now says why.
    for (QMenu* menu : menuBar()->findChildren<QMenu*>())
        menu->setToolTipsVisible(true);
}

void MainWindow::makeFileActions() {
    m_ui->actionLessons->setIcon(themedIcon(QStringLiteral("lessons")));
    m_ui->actionNewTemplate->setIcon(themedIcon(QStringLiteral("template")));
    m_ui->actionNewEmpty->setIcon(themedIcon(QStringLiteral("new")));
    m_ui->actionOpen->setIcon(themedIcon(QStringLiteral("open")));
    m_ui->actionSave->setIcon(themedIcon(QStringLiteral("save")));
    connect(m_ui->actionNewTemplate, &QAction::triggered, this, &MainWindow::chooseTemplate);
    connect(m_ui->actionNewEmpty, &QAction::triggered, m_files, &ProjectFiles::newEmpty);
    connect(m_ui->actionOpen, &QAction::triggered, m_files, &ProjectFiles::open);
    connect(m_ui->actionSave, &QAction::triggered, m_files, &ProjectFiles::save);
    connect(m_ui->actionSaveAs, &QAction::triggered, m_files, &ProjectFiles::saveAs);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->menuRecent, &QMenu::aboutToShow, this, &MainWindow::showRecent);
    auto* unsaved = new QAction(tr("&Unsaved Work…"), this);
    unsaved->setObjectName(QStringLiteral("actionUnsavedWork"));
    unsaved->setToolTip(tr("What crashes left behind and was not opened yet"));
    unsaved->setStatusTip(unsaved->toolTip());
    const QList<QAction*> entries = m_ui->menuFile->actions();
    m_ui->menuFile->insertAction(entries.at(entries.indexOf(m_ui->menuRecent->menuAction()) + 1), unsaved);
    connect(unsaved, &QAction::triggered, m_files, &ProjectFiles::showUnsavedWork);
}

void MainWindow::makeEditMenu() {
    QUndoStack& stack = m_parts.document.undoStack();
    QAction* undo = stack.createUndoAction(this, tr("&Undo"));
    undo->setObjectName(QStringLiteral("actionUndo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    QAction* redo = stack.createRedoAction(this, tr("&Redo"));
    redo->setObjectName(QStringLiteral("actionRedo"));
    redo->setShortcut(QKeySequence::Redo);
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    setHelp(*undo, tr("Take the last step back"));
    setObstacle(*undo, tr("There is nothing to undo yet."));
    setHelp(*redo, tr("Do the step again that was undone"));
    setObstacle(*redo, tr("There is nothing to redo: nothing was undone."));
    for (QAction* action : {undo, redo})
        connect(action, &QAction::enabledChanged, action, [action] { describe(*action); });
    m_ui->menuEdit->addAction(undo);
    m_ui->menuEdit->addAction(redo);
    m_ui->menuEdit->addSeparator();
    for (QAction* action : m_canvas->actions().editActions())
        m_ui->menuEdit->addAction(action);
    QMenu* alignment = m_ui->menuEdit->addMenu(tr("Al&ign"));
    for (QAction* action : m_canvas->actions().alignActions())
        alignment->addAction(action);
    QMenu* drawing = m_ui->menuEdit->addMenu(tr("Dra&wing"));
    for (QAction* action : m_canvas->actions().drawingActions())
        drawing->addAction(action);
    m_ui->menuEdit->addSeparator();
    m_ui->menuEdit->addAction(m_ui->actionSettings);
    connect(m_ui->actionSettings, &QAction::triggered, this, [this] {
        (new SettingsDialog(m_parts.theme, m_parts.preferences, *m_ui->actionShortcuts,
                            *m_registry->find(QStringLiteral("actionResetLayout")), this))
            ->open();
    });
    m_ui->toolBar->addAction(undo);
    m_ui->toolBar->addAction(redo);
    m_ui->toolBar->addSeparator();
}

void MainWindow::makeViewActions() {
    EditorActions& editor = m_canvas->actions();
    const auto icon = [&editor](const char* action, const char* name) {
        if (QAction* found = editor.action(QLatin1String(action)))
            found->setIcon(themedIcon(QLatin1String(name)));
    };
    icon("view.fit", "fit");
    icon("view.zoomIn", "zoom-in");
    icon("view.zoomOut", "zoom-out");
    icon("edit.arrange", "tidy");
    QAction* first = m_ui->menuView->actions().front();
    for (QAction* action : editor.viewActions())
        m_ui->menuView->insertAction(first, action);
    auto* go = new QMenu(tr("&Go"), m_ui->menuView);
    for (QAction* action : editor.goActions())
        go->addAction(action);
    m_ui->menuView->insertMenu(first, go);
    m_ui->menuView->insertAction(first, m_editor->tableAction());
    m_ui->menuView->insertSeparator(first);
    for (QAction* action : editor.toolActions())
        m_ui->menuView->insertAction(first, action);
    for (const char* name : {"view.zoomOut", "view.zoomIn", "view.fit", "edit.arrange"})
        if (QAction* action = editor.action(QLatin1String(name)))
            m_ui->toolBar->addAction(action);
    m_ui->toolBar->addAction(m_editor->tableAction());
    for (QAction* action : m_ui->toolBar->actions())
        if (QWidget* button = m_ui->toolBar->widgetForAction(action); button && !action->isSeparator())
            button->setAccessibleName(action->text().remove(QLatin1Char('&')));

    const auto fitToStyle = [this] {
        const int side = style()->pixelMetric(QStyle::PM_ToolBarIconSize, nullptr, m_ui->toolBar);
        m_ui->toolBar->setIconSize({side, side});
    };
    connect(&m_parts.theme, &Theme::changed, this, fitToStyle);
    fitToStyle();
    auto* look = new LookActions(*this, m_parts.theme, m_parts.preferences);
    look->fill(*m_ui->menuView, m_ui->actionWelcome);
    m_layout->fill(*m_ui->menuView, m_ui->actionWelcome);
    m_ui->menuView->insertSeparator(m_ui->actionWelcome);
    connect(m_ui->actionWelcome, &QAction::triggered, this, &MainWindow::showWelcome);
}

void MainWindow::makeRunActions() {
    m_ui->actionTrain->setIcon(themedIcon(QStringLiteral("train")));
    m_ui->actionStepSample->setIcon(themedIcon(QStringLiteral("step-sample")));
    m_ui->actionStep->setIcon(themedIcon(QStringLiteral("step")));
    m_ui->actionStepEpoch->setIcon(themedIcon(QStringLiteral("step-epoch")));
    m_ui->actionReset->setIcon(themedIcon(QStringLiteral("reset")));
    m_ui->actionRollSeed->setIcon(themedIcon(QStringLiteral("die")));
    m_ui->actionEvaluate->setIconText(tr("Test"));
    m_ui->actionEvaluate->setIcon(themedIcon(QStringLiteral("evaluate")));
    RunController& run = m_parts.run;
    connect(m_ui->actionTrain, &QAction::triggered, this, &MainWindow::trainOrPause);
    connect(m_ui->actionStepSample, &QAction::triggered, this, &MainWindow::stepSample);
    connect(m_ui->actionStep, &QAction::triggered, this,
            [this, &run] { trainOrExplain([&run] { run.step(StepUnit::Batch); }); });
    connect(m_ui->actionStepEpoch, &QAction::triggered, this,
            [this, &run] { trainOrExplain([&run] { run.step(StepUnit::Epoch); }); });
    connect(m_ui->actionReset, &QAction::triggered, this, &MainWindow::resetWeights);
    connect(m_ui->actionRollSeed, &QAction::triggered, this, &MainWindow::rollSeed);
    connect(m_ui->actionEvaluate, &QAction::triggered, this, &MainWindow::evaluate);
    connect(m_ui->actionLowerRate, &QAction::triggered, this, &MainWindow::lowerLearningRate);
    m_runBar->setActions({.train = m_ui->actionTrain,
                          .stepSample = m_ui->actionStepSample,
                          .stepBatch = m_ui->actionStep,
                          .stepEpoch = m_ui->actionStepEpoch,
                          .reset = m_ui->actionReset,
                          .rollSeed = m_ui->actionRollSeed,
                          .slower = m_ui->actionSlower,
                          .faster = m_ui->actionFaster});
    m_predictions->setEvaluateAction(m_ui->actionEvaluate);
}

void MainWindow::makeHelpActions() {
    connect(m_ui->actionAbout, &QAction::triggered, this, [this] { makeAboutDialog(this)->open(); });
    connect(m_ui->actionShortcuts, &QAction::triggered, this,
            [this] { (new ShortcutsDialog(*m_registry, this))->open(); });
    connect(m_ui->actionCommands, &QAction::triggered, m_commands, &CommandPalette::open);
}

void MainWindow::showRecent() {
    m_ui->menuRecent->clear();
    const QStringList files = m_parts.preferences.recentFiles();
    for (const QString& path : files) {
        QAction* action = m_ui->menuRecent->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_files->openPath(path); });
    }
    if (files.isEmpty()) {
        m_ui->menuRecent->addAction(tr("No files yet: what you open or save is listed here"))
            ->setEnabled(false);
        return;
    }
    m_ui->menuRecent->addSeparator();
    connect(m_ui->menuRecent->addAction(tr("Forget these files")), &QAction::triggered, this,
            [this] { m_parts.preferences.clearRecentFiles(); });
}

void MainWindow::chooseTemplate() {
    auto* dialog = new TemplateDialog(*m_pictures, this);
    connect(dialog, &TemplateDialog::templateChosen, this,
            [this](const NetworkTemplate* chosen) { beginWith(*chosen); });
    dialog->open();
}

// The run -----------------------------------------------------------------------------------------------

bool MainWindow::explainObstacle() {
    const auto obstacle = trainingObstacle(m_parts.document);
    if (!obstacle)
        return false;
    MessageStrip::Button button;
    if (obstacle->layer)
        button = {tr("Show me"), [this, layer = obstacle->layer] {
                      if (m_parts.document.network().layer(layer))
                          m_canvas->reveal(layer);
                      m_tabs->setCurrentIndex(0); // The inspector, also where the layer was selected before.
                  }};
    else if (m_parts.document.experiment().data.empty() && !m_parts.document.network().layers().empty())
        button = {tr("Choose data"), [this] { m_tabs->setCurrentWidget(m_dataPanel); }};
    m_messages->say(MessageStrip::Topic::Obstacle, MessageStrip::Kind::Warning,
                    tr("It can't train yet. %1").arg(QString::fromStdString(obstacle->sentence)), button);
    return true;
}

void MainWindow::runOrExplain(const std::function<void()>& work) {
    if (!explainObstacle())
        work();
}

void MainWindow::trainOrExplain(const std::function<void()>& work) {
    if (explainObstacle())
        return;
    const TrainingSettings& settings = m_parts.document.experiment().training;
    const auto done = m_parts.run.done();
    const ScheduleEnd end = done ? scheduleEnd(settings, *done) : ScheduleEnd::NotYet;
    if (end != ScheduleEnd::NotYet) {
        const auto goOnWith = [this, work](const TrainingSettings& changed) {
            m_parts.document.undoStack().push(
                new SetTraining(m_parts.document, "schedule", changed, newGesture()));
            work();
        };
        const auto again = [this, goOnWith] {
            if (const auto now = m_parts.run.done())
                goOnWith(withScheduleAgain(m_parts.document.experiment().training, *now));
        };
        const auto constant = [this, goOnWith] {
            TrainingSettings changed = m_parts.document.experiment().training;
            changed.schedule = "constant";
            changed.scheduleSettings.clear();
            goOnWith(changed);
        };
        m_messages->say(MessageStrip::Topic::Schedule,
                        end == ScheduleEnd::Nothing ? MessageStrip::Kind::Warning
                                                    : MessageStrip::Kind::Information,
                        worded(scheduleEndSentence(settings, *done)), {tr("Begin it again"), again},
                        {tr("Constant rate"), constant});
    }
    if (end != ScheduleEnd::Nothing)
        work();
}

void MainWindow::stepSample() {
    trainOrExplain([this] {
        m_parts.run.step(StepUnit::Sample);
        const Network& network = m_parts.document.network();
        const LayerId norm = normalisesOnlyBatches(network, m_parts.document.analysis());
        if (norm)
            m_messages->say(
                MessageStrip::Topic::Batch, MessageStrip::Kind::Information,
                tr("%1 takes the mean and the spread of a batch. A single sample has no spread, so the "
                   "layers before it learn nothing from this step.")
                    .arg(QString::fromStdString(network.layer(norm)->name)));
    });
}

void MainWindow::trainOrPause() {
    if (m_parts.run.isTraining())
        m_parts.run.pause();
    else
        trainOrExplain([this] { m_parts.run.train(); });
}

void MainWindow::evaluate() {
    runOrExplain([this] { m_parts.run.evaluate(); });
}

/// As a step that can be undone, where there is something to lose.
void MainWindow::resetWeights() {
    QUndoStack& history = m_parts.document.undoStack();
    if (!m_parts.run.hasWeights()) {
        m_parts.run.reset();
        m_guide->followReset();
        return;
    }
    history.beginMacro(tr("Reset weights"));
    history.push(new ResetWeights(m_parts.document));
    const TrainingSettings& settings = m_parts.document.experiment().training;
    if (settings.scheduleSettings.contains(kScheduleBegins))
        history.push(new SetTraining(m_parts.document, "schedule", withScheduleFromTheStart(settings)));
    m_guide->followReset();
    history.endMacro();
}

void MainWindow::rollSeed() {
    TrainingSettings settings = m_parts.document.experiment().training;
    const auto before = settings.seed;
    while (settings.seed == before)
        settings.seed = 1 + static_cast<std::uint64_t>(QRandomGenerator::global()->bounded(kRolledSeeds - 1));
    m_parts.document.undoStack().push(new SetTraining(m_parts.document, "seed", settings, newGesture()));
}

void MainWindow::lowerLearningRate() {
    TrainingSettings settings = m_parts.document.experiment().training;
    settings.learningRate *= kLowerBy;
    m_parts.document.undoStack().push(
        new SetTraining(m_parts.document, "learning_rate", settings, newGesture()));
    statusBar()->showMessage(
        tr("The learning rate is %1 now.").arg(shownNumber(settings.learningRate, 'g', 7)), 8000);
}

void MainWindow::showDivergence(const DivergedEvent& event) {
    // Where the data itself holds such a number, no learning rate helps.
    const Layer* input = m_parts.document.network().layer(m_parts.document.analysis().input);
    if (input && input->name == event.layer) {
        m_messages->say(MessageStrip::Topic::Divergence, MessageStrip::Kind::Warning, worded(event.sentence));
        return;
    }
    m_messages->say(
        MessageStrip::Topic::Divergence, MessageStrip::Kind::Warning, worded(event.sentence),
        {tr("Lower learning rate ×0.1"), [this] {
             lowerLearningRate();
             m_messages->say(
                 MessageStrip::Topic::Divergence, MessageStrip::Kind::Information,
                 tr("The learning rate is %1 now, and the weights are the last good ones. Press Train to "
                    "go on, or reset the weights to begin again.")
                     .arg(shownNumber(m_parts.document.experiment().training.learningRate, 'g', 7)),
                 {tr("Train"), [this] { trainOrPause(); }});
         }});
}

void MainWindow::adviseOnRun() {
    const bool classes = m_data && m_data->description.targetKind == TargetKind::Class;
    if (!m_adviseOnRun || !m_data ||
        !leadsAway(m_parts.run.history(), classes ? static_cast<int>(m_data->outputs()) : 0))
        return;
    m_adviseOnRun = false;
    m_messages->say(MessageStrip::Topic::Divergence, MessageStrip::Kind::Warning,
                    tr("It gets worse, not better: with a learning rate of %1 every step goes too far. Try a "
                       "smaller one, and reset the weights.")
                        .arg(shownNumber(m_parts.document.experiment().training.learningRate, 'g', 7)),
                    {tr("Lower learning rate ×0.1"), [this] { lowerLearningRate(); }});
}

void MainWindow::showFailure(const Problem& problem) {
    const auto done = m_parts.run.done();
    const TrainingSettings& settings = m_parts.document.experiment().training;
    if (done && scheduleEnd(settings, *done) == ScheduleEnd::Nothing &&
        problem.sentence == scheduleEndSentence(settings, *done)) {
        trainOrExplain([this] { m_parts.run.train(); });
        return;
    }
    m_messages->say(MessageStrip::Topic::Failure, MessageStrip::Kind::Warning, worded(problem));
}

} // namespace protomind
