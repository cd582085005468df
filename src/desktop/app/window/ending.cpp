// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/ending.h"

#include "desktop/app/files/project_store.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/work/work_thread.h"
#include "desktop/document/run_controller.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace protomind {

bool waitForEnd(RunController& run, const QWidget& window, std::chrono::milliseconds patience) {
    run.stop();
    const auto threads = window.findChildren<WorkThread*>();
    for (WorkThread* thread : threads)
        thread->clear();
    const auto awaitedNow = [&]() -> QString {
        if (!run.hasStopped())
            return EndWait::stepInWords(run);
        return std::ranges::any_of(threads, &WorkThread::isBusy) ? EndWait::tr("Waiting for data to be read…")
                                                                 : QString();
    };
    const QString explanation = EndWait::tr(
        "The program ends when that is over. Close anyway ends it at once; nothing is lost by that.");
    EndWait wait([&] { return EndWait::Awaited{awaitedNow(), explanation}; }, EndWait::Cancel::TooLate);
    wait.setPatience(patience);
    bool stopped = false;
    bool left = false;
    QObject::connect(&wait, &EndWait::over, &wait, [&stopped] { stopped = true; });
    QObject::connect(&wait, &EndWait::closeAnyway, &wait, [&left] { left = true; });
    wait.begin();
    while (!stopped && !left)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return stopped;
}

void leaveAtOnce(ProjectStore& store, Preferences& preferences, int result) {
    store.flush();
    preferences.flush();
    std::fflush(nullptr);
    std::_Exit(result);
}

} // namespace protomind
