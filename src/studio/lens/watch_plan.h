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
    /// Of a generator: what it makes of latents, which stay the same. range: how far planes and curves of
    /// latents with one or two numbers reach. Fails where it is too large.
    [[nodiscard]] static Result<WatchPlan> ofGenerator(const Model& generator, const WatchRequest& request,
                                                       double range);

    /// By the places of the layers' outputs in a run: one an item.
    [[nodiscard]] std::vector<OutputView> views() const;
    [[nodiscard]] std::vector<std::string> weightNames() const;

private:
    struct SeenAs {
        Shape samples;   ///< layers are seen as of a network that takes such samples
        int picture = 0; ///< the layer that gives such a sample as it is
    };
    /// Where the samples are, adds what is looked at: of all layers, in the form that suits.
    [[nodiscard]] Result<void> addItems(const Model& model, const SeenAs& form, const WatchRequest& request,
                                        std::int64_t side);
};

} // namespace protomind
