// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/layout_around.h"
#include "desktop/editor/arrange/rows_layout.h"
#include "desktop/editor/card_geometry.h"
#include "engine/base/random.h"
#include "studio/network/template.h"

#include <QGuiApplication>
#include <QRectF>

#include <gtest/gtest.h>

namespace protomind {
namespace {

constexpr double kWidth = 1000;

std::vector<const NetworkTemplate*> drawings() {
    std::vector<const NetworkTemplate*> all;
    for (const NetworkTemplate& source : networkTemplates())
        all.push_back(&source);
    return all;
}

TEST(LayoutAround, WithNothingPlacedIsThePlainLayout) {
    for (const NetworkTemplate* source : drawings()) {
        const Network network = source->make();
        const auto heights = cardHeights(network);
        EXPECT_EQ(layoutAround(network, heights, kWidth), rowsLayout(network, heights, kWidth));
    }
}

TEST(LayoutAround, WhatAPersonPlacedStaysAndNothingElseOverlaps) {
    const double width = kBodyWidth;
    for (const NetworkTemplate* source : drawings()) {
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            RandomStream random(seed);
            Network network = source->make();
            const std::vector<Layer> layers = network.layers();
            for (const Layer& layer : layers)
                if (random.below(3) == 0)
                    network.layer(layer.id)->position = {double(random.below(200)) * 8,
                                                         double(random.below(100)) * 8, true};
            const auto heights = cardHeights(network);
            const auto places = layoutAround(network, heights, kWidth);
            std::vector<QRectF> moved;
            std::vector<QRectF> all;
            for (const Layer& layer : network.layers()) {
                EXPECT_EQ(places.contains(layer.id), !layer.position.byHand);
                const Position at = layer.position.byHand ? layer.position : places.at(layer.id);
                all.emplace_back(at.x, at.y, width, heights.at(layer.id));
                if (!layer.position.byHand) {
                    moved.push_back(all.back());
                    EXPECT_FALSE(at.byHand);
                }
            }
            for (const QRectF& card : moved)
                EXPECT_EQ(
                    std::ranges::count_if(all, [&](const QRectF& other) { return other.intersects(card); }),
                    1)
                    << source->name << ", seed " << seed;
            // Arranging again moves nothing any more.
            for (const auto& [layer, place] : places)
                network.layer(layer)->position = place;
            EXPECT_EQ(layoutAround(network, heights, kWidth), places);
        }
    }
}

TEST(LayoutAround, NeighboursFollowACardThatWasMovedAway) {
    Network network = findTemplate("digits-mlp")->make();
    const LayerId first = network.layers().front().id;
    const auto heights = cardHeights(network);
    const auto plain = rowsLayout(network, heights, kWidth);
    network.layer(first)->position = {plain.at(first).x, 4000, true};
    for (const auto& [layer, place] : layoutAround(network, heights, kWidth)) {
        EXPECT_EQ(place.x, plain.at(layer).x);
        EXPECT_EQ(place.y, plain.at(layer).y + 4000 - plain.at(first).y);
    }
}

} // namespace
} // namespace protomind
