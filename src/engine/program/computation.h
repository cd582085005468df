// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// A wish: these nodes of a graph as named outputs, and these variables replaced by these nodes. All updates
/// see the values from before the run.
struct Computation {
    struct Output {
        std::string name;
        Node node;
    };
    struct Update {
        Node variable;
        Node value; ///< of the variable's shape
    };
    std::shared_ptr<Graph> graph = std::make_shared<Graph>();
    std::vector<Output> outputs;
    std::vector<Update> updates;
};

} // namespace protomind
