// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/database.h"
#include "studio/project/file_system.h"
#include "studio/project/project.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// $XDG_STATE_HOME/protomind, by default ~/.local/state/protomind.
[[nodiscard]] std::filesystem::path defaultStateDirectory();

/// A working copy that a crash left behind, with changes that were never saved.
struct Leftover {
    std::filesystem::path directory;
    std::filesystem::path projectPath; ///< what it was opened from or saved as; empty for a new project
    std::filesystem::file_time_type changed;
    int recoveries = 0; ///< how often it was recovered before
    bool damaged =
        false; ///< it can't be read: all that is left is to throw it away, or to look at it by hand
};

/// Working copies whose program is gone and that hold something unsaved, the latest change first. Those with
/// nothing unsaved are cleared away, and so is what saves left behind that were ended in the middle.
[[nodiscard]] std::vector<Leftover> leftovers(const std::filesystem::path& stateDirectory);

/// Gives up what was left behind.
void discardLeftover(const Leftover& leftover);

/// Whether a running program (this one, too) has a working copy of the file.
[[nodiscard]] bool isOpenSomewhere(const std::filesystem::path& projectPath,
                                   const std::filesystem::path& stateDirectory);

/// The open project on disk: a database in the state directory where every command, run and checkpoint is a
/// transaction. The file that a person names is read once when opened and replaced as a whole when saved;
/// nothing else touches it. Destroying one that has unsaved changes leaves them for leftovers(); discard()
/// gives them up. One thread at a time.
class WorkingCopy {
public:
    /// An empty one for a new project; store() something before saving.
    [[nodiscard]] static Result<WorkingCopy> create(const std::filesystem::path& stateDirectory);
    /// Trained weights that are damaged are left out, which content() says.
    [[nodiscard]] static Result<WorkingCopy> openFrom(const std::filesystem::path& projectPath,
                                                      const std::filesystem::path& stateDirectory);
    /// Goes on with what a crash left behind.
    [[nodiscard]] static Result<WorkingCopy> recover(const Leftover& leftover);

    WorkingCopy(WorkingCopy&&) noexcept;
    WorkingCopy& operator=(WorkingCopy&&) noexcept;
    ~WorkingCopy();

    /// All that it holds, read back and checked.
    [[nodiscard]] Result<ProjectContent> content();

    // Each is one transaction: it has happened wholly or not at all, also after a crash.
    [[nodiscard]] Result<void> store(const Experiment& experiment);
    /// The last three and the best are kept. Writes nothing where it is the very one that was stored last.
    [[nodiscard]] Result<void> store(const CheckpointPtr& checkpoint);
    [[nodiscard]] Result<void> removeCheckpoints();
    [[nodiscard]] Result<void> store(const RunList& runs);
    /// What the window remembers: not a change that wants saving.
    [[nodiscard]] Result<void> storeView(const nlohmann::json& view);

    enum class ChangedByOthers {
        Refuse, ///< fail where somebody else has written the file since it was opened or saved here
        Replace,
    };
    /// Writes the project to a file and makes that its own. The file that was there stays as name~. See
    /// replaceFile for what is promised where it fails; the working copy then stays as it was, unsaved.
    [[nodiscard]] Result<void> saveAs(const std::filesystem::path& path,
                                      ChangedByOthers changed = ChangedByOthers::Refuse);
    [[nodiscard]] Result<void> saveAs(const std::filesystem::path& path, ChangedByOthers changed,
                                      FileSystem& files);

    /// The same with a content that the working copy could not take up: its own disk may be full where the
    /// file's is not.
    [[nodiscard]] Result<void> saveContentAs(const std::filesystem::path& path, const ProjectContent& content,
                                             ChangedByOthers changed);

    /// Whether there is anything that the file does not have.
    [[nodiscard]] bool isModified() const;
    /// Whether somebody else has written or removed the file since it was opened or saved here.
    [[nodiscard]] bool isChangedByOthers() const;
    /// Empty for a project that was never saved.
    [[nodiscard]] const std::filesystem::path& projectPath() const;

    /// Whether a path names that file, in whatever way it is written.
    [[nodiscard]] bool isProjectPath(const std::filesystem::path& path) const;

    /// Gives up what is not saved.
    void discard();

private:
    struct State;
    explicit WorkingCopy(std::unique_ptr<State> state);
    [[nodiscard]] Result<void> change(const std::function<Result<void>(Database&)>& write,
                                      bool wantsSaving = true);
    [[nodiscard]] Result<void> writeAbout();
    [[nodiscard]] Result<void>
    replaceProject(const std::filesystem::path& path, ChangedByOthers changed, FileSystem& files,
                   const std::function<Result<void>(const std::filesystem::path&)>& write);

    std::unique_ptr<State> m_state;
};

} // namespace protomind
