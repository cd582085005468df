// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions: what menus, bars and keys do.
#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/command_palette.h"
#include "desktop/app/commands/shortcuts_dialog.h"
#include "desktop/app/devices/devices_dialog.h"
#include "desktop/app/files/project_files.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/run/run_bar.h"
#include "desktop/app/run/run_commands.h"
#include "desktop/app/settings/look_actions.h"
#include "desktop/app/settings/settings_dialog.h"
#include "desktop/app/slow_motion/slow_motion.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/theme/theme.h"
#include "desktop/app/window/help_dialogs.h"
#include "desktop/app/window/main_window.h"
#include "desktop/app/window/run_panels.h"
#include "desktop/app/window/side_panels.h"
#include "desktop/app/window/window_editor.h"
#include "desktop/app/window/window_layout.h"
#include "desktop/app/window/window_sample.h"
#include "desktop/app/window/window_welcome.h"
#include "desktop/document/document.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"

#include <QFileInfo>
#include <QMenu>
#include <QStyle>
#include <QUndoStack>

#include "ui_main_window.h"

namespace protomind {

void MainWindow::makeActions(WindowLayout& layout) {
    // Now for what is read from the actions on the way, and at the end for those that come.
    m_registry->collect();
    makeFileActions();
    makeEditMenu();
    makeViewActions(layout);
    makeRunActions();
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
    connect(m_ui->actionNewTemplate, &QAction::triggered, m_welcome, &WindowWelcome::chooseTemplate);
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
    for (QAction* action : canvas().actions().editActions())
        m_ui->menuEdit->addAction(action);
    QMenu* alignment = m_ui->menuEdit->addMenu(tr("Al&ign"));
    for (QAction* action : canvas().actions().alignActions())
        alignment->addAction(action);
    QMenu* drawing = m_ui->menuEdit->addMenu(tr("Dra&wing"));
    for (QAction* action : canvas().actions().drawingActions())
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

void MainWindow::makeViewActions(WindowLayout& layout) {
    EditorActions& editor = canvas().actions();
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
    m_ui->menuView->insertAction(first, m_editor->editor().tableAction());
    m_ui->menuView->insertSeparator(first);
    for (QAction* action : editor.toolActions())
        m_ui->menuView->insertAction(first, action);
    for (const char* name : {"view.zoomOut", "view.zoomIn", "view.fit", "edit.arrange"})
        if (QAction* action = editor.action(QLatin1String(name)))
            m_ui->toolBar->addAction(action);
    m_ui->toolBar->addAction(m_editor->editor().tableAction());
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
    layout.fill(*m_ui->menuView, m_ui->actionWelcome);
    m_ui->menuView->insertSeparator(m_ui->actionWelcome);
}

void MainWindow::makeRunActions() {
    m_ui->actionTrain->setIcon(themedIcon(QStringLiteral("train")));
    m_ui->actionStepSample->setIcon(themedIcon(QStringLiteral("step-sample")));
    m_ui->actionStep->setIcon(themedIcon(QStringLiteral("step")));
    m_ui->actionSlowMotion->setIcon(themedIcon(QStringLiteral("slow-motion")));
    m_ui->actionStepEpoch->setIcon(themedIcon(QStringLiteral("step-epoch")));
    m_ui->actionReset->setIcon(themedIcon(QStringLiteral("reset")));
    m_ui->actionRollSeed->setIcon(themedIcon(QStringLiteral("die")));
    m_ui->actionEvaluate->setIconText(tr("Test"));
    m_ui->actionEvaluate->setIcon(themedIcon(QStringLiteral("evaluate")));
    connect(m_ui->actionTrain, &QAction::triggered, m_run, &RunCommands::trainOrPause);
    connect(m_ui->actionStepSample, &QAction::triggered, m_run, &RunCommands::stepSample);
    connect(m_ui->actionStep, &QAction::triggered, m_run, &RunCommands::stepBatch);
    connect(m_ui->actionStepEpoch, &QAction::triggered, m_run, &RunCommands::stepEpoch);
    connect(m_ui->actionReset, &QAction::triggered, m_run, &RunCommands::resetWeights);
    connect(m_ui->actionRollSeed, &QAction::triggered, m_run, &RunCommands::rollSeed);
    connect(m_ui->actionEvaluate, &QAction::triggered, m_run, &RunCommands::evaluate);
    connect(m_ui->actionRuns, &QAction::triggered, m_runPanels, &RunPanels::showRuns);
    connect(m_ui->actionLowerRate, &QAction::triggered, m_run, &RunCommands::lowerLearningRate);
    connect(m_ui->actionDevices, &QAction::triggered, this,
            [this] { (new DevicesDialog(m_parts.document, m_parts.run, *m_devices, this))->open(); });
    connect(m_side, &SidePanels::devicesWanted, m_ui->actionDevices, &QAction::trigger);
    auto* const slow = new SlowMotion(m_parts.document, m_parts.run, m_sample->shown(), canvas(),
                                      m_runPanels->slowMotion(), this);
    connect(m_ui->actionSlowMotion, &QAction::toggled, slow,
            [slow](bool on) { on ? slow->open() : slow->close(); });
    connect(slow, &SlowMotion::openChanged, m_ui->actionSlowMotion, &QAction::setChecked);
    connect(slow, &SlowMotion::openChanged, m_runPanels, &RunPanels::showSlowMotion);
    RunBar& bar = m_runPanels->bar();
    connect(&bar, &RunBar::trainPressed, m_ui->actionTrain, &QAction::trigger);
    bar.setActions({.train = m_ui->actionTrain,
                    .stepSample = m_ui->actionStepSample,
                    .stepBatch = m_ui->actionStep,
                    .slowMotion = m_ui->actionSlowMotion,
                    .stepEpoch = m_ui->actionStepEpoch,
                    .reset = m_ui->actionReset,
                    .rollSeed = m_ui->actionRollSeed,
                    .slower = m_ui->actionSlower,
                    .faster = m_ui->actionFaster});
    predictions().setEvaluateAction(m_ui->actionEvaluate);
}

void MainWindow::makeHelpActions() {
    connect(m_ui->actionAbout, &QAction::triggered, this, [this] { makeAboutDialog(this)->open(); });
    connect(m_ui->actionShortcuts, &QAction::triggered, this,
            [this] { (new ShortcutsDialog(*m_registry, this))->open(); });
    auto* commands = new CommandPalette(*this, *m_registry, m_parts.preferences);
    connect(m_ui->actionCommands, &QAction::triggered, commands, &CommandPalette::open);
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

} // namespace protomind
