// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace protomind {

/// The images of an IDX file, one byte a pixel, row by row.
struct IdxImages {
    std::int64_t count = 0;
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::vector<std::uint8_t> pixels;
};

// The IDX format of MNIST (http://yann.lecun.com/exdb/mnist): two zero bytes, a type, the number of axes, the
// axes' sizes as big-endian 32-bit numbers, then the items. Gzipped files are read as well. Sizes are held
// against the limits and against the file's own size before memory is taken for them, and the file must end
// where its header says.

/// Reads a file of images: unsigned bytes, three axes.
[[nodiscard]] Result<IdxImages> readIdxImages(const std::filesystem::path& path);

/// Reads a file of labels: unsigned bytes, one axis.
[[nodiscard]] Result<std::vector<std::uint8_t>> readIdxLabels(const std::filesystem::path& path);

} // namespace protomind
