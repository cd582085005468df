// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <optional>
#include <string>

namespace protomind {

class Document;

/// Why training can't start, in the language of the window, and where to look.
struct TrainingObstacle {
    std::string sentence;
    LayerId layer; ///< null where it is about no single layer
};

/// The first thing that keeps a document from being trained; none where it can be.
[[nodiscard]] std::optional<TrainingObstacle> trainingObstacle(const Document& document);

} // namespace protomind
