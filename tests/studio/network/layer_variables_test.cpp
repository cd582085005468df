// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/layer_variables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace protomind {
namespace {

std::vector<std::string> namesOf(const std::string& type, const Settings& settings,
                                 std::span<const Shape> inputs) {
    const Layer layer{.id = {}, .type = type, .name = "line", .settings = settings};
    std::vector<std::string> names;
    for (const LayerVariable& variable : layerVariables(layer, inputs))
        names.push_back(variable.nameIn(layer.name));
    return names;
}

TEST(LayerVariables, AreThoseOfADrawnLayer) {
    const std::array inputs{Shape{3}};
    EXPECT_THAT(namesOf("dense", {}, inputs), testing::ElementsAre("line/kernel", "line/bias"));
    EXPECT_THAT(namesOf("dense", {{"use_bias", false}}, inputs), testing::ElementsAre("line/kernel"));
    EXPECT_THAT(namesOf("flatten", {}, inputs), testing::IsEmpty());
}

TEST(LayerVariables, AreNoneWhereTheLayerDoesNotFit) {
    const std::array list{Shape{3}};
    const std::array image{Shape{4, 4, 1}};
    EXPECT_THAT(namesOf("no_such", {}, list), testing::IsEmpty());
    EXPECT_THAT(namesOf("dense", {{"units", std::string("many")}}, list), testing::IsEmpty());
    EXPECT_THAT(namesOf("dense", {{"units", std::int64_t{0}}}, list), testing::IsEmpty());
    EXPECT_THAT(namesOf("dense", {}, image), testing::IsEmpty());
    EXPECT_THAT(namesOf("convolution", {}, list), testing::IsEmpty());
    EXPECT_THAT(namesOf("convolution", {}, {}), testing::IsEmpty());
    EXPECT_THAT(namesOf("convolution", {}, image), testing::SizeIs(2));
}

} // namespace
} // namespace protomind
