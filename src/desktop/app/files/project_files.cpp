// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/project_files.h"

#include "desktop/app/window/dialogs.h"
#include "desktop/app/window/preferences.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "studio/network/template.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QWidget>

#include <chrono>

namespace protomind {

namespace {

/// Edits are in the working copy this soon after the last one.
constexpr int kKeepMilliseconds = 1000;
const QString kSuffix = QStringLiteral(".protomind");

QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

} // namespace

ProjectFiles::ProjectFiles(Document& document, RunController& run, ProjectStore& store, Dialogs& dialogs,
                           Preferences& preferences, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_run(run)
    , m_store(store)
    , m_dialogs(dialogs)
    , m_preferences(preferences)
    , m_window(window) {
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepMilliseconds);
    connect(&m_keepTimer, &QTimer::timeout, this, &ProjectFiles::keepEdits);
    connect(&m_document, &Document::changed, this, &ProjectFiles::follow);
    connect(&m_run, &RunController::checkpointStored, this, &ProjectFiles::receiveCheckpoint);
    connect(&m_store, &ProjectStore::opened, this, &ProjectFiles::receiveOpened);
    connect(&m_store, &ProjectStore::openFailed, this,
            [this](const Problem& failure) { emit problem(QString::fromStdString(failure.text())); });
    connect(&m_store, &ProjectStore::saved, this, &ProjectFiles::receiveSaved);
    connect(&m_store, &ProjectStore::saveFailed, this, &ProjectFiles::receiveSaveFailure);
    connect(&m_store, &ProjectStore::keepingFailed, this, [this](const Problem& failure) {
        emit problem(tr("Your work can't be kept safe from a crash: %1 Save it often.")
                         .arg(QString::fromStdString(failure.text())));
    });
}

QString ProjectFiles::title() const {
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

void ProjectFiles::setPath(const QString& path) {
    m_path = path;
    if (!path.isEmpty())
        m_preferences.addRecentFile(path);
    emit titleChanged();
}

// Beginning ---------------------------------------------------------------------------------------------

void ProjectFiles::startWith(const NetworkTemplate* source) {
    m_store.startNew();
    m_document.replace(ProjectContent{});
    if (source && m_loadTemplate) {
        m_loadTemplate(*source);
        // A new project begins with it: there is nothing before to go back to.
        m_document.undoStack().clear();
    }
    m_document.markSaved();
    m_keepTimer.stop(); // Untouched, it is nothing that a person would miss.
    setPath({});
    emit opened();
}

void ProjectFiles::newFromTemplate(const NetworkTemplate& source) {
    whenSafe(tr("Save the project before beginning another?"), [this, &source] { startWith(&source); });
}

void ProjectFiles::newEmpty() {
    whenSafe(tr("Save the project before beginning another?"), [this] { startWith(nullptr); });
}

bool ProjectFiles::offerRecovery() {
    const std::vector<Leftover> found = leftovers(m_store.stateDirectory());
    if (found.empty())
        return false;
    const Leftover& newest = found.front();
    const auto changed = std::chrono::file_clock::to_sys(newest.changed);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(changed.time_since_epoch()).count();
    const QString when = QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
    const QString what = newest.projectPath.empty() ? tr("a project that was never saved")
                                                    : QFileInfo(toText(newest.projectPath)).fileName();
    const bool wanted = m_dialogs.confirm(
        m_window, tr("Recover unsaved work?"),
        tr("Protomind ended unexpectedly. There is unsaved work of %1 (%2).").arg(when, what), tr("Recover"),
        tr("Throw away"));
    if (wanted)
        m_store.recover(newest);
    else
        discardLeftover(newest);
    return wanted;
}

// Opening -----------------------------------------------------------------------------------------------

void ProjectFiles::open() {
    const QString path = m_dialogs.openFile(m_window, tr("Open"),
                                            tr("Projects and networks (*.protomind *.json);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void ProjectFiles::openPath(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    whenSafe(tr("Save the project before opening another?"), [this, absolute] {
        m_keepTimer.stop();
        m_store.open(absolute);
    });
}

void ProjectFiles::receiveOpened(const std::shared_ptr<const ProjectContent>& content, const QString& path,
                                 bool openElsewhere, bool recovered) {
    const std::vector<std::string> notices = content->notices;
    m_document.replace(*content);
    m_hadCheckpoint = content->checkpoint.has_value();
    if (recovered)
        m_document.setCheckpoint(
            m_document.checkpoint()); // What was recovered is not in any file yet: modified.
    setPath(path);
    emit opened();
    if (openElsewhere)
        emit notice(tr(
            "This file is open in another window, too. Whoever saves last replaces what the other saved."));
    for (const std::string& sentence : notices)
        emit notice(QString::fromStdString(sentence));
}

// Keeping -----------------------------------------------------------------------------------------------

void ProjectFiles::follow(const ChangeEvent& event) {
    if (m_saving && m_saving->writing)
        m_saving->changedSince = true;
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_keepTimer.stop();
        m_hadCheckpoint = m_document.checkpoint().has_value();
        return;
    }
    if (!std::holds_alternative<AnalysisChanged>(event))
        m_keepTimer.start();
}

void ProjectFiles::keepEdits() {
    m_store.keep(m_document.experiment());
    if (m_hadCheckpoint && !m_document.checkpoint()) {
        m_hadCheckpoint = false;
        m_store.forgetCheckpoints();
    }
}

void ProjectFiles::receiveCheckpoint() {
    if (const auto& checkpoint = m_document.checkpoint(); checkpoint && !m_saving) {
        m_hadCheckpoint = true;
        m_store.keep(m_document.experiment());
        m_store.keep(std::make_shared<const Checkpoint>(*checkpoint));
    }
    if (!m_saving)
        return;
    if (m_saving->writing) {
        m_saving->changedSince = true;
        return;
    }
    m_saving->writing = true;
    m_saving->undoIndex = m_document.undoStack().index();
    m_saving->changedSince = false;
    m_keepTimer.stop();
    m_store.save(m_saving->path, std::make_shared<const ProjectContent>(m_document.content()),
                 m_saving->changed);
}

// Saving ------------------------------------------------------------------------------------------------

void ProjectFiles::save() {
    saveThen({});
}

void ProjectFiles::saveAs() {
    if (const QString path = askForPath(); !path.isEmpty())
        saveTo(path, {});
}

QString ProjectFiles::askForPath() {
    const QString suggested = m_path.isEmpty() ? tr("network") + kSuffix : m_path;
    QString path = m_dialogs.saveFile(m_window, tr("Save as"), suggested, tr("Projects (*.protomind)"));
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
        path += kSuffix;
    return path;
}

void ProjectFiles::saveThen(std::function<void()> then) {
    const QString path = m_path.isEmpty() ? askForPath() : m_path;
    if (!path.isEmpty())
        saveTo(path, std::move(then));
}

void ProjectFiles::saveTo(const QString& path, std::function<void()> then,
                          WorkingCopy::ChangedByOthers changed) {
    if (m_saving) {
        // The one under way is not the newest any more; what follows it happens after this one.
        emit notice(tr("The project is being saved already."));
        return;
    }
    m_saving =
        Saving{.path = QFileInfo(path).absoluteFilePath(), .then = std::move(then), .changed = changed};
    m_run.fetchCheckpoint(); // receiveCheckpoint() goes on, while training too.
}

void ProjectFiles::receiveSaved(const QString& path) {
    if (!m_saving)
        return;
    const Saving done = std::move(*m_saving);
    m_saving.reset();
    if (!done.changedSince && done.undoIndex == m_document.undoStack().index())
        m_document.markSaved();
    else
        m_keepTimer.start();
    setPath(path);
    emit saved(path);
    if (done.then)
        done.then();
}

void ProjectFiles::receiveSaveFailure(const Problem& failure, const QString& path, bool changedByOthers) {
    if (!m_saving)
        return;
    const Saving failed = std::move(*m_saving);
    m_saving.reset();
    if (changedByOthers &&
        m_dialogs.confirm(
            m_window, tr("Replace what somebody else has saved?"),
            tr("Another program has changed %1 since it was opened here.").arg(QFileInfo(path).fileName()),
            tr("Replace"), tr("Cancel"))) {
        saveTo(path, failed.then, WorkingCopy::ChangedByOthers::Replace);
        return;
    }
    emit problem(tr("Not saved: %1").arg(QString::fromStdString(failure.text())));
}

void ProjectFiles::whenSafe(const QString& question, std::function<void()> then) {
    const bool training = m_run.isTraining();
    if (!m_document.isModified() && !training) {
        then();
        return;
    }
    const QString details =
        training ? tr("The network is being trained. Saving stops it and keeps all that it has learned.")
                 : tr("There are changes that are not in a file yet.");
    switch (m_dialogs.askToSave(m_window, question, details)) {
    case SaveAnswer::Save:
        if (training)
            m_run.pause();
        saveThen(std::move(then));
        break;
    case SaveAnswer::Discard:
        if (training)
            m_run.pause();
        then();
        break;
    case SaveAnswer::Cancel:
        break;
    }
}

} // namespace protomind
