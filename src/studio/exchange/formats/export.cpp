// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/registry/device_kinds.h"
#include "engine/instance/network_instance.h"
#include "studio/exchange/formats/formats.h"
#include "studio/network/lowering.h"
#include "studio/project/file_system.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>

namespace protomind {

namespace {

/// What is told of the bytes of all files.
struct Watched {
    const WriteWatch& watch;
    std::int64_t written = 0;
};

Result<void> fill(const OutputFile& file, const std::filesystem::path& target, Watched& watched) {
    std::ofstream disk(target, std::ios::binary | std::ios::trunc);
    WatchedBuffer buffer(disk.rdbuf(), watched.written, watched.watch);
    std::ostream stream(disk ? &buffer : nullptr);
    const auto written = file.write(stream);
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

Result<void> writeFile(const OutputFile& file, const std::filesystem::path& target, Watched& watched) {
    DiskFileSystem disk;
    return replaceFile(disk, target, Backup::None, [&](const std::filesystem::path& temporary) {
        return fill(file, temporary, watched);
    });
}

Result<void> writeFolder(const std::vector<OutputFile>& files, const std::filesystem::path& folder,
                         Watched& watched) {
    std::error_code error;
    const bool isNew = std::filesystem::create_directories(folder, error);
    if (error)
        return std::unexpected(diskProblem(error.value(), folder));
    std::vector<NewFile> fresh;
    for (const OutputFile& file : files)
        fresh.push_back({file.name, [&file, &watched](const std::filesystem::path& place) {
                             return fill(file, place, watched);
                         }});
    DiskFileSystem disk;
    Result<void> written = replaceFiles(disk, folder, fresh);
    if (!written && isNew)
        std::filesystem::remove(folder, error); // goes where it is empty
    return written;
}

Result<std::int64_t> writeFiles(const std::vector<OutputFile>& files, const Format& format,
                                const std::filesystem::path& path, const WriteWatch& watch,
                                std::vector<std::filesystem::path>& written) {
    const bool isFolder = format.extension.empty();
    require(isFolder || files.size() == 1, "writeFiles: a format of one file has several");
    Watched watched{watch};
    if (auto done = isFolder ? writeFolder(files, path, watched) : writeFile(files.front(), path, watched);
        !done)
        return std::unexpected(done.error());
    std::int64_t bytes = 0;
    for (const OutputFile& file : files) {
        written.push_back(isFolder ? path / file.name : path);
        std::error_code error;
        bytes += static_cast<std::int64_t>(std::filesystem::file_size(written.back(), error));
    }
    return bytes;
}

/// The same layers with other numbers, or another network altogether.
Result<HostArray> answers(const Model& model, const VariableValues& values, const HostArray& samples) {
    const auto device = deviceKinds().front().open(0, {});
    if (!device)
        return std::unexpected(device.error());
    const auto instance = NetworkInstance::create(model, **device, values);
    if (!instance)
        return std::unexpected(instance.error());
    return (*instance)->outputs(samples);
}

Result<HostArray> answersOfFile(const Format& format, const TrainedNetwork& network,
                                const std::filesystem::path& path) {
    if (format.readWeights != nullptr) {
        const auto values = format.readWeights(network, path);
        if (!values)
            return std::unexpected(values.error());
        return answers(network.model, *values, network.samples);
    }
    const auto read = format.read(path);
    if (!read)
        return std::unexpected(read.error());
    const auto model = lower(read->network);
    if (!model)
        return std::unexpected(model.error());
    return answers(*model, read->variables, network.samples);
}

Result<Verification> verified(const Format& format, const TrainedNetwork& network,
                              const std::filesystem::path& path) {
    const auto expected = answers(network.model, network.checkpoint->variables, network.samples);
    if (!expected)
        return std::unexpected(expected.error());
    const auto found = answersOfFile(format, network, path);
    if (!found)
        return std::unexpected(found.error());
    Verification result{.samples = network.samples.shape[0]};
    if (found->shape != expected->shape)
        return result;
    for (std::size_t i = 0; i < found->values.size(); ++i) {
        const double difference = std::abs(double(found->values[i]) - double(expected->values[i]));
        // NaN counts as a difference, and stays one.
        if (!(difference <= result.largestDifference))
            result.largestDifference = difference;
        result.largestOutput = std::max(result.largestOutput, std::abs(double(expected->values[i])));
    }
    result.agrees = result.largestDifference <= kVerifiedTolerance * std::max(1.0, result.largestOutput);
    return result;
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
    ExportResult result;
    auto bytes = writeFiles(*files, format, path, watch, result.files);
    if (!bytes)
        return std::unexpected(bytes.error());
    result.bytes = *bytes;
    result.notes = format.notes(network);
    if (format.readWeights != nullptr || format.read != nullptr) {
        auto verification = verified(format, network, path);
        if (!verification)
            return std::unexpected(verification.error());
        result.verification = *verification;
    }
    return result;
}

} // namespace protomind
