// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/preview.h"

#include <algorithm>

namespace protomind {

namespace {

/// The bytes up to the last line end; empty where they are no text.
std::string linesOf(std::string start, bool whole) {
    const auto isText = [](char byte) {
        return static_cast<unsigned char>(byte) >= ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    };
    if (!std::ranges::all_of(start, isText))
        return {};
    if (!whole)
        start.resize(start.rfind('\n') == std::string::npos ? 0 : start.rfind('\n') + 1);
    return start;
}

} // namespace

std::int64_t ExportPreview::bytes() const {
    std::int64_t sum = 0;
    for (const FilePreview& file : files)
        sum += file.bytes;
    return sum;
}

Result<ExportPreview> previewExport(const Format& format, const TrainedNetwork& network,
                                    const std::filesystem::path& path, const WriteWatch& watch) {
    ExportPreview preview{.obstacles = obstacles(format, network), .files = {}, .notes = {}};
    if (!preview.obstacles.empty())
        return preview;
    const auto files = format.write(network, path);
    if (!files)
        return std::unexpected(files.error());
    std::int64_t written = 0;
    for (const OutputFile& file : *files) {
        const std::int64_t before = written;
        WatchedBuffer buffer(nullptr, written, watch);
        buffer.keepStart(kPreviewedBytes);
        std::ostream stream(&buffer);
        const auto done = file.write(stream);
        if (buffer.stopped())
            return std::unexpected(exportStopped());
        if (!done)
            return std::unexpected(done.error());
        const std::int64_t bytes = written - before;
        const bool whole = bytes <= static_cast<std::int64_t>(kPreviewedBytes);
        preview.files.push_back({format.extension.empty() ? file.name : path.filename().string(), bytes,
                                 linesOf(buffer.start(), whole)});
    }
    preview.notes = format.notes(network);
    return preview;
}

} // namespace protomind
