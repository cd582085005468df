// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/formats/formats.h"

namespace protomind {

/// A file as it would be written.
struct FilePreview {
    std::string name;
    std::int64_t bytes = 0;
    std::string start; ///< of a text file, whole lines; empty where it is none
};

/// What an export would write and what would become of the network, without writing anything.
struct ExportPreview {
    std::vector<Obstacle> obstacles; ///< where there are any, nothing else is known
    std::vector<FilePreview> files;
    std::vector<FormatNote> notes;

    [[nodiscard]] std::int64_t bytes() const;
};
inline constexpr std::size_t kPreviewedBytes = 4000; ///< of the start of each file

/// path: where it would be written. Fails where it is not wanted any more.
[[nodiscard]] Result<ExportPreview> previewExport(const Format& format, const TrainedNetwork& network,
                                                  const std::filesystem::path& path,
                                                  const WriteWatch& watch = {});

} // namespace protomind
