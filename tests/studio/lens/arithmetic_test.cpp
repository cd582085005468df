// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Settings atPlace(std::vector<std::int64_t> at) {
    return {{"at", FieldValue{std::move(at)}}};
}

/// What the device gave and what a person works out are the same number, whatever the network.
TEST(ArithmeticTest, AgreesWithTheDeviceInEveryLayerOfEveryTemplate) {
    for (const NetworkTemplate& source : networkTemplates()) {
        LensBench bench(lower(source.make()).value());
        bench.setData(openData(source.data, 7)->training);
        const Shape& input = bench.network().model().inputShape;
        HostArray sample(input);
        for (std::size_t i = 0; i < sample.values.size(); ++i)
            sample.values[i] = static_cast<float>(i % 7) / 7.0f;
        bench.setSample(sample.values);
        for (const ModelLayer& layer : bench.network().model().layers) {
            SCOPED_TRACE(source.name + " " + layer.name);
            bench.context().layer = layer.name;
            const auto result = bench.look("arithmetic");
            ASSERT_TRUE(result) << result.error().text();
            ASSERT_EQ(result->workings.size(), 1u);
            const LensWorking& working = result->workings[0];
            ASSERT_TRUE(working.given);
            EXPECT_NEAR(working.value, *working.given, 1e-4 * std::max(1.0, std::abs(*working.given)));
            EXPECT_EQ(working.steps.back().value, working.value);
            EXPECT_EQ(working.which, 0u);
        }
    }
}

TEST(ArithmeticTest, ANeuronIsTheSumOfItsProducts) {
    LensBench bench(
        chain({2}, {{"dense", {{"units", std::int64_t{2}}, {"activation", std::string("relu")}}}}));
    bench.setVariable("dense/kernel", {0.5f, 1, -2, 3});
    bench.setVariable("dense/bias", {0.25f, -1});
    bench.setSample({4, 1});
    const auto result = bench.look("arithmetic", atPlace({0}));
    ASSERT_TRUE(result) << result.error().text();
    const LensWorking& working = result->workings.at(0);
    ASSERT_EQ(working.steps.size(), 2u);
    const LensStep& sum = working.steps[0];
    ASSERT_EQ(sum.terms.size(), 3u);
    EXPECT_EQ(sum.terms[0].value, 2);
    EXPECT_EQ(sum.terms[0].factors[0].name, "input[0]");
    EXPECT_EQ(sum.terms[0].factors[1].name, "kernel[0, 0]");
    EXPECT_EQ(sum.terms[2].factors[0].name, "bias[0]");
    EXPECT_EQ(sum.value, 0.25);
    EXPECT_THAT(result->sentences, testing::Contains(HasSubstr("z = 4 × 0.5 + 1 × (−2) + 0.25 = 0.25")));
    EXPECT_THAT(result->sentences, testing::Contains(HasSubstr("y = relu(0.25) = 0.25")));
}

TEST(ArithmeticTest, TheLargestNumberIsTakenWhereNoneIsChosen) {
    LensBench bench(chain({3}, {{"dense", {{"units", std::int64_t{2}}}}}));
    bench.setVariable("dense/kernel", {0, 1, 0, 1, 0, 1});
    bench.setSample({1, 2, 3});
    EXPECT_THAT(bench.look("arithmetic")->workings.at(0).at, ElementsAre(1));
}

TEST(ArithmeticTest, LongSumsKeepTheirLargestTermsAndTheRest) {
    LensBench bench(chain({6}, {{"dense", {{"units", std::int64_t{1}}, {"use_bias", false}}}}));
    bench.setVariable("dense/kernel", {1, -5, 2, 4, 0.5f, -3});
    bench.setSample({1, 1, 1, 1, 1, 1});
    const auto result = bench.look("arithmetic", {{"terms", std::int64_t{2}}});
    const LensStep& sum = result->workings.at(0).steps.at(0);
    ASSERT_EQ(sum.terms.size(), 2u);
    EXPECT_EQ(sum.terms[0].value, -5);
    EXPECT_EQ(sum.terms[1].value, 4);
    EXPECT_EQ(sum.folded, 4);
    EXPECT_EQ(sum.foldedSum, 0.5);
    EXPECT_EQ(sum.value, -0.5);
    EXPECT_THAT(result->sentences, testing::Contains(HasSubstr("… (4 more: 0.5)")));
}

TEST(ArithmeticTest, NumbersOnTheWayAreOpenedAsWell) {
    LensBench bench(
        chain({2}, {{"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}}));
    bench.setVariable("dense/kernel", {1, 0, -1, 0, 1, 2});
    bench.setSample({1, 2});
    const auto answer = bench.look("arithmetic", atPlace({1}));
    ASSERT_TRUE(answer) << answer.error().text();
    ASSERT_EQ(answer->workings.at(0).numbers.size(), 3u);
    EXPECT_EQ(answer->workings[0].numbers[1].title, "Logits");
    Settings stage = atPlace({1});
    stage["stage"] = std::int64_t{1};
    const auto logit = bench.look("arithmetic", stage);
    ASSERT_TRUE(logit) << logit.error().text();
    EXPECT_EQ(logit->workings.at(0).value, 2);
    EXPECT_FALSE(logit->workings[0].given);
    stage["stage"] = std::int64_t{9};
    EXPECT_THAT(bench.look("arithmetic", stage).error().text(), HasSubstr("2 stages"));
}

TEST(ArithmeticTest, AWindowSeesItsCellsAndTheImageWhatTheyCameOf) {
    const Settings valid{{"filters", std::int64_t{1}}, {"padding", std::string("valid")}};
    LensBench bench(
        chain({7, 7, 1}, {{"convolution", valid}, {"max_pool", {}}, {"flatten", {}}, {"dense", {}}}));
    bench.setSample(std::vector<float>(49, 1.0f));
    const auto field = [&](const std::string& layer, std::vector<std::int64_t> at) {
        bench.context().layer = layer;
        return bench.look("arithmetic", atPlace(std::move(at)))->workings.at(0).receptiveField;
    };
    bench.context().layer = "max_pool";
    EXPECT_THAT(bench.look("arithmetic", atPlace({1, 0, 0}))->workings.at(0).window,
                ElementsAre(2, 3, 0, 1, 0, 0));
    EXPECT_THAT(field("input", {2, 3, 0}), ElementsAre(2, 3, 2, 3));
    EXPECT_THAT(field("convolution", {1, 2, 0}), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(field("max_pool", {1, 0, 0}), ElementsAre(2, 0, 5, 3));
    // Pooling by two leaves the last row and column of five out.
    EXPECT_THAT(field("dense", {0}), ElementsAre(0, 0, 5, 5));
}

TEST(ArithmeticTest, ANetworkOfPointsHasNoReceptiveField) {
    LensBench bench(chain({2}, {{"dense", {}}}));
    bench.setSample({1, 2});
    EXPECT_THAT(bench.look("arithmetic")->workings.at(0).receptiveField, IsEmpty());
}

TEST(ArithmeticTest, SaysWhatIsWrong) {
    LensBench bench(chain({2}, {{"dense", {{"units", std::int64_t{3}}}}}));
    EXPECT_THAT(bench.look("arithmetic").error().text(), HasSubstr("no sample"));
    bench.setSample({1, 2});
    EXPECT_THAT(bench.look("arithmetic", atPlace({3})).error().text(), HasSubstr("none at this place"));
    EXPECT_THAT(bench.look("arithmetic", atPlace({0, 0})).error().text(), HasSubstr("none at this place"));
    bench.context().layer = "nowhere";
    EXPECT_THAT(bench.look("arithmetic").error().text(), HasSubstr("no layer of this name"));
}

} // namespace
} // namespace protomind
