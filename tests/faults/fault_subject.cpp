// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// fault_subject WORK FOLDER SIZE: a program without a window that opens FOLDER/home/a.protomind and does one
// piece of work on it. It ends with 0 where that is done, and with 3 and a sentence where it is not. What
// lies between two marks (calls of access() that find nothing) is what the tests kill or let fail.
#include "studio/project/project_file.h"
#include "studio/project/working_copy.h"

#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unistd.h>

#include "faults/fault_content.h"
#include "patience.h"

namespace protomind {
namespace {

void mark(const char* name) {
    std::ignore = ::access(name, F_OK);
}

struct Work {
    std::filesystem::path folder;
    ProjectContent content;

    [[nodiscard]] std::filesystem::path file() const { return folder / "home" / "a.protomind"; }
    [[nodiscard]] std::filesystem::path state() const { return folder / "state"; }

    /// Opened and edited, and not saved.
    [[nodiscard]] Result<WorkingCopy> edited() const {
        Result<WorkingCopy> copy = WorkingCopy::openFrom(file(), state());
        if (!copy)
            return copy;
        if (Result<void> kept = keepIn(*copy); !kept)
            return std::unexpected(kept.error());
        return copy;
    }
    [[nodiscard]] Result<void> keepIn(WorkingCopy& copy) const {
        Result<void> kept = copy.store(content.experiment);
        return kept ? copy.store(content.checkpoint) : kept;
    }
};

Result<void> saveTo(const Work& work, const std::filesystem::path& target) {
    std::optional<Result<WorkingCopy>> copy(work.edited());
    if (!*copy)
        return std::unexpected(copy->error());
    mark("/protomind-mark/begin");
    const Result<void> saved = (*copy)->saveAs(target);
    copy.reset(); // Clears the working copy away, as closing the window does.
    mark("/protomind-mark/end");
    return saved;
}

Result<void> save(const Work& work) {
    return saveTo(work, work.file());
}

Result<void> saveElsewhere(const Work& work) {
    return saveTo(work, work.folder / "other" / "b.protomind");
}

/// As the command line does.
Result<void> write(const Work& work) {
    mark("/protomind-mark/begin");
    Result<void> written = writeProject(work.file(), work.content);
    mark("/protomind-mark/end");
    return written;
}

/// What happens to every edit and checkpoint.
Result<void> keep(const Work& work) {
    Result<WorkingCopy> copy = WorkingCopy::openFrom(work.file(), work.state());
    if (!copy)
        return std::unexpected(copy.error());
    mark("/protomind-mark/begin");
    Result<void> kept = work.keepIn(*copy);
    mark("/protomind-mark/end");
    return kept;
}

Result<void> open(const Work& work) {
    mark("/protomind-mark/begin");
    std::optional<Result<WorkingCopy>> copy(WorkingCopy::openFrom(work.file(), work.state()));
    const Result<void> opened = *copy ? Result<void>() : std::unexpected(copy->error());
    copy.reset();
    mark("/protomind-mark/end");
    return opened;
}

int run(const std::string& name, Work work) {
    const std::map<std::string, Result<void> (*)(const Work&)> works = {
        {"save", save}, {"save-elsewhere", saveElsewhere}, {"write", write}, {"keep", keep}, {"open", open}};
    const auto found = works.find(name);
    if (found == works.end())
        return 2;
    const Result<void> done = found->second(work);
    std::puts(done ? "done" : done.error().text().c_str());
    return done ? 0 : 3;
}

} // namespace
} // namespace protomind

int main(int argc, char** argv) {
    using namespace protomind;
    if (argc != 4)
        return 2;
    ::alarm(kPatienceMilliseconds / 1000); // A call that waits for ever fails a test, too.
    const ContentSize size = std::string(argv[3]) == "large" ? ContentSize::Large : ContentSize::Small;
    return run(argv[1], {argv[2], faultContent(kNewSeed, size)});
}
