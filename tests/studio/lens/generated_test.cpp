// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/latent.h"
#include "engine/train/generated.h"
#include "studio/lens/player_bench.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace protomind {
namespace {

using testing::HasSubstr;

bool has(const LensResult& result, const std::string& figure) {
    return std::ranges::find(result.figures, figure, &LensFigure::name) != result.figures.end();
}

bool says(const LensResult& result, const std::string& words) {
    return std::ranges::any_of(result.sentences, [&](const Sentence& one) { return one.contains(words); });
}

/// Makes nothing but the eight middles of the ring's clouds: of eight numbers the largest decides for one.
class RingMakerTest : public testing::Test {
protected:
    RingMakerTest() {
        m_bench.setGenerator(forger(8, "normal", {{"dense", dense(8, "softmax")}, {"dense", dense(2)}}),
                             "relativistic", ringSamples("ring?samples=4000"));
        std::vector<float> steep(64);
        for (std::size_t i = 0; i < 8; ++i)
            steep[9 * i] = 1e6f;
        m_bench.setVariable("made dense/kernel", steep);
        std::vector<float> centres;
        for (const auto& centre : ringCentres(Ring()))
            centres.insert(centres.end(), centre.begin(), centre.end());
        m_bench.setVariable("made dense 2/kernel", centres);
    }
    LensResult look(const Settings& settings = {}) {
        auto result = m_bench.look("generated", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        return *result;
    }

    LensBench m_bench{planeDetective()};
};

TEST_F(RingMakerTest, APerfectGeneratorFindsEveryCloud) {
    const LensResult result = look();
    EXPECT_EQ(figureNamed(result, "samples"), 1000);
    EXPECT_EQ(figureNamed(result, "modes"), 8);
    EXPECT_EQ(figureNamed(result, "modes_found"), 8);
    EXPECT_EQ(figureNamed(result, "high_quality"), 1);
    EXPECT_NEAR(figureNamed(result, "high_quality_real"), 0.989, 0.015);
    EXPECT_NEAR(figureNamed(result, "mmd"), 0, 0.005);
    EXPECT_NEAR(figureNamed(result, "mmd_real"), 0, 0.005);
    const auto table = std::ranges::find(result.tables, "modes", &LensTable::name);
    ASSERT_NE(table, result.tables.end());
    double all = 0;
    for (const std::vector<LensCell>& row : table->cells) {
        EXPECT_NEAR(row.at(0).value.value(), 125, 40);
        EXPECT_NEAR(row.at(1).value.value(), 125, 40);
        all += *row[0].value;
    }
    EXPECT_EQ(all, 1000);
    EXPECT_EQ(table->rows.size(), 8U);
}

TEST_F(RingMakerTest, OneThatCollapsedFindsOne) {
    m_bench.setVariable("made dense/bias", {0, 0, 0, 1e9f, 0, 0, 0, 0});
    const LensResult result = look();
    EXPECT_EQ(figureNamed(result, "modes_found"), 1);
    EXPECT_EQ(figureNamed(result, "high_quality"), 1) << "that alone says little";
    EXPECT_GT(figureNamed(result, "mmd"), 0.1);
    EXPECT_TRUE(says(result, "1 of 8 clouds"));
}

TEST_F(RingMakerTest, RowsAreWhatIsMadeOfTheSameNumbersEachTime) {
    const Settings settings{{"count", std::int64_t{7}}, {"seed", std::int64_t{3}}};
    const LensResult result = look(settings);
    const LensTable& table = result.tables.at(0);
    ASSERT_EQ(table.name, "samples");
    ASSERT_EQ(table.cells.size(), 7U);
    ASSERT_EQ(table.columns.size(), 3U);
    EXPECT_EQ(table.columns[0], "x");
    const Model& generator = *m_bench.context().generator;
    const HostArray made = generated(m_bench.network(), generator, drawLatents(generator, 7, 3)).value();
    const HostArray scores = m_bench.network().outputs(made).value();
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_NEAR(*table.cells[i][0].value, made.values[2 * i], 1e-6);
        EXPECT_NEAR(*table.cells[i][1].value, made.values[2 * i + 1], 1e-6);
        EXPECT_NEAR(*table.cells[i][2].value, scores.values[i], 1e-5);
    }
    EXPECT_EQ(look(settings), result);
}

TEST_F(RingMakerTest, MeasuresOnlyWhenAsked) {
    const LensResult result = look({{"measure", false}});
    EXPECT_EQ(figureNamed(result, "samples"), 25);
    EXPECT_TRUE(has(result, "told_apart"));
    EXPECT_FALSE(has(result, "modes_found"));
    EXPECT_FALSE(has(result, "mmd"));
    EXPECT_EQ(result.tables.size(), 1U);
}

TEST_F(RingMakerTest, AScoreThatTellsThemApartIsSaidToDoSo) {
    m_bench.setVariable("dense/kernel", std::vector<float>(16, 0));
    m_bench.setVariable("dense 2/kernel", std::vector<float>(8, 0));
    EXPECT_EQ(figureNamed(look(), "told_apart"), 0.5);
    // The farther to the right, the less real.
    std::vector<float> first(16);
    first[0] = 0.01f;
    m_bench.setVariable("dense/kernel", first);
    std::vector<float> second(8);
    second[0] = -1;
    m_bench.setVariable("dense 2/kernel", second);
    m_bench.setVariable("made dense 2/bias", {100, 0});
    const LensResult result = look();
    EXPECT_EQ(figureNamed(result, "told_apart"), 1);
    EXPECT_LT(figureNamed(result, "score_made"), figureNamed(result, "score_real"));
    EXPECT_EQ(figureNamed(result, "modes_found"), 0);
}

/// A generator of pictures of its bias alone, whatever the numbers.
LensBench sameDigitBench(const DataSetPtr& data, std::vector<float> picture) {
    LensBench bench(chain({28, 28, 1}, {{"flatten", {}}, {"dense", dense(1)}}));
    bench.setGenerator(
        forger(3, "normal",
               {{"dense", dense(784)}, {"reshape", {{"shape", std::vector<std::int64_t>{28, 28, 1}}}}}),
        "non_saturating", data);
    bench.setVariable("made dense/kernel", std::vector<float>(3 * 784, 0));
    bench.setVariable("made dense/bias", std::move(picture));
    return bench;
}

std::vector<float> pictureOf(const DataSet& data, std::int64_t index) {
    std::vector<float> picture(784);
    std::vector<float> target(1);
    data.read(index, picture, target);
    return picture;
}

TEST(MadeDigitsLensTest, OneDigitAgainAndAgainIsClearAndCoversLittle) {
    const DataSetPtr data = openData("digits?samples=800", 1)->training;
    LensBench bench = sameDigitBench(data, pictureOf(*data, 23));
    const auto result = bench.look("generated", {{"samples", std::int64_t{400}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->pictures.size(), 25U);
    EXPECT_TRUE(result->sideBySide);
    EXPECT_EQ(result->pictures[3].values.values, pictureOf(*data, 23));
    EXPECT_EQ(figureNamed(*result, "digits_covered"), 1);
    EXPECT_GT(figureNamed(*result, "confidence"), 0.9);
    EXPECT_GT(figureNamed(*result, "confidence_real"), 0.9);
    EXPECT_EQ(figureNamed(*result, "frechet_samples"), 400);
    EXPECT_GT(figureNamed(*result, "frechet"), 10 * figureNamed(*result, "frechet_real"));
    const LensChart& chart = result->charts.at(0);
    EXPECT_EQ(chart.labels.size(), 10U);
    EXPECT_EQ(chart.curves.at(0).y.at(3), 1) << "the 23rd is a 3";
    EXPECT_NEAR(chart.curves.at(1).y.at(3), 0.1, 0.05);
    EXPECT_FALSE(says(*result, "cut off"));

    std::set<std::string> given;
    for (const LensFigure& figure : result->figures)
        given.insert(figure.name);
    LensBench ring(planeDetective());
    ring.setGenerator(planeForger(), "relativistic", ringSamples());
    const auto ofRing = ring.look("generated");
    ASSERT_TRUE(ofRing) << ofRing.error().text();
    for (const LensFigure& figure : ofRing->figures)
        given.insert(figure.name);
    for (const LensFigureName& declared : findLensType("generated")->figures)
        EXPECT_TRUE(given.contains(declared.name)) << declared.name;
}

TEST(MadeDigitsLensTest, WhatLiesBeyondBlackAndWhiteIsCutOffForTheClassifier) {
    const DataSetPtr data = openData("digits?samples=400", 1)->training;
    std::vector<float> loud = pictureOf(*data, 7);
    for (float& value : loud)
        value = 4 * value - 2;
    const auto result = sameDigitBench(data, loud).look("generated", {{"samples", std::int64_t{100}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(says(*result, "cut off in 100 of 100"));
    EXPECT_EQ(result->charts.at(0).curves.at(0).y.at(7), 1);
    EXPECT_EQ(result->pictures[0].low, 0);
    EXPECT_EQ(result->pictures[0].high, 1);
}

/// Pictures in ten classes that are none of digits.
TEST(MadeDigitsLensTest, MeasuresNothingByAClassifierThatCanNotReadTheData) {
    const DataSetPtr digits = openData("digits?samples=400", 1)->training;
    std::vector<std::vector<float>> pictures;
    std::vector<float> labels;
    for (std::int64_t i = 0; i < digits->size(); ++i) {
        pictures.push_back(pictureOf(*digits, i));
        labels.push_back(static_cast<float>((i + 1) % 10));
    }
    const auto others = std::make_shared<GivenSet>(digits->description(), pictures, labels);
    const auto result =
        sameDigitBench(others, pictures[0]).look("generated", {{"samples", std::int64_t{100}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(says(*result, "no digits as it knows them"));
    EXPECT_FALSE(has(*result, "frechet"));
    EXPECT_TRUE(result->charts.empty());
}

TEST(GeneratedLensTest, OfOtherPicturesItShowsThemAndSaysThatItKnowsNoMore) {
    LensBench bench(chain({9, 9, 1}, {{"flatten", {}}, {"dense", dense(1)}}));
    std::vector<std::vector<float>> pictures(60, std::vector<float>(81, 0.5f));
    bench.setGenerator(
        forger(
            2, "uniform",
            {{"dense", dense(81, "sigmoid")}, {"reshape", {{"shape", std::vector<std::int64_t>{9, 9, 1}}}}}),
        "least_squares",
        std::make_shared<GivenSet>(describedClasses({9, 9, 1}, 2), pictures, std::vector<float>(60)));
    const auto result = bench.look("generated", {{"count", std::int64_t{9}}});
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 9U);
    const Model& generator = *bench.context().generator;
    const HostArray made = generated(bench.network(), generator, drawLatents(generator, 9, 0)).value();
    EXPECT_TRUE(std::equal(result->pictures[4].values.values.begin(), result->pictures[4].values.values.end(),
                           made.values.begin() + 4 * 81));
    EXPECT_TRUE(says(*result, "nothing that comes with the program knows these"));
    EXPECT_FALSE(has(*result, "mmd"));
    EXPECT_EQ(*bench.look("generated", {{"count", std::int64_t{9}}}), *result);
}

TEST(GeneratedLensTest, OfFewRealSamplesItComparesWhatThereIs) {
    LensBench bench(planeDetective());
    bench.setGenerator(planeForger(), "relativistic",
                       std::make_shared<GivenSet>(describedClasses({2}, 2),
                                                  std::vector<std::vector<float>>{{1, 2}},
                                                  std::vector<float>{0}));
    const auto result = bench.look("generated");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(has(*result, "told_apart"));
    EXPECT_FALSE(has(*result, "mmd"));
    EXPECT_TRUE(bench.look("players"));
}

TEST(GeneratedLensTest, SaysWhatItCanNotLookAt) {
    LensBench alone(planeDetective());
    EXPECT_THAT(alone.look("generated").error().text(), HasSubstr("nobody plays against it"));
    LensBench broken(planeDetective());
    broken.setGenerator(planeForger(), "relativistic", ringSamples());
    broken.setVariable("made dense 2/bias", {NAN, 0});
    EXPECT_THAT(broken.look("generated").error().text(), HasSubstr("not finite"));
    broken.context().split = Split::Test;
    EXPECT_THAT(broken.look("generated").error().text(), HasSubstr("no samples of this split"));
}

} // namespace
} // namespace protomind
