// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/end_wait.h"

#include "desktop/app/window/end_wait_dialog.h"
#include "desktop/document/run_controller.h"

namespace protomind {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{20};

} // namespace

EndWait::EndWait(Look awaited, Cancel cancel, QWidget* parent)
    : QObject(parent)
    , m_awaited(std::move(awaited))
    , m_dialog(new EndWaitDialog(cancel == Cancel::Offered, parent)) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    m_look.setInterval(kBetweenLooks);
    connect(&m_patience, &QTimer::timeout, this, &EndWait::tell);
    connect(&m_look, &QTimer::timeout, this, &EndWait::look);
    connect(m_dialog, &EndWaitDialog::closeAnyway, this, &EndWait::press);
    connect(m_dialog, &EndWaitDialog::rejected, this, [this] {
        end();
        emit cancelled();
    });
}

EndWait::~EndWait() {
    if (!parent()) // Otherwise the window has it.
        delete m_dialog;
}

QString EndWait::stepInWords(const RunController& run) {
    return run.isPreparing() ? tr("Waiting for the network to be prepared…")
                             : tr("Waiting for the current step to end…");
}

void EndWait::begin() {
    m_patience.start();
    m_look.start();
}

void EndWait::end() {
    m_patience.stop();
    m_look.stop();
    m_dialog->hide();
}

void EndWait::look() {
    const Awaited awaited = m_awaited();
    if (awaited.sentence.isEmpty()) {
        end();
        emit over();
    } else if (m_dialog->isVisible()) {
        m_dialog->setAwaited(awaited.sentence, awaited.explanation);
    }
}

void EndWait::press() {
    // Meant as it was explained: where that has changed just now, the new words come first.
    if (m_awaited().explanation == m_dialog->explanation())
        emit closeAnyway();
    else
        look();
}

void EndWait::tell() {
    const Awaited awaited = m_awaited();
    if (awaited.sentence.isEmpty())
        return; // The next look ends it.
    m_dialog->setAwaited(awaited.sentence, awaited.explanation);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace protomind
