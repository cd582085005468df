// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

namespace protomind {

/// Two inputs, some hidden tanh neurons, two classes.
[[nodiscard]] inline Network planarNetwork(std::int64_t hidden = 4) {
    Network network;
    const LayerId input{1};
    const LayerId inner{2};
    const LayerId output{3};
    network.add(Layer{.id = input,
                      .type = "input",
                      .name = "Input",
                      .settings = {{"shape", std::vector<std::int64_t>{2}}},
                      .position = {}});
    network.add(Layer{.id = inner,
                      .type = "dense",
                      .name = "Hidden",
                      .settings = {{"units", hidden}, {"activation", std::string("tanh")}},
                      .position = {}});
    network.add(Layer{.id = output,
                      .type = "dense",
                      .name = "Output",
                      .settings = {{"units", std::int64_t{2}}},
                      .position = {}});
    network.add(Wire{.id = WireId{1}, .from = input, .to = inner});
    network.add(Wire{.id = WireId{2}, .from = inner, .to = output});
    return network;
}

} // namespace protomind
