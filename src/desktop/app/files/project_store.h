// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/working_copy.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <memory>

namespace protomind {

/// The project on disk: its working copy, which every edit goes into, and the file that a person names. All
/// of it happens on one thread of its own, in the order asked for; answers come as signals on the window's.
class ProjectStore : public QObject {
    Q_OBJECT
public:
    explicit ProjectStore(std::filesystem::path stateDirectory, QObject* parent = nullptr);
    /// Waits until all that was asked for is done. A working copy with unsaved changes is left to be
    /// recovered.
    ~ProjectStore() override;

    [[nodiscard]] const std::filesystem::path& stateDirectory() const { return m_stateDirectory; }

    /// Gives up the working copy and begins an empty one.
    void startNew();
    /// A project, or a network as JSON. The working copy before is given up if this succeeds.
    void open(const QString& path);
    void recover(const Leftover& leftover);
    /// Gives up what is not saved: nothing is left to be recovered.
    void giveUp();

    void keep(const Experiment& experiment);
    void keep(std::shared_ptr<const Checkpoint> checkpoint);
    void forgetCheckpoints();
    /// Writes everything and makes the file the project's own.
    void save(const QString& path, std::shared_ptr<const ProjectContent> content,
              WorkingCopy::ChangedByOthers changed = WorkingCopy::ChangedByOthers::Refuse);

signals:
    /// path is empty where the content has no project file (a network, or something recovered that was never
    /// saved).
    void opened(std::shared_ptr<const protomind::ProjectContent> content, const QString& path,
                bool openElsewhere, bool recovered);
    void openFailed(const protomind::Problem& problem);
    void saved(const QString& path);
    /// changedByOthers: somebody else has written the file; asking again with Replace writes over it.
    void saveFailed(const protomind::Problem& problem, const QString& path, bool changedByOthers);
    /// The working copy can't be written: edits are not kept safe.
    void keepingFailed(const protomind::Problem& problem);

private:
    struct Copy; ///< what the thread owns
    void run(std::function<void(Copy&)> task);
    void answer(std::function<void()> tell);

    std::filesystem::path m_stateDirectory;
    std::shared_ptr<Copy> m_copy;
    QThreadPool m_thread;
};

} // namespace protomind
