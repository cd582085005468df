// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gan/gan_loss.h"
#include "engine/nn/latent.h"
#include "engine/train/generated.h"
#include "studio/lens/player_bench.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::HasSubstr;

const PlaneLayer& layerNamed(const LensPlane& plane, const std::string& name) {
    const auto found = std::ranges::find(plane.layers, name, &PlaneLayer::name);
    if (found == plane.layers.end())
        throw std::runtime_error("no layer " + name);
    return *found;
}

double softplusOf(double x) {
    return std::log1p(std::exp(x));
}
double sigmoidAt(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Both players with weights of their own, by each loss.
class PlayersLensTest : public testing::TestWithParam<std::string> {
protected:
    explicit PlayersLensTest(const std::string& loss)
        : m_loss(loss) {
        m_bench.setGenerator(planeForger(), loss, ringSamples());
    }
    PlayersLensTest()
        : PlayersLensTest(GetParam()) {}

    LensPlane look(const Settings& settings = {}) {
        auto result = m_bench.look("players", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        m_result = *result;
        return result->planes.at(0);
    }
    double scoreAt(float x, float y) {
        return static_cast<double>(m_bench.network().outputs(HostArray(Shape{1, 2}, {x, y}))->values[0]);
    }
    /// Scores of the samples of a layer that others are held against.
    std::vector<double> heldAgainst(const LensPlane& plane, const std::string& layer) {
        std::vector<double> scores;
        const HostArray& at = layerNamed(plane, layer).at;
        for (std::size_t i = 0; i < 64; ++i)
            scores.push_back(scoreAt(at.values[2 * i], at.values[2 * i + 1]));
        return scores;
    }

    std::string m_loss;
    LensBench m_bench{planeDetective()};
    LensResult m_result;
};

class EachLossTest : public PlayersLensTest {};

INSTANTIATE_TEST_SUITE_P(Players, EachLossTest,
                         testing::Values("relativistic", "original", "non_saturating", "least_squares",
                                         "wasserstein"));

TEST_P(EachLossTest, TheMapIsWhatTheDiscriminatorSaysOfEachPlace) {
    const LensPlane plane = look();
    const std::vector<double> real = heldAgainst(plane, "real");
    const std::vector<double> made = heldAgainst(plane, "made");
    const std::int64_t side = plane.map.shape[0];
    ASSERT_EQ(plane.map.shape, (Shape{side, side}));
    const auto sides = static_cast<float>(side);
    for (const auto& [row, column] : {std::pair{0, 0}, {5, 60}, {33, 31}, {63, 2}}) {
        const float x = plane.left + (plane.right - plane.left) * (static_cast<float>(column) + 0.5f) / sides;
        const float y = plane.top - (plane.top - plane.bottom) * (static_cast<float>(row) + 0.5f) / sides;
        const double score = scoreAt(x, y);
        double expected = score;
        if (m_loss == "relativistic") {
            expected = 0;
            for (const double other : real)
                expected += sigmoidAt(score - other) / static_cast<double>(real.size());
        } else if (m_loss == "original" || m_loss == "non_saturating") {
            expected = sigmoidAt(score);
        }
        const double shown =
            static_cast<double>(plane.map.values[static_cast<std::size_t>(row * side + column)]);
        EXPECT_NEAR(shown, expected, 1e-5) << row << " " << column;
    }
    const double middle = static_cast<double>(plane.mapLow + plane.mapHigh) / 2;
    if (m_loss == "wasserstein") {
        double mean = 0;
        for (std::size_t i = 0; i < real.size(); ++i)
            mean += (real[i] + made[i]) / 2 / static_cast<double>(real.size());
        EXPECT_NEAR(middle, mean, 1e-5);
    } else {
        EXPECT_NEAR(middle, 0.5, 1e-6);
    }
    EXPECT_FALSE(plane.mapTitle.empty() || plane.lowTitle.empty() || plane.highTitle.empty());
}

/// By differences of the loss, written down here once more.
TEST_P(EachLossTest, ArrowsGoWhereTheGeneratorsLossFallsFastest) {
    const LensPlane plane = look({{"arrows", std::int64_t{20}}});
    const std::vector<double> real = heldAgainst(plane, "real");
    const auto lossAt = [&](float x, float y) {
        const double score = scoreAt(x, y);
        if (m_loss == "original")
            return -softplusOf(score);
        if (m_loss == "non_saturating")
            return softplusOf(-score);
        if (m_loss == "least_squares")
            return (score - 1) * (score - 1) / 2;
        if (m_loss == "wasserstein")
            return -score;
        double sum = 0;
        for (const double other : real)
            sum += softplusOf(other - score);
        return sum / static_cast<double>(real.size());
    };
    const HostArray& arrows = layerNamed(plane, "pull").at;
    const HostArray& made = layerNamed(plane, "made").at;
    ASSERT_EQ(arrows.shape, (Shape{20, 4}));
    const double steepest = figureNamed(m_result, "pull");
    ASSERT_GT(steepest, 0);
    const double unit = 0.1 * static_cast<double>(plane.right - plane.left) / steepest;
    double longest = 0;
    for (std::size_t i = 0; i < 20; ++i) {
        const float* const arrow = arrows.values.data() + 4 * i;
        const float x = arrow[0];
        const float y = arrow[1];
        EXPECT_EQ(x, made.values[2 * i]);
        EXPECT_EQ(y, made.values[2 * i + 1]);
        constexpr float kStep = 0.02f;
        const double acrossX =
            (lossAt(x + kStep, y) - lossAt(x - kStep, y)) / (2 * static_cast<double>(kStep));
        const double acrossY =
            (lossAt(x, y + kStep) - lossAt(x, y - kStep)) / (2 * static_cast<double>(kStep));
        EXPECT_NEAR(static_cast<double>(arrow[2] - x) / unit, -acrossX, 2e-3 * steepest) << i;
        EXPECT_NEAR(static_cast<double>(arrow[3] - y) / unit, -acrossY, 2e-3 * steepest) << i;
        longest = std::max(longest, static_cast<double>(std::hypot(arrow[2] - x, arrow[3] - y)));
    }
    EXPECT_NEAR(longest, 0.1 * static_cast<double>(plane.right - plane.left), 1e-4);
}

class PlayersPlaneTest : public PlayersLensTest {
protected:
    PlayersPlaneTest()
        : PlayersLensTest("relativistic") {}
};

TEST_F(PlayersPlaneTest, MadePointsAreThoseOfTheirRandomNumbers) {
    const Settings settings{{"points", std::int64_t{100}}, {"seed", std::int64_t{5}}};
    const LensPlane plane = look(settings);
    const Model& generator = *m_bench.context().generator;
    EXPECT_EQ(layerNamed(plane, "made").at,
              generated(m_bench.network(), generator, drawLatents(generator, 100, 5)).value());
    EXPECT_EQ(look(settings), plane);
    EXPECT_NE(layerNamed(look({{"points", std::int64_t{100}}, {"seed", std::int64_t{6}}}), "made").at,
              layerNamed(plane, "made").at);
}

TEST_F(PlayersPlaneTest, TheGridIsWhatBecomesOfLinesThroughTheLatentSpace) {
    const LensPlane plane =
        look({{"first_direction", std::int64_t{3}}, {"second_direction", std::int64_t{1}}});
    const PlaneLayer& grid = layerNamed(plane, "grid");
    EXPECT_EQ(grid.marks, PlaneMarks::Curves);
    ASSERT_EQ(grid.at.shape, (Shape{18, 33, 2}));
    const auto at = [&](std::size_t line, std::size_t point) {
        return std::vector<float>(grid.at.values.begin() + static_cast<long>(2 * (33 * line + point)),
                                  grid.at.values.begin() + static_cast<long>(2 * (33 * line + point) + 2));
    };
    const auto made = [&](std::vector<float> latent) {
        return generated(m_bench.network(), *m_bench.context().generator,
                         HostArray(Shape{1, 4}, std::move(latent)))
            ->values;
    };
    const auto near = [](const std::vector<float>& values) {
        return testing::Pointwise(testing::FloatNear(1e-5f), values);
    };
    // Along the third number, while the first one is -2, -1.5, ... 2; then the other way round.
    EXPECT_THAT(at(0, 0), near(made({-2, 0, -2, 0})));
    EXPECT_THAT(at(0, 32), near(made({-2, 0, 2, 0})));
    EXPECT_THAT(at(5, 16), near(made({0.5f, 0, 0, 0})));
    EXPECT_THAT(at(9, 32), near(made({2, 0, -2, 0})));
    EXPECT_THAT(at(17, 8), near(made({-1, 0, 2, 0})));
    // They cross.
    EXPECT_THAT(at(1, 4), near(at(10, 4)));
}

TEST_F(PlayersPlaneTest, OfOneRandomNumberThereIsOneCurve) {
    LensBench bench(planeDetective());
    bench.setGenerator(forger(1, "uniform", {{"dense", dense(2)}}), "wasserstein", ringSamples());
    const auto result = bench.look("players");
    ASSERT_TRUE(result) << result.error().text();
    const HostArray& grid = layerNamed(result->planes.at(0), "grid").at;
    ASSERT_EQ(grid.shape, (Shape{1, 33, 2}));
    const auto ends = generated(bench.network(), *bench.context().generator, HostArray(Shape{2, 1}, {-1, 1}));
    EXPECT_NEAR(grid.values.front(), ends->values.front(), 1e-6);
    EXPECT_NEAR(grid.values.back(), ends->values.back(), 1e-6);
}

TEST_F(PlayersPlaneTest, ThePlaneHoldsTheRealSamplesAndStaysWhereItIs) {
    const LensPlane plane = look();
    const HostArray& real = layerNamed(plane, "real").at;
    EXPECT_EQ(real.shape, (Shape{500, 2}));
    for (std::size_t i = 0; i < real.values.size(); i += 2) {
        EXPECT_TRUE(plane.left < real.values[i] && real.values[i] < plane.right);
        EXPECT_TRUE(plane.bottom < real.values[i + 1] && real.values[i + 1] < plane.top);
    }
    m_bench.setVariable("made dense 2/bias", {7, 7});
    for (const LensPlane& other : {look(), look({{"points", std::int64_t{20}}})}) {
        EXPECT_EQ(other.left, plane.left);
        EXPECT_EQ(other.right, plane.right);
        EXPECT_EQ(other.bottom, plane.bottom);
        EXPECT_EQ(other.top, plane.top);
    }
}

TEST_F(PlayersPlaneTest, ADiscriminatorThatSaysNothingPullsNowhere) {
    m_bench.setVariable("dense 2/kernel", std::vector<float>(8, 0));
    m_bench.setVariable("dense 2/bias", {0.25f});
    const LensPlane plane = look();
    EXPECT_EQ(figureNamed(m_result, "pull"), 0);
    EXPECT_EQ(figureNamed(m_result, "told_apart"), 0.5);
    EXPECT_EQ(figureNamed(m_result, "score_made"), 0.25);
    EXPECT_EQ(figureNamed(m_result, "score_real"), 0.25);
    const HostArray& arrows = layerNamed(plane, "pull").at;
    for (std::size_t i = 0; i < arrows.values.size(); i += 4) {
        EXPECT_EQ(arrows.values[i], arrows.values[i + 2]);
        EXPECT_EQ(arrows.values[i + 1], arrows.values[i + 3]);
    }
    EXPECT_TRUE(std::ranges::all_of(plane.map.values, [](float value) { return value == 0.5f; }));
    for (const LensFigureName& declared : findLensType("players")->figures)
        EXPECT_NE(std::ranges::find(m_result.figures, declared.name, &LensFigure::name),
                  m_result.figures.end())
            << declared.name;
}

TEST_F(PlayersPlaneTest, SaysWhatItCanNotLookAt) {
    LensBench alone(planeDetective());
    EXPECT_THAT(alone.look("players").error().text(), HasSubstr("nobody plays against it"));
    LensBench space(chain({3}, {{"dense", dense(1)}}));
    space.setGenerator(forger(2, "normal", {{"dense", dense(3)}}), "original",
                       std::make_shared<GivenSet>(describedClasses({3}, 2),
                                                  std::vector<std::vector<float>>{{0, 0, 0}, {1, 1, 1}},
                                                  std::vector<float>{0, 1}));
    EXPECT_THAT(space.look("players").error().text(), HasSubstr("two numbers"));
    const auto refused = [&](const Settings& settings) {
        return m_bench.look("players", settings).error().text();
    };
    EXPECT_THAT(refused({{"second_direction", std::int64_t{5}}}), HasSubstr("has 4 numbers"));
    EXPECT_THAT(refused({{"first_direction", std::int64_t{2}}}), HasSubstr("two different"));
    m_bench.setVariable("made dense 2/bias", {INFINITY, 0});
    EXPECT_THAT(refused({}), HasSubstr("not finite"));
}

} // namespace
} // namespace protomind
