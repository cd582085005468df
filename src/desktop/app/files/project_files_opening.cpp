// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Another project on its way, and in place.
#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/files/project_files.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/worded.h"

#include <QFileInfo>
#include <QMetaObject>
#include <QWidget>

#include <utility>

namespace protomind {

ProjectFiles::Question::Question(ProjectFiles& files)
    : m_files(files) {
    ++m_files.m_questions;
}

ProjectFiles::Question::~Question() {
    if (--m_files.m_questions == 0 && m_files.m_opening) // After what follows from the answer.
        QMetaObject::invokeMethod(&m_files, &ProjectFiles::settleOpening, Qt::QueuedConnection);
}

void ProjectFiles::open() {
    const QString path = m_dialogs.openFile(
        m_window, tr("Open"), tr("Projects and networks (*.protomind *.json);;Backups (*~);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void ProjectFiles::openPath(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_takeForeign && m_takeForeign(absolute))
        return;
    whenSafe(tr("Save the project before opening another?"), [this, absolute] {
        saveWithoutWaiting();
        m_opening = Opening{};
        m_store.open(absolute);
    });
}

void ProjectFiles::beginWith(ProjectContent content, bool modified) {
    saveWithoutWaiting();
    if (m_run.isTraining())
        m_run.pause();
    m_opening.reset();
    m_store.startNew();
    m_document.replace(std::move(content));
    m_document.markSaved();
    setPath({});
    if (modified) {
        m_document.setCheckpoint(m_document.checkpoint()); // what is in no file counts as changed
        m_keepTimer.start();
        m_store.keep(m_document.runs());
    }
    emit opened();
}

void ProjectFiles::returnTo(const QString& path) {
    saveWithoutWaiting();
    if (m_run.isTraining())
        m_run.pause();
    m_opening = Opening{.asks = false};
    m_store.open(path);
}

void ProjectFiles::receiveOpened(const std::shared_ptr<const ProjectContent>& content, const QString& path,
                                 bool openElsewhere, bool recovered) {
    if (!m_opening)
        return;
    m_opening->content = content;
    m_opening->path = path;
    m_opening->openElsewhere = openElsewhere;
    m_opening->recovered = recovered;
    settleOpening();
}

void ProjectFiles::settleOpening() {
    if (!m_opening || !m_opening->content || m_questions > 0 || (m_saving && m_saving->then))
        return;
    if (!m_opening->asks || !m_opening->edited) {
        takeOpened();
        return;
    }
    m_opening->asked = true;
    whenSafe(
        tr("Save the project before opening another?"), [this] { takeOpened(); }, true,
        [this] { giveUpOpening(); });
}

void ProjectFiles::giveUpOpening() {
    m_opening.reset();
    m_store.dismissOpened();
}

void ProjectFiles::takeOpened() {
    if (!m_opening || !m_opening->content)
        return; // Something else was opened while this waited for a save.
    const Opening opening = *std::exchange(m_opening, std::nullopt);
    const std::vector<Sentence> notices = opening.content->notices;
    ProjectContent taken = *opening.content;
    if (m_store.isSafeMode())
        taken.experiment.device = Experiment().device;
    saveWithoutWaiting();
    m_store.takeOpened();
    m_document.replace(std::move(taken));
    m_hadCheckpoint = opening.content->checkpoint != nullptr;
    if (opening.recovered)
        m_document.setCheckpoint(
            m_document.checkpoint()); // What was recovered is not in any file yet: modified.
    setPath(opening.path);
    emit opened();
    if (opening.openElsewhere)
        emit notice(tr(
            "This file is open in another window, too. Whoever saves last replaces what the other saved."));
    for (const Sentence& sentence : notices)
        emit notice(worded(sentence));
}

void ProjectFiles::receiveOpenFailure(const Problem& failure, const QString& path) {
    m_opening.reset();
    const QString sentence = worded(failure);
    const QString backup = path + QLatin1Char('~');
    if (!path.isEmpty() && QFileInfo(path).isFile() && QFileInfo(backup).isFile())
        emit offer(sentence, tr("Open its backup"), [this, backup] { openPath(backup); });
    else
        emit problem(sentence);
}

void ProjectFiles::receiveChangeElsewhere(const QString& path, bool removed) {
    if (path != m_path || m_saving)
        return;
    const QString name = QFileInfo(path).fileName();
    if (removed)
        emit notice(tr("%1 was removed or renamed by another program. What is here is whole: Save writes it "
                       "again.")
                        .arg(name));
    else
        emit offer(tr("Another program has changed %1. What is here is still what it was before.").arg(name),
                   tr("Load it anew"), [this] { reload(); });
}

void ProjectFiles::reload() {
    const QString path = m_path;
    const Question question(*this);
    if (m_document.isModified() &&
        !m_dialogs.confirm(m_window, tr("Give up your own changes?"),
                           tr("%1 is loaded as another program has written it.").arg(title()),
                           tr("Give up and load"), tr("Cancel")))
        return;
    giveUpSaving();
    if (m_run.isTraining())
        m_run.pause();
    m_opening = Opening{};
    m_store.open(path);
}

} // namespace protomind
