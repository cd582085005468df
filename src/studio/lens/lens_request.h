// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"
#include "studio/lens/lens_result.h"

#include <memory>
#include <optional>

namespace protomind {

struct OtherNetwork;

/// A sample to be looked at.
struct SampleChoice {
    Split split = Split::Test; ///< where there is no such split, the next best: test, validation, training
    std::int64_t index = 0;    ///< in that split; beyond its end: its last one
    HostArray values{};        ///< [sample shape]: one that a person made, instead; else empty
    bool operator==(const SampleChoice&) const = default;
};

/// Asks a lens to look into the run as it is now. Training goes on meanwhile, and the lens sees nothing of
/// it. Answered by LensProgress now and then, and by LensAnswered, or Failed where it does not suit. Another
/// request to the same lens takes the place of one that has no answer yet: that is answered by Done then.
struct LensRequest {
    std::string lens; ///< name of its LensType
    Settings settings{};
    std::string layer{}; ///< of lenses for a layer; empty: the first that it suits
    SampleChoice sample{};
    /// Of lenses that look at all samples of one. None: the first there is of test, unseen, validation,
    /// training.
    std::optional<Split> split{};
    /// Of lenses that need another trained network; null: none.
    std::shared_ptr<const OtherNetwork> other{};
    bool operator==(const LensRequest&) const = default;
};
/// Gives up what the lens was asked and has not answered: both are answered by Done.
struct CancelLensRequest {
    std::string lens; ///< empty: all of them; their memory is given back then
};

/// At most 30 a second; none of work that is done in a moment.
struct LensProgress {
    std::string lens;
    double share = 0; ///< 0 to 1
};
struct LensAnswered {
    LensRequest request; ///< without the other network: that stays with who asked
    std::shared_ptr<const LensResult> result;
};

} // namespace protomind
