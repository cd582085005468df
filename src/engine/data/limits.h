// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace protomind {

// What engine/data accepts from people and from their files. Each limit has a test.

/// The longest text that names a source.
inline constexpr std::size_t kMaxSourceText = 64 * 1024;
/// The most points a person may click.
inline constexpr std::size_t kMaxClickedPoints = 2000;
/// The largest coordinate of a clicked point.
inline constexpr float kMaxClickedCoordinate = 10.0f;
/// The most classes clicked points may have.
inline constexpr int kMaxClickedClasses = 10;

/// The most pairs of numbers a person may type.
inline constexpr std::size_t kMaxPairs = 2000;
/// The largest number in a pair.
inline constexpr float kMaxPairNumber = 1e6f;
/// The longest table of pairs that is looked at.
inline constexpr std::size_t kMaxPairsTableBytes = 1024 * 1024;

/// The largest IDX file, compressed or not, as it lies on the disk.
inline constexpr std::uint64_t kMaxIdxFileBytes = std::uint64_t{512} << 20;
/// The most bytes the items of an IDX file may take unpacked.
inline constexpr std::uint64_t kMaxIdxItemBytes = std::uint64_t{1} << 30;
/// The most items of an IDX file: labels and indices up to here are exact as floats.
inline constexpr std::uint64_t kMaxIdxItems = std::uint64_t{1} << 24;
/// The longest side of an image in an IDX file.
inline constexpr std::uint64_t kMaxIdxSide = 16384;
/// The most zeros that may follow gzip.
inline constexpr std::size_t kMaxGzipPadding = std::size_t{1} << 20;
/// No deflate stream unpacks to more than about 1032 times its size; a file that promises more is refused.
inline constexpr std::uint64_t kMaxDeflateRatio = 1032;

/// The largest table that is read, as it lies on the disk.
inline constexpr std::uint64_t kMaxTableFileBytes = std::uint64_t{512} << 20;
/// The most columns and rows of a table, and the longest of its fields.
inline constexpr std::size_t kMaxTableColumns = 10'000;
inline constexpr std::int64_t kMaxTableRows = 1'000'000;
inline constexpr std::size_t kMaxTableFieldBytes = std::size_t{1} << 20;
/// What is farther from 0 is no number of a table: the difference of two that are fits a float.
inline constexpr double kFarthestTableNumber = 8e37;
/// The most numbers that a table may become: 1 GiB.
inline constexpr std::int64_t kMaxTableNumbers = std::int64_t{1} << 28;
/// The most classes that a table's target may have.
inline constexpr std::size_t kMaxTableClasses = 1000;
/// The most different texts of a column that become features; one with more is left out.
inline constexpr std::size_t kMaxTableCategories = 50;

/// The most files and folders in a folder of pictures.
inline constexpr std::int64_t kMaxImageFiles = 100000;
/// The most classes they may have: a sample keeps its class in a byte.
inline constexpr std::size_t kMaxImageClasses = 256;
/// The most bytes that all samples of a folder of pictures may take.
inline constexpr std::int64_t kMaxImageSetBytes = std::int64_t{1} << 30;
/// The most files that are named as left out; the others are counted.
inline constexpr std::size_t kMaxImageNotes = 1000;

} // namespace protomind
