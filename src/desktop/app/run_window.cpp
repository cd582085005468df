// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run_window.h"

#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/faults/guarded_application.h"
#include "desktop/app/files/project_store.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/settings/look_actions.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/theme/theme.h"
#include "desktop/app/translation/translation.h"
#include "desktop/app/window/ending.h"
#include "desktop/app/window/main_window.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace protomind {

namespace {

int openWindow(int argc, char** argv) {
    GuardedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Protomind"));
    QApplication::setApplicationVersion(QStringLiteral(PROTOMIND_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("protomind"));
    QApplication::setWindowIcon(programIcon());

    Preferences preferences(Preferences::usualPath());
    const QString language = qEnvironmentVariable("PROTOMIND_LANGUAGE", preferences.language());
    const Translation translation(language);
    Theme theme(application);
    LookActions::applyPreferences(theme, preferences);
    theme.followSystem();
    WindowDialogs dialogs;
    ProjectStore store(defaultStateDirectory());
    Document document;
    RunController run(document);
    MainWindow window({.document = document,
                       .run = run,
                       .store = store,
                       .dialogs = dialogs,
                       .preferences = preferences,
                       .theme = theme,
                       .deviceProgram = QApplication::applicationFilePath()});
    QObject::connect(&application, &GuardedApplication::faulted, &window, &MainWindow::tellFault);
    window.show();
    const QStringList arguments = QApplication::arguments();
    const QString path = arguments.size() > 1 ? arguments.at(1) : QString();
    QTimer::singleShot(0, &window, [&window, path] { window.start(path); });
    const int result = QApplication::exec();
    if (window.wasClosedAnyway() || !waitForEnd(run, window))
        leaveAtOnce(store, preferences, result);
    return result;
}

} // namespace

int runWindow(int argc, char** argv) {
    try {
        return openWindow(argc, argv);
    } catch (...) { // before there is a window to say it in
        std::fprintf(stderr, "%s\n", problemOf(std::current_exception()).text().c_str());
        return EXIT_FAILURE;
    }
}

} // namespace protomind
