// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/project_files.h"

#include "desktop/app/dialogs/dialogs.h"
#include "desktop/app/dialogs/offered_work.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/worded.h"
#include "studio/network/template.h"

#include <QFileInfo>
#include <QWidget>

namespace protomind {

namespace {

/// Edits are in the working copy this soon, whether others follow or not.
constexpr int kKeepMilliseconds = 1000;
const QString kSuffix = QStringLiteral(".protomind");

} // namespace

ProjectFiles::ProjectFiles(Document& document, RunController& run, ProjectStore& store, Dialogs& dialogs,
                           Preferences& preferences, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_run(run)
    , m_store(store)
    , m_dialogs(dialogs)
    , m_preferences(preferences)
    , m_window(window)
    , m_keepTimer(this) {
    m_keepTimer.setObjectName(QStringLiteral("keepTimer"));
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepMilliseconds);
    connect(&m_keepTimer, &QTimer::timeout, this, &ProjectFiles::keepEdits);
    connect(&m_document, &Document::changed, this, &ProjectFiles::follow);
    connect(&m_run, &RunController::checkpointStored, this, &ProjectFiles::receiveCheckpoint);
    connect(&m_run, &RunController::stateChanged, this, [this](RunState state) {
        if (m_opening && state == RunState::Training)
            m_opening->edited = true;
    });
    connect(&m_document, &Document::runsChanged, this, &ProjectFiles::keepRuns);
    connect(&m_store, &ProjectStore::opened, this, &ProjectFiles::receiveOpened);
    connect(&m_store, &ProjectStore::openFailed, this, &ProjectFiles::receiveOpenFailure);
    connect(&m_store, &ProjectStore::changedElsewhere, this, &ProjectFiles::receiveChangeElsewhere);
    connect(&m_store, &ProjectStore::saved, this, &ProjectFiles::receiveSaved);
    connect(&m_store, &ProjectStore::saveFailed, this, &ProjectFiles::receiveSaveFailure);
    connect(&m_store, &ProjectStore::keepingFailed, this, [this](const Problem& failure) {
        emit problem(tr("Your work can't be kept safe from a crash: %1 Save it often.").arg(worded(failure)));
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
    saveWithoutWaiting();
    m_opening.reset();
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

bool ProjectFiles::start(const QString& path, const NetworkTemplate* source) {
    m_store.noteStart();
    const bool safe = m_store.isSafeMode();
    // Something is open in any case: what is recovered takes its place, or can't be read.
    startWith(safe || !path.isEmpty() ? nullptr : source);
    const bool recovered = offerRecovery();
    if (safe) {
        const QString sentence =
            tr("Protomind ended unexpectedly several times in a row. To be safe it has opened nothing by "
               "itself now, and computes on the processor. Close it in the usual way to end this.");
        if (path.isEmpty() || recovered)
            emit notice(sentence);
        else
            offerToOpen(sentence, path);
    } else if (!path.isEmpty() && recovered) {
        offerToOpen(tr("%1 was not opened, since you recovered other work.").arg(QFileInfo(path).fileName()),
                    path);
    } else if (!path.isEmpty()) {
        openPath(path);
    }
    return !safe && path.isEmpty() && !recovered;
}

void ProjectFiles::offerToOpen(const QString& sentence, const QString& path) {
    emit offer(sentence, tr("Open %1").arg(QFileInfo(path).fileName()), [this, path] { openPath(path); });
}

bool ProjectFiles::offerRecovery() {
    const std::vector<Leftover> found = leftovers(m_store.stateDirectory());
    if (found.empty())
        return false;
    std::vector<OfferedWork> offered;
    for (const Leftover& leftover : found)
        offered.push_back(describe(leftover));
    const RecoveryAnswer answer = m_dialogs.offerRecovery(m_window, offered);
    for (const std::size_t index : answer.discard)
        discardLeftover(found.at(index));
    if (answer.recover)
        whenSafe(tr("Save the project before recovering another?"),
                 [this, leftover = found.at(*answer.recover)] {
                     saveWithoutWaiting();
                     m_opening = Opening{};
                     m_store.recover(leftover);
                 });
    return answer.recover.has_value();
}

void ProjectFiles::showUnsavedWork() {
    if (leftovers(m_store.stateDirectory()).empty())
        emit notice(tr("There is no unsaved work: nothing was left behind by a crash."));
    else
        offerRecovery();
}

// Keeping -----------------------------------------------------------------------------------------------

void ProjectFiles::follow(const ChangeEvent& event) {
    if (std::holds_alternative<AnalysisChanged>(event))
        return; // Follows from what there is; data that has come just now, for instance.
    if (m_opening && !std::holds_alternative<DocumentReplaced>(event))
        m_opening->edited = true;
    if (m_saving && m_saving->writing)
        m_saving->changedSince = true;
    if (std::holds_alternative<DocumentReplaced>(event)) {
        if (m_saving) {
            m_saving->replaced = true;
            m_saving->then = {};
        }
        m_keepTimer.stop();
        m_hadCheckpoint = m_document.checkpoint() != nullptr;
        m_keptRuns = m_document.runs(); // as the file has them that was opened
        return;
    }
    keepSoon();
}

void ProjectFiles::keepSoon() {
    if (!m_keepTimer.isActive()) // Begun anew with every edit it would never come to an end.
        m_keepTimer.start();
}

void ProjectFiles::keepNow(ProjectStore::Kept kept) {
    if (!m_document.isModified() && !m_keepTimer.isActive()) {
        kept(true); // What is in a file needs no rescue.
        return;
    }
    m_store.keepAll(m_document.experiment(), m_document.checkpoint(), std::move(kept));
    m_keepTimer.stop(); // Not before: where there is no memory even to ask, it asks again.
    forgetRemovedWeights();
}

void ProjectFiles::keepEdits() {
    m_store.keep(m_document.experiment());
    forgetRemovedWeights();
}

/// At once: what came out of a run can't be had again.
void ProjectFiles::keepRuns() {
    if (m_keptRuns == m_document.runs())
        return;
    m_keptRuns = m_document.runs();
    m_store.keep(m_keptRuns);
    if (m_opening)
        m_opening->edited = true;
    if (m_saving && m_saving->writing)
        m_saving->changedSince = true;
}

void ProjectFiles::forgetRemovedWeights() {
    if (m_hadCheckpoint && !m_document.checkpoint()) {
        m_hadCheckpoint = false;
        m_store.forgetCheckpoints();
    }
}

void ProjectFiles::receiveCheckpoint() {
    if (const auto& checkpoint = m_document.checkpoint(); checkpoint && !m_saving) {
        m_hadCheckpoint = true;
        m_store.keep(m_document.experiment());
        m_store.keep(checkpoint);
    } else if (!checkpoint && m_hadCheckpoint) {
        keepSoon();
    }
    if (!m_saving)
        return;
    if (m_saving->writing) {
        m_saving->changedSince = true;
        return;
    }
    writeSaved();
}

void ProjectFiles::saveWithoutWaiting() {
    if (m_saving && !m_saving->writing)
        writeSaved();
}

void ProjectFiles::giveUpSaving() {
    if (m_saving && m_saving->writing)
        m_saving->then = {};
    else
        m_saving.reset();
}

void ProjectFiles::writeSaved() {
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
    const Question question(*this);
    const QString suggested = m_path.isEmpty() ? tr("network") + kSuffix : m_path;
    QString path = m_dialogs.saveFile(m_window, tr("Save as"), suggested, tr("Projects (*.protomind)"));
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
        path += kSuffix;
    return path;
}

bool ProjectFiles::saveThen(std::function<void()> then) {
    const QString path = m_path.isEmpty() ? askForPath() : m_path;
    return !path.isEmpty() && saveTo(path, std::move(then));
}

bool ProjectFiles::saveTo(const QString& path, std::function<void()> then,
                          WorkingCopy::ChangedByOthers changed) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_saving && !m_saving->writing && !m_saving->then && m_saving->path == absolute) {
        m_saving->then =
            std::move(then); // It still waits for the weights: nothing is newer than what it takes.
        return true;
    }
    if (m_saving) {
        // The one under way is not the newest any more; what follows it happens after this one.
        emit notice(tr("The project is being saved already."));
        return false;
    }
    m_saving = Saving{.path = absolute, .then = std::move(then), .changed = changed};
    emit savingBegan();
    m_run.fetchCheckpoint(); // receiveCheckpoint() goes on, while training too.
    return true;
}

void ProjectFiles::receiveSaved(const QString& path) {
    if (!m_saving)
        return;
    const Saving done = std::move(*m_saving);
    m_saving.reset();
    if (done.replaced) {
        m_preferences.addRecentFile(path);
        return;
    }
    if (!done.changedSince && done.undoIndex == m_document.undoStack().index())
        m_document.markSaved();
    else
        keepSoon();
    setPath(path);
    emit saved(path);
    if (done.then)
        done.then();
    settleOpening();
}

void ProjectFiles::receiveSaveFailure(const Problem& failure, const QString& path, bool changedByOthers) {
    if (!m_saving)
        return;
    const Saving failed = std::move(*m_saving);
    m_saving.reset();
    const Question question(*this);
    if (changedByOthers && !failed.replaced &&
        m_dialogs.confirm(
            m_window, tr("Replace what somebody else has saved?"),
            tr("Another program has changed %1 since it was opened here.").arg(QFileInfo(path).fileName()),
            tr("Replace"), tr("Cancel"))) {
        saveTo(path, failed.then, WorkingCopy::ChangedByOthers::Replace);
        return;
    }
    emit problem(tr("Not saved: %1").arg(worded(failure)));
    if (m_opening && m_opening->asked && failed.then)
        giveUpOpening(); // What was to be saved before it is not.
}

void ProjectFiles::whenSafe(const QString& question, std::function<void()> then, bool asksAnew,
                            std::function<void()> cancelled) {
    const bool training = m_run.isTraining();
    if (!m_document.isModified() && !training) {
        then();
        return;
    }
    const QString details =
        training ? tr("The network is being trained. Saving stops it and keeps all that it has learned.")
                 : tr("There are changes that are not in a file yet.");
    const auto ask = [&] {
        const Question asking(*this);
        return m_dialogs.askToSave(m_window, question, details);
    };
    bool goesOn = true;
    switch (ask()) {
    case SaveAnswer::Save:
        if (training)
            m_run.pause();
        if (asksAnew)
            goesOn = saveThen([this, question, then = std::move(then), cancelled] {
                whenSafe(question, then, true, cancelled);
            });
        else
            goesOn = saveThen(std::move(then));
        break;
    case SaveAnswer::Discard:
        giveUpSaving();
        if (training)
            m_run.pause();
        then();
        break;
    case SaveAnswer::Cancel:
        goesOn = false;
        break;
    }
    if (!goesOn && cancelled)
        cancelled();
}

} // namespace protomind
