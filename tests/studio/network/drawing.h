// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "studio/network/analysis.h"

#include <initializer_list>
#include <string>

namespace protomind {

/// Draws networks for tests: layers get ids 1, 2, ... and the names "a", "b", ... unless told otherwise.
class TestDrawing {
public:
    Network network;

    LayerId put(const std::string& type, Settings settings = {}, std::initializer_list<LayerId> from = {},
                const std::string& name = {});
    WireId join(LayerId from, LayerId to, int port = 0);

    LayerId input(std::vector<std::int64_t> shape) { return put("input", {{"shape", std::move(shape)}}); }
    LayerId latent(std::int64_t dimension) { return put("latent", {{"dimension", dimension}}); }
    LayerId dense(std::int64_t units, std::initializer_list<LayerId> from) {
        return put("dense", {{"units", units}}, from);
    }
    LayerId convolution(std::int64_t filters, std::int64_t side, std::initializer_list<LayerId> from) {
        return put(
            "convolution",
            {{"filters", filters}, {"kernel", std::vector{side, side}}, {"padding", std::string("valid")}},
            from);
    }
};

/// Any network that a file may hold: odd types, settings, names, ids and positions; wires may form circles.
[[nodiscard]] Network randomDrawing(RandomStream& random);

/// One random change that an editor may make: add, remove or wire layers, set, rename, move.
[[nodiscard]] std::vector<NetworkEdit> randomEdits(const Network& network, RandomStream& random);

[[nodiscard]] std::vector<NetworkProblem> problemsOf(const Analysis& analysis, NetworkProblemKind kind);

} // namespace protomind
