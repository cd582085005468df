// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/course/fitted_line.h"
#include "studio/course/live_state.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

using Points = std::vector<std::array<float, 2>>;

Network lineNetwork(Settings dense = {{"units", std::int64_t{1}}}) {
    Network network;
    network.add(Layer{.id = LayerId{1},
                      .type = "input",
                      .name = "x",
                      .settings = {{"shape", std::vector<std::int64_t>{1}}}});
    network.add(Layer{.id = LayerId{2}, .type = "dense", .name = "line", .settings = std::move(dense)});
    network.add(Wire{.id = WireId{1}, .from = LayerId{1}, .to = LayerId{2}});
    return network;
}

LiveState lineState(float m, float b) {
    LiveState state;
    state.experiment.network = lineNetwork();
    state.weights = {{"line/kernel", {m}}, {"line/bias", {b}}};
    return state;
}

Points randomPoints(RandomStream& random) {
    Points points(1 + random.below(50));
    const float far = random.below(2) == 0 ? 0.0f : random.normal() * 1000;
    const float slope = random.normal();
    for (auto& [x, y] : points) {
        x = far + random.normal();
        y = slope * x + random.normal();
    }
    return points;
}

double value(const LiveState& state, const char* name) {
    const StateValue found = state.value(name);
    EXPECT_TRUE(std::holds_alternative<double>(found)) << name;
    return std::holds_alternative<double>(found) ? std::get<double>(found) : NAN;
}

TEST(FittedLineProperties, NoLineIsBetterThanThatOfLeastSquares) {
    RandomStream random(21);
    for (int round = 0; round < 500; ++round) {
        LiveState state = lineState(random.normal(), random.normal());
        state.pairs = randomPoints(random);
        const StraightLine best = leastSquares(state.pairs);
        const double least = value(state, "line.best_loss");
        EXPECT_LE(least, value(state, "line.loss") * (1 + 1e-12));
        EXPECT_EQ(least, meanSquaredError(best, state.pairs));
        for (const double step : {1e-2, -1e-2})
            for (const StraightLine beside :
                 {StraightLine{best.m + step, best.b}, StraightLine{best.m, best.b + step},
                  StraightLine{best.m + step, best.b - step}})
                EXPECT_LE(least, *meanSquaredError(beside, state.pairs) + 1e-9);
    }
}

TEST(FittedLineProperties, PointsOnALineAreFittedWhollyWhereverTheyLie) {
    RandomStream random(22);
    for (int round = 0; round < 200; ++round) {
        // Quarters are exact as floats.
        const double m = std::round(random.normal() * 8) / 4;
        const double b = std::round(random.normal() * 100) / 4;
        const double from = std::round(random.normal() * 1000);
        Points points;
        for (int i = 0; i < 5; ++i)
            points.push_back({static_cast<float>(from + i), static_cast<float>(m * (from + i) + b)});
        const StraightLine line = leastSquares(points);
        EXPECT_NEAR(line.m, m, 1e-9);
        EXPECT_NEAR(line.b, b, 1e-6);
    }
}

TEST(FittedLine, IsKnownFromWeightsAndPoints) {
    LiveState state = lineState(2, -1);
    EXPECT_EQ(value(state, "line.m"), 2);
    EXPECT_EQ(value(state, "line.b"), -1);
    EXPECT_EQ(value(state, "line.points"), 0);
    EXPECT_EQ(state.value("line.loss"), StateValue());
    EXPECT_EQ(state.value("line.best_loss"), StateValue());
    state.pairs = {{0, 0}, {1, 1}, {2, 5}};
    EXPECT_EQ(value(state, "line.points"), 3);
    EXPECT_DOUBLE_EQ(value(state, "line.loss"), (1 + 0 + 4) / 3.0);
    EXPECT_DOUBLE_EQ(value(state, "line.best_loss"), 0.5);
    state.weights = {{"line/kernel", {1.1f}}};
    EXPECT_EQ(state.value("line.m"), StateValue()) << "b is not there";
    state.weights["line/bias"] = {NAN};
    EXPECT_EQ(value(state, "line.m"), 1.1);
    EXPECT_EQ(state.value("line.loss"), StateValue());
}

TEST(FittedLine, WithoutABiasGoesThroughZero) {
    LiveState state = lineState(2, 5);
    state.experiment.network = lineNetwork({{"units", std::int64_t{1}}, {"use_bias", false}});
    state.weights.erase("line/bias");
    state.pairs = {{1, 3}, {2, 4}};
    EXPECT_EQ(value(state, "line.b"), 0);
    EXPECT_DOUBLE_EQ(value(state, "line.loss"), 0.5);
    EXPECT_EQ(leastSquares(state.pairs, false).b, 0);
    EXPECT_DOUBLE_EQ(leastSquares(state.pairs, false).m, 11.0 / 5);
    EXPECT_DOUBLE_EQ(value(state, "line.best_loss"), 0.4 * 0.4 / 2 + 0.8 * 0.8 / 2);
}

TEST(FittedLine, IsFlatWhereAllPointsHaveTheSameX) {
    const StraightLine line = leastSquares(Points{{2, 1}, {2, 3}});
    EXPECT_EQ(line.m, 0);
    EXPECT_EQ(line.b, 2);
}

TEST(FittedLine, IsNoOtherNetwork) {
    EXPECT_NE(lineLayer(lineNetwork()), nullptr);
    EXPECT_EQ(lineLayer(Network()), nullptr);
    EXPECT_EQ(lineLayer(lineNetwork({})), nullptr) << "16 neurons";
    EXPECT_EQ(lineLayer(lineNetwork({{"units", std::int64_t{1}}, {"activation", std::string("relu")}})),
              nullptr);
    EXPECT_EQ(lineLayer(lineNetwork({{"units", std::string("one")}})), nullptr);
    Network wide = lineNetwork();
    wide.layer(LayerId{1})->settings["shape"] = std::vector<std::int64_t>{2};
    EXPECT_EQ(lineLayer(wide), nullptr);
    Network unwired = lineNetwork();
    unwired.removeWire(WireId{1});
    EXPECT_EQ(lineLayer(unwired), nullptr);
    Network backwards = lineNetwork();
    backwards.removeWire(WireId{1});
    backwards.add(Wire{.id = WireId{2}, .from = LayerId{2}, .to = LayerId{1}});
    EXPECT_EQ(lineLayer(backwards), nullptr);
    EXPECT_EQ(lineLayer(findTemplate("playground")->make()), nullptr);
}

TEST(FittedLine, ReadsFloatsAsTheyAreWritten) {
    EXPECT_EQ(asWritten(0.1f), 0.1);
    EXPECT_EQ(asWritten(-1.1f), -1.1);
    EXPECT_EQ(asWritten(3e-30f), 3e-30);
    EXPECT_TRUE(std::isnan(asWritten(NAN)));
    EXPECT_TRUE(std::isinf(asWritten(INFINITY)));
}

} // namespace
} // namespace protomind
