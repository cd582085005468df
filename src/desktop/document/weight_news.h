// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace protomind {

/// What a step did to weights that were worth something.
struct WeightNews {
    enum class Kind {
        Nothing,
        Settled,   ///< what was said before is no longer true
        SomeNew,   ///< some layers start with new weights
        AllNew,    ///< the network has none of them any more
        Waiting,   ///< they are kept until the network can be built again
        Reset,     ///< they begin anew, in the same network
        TakenBack, ///< undo brought back those of an earlier moment, and there was training since
        GivenUp,   ///< those of that moment are no longer kept
    };
    Kind kind = Kind::Nothing;
    std::vector<std::string> layers; ///< by name: those of SomeNew
};

} // namespace protomind
