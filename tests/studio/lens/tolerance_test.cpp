// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <cmath>

namespace protomind {
namespace {

using testing::Each;
using testing::HasSubstr;

constexpr std::int64_t kSide = 12;
constexpr std::size_t kPicturePixels = kSide * kSide;

using Sizes = std::vector<std::int64_t>;

/// A bright bar on black: of the first class level, of the second upright; each somewhat elsewhere.
DataSetPtr bars(std::size_t count) {
    std::vector<std::vector<float>> pictures;
    std::vector<float> classes;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<float> picture(kPicturePixels, 0.0f);
        const std::size_t top = 4 + i / 2 % 3;
        const std::size_t left = 3 + i / 6 % 3;
        for (std::size_t along = 0; along < 5; ++along)
            picture[i % 2 == 0 ? top * kSide + left + along : (top + along - 1) * kSide + left + 2] = 1;
        pictures.push_back(std::move(picture));
        classes.push_back(static_cast<float>(i % 2));
    }
    return std::make_shared<GivenSet>(describedClasses({kSide, kSide, 1}, 2), std::move(pictures),
                                      std::move(classes));
}

Model pooled() {
    return chain({kSide, kSide, 1}, {{"convolution",
                                      {{"filters", std::int64_t{4}},
                                       {"kernel", Sizes{3, 3}},
                                       {"padding", std::string("same")},
                                       {"activation", std::string("relu")}}},
                                     {"global_average_pool", {}},
                                     {"dense", {{"units", std::int64_t{2}}}}});
}
Model flat() {
    return chain({kSide, kSide, 1}, {{"flatten", {}}, {"dense", {{"units", std::int64_t{2}}}}});
}

LensResult found(Model model, const DataSetPtr& data, const Settings& settings = {}) {
    LensBench bench(std::move(model));
    bench.setData(data);
    auto result = bench.look("tolerance", settings);
    EXPECT_TRUE(result) << (result ? "" : result.error().text());
    return result ? std::move(*result) : LensResult();
}

const LensCurve& curveOf(const LensResult& result, const std::string& name) {
    const auto& curves = result.charts.at(0).curves;
    const auto at = std::ranges::find_if(curves, [&](const LensCurve& curve) { return curve.name == name; });
    if (at == curves.end())
        throw std::runtime_error("no curve " + name);
    return *at;
}

TEST(ToleranceLensTest, NothingChangedIsNothingLost) {
    for (const char* change : {"shift", "turn", "scale", "brightness", "noise"}) {
        const LensResult result = found(pooled(), bars(40), {{"change", std::string(change)}});
        const LensChart& chart = result.charts.at(0);
        ASSERT_EQ(chart.curves.size(), 5u); // the input, three layers, and the right answers
        EXPECT_FALSE(chart.xLabel.empty());
        for (std::size_t curve = 0; curve < 4; ++curve) {
            ASSERT_EQ(chart.curves[curve].x.size(), 9u);
            EXPECT_EQ(chart.curves[curve].x[0], 0);
            EXPECT_NEAR(chart.curves[curve].y[0], 100, 1e-6) << change << " " << chart.curves[curve].name;
            EXPECT_THAT(chart.curves[curve].y, Each(testing::AllOf(testing::Ge(0), testing::Le(100))));
        }
        EXPECT_LT(chart.curves[0].y.back(), 99) << change << " changes no picture";
    }
}

/// The sum over all places does not know where something was.
TEST(ToleranceLensTest, AnAverageOverAllPlacesToleratesAShift) {
    const LensResult result = found(pooled(), bars(40), {{"most", 2.0}, {"amounts", std::int64_t{3}}});
    EXPECT_LT(curveOf(result, "input").y.back(), 60);
    EXPECT_LT(curveOf(result, "convolution").y.back(), 60);
    EXPECT_GT(curveOf(result, "global_average_pool").y.back(), 99);
    EXPECT_GT(curveOf(result, "dense").y.back(), 99);
    EXPECT_EQ(curveOf(result, "Right answers").y.back(), curveOf(result, "Right answers").y[0]);
    const LensTable& table = result.tables.at(0);
    EXPECT_THAT(table.rows, testing::ElementsAre("input", "convolution", "global_average_pool", "dense"));
    EXPECT_EQ(table.columns,
              (std::vector<Sentence>{"Tolerance", "Selectivity", "Mean tolerance", "Floor f"}));
    EXPECT_NEAR(table.cells[2][0].value.value(), 100, 1);
    EXPECT_NEAR(table.cells[0][3].value.value(), 0, 0.2);
}

TEST(ToleranceLensTest, AConstantPictureIsTheSameWhereverItIsShifted) {
    std::vector<std::vector<float>> pictures;
    for (int i = 0; i < 6; ++i)
        pictures.emplace_back(kPicturePixels, 0.1f * static_cast<float>(i));
    const LensResult result =
        found(pooled(), std::make_shared<GivenSet>(describedClasses({kSide, kSide, 1}, 2), pictures,
                                                   std::vector<float>{0, 1, 0, 1, 0, 1}));
    for (std::size_t curve = 0; curve < 4; ++curve)
        EXPECT_THAT(result.charts.at(0).curves[curve].y, Each(testing::DoubleNear(100, 0.01)));
}

TEST(ToleranceLensTest, ADenseLayerOfPixelsToleratesLessThanAConvolutionAndAPool) {
    const Settings settings{{"most", 2.0}, {"amounts", std::int64_t{3}}};
    EXPECT_LT(figureNamed(found(flat(), bars(40), settings), "dense tolerance") + 0.1,
              figureNamed(found(pooled(), bars(40), settings), "dense tolerance"));
}

TEST(ToleranceLensTest, SaysWhatItFoundInNumbers) {
    LensBench bench(flat());
    // Speaks for the first class by a row, for the second by a column.
    std::vector<float> kernel(2 * kPicturePixels, 0.0f);
    for (std::size_t pixel = 0; pixel < kPicturePixels; ++pixel) {
        kernel[2 * pixel] = pixel / kSide >= 4 && pixel / kSide <= 6 ? 1.0f : 0.0f;
        kernel[2 * pixel + 1] = pixel % kSide >= 5 && pixel % kSide <= 7 ? 1.0f : 0.0f;
    }
    bench.setVariable("dense/kernel", kernel);
    bench.setVariable("dense/bias", {0, 0});
    bench.setData(bars(36));
    bench.context().step = 12;
    const auto result = bench.look("tolerance", {{"most", 6.0}, {"amounts", std::int64_t{3}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->step, 12);
    EXPECT_THAT(result->sentences.at(0).text(),
                HasSubstr("Pictures shifted by 3 pixels: the layer dense keeps"));
    EXPECT_THAT(result->sentences.at(1).text(),
                HasSubstr("of 36 such pictures right; 100 % of them as they are."));
    EXPECT_EQ(figureNamed(*result, "accuracy_unchanged"), 1);
    EXPECT_LT(figureNamed(*result, "accuracy_changed"), 1);
    EXPECT_GT(figureNamed(*result, "dense selectivity"), 1.5);
    EXPECT_NEAR(figureNamed(*result, "input selectivity"), 1, 0.2);
    EXPECT_EQ(figureNamed(*result, "pictures"), 36);
}

TEST(ToleranceLensTest, TakesTheSamplesItIsToldTo) {
    const LensResult few = found(pooled(), bars(100), {{"samples", std::int64_t{33}}});
    EXPECT_EQ(figureNamed(few, "pictures"), 33);
    EXPECT_EQ(few, found(pooled(), bars(100), {{"samples", std::int64_t{33}}}));
    EXPECT_EQ(figureNamed(found(pooled(), bars(50)), "pictures"), 50);
}

TEST(ToleranceLensTest, SaysWhereItDoesNotSuit) {
    LensBench numbers(smallMlp(2, 3, 2));
    numbers.setData(std::make_shared<GivenSet>(
        describedClasses({2}, 2), std::vector<std::vector<float>>{{0, 1}, {1, 0}}, std::vector<float>{0, 1}));
    EXPECT_THAT(numbers.look("tolerance").error().text(), HasSubstr("does not look at pictures"));
    LensBench empty(pooled());
    EXPECT_THAT(empty.look("tolerance").error().text(), HasSubstr("no pictures to change"));
    LensBench single(pooled());
    single.setData(bars(1));
    EXPECT_THAT(single.look("tolerance").error().text(), HasSubstr("no pictures of this split"));
    LensBench far(pooled());
    far.setData(bars(10));
    EXPECT_THAT(far.look("tolerance", {{"change", std::string("noise")}, {"most", 90.0}}).error().text(),
                HasSubstr("goes up to 1"));
}

TEST(ToleranceLensTest, ShowsAFewOfManyLayersAndListsAll) {
    std::vector<std::pair<std::string, Settings>> layers(12, {"activation", {}});
    layers.push_back({"flatten", {}});
    layers.push_back({"dense", {{"units", std::int64_t{2}}}});
    const LensResult result = found(chain({kSide, kSide, 1}, layers), bars(20));
    EXPECT_EQ(result.charts.at(0).curves.size(), 9u);
    EXPECT_EQ(result.charts[0].curves[7].name, "dense");
    EXPECT_EQ(result.tables.at(0).rows.size(), 14u);
    EXPECT_THAT(result.sentences.back().text(), HasSubstr("8 of 14 layers"));
}

} // namespace
} // namespace protomind
