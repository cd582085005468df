// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"
#include "studio/network/topology.h"

#include <vector>

namespace protomind {

/// Who plays in a drawing with a Latent: a generator makes samples of random numbers, a discriminator tells
/// them from those of the data (Goodfellow et al., "Generative adversarial nets", 2014).
enum class Player { Discriminator, Generator };

/// Which layers are whose, by the wires alone. The seam is the wire from the generator's last layer into the
/// Input: the discriminator is given what the generator makes in the place of samples.
struct Players {
    std::vector<LayerId> generator;     ///< fed by a Latent alone, it included; in order of their ids
    std::vector<LayerId> discriminator; ///< fed by an Input, it included; in order of their ids
    LayerId latent;                     ///< the first; null where there is none
    LayerId maker;                      ///< the generator's last layer; null where there is no seam
    LayerId input;                      ///< that the seam goes into; null where there is no seam
    WireId seam;                        ///< null where no generator is wired into an Input

    /// Whether the drawing has a generator at all, finished or not. A Latent without wires is none.
    [[nodiscard]] bool any() const { return bool(latent); }
    [[nodiscard]] bool two() const { return bool(seam); }
    [[nodiscard]] bool isGenerators(LayerId layer) const;
    bool operator==(const Players&) const = default;
};

[[nodiscard]] Players playersOf(const Network& network);
[[nodiscard]] Players playersOf(const Network& network, const Topology& topology);

[[nodiscard]] bool isInput(const Layer& layer);
[[nodiscard]] bool isLatent(const Layer& layer);

/// How many wires a layer's card has room for, each in a port of its own: those of its type, and one for an
/// Input where there is a generator to wire into it. Merging layers and unknown ones have one port.
[[nodiscard]] int portsOf(const Layer& layer, const Players& players);

} // namespace protomind
