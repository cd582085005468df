// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"
#include "studio/lens/picture_form.h"
#include "studio/lens/watch_request.h"

namespace protomind {

/// Layers with at most so many inputs and outputs have their weights shown one by one.
inline constexpr std::int64_t kLargestWatchedSide = 64;

/// What is looked at: a network, and the data that says where to look. Null: not there.
struct WatchedNetwork {
    const Model& model;
    const DataSet* training = nullptr;
    const DataSet* aside = nullptr;           ///< what it does not learn from
    const VariableStore* variables = nullptr; ///< whose weights are shown too

    [[nodiscard]] static WatchedNetwork of(const Trainer& trainer);
};

/// What to look at in a network, and on which samples: follows from the shape of what goes in, so that any
/// network can be watched.
struct WatchPlan {
    struct Item {
        OutputView view;
        PictureKind kind = PictureKind::Histogram;
        std::int64_t channels = 0;
        Shape map; ///< of Plane, Curve, Maps and Image: of one channel (Image: of all)
        bool probabilities = false;
    };
    struct Weight {
        std::string layer;
        std::string name;
        std::string bias; ///< empty where there is none
    };

    HostArray samples; ///< [N, sample shape]; the same whenever it is looked
    double range = 1;
    std::vector<Item> items;
    std::vector<Weight> weights;

    /// Fails where the network is too large to be looked at, and where there are no samples to look at.
    [[nodiscard]] static Result<WatchPlan> of(const WatchedNetwork& network, const WatchRequest& request);
    [[nodiscard]] static Result<WatchPlan> of(const Trainer& trainer, const WatchRequest& request) {
        return of(WatchedNetwork::of(trainer), request);
    }

    [[nodiscard]] std::vector<OutputView> views() const;
    [[nodiscard]] std::vector<std::string> weightNames() const;
};

} // namespace protomind
