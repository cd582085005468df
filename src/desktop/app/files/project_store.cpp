// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/project_store.h"

#include "studio/network/network_json.h"
#include "studio/project/project_file.h"

#include <fstream>
#include <optional>
#include <sstream>

namespace protomind {

namespace {

constexpr std::uintmax_t kMaxNetworkFileBytes = 16u << 20;

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

Result<ProjectContent> readNetworkFile(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ProblemKind::Input, "The file can't be read: " + error.message() + ".", path.string());
    if (size > kMaxNetworkFileBytes)
        return fail(ProblemKind::Memory, "The file is larger than 16 MiB, which no network is.",
                    path.string());
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    Result<Network> network = parseNetwork(text.str());
    if (!network)
        return std::unexpected(network.error());
    ProjectContent content;
    content.experiment.network = std::move(*network);
    return content;
}

} // namespace

struct ProjectStore::Copy {
    std::optional<WorkingCopy> working;
    bool told = false; ///< that it can't be written: once is enough
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

void ProjectStore::startNew() {
    run([this](Copy& copy) {
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
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
                answer([this, problem = content.error()] { emit openFailed(problem); });
                return;
            }
            Result<WorkingCopy> fresh = WorkingCopy::create(m_stateDirectory);
            if (copy.working)
                copy.working->discard();
            copy.working.reset();
            if (fresh)
                copy.working.emplace(std::move(*fresh));
            auto shared = std::make_shared<const ProjectContent>(std::move(*content));
            answer([this, shared] { emit opened(shared, {}, false, false); });
            return;
        }
        const bool own = copy.working && copy.working->projectPath() == file;
        const bool elsewhere = !own && isOpenSomewhere(file, m_stateDirectory);
        Result<WorkingCopy> opening = WorkingCopy::openFrom(file, m_stateDirectory);
        Result<ProjectContent> content =
            opening ? opening->content() : Result<ProjectContent>(std::unexpected(opening.error()));
        if (!content) {
            if (opening)
                opening->discard();
            answer([this, problem = content.error()] { emit openFailed(problem); });
            return;
        }
        if (copy.working)
            copy.working->discard();
        copy.working.emplace(std::move(*opening));
        copy.told = false;
        auto shared = std::make_shared<const ProjectContent>(std::move(*content));
        answer([this, shared, path, elsewhere] { emit opened(shared, path, elsewhere, false); });
    });
}

void ProjectStore::recover(const Leftover& leftover) {
    run([this, leftover](Copy& copy) {
        Result<WorkingCopy> found = WorkingCopy::recover(leftover);
        Result<ProjectContent> content =
            found ? found->content() : Result<ProjectContent>(std::unexpected(found.error()));
        if (!content) {
            answer([this, problem = content.error()] { emit openFailed(problem); });
            return;
        }
        if (copy.working)
            copy.working->discard();
        copy.working.emplace(std::move(*found));
        auto shared = std::make_shared<const ProjectContent>(std::move(*content));
        answer(
            [this, shared, path = toText(leftover.projectPath)] { emit opened(shared, path, false, true); });
    });
}

void ProjectStore::giveUp() {
    run([](Copy& copy) {
        if (copy.working)
            copy.working->discard();
        copy.working.reset();
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
        const auto steps = [&]() -> Result<void> {
            if (auto done = working.store(content->experiment); !done)
                return done;
            auto weights =
                content->checkpoint ? working.store(*content->checkpoint) : working.removeCheckpoints();
            if (!weights)
                return weights;
            if (auto done = working.storeView(content->view); !done)
                return done;
            return working.saveAs(toPath(path), changed);
        };
        const bool ours = working.projectPath() == toPath(path);
        const Result<void> result = steps();
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
