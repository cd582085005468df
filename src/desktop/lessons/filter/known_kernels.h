// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <vector>

namespace protomind {

/// A kernel of three by three that people know by name.
struct KnownKernel {
    const char* name; ///< of its button: "kernelBlur"
    QString title;
    std::array<double, 9> numbers;
};
[[nodiscard]] std::vector<KnownKernel> knownKernels();

} // namespace protomind
