// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/project_store.h"

#include "studio/project/network_file.h"
#include "studio/project/project_file.h"

#include <optional>

namespace protomind {

namespace {

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

bool isBackup(const std::filesystem::path& file) {
    return file.filename().string().ends_with('~');
}

/// Everything that is to be saved goes into the working copy first, and from there into the file. Where the
/// working copy can't take it (its disk is full, say), the file may still.
Result<void> saveAll(WorkingCopy& working, const std::filesystem::path& path, const ProjectContent& content,
                     WorkingCopy::ChangedByOthers changed) {
    const auto keepAll = [&]() -> Result<void> {
        if (auto done = working.store(content.experiment); !done)
            return done;
        if (auto done = working.store(content.runs); !done)
            return done;
        auto weights = content.checkpoint ? working.store(content.checkpoint) : working.removeCheckpoints();
        return weights ? working.storeView(content.view) : weights;
    };
    const Result<void> kept = keepAll();
    if (kept)
        return working.saveAs(path, changed);
    // Numbers that are not finite, or texts that could not be read again, go into no file at all.
    return kept.error().kind == ProblemKind::Input ? working.saveContentAs(path, content, changed) : kept;
}

} // namespace

struct ProjectStore::Copy {
    /// What was opened, and not yet taken.
    struct Opened {
        std::optional<WorkingCopy> working;
        QString path;
        std::optional<Problem> notKept; ///< why there is no working copy
    };

    std::optional<Opened> opened;
    std::optional<WorkingCopy> working;
    QString path;                         ///< of the project file, as it was asked for
    bool told = false;                    ///< that it can't be written: once is enough
    std::optional<FileIdentity> seenFile; ///< what others made of the file, as told last
    bool seenChange = false;
};

ProjectStore::ProjectStore(std::filesystem::path stateDirectory, QObject* parent)
    : QObject(parent)
    , m_stateDirectory(std::move(stateDirectory))
    , m_copy(std::make_shared<Copy>()) {}

ProjectStore::~ProjectStore() {
    m_thread.waitForDone();
}

void ProjectStore::run(std::function<void(Copy&)> task, std::function<void(Copy&, const Problem&)> failed) {
    m_thread.run(
        [copy = m_copy, task = std::move(task)] { task(*copy); },
        [copy = m_copy, failed = std::move(failed)](const Problem& problem) { failed(*copy, problem); });
}

/// On the thread, as all that answers.
void ProjectStore::failKeeping(Copy& copy, const Problem& problem) {
    if (!std::exchange(copy.told, true))
        answer([this, problem] { emit keepingFailed(problem); });
}

void ProjectStore::failOpening(int opening, const Problem& problem, const QString& path) {
    answerOpening(opening, [this, problem, path] { emit openFailed(problem, path); });
}

void ProjectStore::answerOpening(int opening, std::function<void()> tell) {
    answer([this, opening, tell = std::move(tell)] {
        if (opening == m_opening) // Else something else has been asked for since.
            tell();
    });
}

void ProjectStore::answer(std::function<void()> tell) {
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

void ProjectStore::noteStart() {
    m_start = std::make_unique<StartRecord>(m_stateDirectory);
}

void ProjectStore::startNew() {
    ++m_opening;
    const auto start = [this](Copy& copy) {
        copy.opened.reset();
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
        copy.path.clear();
        copy.told = false;
        Result<WorkingCopy> fresh = WorkingCopy::create(m_stateDirectory);
        if (fresh)
            copy.working.emplace(std::move(*fresh));
        else
            failKeeping(copy, fresh.error());
    };
    run(start, [this](Copy& copy, const Problem& problem) { failKeeping(copy, problem); });
}

void ProjectStore::open(const QString& path) {
    const int opening = ++m_opening;
    const auto read = [this, opening, path](Copy& copy) {
        copy.opened.reset();
        const std::filesystem::path file = toPath(path);
        if (file.extension() == ".json") {
            Result<ProjectContent> content = readNetworkFile(file);
            if (!content) {
                failOpening(opening, content.error(), path);
                return;
            }
            Result<WorkingCopy> fresh = WorkingCopy::create(m_stateDirectory);
            auto shared = std::make_shared<const ProjectContent>(std::move(*content));
            copy.opened.emplace();
            if (fresh)
                copy.opened->working.emplace(std::move(*fresh));
            answerOpening(opening, [this, shared] { emit opened(shared, {}, false, false); });
            return;
        }
        const bool own = copy.working && copy.working->isProjectPath(file);
        const bool elsewhere = !own && isOpenSomewhere(file, m_stateDirectory);
        Result<WorkingCopy> working = WorkingCopy::openFrom(file, m_stateDirectory);
        Result<ProjectContent> content =
            working ? working->content() : Result<ProjectContent>(std::unexpected(working.error()));
        std::optional<Problem> notKept;
        if (!content) {
            if (working)
                working->discard();
            notKept = content.error();
            // No room for a working copy is no reason not to show what is there.
            content = readProject(file, DamagedCheckpoint::Drop);
        }
        if (!content) {
            failOpening(opening, content.error(), path);
            return;
        }
        auto shared = std::make_shared<const ProjectContent>(std::move(*content));
        const bool backup = isBackup(file);
        const QString place = backup ? QString() : path;
        copy.opened.emplace();
        copy.opened->path = place;
        copy.opened->notKept = notKept;
        if (!notKept)
            copy.opened->working.emplace(std::move(*working));
        answerOpening(opening, [this, shared, place, elsewhere, backup] {
            emit opened(shared, place, elsewhere, backup);
        });
    };
    run(read, [this, opening, path](Copy&, const Problem& problem) { failOpening(opening, problem, path); });
}

void ProjectStore::recover(const Leftover& leftover) {
    const int opening = ++m_opening;
    const auto read = [this, opening, leftover](Copy& copy) {
        copy.opened.reset();
        Result<WorkingCopy> found = WorkingCopy::recover(leftover);
        Result<ProjectContent> content =
            found ? found->content() : Result<ProjectContent>(std::unexpected(found.error()));
        if (!content) {
            failOpening(opening, content.error(), {});
            return;
        }
        auto shared = std::make_shared<const ProjectContent>(std::move(*content));
        const QString path = toText(found->projectPath());
        copy.opened.emplace();
        copy.opened->path = path;
        copy.opened->working.emplace(std::move(*found));
        answerOpening(opening, [this, shared, path] { emit opened(shared, path, false, true); });
    };
    run(read, [this, opening](Copy&, const Problem& problem) { failOpening(opening, problem, {}); });
}

void ProjectStore::takeOpened() {
    const auto take = [this](Copy& copy) {
        if (!copy.opened)
            return;
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
        if (copy.opened->working)
            copy.working.emplace(std::move(*copy.opened->working));
        copy.path = std::move(copy.opened->path);
        copy.told = copy.opened->notKept.has_value();
        copy.seenChange = false;
        const std::optional<Problem> notKept = std::move(copy.opened->notKept);
        copy.opened.reset();
        if (notKept)
            answer([this, notKept] { emit keepingFailed(*notKept); });
    };
    run(take, [](Copy&, const Problem&) {}); // What may fail was done before.
}

void ProjectStore::dismissOpened() {
    ++m_opening;
    run([](Copy& copy) { copy.opened.reset(); }, [](Copy&, const Problem&) {});
}

void ProjectStore::finish() {
    const auto end = [this](Copy& copy) {
        copy.opened.reset(); // What was recovered, and never seen, can be recovered again.
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
        if (m_start)
            m_start->end();
    };
    run(end, [](Copy&, const Problem&) {}); // Nobody is there any more to hear of it.
}

void ProjectStore::leave() {
    m_left = true;
    if (m_start)
        m_start->end(); // Here: what is asked of the thread comes too late.
}

void ProjectStore::flush() {
    if (!m_left)
        m_thread.waitForDone();
}

void ProjectStore::checkFile() {
    const auto look = [this](Copy& copy) {
        if (!copy.working || copy.path.isEmpty() || !copy.working->isChangedByOthers()) {
            copy.seenChange = false;
            return;
        }
        const std::optional<FileIdentity> now = identityOf(copy.working->projectPath());
        if (std::exchange(copy.seenChange, true) && copy.seenFile == now)
            return;
        copy.seenFile = now;
        answer([this, path = copy.path, removed = !now] { emit changedElsewhere(path, removed); });
    };
    run(look, [](Copy&, const Problem&) {}); // It is looked at again, and at the latest when it is saved.
}

void ProjectStore::keepBy(std::function<Result<void>(WorkingCopy&)> store) {
    const auto keep = [this, store = std::move(store)](Copy& copy) {
        if (!copy.working)
            return;
        if (const Result<void> kept = store(*copy.working); !kept)
            failKeeping(copy, kept.error());
    };
    run(keep, [this](Copy& copy, const Problem& problem) { failKeeping(copy, problem); });
}

void ProjectStore::keep(const Experiment& experiment) {
    keepBy([experiment](WorkingCopy& working) { return working.store(experiment); });
}

void ProjectStore::keep(CheckpointPtr checkpoint) {
    keepBy([checkpoint = std::move(checkpoint)](WorkingCopy& working) { return working.store(checkpoint); });
}

void ProjectStore::keep(const RunList& runs) {
    keepBy([runs](WorkingCopy& working) { return working.store(runs); });
}

void ProjectStore::keepAll(const Experiment& experiment, CheckpointPtr checkpoint, Kept kept) {
    const auto fail = [this, kept](Copy& copy, const Problem& problem) {
        copy.told = false;
        failKeeping(copy, problem);
        answer([kept] { kept(false); });
    };
    const auto keep = [this, experiment, checkpoint = std::move(checkpoint), kept, fail](Copy& copy) {
        if (!copy.working) { // Why there is none was told when it could not be made.
            answer([kept] { kept(false); });
            return;
        }
        Result<void> stored = copy.working->store(experiment);
        if (stored && checkpoint)
            stored = copy.working->store(checkpoint);
        if (!stored)
            fail(copy, stored.error());
        else
            answer([kept] { kept(true); });
    };
    run(keep, fail);
}

void ProjectStore::forgetCheckpoints() {
    const auto forget = [](Copy& copy) {
        if (copy.working)
            (void)copy.working->removeCheckpoints();
    };
    run(forget,
        [](Copy&, const Problem&) {}); // What can't be written now is written by the save, or fails it.
}

void ProjectStore::save(const QString& path, std::shared_ptr<const ProjectContent> content,
                        WorkingCopy::ChangedByOthers changed) {
    const auto write = [this, path, content, changed](Copy& copy) {
        if (!copy.working) {
            if (Result<WorkingCopy> fresh = WorkingCopy::create(m_stateDirectory))
                copy.working.emplace(std::move(*fresh));
            else {
                // Without a working copy (no room, a read-only home) the file itself may still be writable.
                const Result<void> written = writeProject(toPath(path), *content);
                answer([this, path, written] {
                    if (written)
                        emit saved(path);
                    else
                        emit saveFailed(written.error(), path, false);
                });
                return;
            }
        }
        WorkingCopy& working = *copy.working;
        const bool ours = working.isProjectPath(toPath(path));
        const Result<void> result = saveAll(working, toPath(path), *content, changed);
        if (result) {
            copy.path = path;
            copy.seenChange = false;
        }
        const bool byOthers =
            !result && ours && changed == WorkingCopy::ChangedByOthers::Refuse && working.isChangedByOthers();
        answer([this, path, result, byOthers] {
            if (result)
                emit saved(path);
            else
                emit saveFailed(result.error(), path, byOthers);
        });
    };
    run(write, [this, path](Copy&, const Problem& problem) {
        answer([this, path, problem] { emit saveFailed(problem, path, false); });
    });
}

} // namespace protomind
