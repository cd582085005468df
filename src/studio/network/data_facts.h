// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

/// What can be told of data in words and numbers: read once, when it is opened.
struct DataFacts {
    std::string text; ///< the DataSource text it came from
    std::string name;
    std::int64_t samples = 0; ///< of the training split
    std::int64_t classes = 0; ///< 0 where it asks for numbers
    /// The training points, where one number goes in and one comes out: x, y.
    std::vector<std::array<float, 2>> pairs;
};
[[nodiscard]] DataFacts dataFactsOf(const DataSource& source);

} // namespace protomind
