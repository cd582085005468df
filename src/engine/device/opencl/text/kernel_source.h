// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// What a kernel is written for: limits that the device states.
struct KernelLimits {
    std::size_t groupItems = 256; ///< work items of a group, at most
    std::size_t localBytes = 32768;
    std::size_t computeUnits = 1;
};

/// Partial results of a reduction, in memory of their own: no value of the program.
inline constexpr int kPartialResults = -1;

/// A value that a kernel reads or writes, from one of its numbers on.
struct KernelValue {
    int value = 0; ///< or kPartialResults
    std::int64_t shift = 0;
};

/// One kernel as text, and how it is started. Its arguments are, for each of values in order, the buffer that
/// the value lies in and the number of floats before its first number there (an int), then the number of the
/// run (a ulong) where usesRun. Nothing in the text depends on where values lie or how they are numbered:
/// steps that do the same with different values have the same text but for the name, and share a kernel.
struct KernelSource {
    std::string name; ///< of the function
    std::string text;
    std::vector<KernelValue> values;
    bool usesRun = false;
    std::array<std::size_t, 2> global{1, 1};
    std::array<std::size_t, 2> local{1, 1};
    std::size_t results = 0;         ///< places that it computes results for: each by local[1] of the items
    std::size_t block = 1;           ///< results that an item computes; more than 1: each by one item alone
    std::size_t partialElements = 0; ///< floats of partial results that it writes or reads
};

/// A step's name as part of a function's name: letters and digits, all else as underscores.
[[nodiscard]] std::string identifier(std::string_view stepName);

/// A step's name as it may stand in a comment, whatever a person wrote there: one line of printable ASCII.
[[nodiscard]] std::string commentText(std::string_view stepName);

/// Rounded up to a multiple.
[[nodiscard]] constexpr std::size_t roundedUp(std::size_t count, std::size_t step) {
    return (count + step - 1) / step * step;
}

/// The power of two that is at most count (1 for none).
[[nodiscard]] std::size_t powerOfTwoWithin(std::size_t count);

/// What stands before all kernels: the functions that they share.
[[nodiscard]] std::string_view sharedKernelText();

} // namespace protomind
