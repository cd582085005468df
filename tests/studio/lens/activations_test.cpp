// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>

#include <cmath>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(ActivationsTest, EveryLayerOfEveryTemplateIsSeen) {
    for (const NetworkTemplate& source : networkTemplates()) {
        LensBench bench(lower(source.make()).value());
        bench.setData(openData(source.data, 7)->training);
        HostArray sample(bench.network().model().inputShape, 0.5f);
        bench.setSample(sample.values);
        for (const ModelLayer& layer : bench.network().model().layers) {
            bench.context().layer = layer.name;
            const auto result = bench.look("activations", {{"side", std::int64_t{8}}});
            ASSERT_TRUE(result) << source.name << " " << layer.name << ": " << result.error().text();
            EXPECT_GT(result->pictures.size() + result->charts.size(), 0u)
                << source.name << " " << layer.name;
            for (const LensPicture& picture : result->pictures)
                EXPECT_LT(picture.low, picture.high) << source.name << " " << layer.name;
        }
    }
}

TEST(ActivationsTest, MapsAreWhatTheLayerGivesForTheSample) {
    LensBench bench(chain({4, 4, 1}, {{"convolution", {{"filters", std::int64_t{3}}}}}));
    bench.setSample({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    const auto outputs = bench.network().outputs(HostArray(Shape{1, 4, 4, 1}, bench.context().sample.values));
    bench.context().layer = "convolution";
    const auto result = bench.look("activations");
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 3u);
    for (std::size_t map = 0; map < 3; ++map) {
        EXPECT_EQ(result->pictures[map].group, "convolution");
        for (std::size_t place = 0; place < 16; ++place)
            EXPECT_NEAR(result->pictures[map].values.values[place], outputs->values[3 * place + map], 1e-4);
    }
    const auto first = bench.look("activations", {{"channels", std::int64_t{2}}});
    EXPECT_EQ(first->pictures.size(), 2u);
    EXPECT_THAT(first->sentences.at(0), HasSubstr("the first 2 of 3"));
    bench.context().layer = "";
    EXPECT_EQ(bench.look("activations")->pictures.size(), 4u); // all layers: the sample, and the maps
}

TEST(ActivationsTest, APlaneIsSeenWithoutAnySample) {
    LensBench bench(chain({2}, {{"dense", {{"units", std::int64_t{2}}}}}));
    bench.setVariable("dense/kernel", {1, 0, 0, 1});
    bench.context().layer = "dense";
    const auto result = bench.look("activations", {{"side", std::int64_t{9}}});
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 2u);
    const HostArray& first = result->pictures[0].values;
    EXPECT_EQ(first.shape, Shape({9, 9}));
    EXPECT_LT(first.values[0], first.values[8]); // the first feature grows to the right
    EXPECT_EQ(first.values[0], first.values[9]);
    EXPECT_EQ(result->pictures[0].low, -result->pictures[0].high);
}

TEST(ActivationsTest, SaysWhatIsMissing) {
    LensBench bench(chain({4, 4, 1}, {{"flatten", {}}, {"dense", {}}}));
    EXPECT_THAT(bench.look("activations").error().text(), HasSubstr("no sample"));
    bench.context().layer = "nowhere";
    EXPECT_THAT(bench.look("activations").error().text(), HasSubstr("no layer of this name"));
}

} // namespace
} // namespace protomind
