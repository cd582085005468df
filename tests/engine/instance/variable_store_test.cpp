// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/instance/variable_store.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace protomind {
namespace {

constexpr float kEndless = std::numeric_limits<float>::infinity();
constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();

std::vector<VariableInfo> twoKernels() {
    const Initialiser he{.kind = InitialiserKind::He, .fanIn = 40, .fanOut = 30};
    return {{.name = "a/kernel", .shape = {40, 30}, .initialiser = he},
            {.name = "b/kernel", .shape = {40, 30}, .initialiser = he},
            {.name = "b/bias", .shape = {30}, .initialiser = {}}};
}

VariableValues firstValuesOf(std::uint64_t seed) {
    const auto device = makeCpuDevice(2);
    const auto store = VariableStore::create(*device, twoKernels(), seed);
    VariableValues values;
    store.value().read(values);
    return values;
}

TEST(VariableStore, FirstValuesFollowFromTheSeedAlone) {
    EXPECT_EQ(firstValuesOf(7), firstValuesOf(7));
    EXPECT_NE(firstValuesOf(7), firstValuesOf(8));
}

TEST(VariableStore, VariablesOfOneShapeBeginDifferently) {
    const VariableValues values = firstValuesOf(7);
    EXPECT_NE(values.at("a/kernel"), values.at("b/kernel"));
    for (const float bias : values.at("b/bias").values)
        EXPECT_EQ(bias, 0.0f);
}

TEST(VariableStore, ThatGetsItsVariablesInPartsHasTheSameFirstValues) {
    const auto device = makeCpuDevice(2);
    std::vector<VariableInfo> later = twoKernels();
    VariableStore store;
    ASSERT_TRUE(store.add(*device, {later.front()}, 7));
    later.erase(later.begin());
    ASSERT_TRUE(store.add(*device, later, 7));
    VariableValues values;
    store.read(values);
    EXPECT_EQ(values, firstValuesOf(7));
    EXPECT_EQ(store.variables().size(), 3u);
}

TEST(VariableStore, RefusesASecondVariableOfAName) {
    const auto device = makeCpuDevice(2);
    VariableStore store;
    ASSERT_TRUE(store.add(*device, twoKernels(), 7));
    EXPECT_THROW(static_cast<void>(store.add(*device, twoKernels(), 7)), std::logic_error);
}

TEST(VariableStore, FirstWeightsHaveTheSpreadOfTheirInitialiser) {
    const VariableValues values = firstValuesOf(7);
    double squares = 0;
    for (const float weight : values.at("a/kernel").values)
        squares += double{weight} * weight;
    EXPECT_NEAR(squares / 1200, 2.0 / 40, 0.005); // He: variance 2 / fan-in
}

TEST(VariableStore, WritesOnlyWhatFits) {
    const auto device = makeCpuDevice(2);
    auto store = VariableStore::create(*device, twoKernels(), 1).value();
    EXPECT_TRUE(store.write("b/bias", HostArray(Shape{30}, 2.0f)));
    EXPECT_FALSE(store.write("b/bias", HostArray(Shape{31}, 2.0f)));
    EXPECT_FALSE(store.write("c/bias", HostArray(Shape{30}, 2.0f)));
    EXPECT_EQ(read(*store.buffer("b/bias")), HostArray(Shape{30}, 2.0f));
    EXPECT_EQ(store.buffer("c/bias"), nullptr);
}

TEST(AllFinite, TellsNumbersFromWhatIsNone) {
    const std::vector<float> numbers{0, -0.0f, 1, -std::numeric_limits<float>::max(),
                                     std::numeric_limits<float>::denorm_min()};
    EXPECT_TRUE(allFinite(std::span<const float>(numbers)));
    for (const float bad : {kEndless, -kEndless, kNotANumber, -kNotANumber}) {
        for (std::size_t place = 0; place < numbers.size(); ++place) {
            std::vector<float> spoiled = numbers;
            spoiled[place] = bad;
            EXPECT_FALSE(allFinite(std::span<const float>(spoiled)));
        }
    }
}

} // namespace
} // namespace protomind
