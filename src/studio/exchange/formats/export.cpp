// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/export_target.h"
#include "studio/exchange/formats/verification.h"
#include "studio/project/file_system.h"
#include "studio/project/passing_folder.h"

#include <cerrno>
#include <fstream>
#include <utility>

namespace protomind {

namespace {

/// What is told of the bytes of all files.
struct BytesWatched {
    const WriteWatch& watch;
    std::int64_t written = 0;
};

/// What a file is made of is gone once it is written: before it is read back.
Result<void> fill(OutputFile& file, const std::filesystem::path& target, BytesWatched& watched) {
    std::ofstream disk(target, std::ios::binary | std::ios::trunc);
    WatchedBuffer buffer(disk.rdbuf(), watched.written, watched.watch);
    std::ostream stream(disk ? &buffer : nullptr);
    const auto written = std::exchange(file.write, {})(stream);
    if (buffer.stopped())
        return std::unexpected(exportStopped());
    if (!written)
        return written;
    errno = 0;
    disk.close();
    if (!stream || !disk)
        return std::unexpected(diskProblem(errno != 0 ? errno : ENOSPC, target));
    return {};
}

/// Whether what was written, but is in nobody's place yet, is as the network is. Where it answers differently
/// that is kept, and the problem is only there to end the writing.
class OutcomeCheck {
public:
    OutcomeCheck(const Format& format, const TrainedNetwork& network, BytesWatched& watched)
        : m_format(format)
        , m_network(network)
        , m_watched(watched) {}

    Result<void> operator()(const std::filesystem::path& place) {
        if (!isVerified(m_format))
            return {};
        auto found = verified(m_format, m_network, place,
                              [this] { return !m_watched.watch || m_watched.watch(m_watched.written); });
        if (!found)
            return std::unexpected(found.error());
        m_found = *found;
        if (!found->agrees)
            return fail(ProblemKind::Unsupported, "It answers differently.");
        return {};
    }
    [[nodiscard]] const std::optional<Verification>& found() const { return m_found; }
    [[nodiscard]] bool differs() const { return m_found && !m_found->agrees; }

private:
    const Format& m_format;
    const TrainedNetwork& m_network;
    BytesWatched& m_watched;
    std::optional<Verification> m_found;
};

Result<void> writeFile(OutputFile& file, const std::filesystem::path& target, BytesWatched& watched,
                       OutcomeCheck& check) {
    DiskFileSystem disk;
    return replaceFile(disk, target, Backup::None, [&](const std::filesystem::path& temporary) {
        const auto filled = fill(file, temporary, watched);
        return filled ? check(temporary) : filled;
    });
}

/// Written and checked aside first: what lies in the folder is replaced by files that are known to be good.
Result<void> writeInto(std::vector<OutputFile>& files, const std::filesystem::path& folder,
                       const std::filesystem::path& aside, BytesWatched& watched, OutcomeCheck& check) {
    std::vector<NewFile> fresh;
    for (OutputFile& file : files) {
        const std::filesystem::path written = aside / file.name;
        if (auto filled = fill(file, written, watched); !filled)
            return filled;
        fresh.push_back({file.name, [written](const std::filesystem::path& place) -> Result<void> {
                             std::error_code error;
                             std::filesystem::copy_file(
                                 written, place, std::filesystem::copy_options::overwrite_existing, error);
                             if (error)
                                 return std::unexpected(diskProblem(error.value(), place));
                             return {};
                         }});
    }
    if (auto checked = check(aside); !checked)
        return checked;
    DiskFileSystem disk;
    return replaceFiles(disk, folder, fresh);
}

Result<void> writeFolder(std::vector<OutputFile>& files, const std::filesystem::path& folder,
                         BytesWatched& watched, OutcomeCheck& check) {
    std::error_code error;
    const bool isNew = std::filesystem::create_directories(folder, error);
    if (error)
        return std::unexpected(diskProblem(error.value(), folder));
    Result<void> written;
    {
        const PassingFolder aside(folder);
        written = aside.path().empty() ? std::unexpected(diskProblem(aside.error(), folder))
                                       : writeInto(files, folder, aside.path(), watched, check);
        if (!written && written.error().where.text().starts_with(aside.path().string()))
            written.error().where = Sentence::name(folder.string());
    }
    if (!written && isNew)
        std::filesystem::remove(folder, error); // goes where it is empty
    return written;
}

/// Where the files come to lie, if nothing of more worth lies there.
Result<std::vector<std::filesystem::path>> placesOf(const std::vector<OutputFile>& files,
                                                    const Format& format, const std::filesystem::path& path) {
    const bool isFolder = format.extension.empty();
    if (isFolder) {
        if (const auto possible = checkFolderTarget(path); !possible)
            return std::unexpected(possible.error());
    }
    require(isFolder || files.size() == 1, "exportNetwork: a format of one file has several");
    std::vector<std::filesystem::path> places;
    for (const OutputFile& file : files) {
        places.push_back(isFolder ? path / file.name : path);
        if (const auto possible = checkFileTarget(places.back()); !possible)
            return std::unexpected(possible.error());
    }
    return places;
}

std::int64_t bytesIn(const std::vector<std::filesystem::path>& files) {
    std::int64_t bytes = 0;
    for (const std::filesystem::path& file : files) {
        std::error_code error;
        bytes += static_cast<std::int64_t>(std::filesystem::file_size(file, error));
    }
    return bytes;
}

} // namespace

Problem exportStopped() {
    return {ProblemKind::Request, "The export was stopped. Nothing was changed.", {}, {}};
}

Result<ExportResult> exportNetwork(const Format& format, const TrainedNetwork& network,
                                   const std::filesystem::path& path, const WriteWatch& watch) {
    if (auto found = obstacles(format, network); !found.empty()) {
        Problem problem = std::move(found.front().problem);
        if (problem.where.empty() && !found.front().layer.empty())
            problem.where = Sentence::name(found.front().layer);
        return std::unexpected(std::move(problem));
    }
    auto files = format.write(network, path);
    if (!files)
        return std::unexpected(files.error());
    const auto places = placesOf(*files, format, path);
    if (!places)
        return std::unexpected(places.error());
    BytesWatched watched{watch};
    OutcomeCheck check(format, network, watched);
    const auto written = format.extension.empty() ? writeFolder(*files, path, watched, check)
                                                  : writeFile(files->front(), path, watched, check);
    ExportResult result;
    result.verification = check.found();
    result.notes = format.notes(network);
    if (check.differs())
        return result;
    if (!written)
        return std::unexpected(written.error());
    result.files = *places;
    result.bytes = bytesIn(*places);
    return result;
}

} // namespace protomind
