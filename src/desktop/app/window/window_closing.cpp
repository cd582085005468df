// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_closing.h"

#include "desktop/app/files/project_files.h"
#include "desktop/app/files/project_store.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <QScopedValueRollback>
#include <QWidget>

#include <utility>

namespace protomind {

WindowClosing::WindowClosing(const Parts& parts, QWidget& window)
    : QObject(&window)
    , m_document(parts.document)
    , m_run(parts.run)
    , m_store(parts.store)
    , m_files(parts.files)
    , m_window(window)
    , m_wait(new EndWait([this] { return awaited(); }, EndWait::Cancel::Offered, &window)) {
    connect(m_wait, &EndWait::closeAnyway, this, &WindowClosing::closeAnyway);
    connect(m_wait, &EndWait::cancelled, this, [this] { m_closeWanted = false; });
    // A question on the way has ended the wait; the save that follows from it is waited for like the first.
    connect(&m_files, &ProjectFiles::savingBegan, this, [this] {
        if (m_closeWanted && !m_savingToClose.expired())
            m_wait->begin();
    });
}

bool WindowClosing::allows() {
    if (!m_mayClose)
        prepare();
    // For this once: where something goes wrong on the way, the next event asks again.
    if (!std::exchange(m_mayClose, false))
        return false;
    m_wait->end();
    emit closing();
    if (m_leavesUnsaved)
        m_store.leave();
    else
        m_store.finish();
    return true;
}

void WindowClosing::prepare() {
    m_closeWanted = true;
    m_closedAnyway = false;
    if (m_savingToClose.expired()) {
        const auto saving = std::make_shared<bool>();
        m_savingToClose = saving;
        const QScopedValueRollback inEvent(m_inCloseEvent, true);
        m_files.whenSafe(
            tr("Save the project before closing?"), [this, saving] { goOn(); }, false);
    }
    if (!m_mayClose && !m_savingToClose.expired())
        m_wait->begin();
}

void WindowClosing::goOn() {
    if (!m_closeWanted)
        return;
    if (m_inCloseEvent) {
        m_files.saveWithoutWaiting(); // Nothing is unsaved, but a copy may be on its way to a file.
        m_mayClose = true;
        return;
    }
    m_wait->end();
    m_savingToClose.reset();
    // Where somebody has gone on working since, the event asks anew. What a step has learned that nobody
    // wanted to wait for is not worth a question.
    const bool safe = m_closedAnyway || (!m_document.isModified() && !m_run.isTraining());
    const QScopedValueRollback mayClose(m_mayClose, safe);
    m_window.close();
}

void WindowClosing::closeAnyway() {
    m_closedAnyway = true;
    if (!m_files.isWriting()) {
        m_files.saveWithoutWaiting();
        return;
    }
    m_closeWanted = false; // The save that ends after all has nothing left to close.
    const QScopedValueRollback leaves(m_leavesUnsaved, true);
    const QScopedValueRollback mayClose(m_mayClose, true);
    m_window.close();
}

EndWait::Awaited WindowClosing::awaited() const {
    if (m_savingToClose.expired() || !m_files.isSaving())
        return {};
    if (m_files.isWriting())
        return {tr("Waiting for the project to be written…"),
                tr("Then the window closes. Close anyway ends the program at once: what was kept by then "
                   "and is not in the file is offered to you at the next start.")};
    return {EndWait::stepInWords(m_run),
            tr("Then the project is saved with all that was learned, and the window closes. "
               "Close anyway saves it at once, with the weights that were last kept.")};
}

} // namespace protomind
