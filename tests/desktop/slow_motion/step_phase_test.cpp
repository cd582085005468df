// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/array_tiles.h"
#include "desktop/slow_motion/step_phase.h"

#include <gtest/gtest.h>

#include <numeric>

namespace protomind {
namespace {

HostArray counted(const Shape& shape) {
    HostArray array(shape);
    std::iota(array.values.begin(), array.values.end(), 1.0f);
    return array;
}

LensTrainingStep stepWith(const std::string& variable, const HostArray& gradient,
                          std::vector<std::int64_t> at) {
    LensTrainingStep step{.trainingSamples = 100, .batch = {3, 4}, .sample = counted(Shape{2})};
    step.layers.push_back({.layer = "input", .output = counted(Shape{2})});
    LensLayerPass layer{.layer = "conv", .output = counted(Shape{3}), .outputGradient = counted(Shape{3})};
    layer.weights.push_back(
        {.variable = variable, .before = gradient, .gradient = gradient, .after = gradient});
    step.layers.push_back(layer);
    step.weight = {.variable = variable, .at = std::move(at), .terms = {{.before = 1, .after = 2}}};
    return step;
}

const StepPhase& phaseOf(const std::vector<StepPhase>& phases, PhaseKind kind) {
    return *std::ranges::find(phases, kind, &StepPhase::kind);
}

/// A click on a cell names the number that is painted there.
TEST(StepPhase, EveryCellOfAWeightNamesItsNumber) {
    for (const Shape& shape : {Shape{5}, Shape{3, 4}, Shape{3, 2, 4}, Shape{2, 3, 2, 4}}) {
        SCOPED_TRACE(shape.text());
        const HostArray gradient = counted(shape);
        std::vector<std::int64_t> at(static_cast<std::size_t>(shape.rank()), 1);
        const auto phases = phasesOf(stepWith("conv/kernel", gradient, at));
        const StepPhase& backward = phaseOf(phases, PhaseKind::Backward);
        const auto array = std::ranges::find(backward.arrays, "conv/kernel", &PhaseArray::variable);
        ASSERT_NE(array, backward.arrays.end());
        const ArrayTiles tiles(array->numbers);
        for (int channel = 0; channel < tiles.channels(); ++channel)
            for (int row = 0; row < tiles.rows(); ++row)
                for (int column = 0; column < tiles.columns(); ++column) {
                    const auto place = weightPlace(*array, channel, row, column);
                    ASSERT_EQ(static_cast<int>(place.size()), shape.rank());
                    std::int64_t index = 0;
                    for (int axis = 0; axis < shape.rank(); ++axis)
                        index = index * shape[axis] + place[static_cast<std::size_t>(axis)];
                    EXPECT_EQ(gradient.values[static_cast<std::size_t>(index)],
                              tiles.value(channel, row, column));
                }
    }
}

/// Of a matrix that is too large to be seen the part around the followed weight is shown, and marked.
TEST(StepPhase, ALargeMatrixShowsThePartAroundTheFollowedWeight) {
    const HostArray gradient = counted(Shape{300, 100});
    for (const std::vector<std::int64_t>& at :
         {std::vector<std::int64_t>{0, 0}, {299, 99}, {150, 3}, {7, 60}}) {
        const LensTrainingStep step = stepWith("conv/kernel", gradient, at);
        const auto phases = phasesOf(step);
        const StepPhase& backward = phaseOf(phases, PhaseKind::Backward);
        const auto array = std::ranges::find(backward.arrays, "conv/kernel", &PhaseArray::variable);
        ASSERT_NE(array, backward.arrays.end());
        const auto cell = followedCell(*array, step.weight);
        ASSERT_TRUE(cell);
        const ArrayTiles tiles(array->numbers);
        EXPECT_LE(tiles.rows() * tiles.columns(), 24 * 24);
        EXPECT_EQ(tiles.value(cell->channel, cell->row, cell->column),
                  gradient.values[static_cast<std::size_t>(at[0] * 100 + at[1])]);
        EXPECT_EQ(weightPlace(*array, cell->channel, cell->row, cell->column), at);
    }
}

TEST(StepPhase, AKernelShowsTheChannelOfTheFollowedWeight) {
    const auto phases = phasesOf(stepWith("conv/kernel", counted(Shape{2, 2, 2, 4}), {1, 0, 1, 3}));
    const StepPhase& update = phaseOf(phases, PhaseKind::Update);
    ASSERT_FALSE(update.arrays.empty());
    EXPECT_EQ(update.arrays.front().channel, 3);
    EXPECT_EQ(update.layer, "conv");
}

TEST(StepPhase, ALayerThatNoGradientReachesHasNoPhaseBackward) {
    LensTrainingStep step = stepWith("conv/kernel", counted(Shape{2}), {0});
    step.layers[1].outputGradient = {};
    for (const StepPhase& phase : phasesOf(step))
        EXPECT_NE(phase.kind, PhaseKind::Backward);
}

TEST(StepPhase, ANetworkThatLearnsNothingSaysSo) {
    LensTrainingStep step = stepWith("conv/kernel", counted(Shape{2}), {0});
    step.weight = {};
    EXPECT_TRUE(phasesOf(step).back().text.contains(QStringLiteral("nothing changes")));
}

} // namespace
} // namespace protomind
