// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "studio/project/start_record.h"
#include "studio/project/working_copy.h"

#include <QObject>
#include <QString>

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

    /// Once, before anything else: finds out how the program ended the last times.
    void noteStart();
    /// Whether it ended unexpectedly twice in a row: then nothing is opened by itself, and all is computed on
    /// the processor.
    [[nodiscard]] bool isSafeMode() const { return m_start && m_start->isSafeMode(); }

    /// Gives up the working copy and begins an empty one.
    void startNew();
    /// A project, its backup (name~), or a network as JSON. Until it is taken, the working copy stays that of
    /// what was open before, and all that is kept and saved goes there. Whatever is opened, recovered or
    /// begun later is opened instead.
    void open(const QString& path);
    void recover(const Leftover& leftover);
    /// What was opened takes the place of what was open before, whose working copy is given up.
    void takeOpened();
    /// It is not wanted any more.
    void dismissOpened();
    /// The program ends as it should: what is not saved is given up, and nothing is left to be recovered.
    void finish();
    /// The program ends as a person wants it to, while the disk is still at work: nobody waits for it any
    /// more. What is not saved by then is left to be recovered.
    void leave();
    /// Waits until all that was asked for is done; not after leave().
    void flush();
    /// Looks whether somebody else has written or removed the file; changedElsewhere() comes once for each
    /// time.
    void checkFile();

    void keep(const Experiment& experiment);
    void keep(CheckpointPtr checkpoint);
    void keep(const RunList& runs);
    /// Called on the window's thread, once it is known.
    using Kept = std::function<void(bool kept)>;
    /// Keeps the one and, where there is any, the other, and says whether it has. A failure is told as any
    /// other is, also where one was told before: who asks is to hear why.
    void keepAll(const Experiment& experiment, CheckpointPtr checkpoint, Kept kept);
    void forgetCheckpoints();
    /// Writes everything and makes the file the project's own.
    void save(const QString& path, std::shared_ptr<const ProjectContent> content,
              WorkingCopy::ChangedByOthers changed = WorkingCopy::ChangedByOthers::Refuse);

signals:
    /// It waits to be taken. path is empty where the content has no project file (a network, or something
    /// recovered that was never saved).
    void opened(std::shared_ptr<const protomind::ProjectContent> content, const QString& path,
                bool openElsewhere, bool recovered);
    void openFailed(const protomind::Problem& problem, const QString& path);
    void changedElsewhere(const QString& path, bool removed);
    void saved(const QString& path);
    /// changedByOthers: somebody else has written the file; asking again with Replace writes over it.
    void saveFailed(const protomind::Problem& problem, const QString& path, bool changedByOthers);
    /// The working copy can't be written: edits are not kept safe.
    void keepingFailed(const protomind::Problem& problem);

private:
    struct Copy; ///< what the thread owns
    /// failed: in the place of what a task did not get to because it threw.
    void run(std::function<void(Copy&)> task, std::function<void(Copy&, const Problem&)> failed);
    void keepBy(std::function<Result<void>(WorkingCopy&)> store);
    void failKeeping(Copy& copy, const Problem& problem);
    void failOpening(int opening, const Problem& problem, const QString& path);
    void answerOpening(int opening, std::function<void()> tell);
    void answer(std::function<void()> tell);

    std::filesystem::path m_stateDirectory;
    std::shared_ptr<Copy> m_copy;
    std::unique_ptr<StartRecord> m_start;
    bool m_left = false;
    int m_opening = 0; ///< the number of what was asked for last
    WorkThread m_thread{this};
};

} // namespace protomind
