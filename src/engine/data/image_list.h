// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/data/limits.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// The files of a class; which of them are pictures is seen when they are read.
struct ImageClass {
    std::string name;
    std::filesystem::path folder;
    std::vector<std::string> files; ///< names within the folder, sorted
};

/// What a folder of pictures holds, by the names of its folders and files alone.
struct ImageList {
    std::vector<ImageClass> training; ///< sorted by name
    std::vector<ImageClass> test;     ///< empty where there is no such split
    std::vector<Sentence> notes;      ///< what of the folder was passed over
};

/// Lists DIR/CLASS/FILE, or DIR/train/CLASS/FILE with DIR/test/CLASS/FILE. Hidden files and links are passed
/// over. Fails where there is no folder, no class, or more files and folders than the limit.
[[nodiscard]] Result<ImageList> listImages(const std::filesystem::path& folder,
                                           std::int64_t limit = kMaxImageFiles);

} // namespace protomind
