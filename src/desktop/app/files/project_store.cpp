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
        auto weights = content.checkpoint ? working.store(*content.checkpoint) : working.removeCheckpoints();
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
    std::optional<WorkingCopy> working;
    QString path;                         ///< of the project file, as it was asked for
    bool told = false;                    ///< that it can't be written: once is enough
    std::optional<FileIdentity> seenFile; ///< what others made of the file, as told last
    bool seenChange = false;
};

ProjectStore::ProjectStore(std::filesystem::path stateDirectory, QObject* parent)
    : QObject(parent)
    , m_stateDirectory(std::move(stateDirectory))
    , m_copy(std::make_shared<Copy>()) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

ProjectStore::~ProjectStore() {
    m_thread.waitForDone();
}

void ProjectStore::run(std::function<void(Copy&)> task) {
    m_thread.start([copy = m_copy, task = std::move(task)] { task(*copy); });
}

void ProjectStore::answer(std::function<void()> tell) {
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

void ProjectStore::noteStart() {
    m_start = std::make_unique<StartRecord>(m_stateDirectory);
}

void ProjectStore::startNew() {
    run([this](Copy& copy) {
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
        copy.path.clear();
        Result<WorkingCopy> fresh = WorkingCopy::create(m_stateDirectory);
        copy.told = !fresh;
        if (fresh)
            copy.working.emplace(std::move(*fresh));
        else
            answer([this, problem = fresh.error()] { emit keepingFailed(problem); });
    });
}

void ProjectStore::open(const QString& path) {
    run([this, path](Copy& copy) {
        const std::filesystem::path file = toPath(path);
        if (file.extension() == ".json") {
            Result<ProjectContent> content = readNetworkFile(file);
            if (!content) {
                answer([this, path, problem = content.error()] { emit openFailed(problem, path); });
                return;
            }
            Result<WorkingCopy> fresh = WorkingCopy::create(m_stateDirectory);
            if (copy.working)
                copy.working->discard();
            copy.working.reset();
            copy.path.clear();
            if (fresh)
                copy.working.emplace(std::move(*fresh));
            auto shared = std::make_shared<const ProjectContent>(std::move(*content));
            answer([this, shared] { emit opened(shared, {}, false, false); });
            return;
        }
        const bool own = copy.working && copy.working->isProjectPath(file);
        const bool elsewhere = !own && isOpenSomewhere(file, m_stateDirectory);
        Result<WorkingCopy> opening = WorkingCopy::openFrom(file, m_stateDirectory);
        Result<ProjectContent> content =
            opening ? opening->content() : Result<ProjectContent>(std::unexpected(opening.error()));
        std::optional<Problem> notKept;
        if (!content) {
            if (opening)
                opening->discard();
            notKept = content.error();
            // No room for a working copy is no reason not to show what is there.
            content = readProject(file, DamagedCheckpoint::Drop);
        }
        if (!content) {
            answer([this, path, problem = content.error()] { emit openFailed(problem, path); });
            return;
        }
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
        if (!notKept)
            copy.working.emplace(std::move(*opening));
        copy.told = notKept.has_value();
        copy.seenChange = false;
        const bool backup = isBackup(file);
        copy.path = backup ? QString() : path;
        auto shared = std::make_shared<const ProjectContent>(std::move(*content));
        answer([this, shared, path, elsewhere, backup, notKept] {
            emit opened(shared, backup ? QString() : path, elsewhere, backup);
            if (notKept)
                emit keepingFailed(*notKept);
        });
    });
}

void ProjectStore::recover(const Leftover& leftover) {
    run([this, leftover](Copy& copy) {
        Result<WorkingCopy> found = WorkingCopy::recover(leftover);
        Result<ProjectContent> content =
            found ? found->content() : Result<ProjectContent>(std::unexpected(found.error()));
        if (!content) {
            answer([this, problem = content.error()] { emit openFailed(problem, {}); });
            return;
        }
        if (copy.working)
            copy.working->discard();
        copy.working.emplace(std::move(*found));
        copy.path = toText(leftover.projectPath);
        copy.told = false;
        copy.seenChange = false;
        auto shared = std::make_shared<const ProjectContent>(std::move(*content));
        answer(
            [this, shared, path = toText(leftover.projectPath)] { emit opened(shared, path, false, true); });
    });
}

void ProjectStore::finish() {
    run([this](Copy& copy) {
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
        if (m_start)
            m_start->end();
    });
}

void ProjectStore::checkFile() {
    run([this](Copy& copy) {
        if (!copy.working || copy.path.isEmpty() || !copy.working->isChangedByOthers()) {
            copy.seenChange = false;
            return;
        }
        const std::optional<FileIdentity> now = identityOf(copy.working->projectPath());
        if (std::exchange(copy.seenChange, true) && copy.seenFile == now)
            return;
        copy.seenFile = now;
        answer([this, path = copy.path, removed = !now] { emit changedElsewhere(path, removed); });
    });
}

void ProjectStore::keep(const Experiment& experiment) {
    run([this, experiment](Copy& copy) {
        if (!copy.working)
            return;
        const Result<void> kept = copy.working->store(experiment);
        if (!kept && !std::exchange(copy.told, true))
            answer([this, problem = kept.error()] { emit keepingFailed(problem); });
    });
}

void ProjectStore::keep(std::shared_ptr<const Checkpoint> checkpoint) {
    run([this, checkpoint](Copy& copy) {
        if (!copy.working)
            return;
        const Result<void> kept = copy.working->store(*checkpoint);
        if (!kept && !std::exchange(copy.told, true))
            answer([this, problem = kept.error()] { emit keepingFailed(problem); });
    });
}

void ProjectStore::forgetCheckpoints() {
    run([](Copy& copy) {
        if (copy.working)
            (void)copy.working
                ->removeCheckpoints(); // What can't be written now is written by the save, or fails it.
    });
}

void ProjectStore::save(const QString& path, std::shared_ptr<const ProjectContent> content,
                        WorkingCopy::ChangedByOthers changed) {
    run([this, path, content, changed](Copy& copy) {
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
    });
}

} // namespace protomind
