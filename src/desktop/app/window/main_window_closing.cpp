// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window closes.
#include "desktop/app/files/project_files.h"
#include "desktop/app/files/project_store.h"
#include "desktop/app/lessons/learner_records.h"
#include "desktop/app/window/main_window.h"
#include "desktop/app/window/window_layout.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <QCloseEvent>
#include <QScopedValueRollback>

#include <utility>

namespace protomind {

void MainWindow::makeClosing() {
    m_closing = new EndWait([this] { return closingWaitsFor(); }, EndWait::Cancel::Offered, this);
    connect(m_closing, &EndWait::closeAnyway, this, &MainWindow::closeAnyway);
    connect(m_closing, &EndWait::cancelled, this, [this] { m_closeWanted = false; });
    // A question on the way has ended the wait; the save that follows from it is waited for like the first.
    connect(m_files, &ProjectFiles::savingBegan, this, [this] {
        if (m_closeWanted && !m_savingToClose.expired())
            m_closing->begin();
    });
}

EndWait::Awaited MainWindow::closingWaitsFor() const {
    if (m_savingToClose.expired() || !m_files->isSaving())
        return {};
    if (m_files->isWriting())
        return {tr("Waiting for the project to be written…"),
                tr("Then the window closes. Close anyway ends the program at once: what was kept by then "
                   "and is not in the file is offered to you at the next start.")};
    return {EndWait::stepInWords(m_parts.run),
            tr("Then the project is saved with all that was learned, and the window closes. "
               "Close anyway saves it at once, with the weights that were last kept.")};
}

void MainWindow::closeAnyway() {
    m_closedAnyway = true;
    if (!m_files->isWriting()) {
        m_files->saveWithoutWaiting();
        return;
    }
    m_closeWanted = false; // The save that ends after all has nothing left to close.
    const QScopedValueRollback leaves(m_leavesUnsaved, true);
    const QScopedValueRollback mayClose(m_mayClose, true);
    close();
}

/// Saving takes its time: then the window closes itself when all is safe; here and now where nothing is to
/// do.
void MainWindow::prepareToClose() {
    m_closeWanted = true;
    m_closedAnyway = false;
    if (m_savingToClose.expired()) {
        const auto saving = std::make_shared<bool>();
        m_savingToClose = saving;
        const QScopedValueRollback inEvent(m_inCloseEvent, true);
        m_files->whenSafe(
            tr("Save the project before closing?"), [this, saving] { goOnClosing(); }, false);
    }
    if (!m_mayClose && !m_savingToClose.expired())
        m_closing->begin();
}

/// What closing has asked about is safe, or of no value.
void MainWindow::goOnClosing() {
    if (!m_closeWanted)
        return;
    if (m_inCloseEvent) {
        m_files->saveWithoutWaiting(); // Nothing is unsaved, but a copy may be on its way to a file.
        m_mayClose = true;
        return;
    }
    m_closing->end();
    m_savingToClose.reset();
    // Where somebody has gone on working since, the event asks anew. What a step has learned that nobody
    // wanted to wait for is not worth a question.
    const bool safe = m_closedAnyway || (!m_parts.document.isModified() && !m_parts.run.isTraining());
    const QScopedValueRollback mayClose(m_mayClose, safe);
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_mayClose)
        prepareToClose();
    // For this once: where something goes wrong on the way, the next event asks again.
    const bool closes = std::exchange(m_mayClose, false);
    event->setAccepted(closes);
    if (!closes)
        return;
    m_closing->end();
    m_layout->save();
    m_records->endVisit();
    if (m_leavesUnsaved)
        m_parts.store.leave();
    else
        m_parts.store.finish();
}

} // namespace protomind
