// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"
#include "engine/train/snapshot.h"

#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();

std::vector<VariableInfo> twoKernels() {
    const Initialiser he{.kind = InitialiserKind::He, .fanIn = 40, .fanOut = 30};
    return {{.name = "a/kernel", .shape = {40, 30}, .initialiser = he},
            {.name = "b/kernel", .shape = {40, 30}, .initialiser = he},
            {.name = "b/bias", .shape = {30}, .initialiser = {}}};
}

TEST(Snapshot, KeepsTheLastStateThatWasFinite) {
    const auto device = testDevice();
    auto store = VariableStore::create(*device, twoKernels(), 1).value();
    Snapshot snapshot;
    ASSERT_TRUE(snapshot.take(store, {.step = 1}));
    VariableValues good;
    store.read(good);

    HostArray bias(Shape{30}, 1.0f);
    bias.values[17] = kNotANumber;
    store.write("b/bias", bias);
    EXPECT_FALSE(snapshot.take(store, {.step = 2}));
    EXPECT_EQ(snapshot.values(), good);
    EXPECT_EQ(snapshot.place().step, 1);

    store.write("b/bias", HostArray(Shape{30}, 3.0f));
    ASSERT_TRUE(snapshot.take(store, {.step = 3}));
    EXPECT_EQ(snapshot.place().step, 3);
    EXPECT_EQ(snapshot.values().at("b/bias"), HostArray(Shape{30}, 3.0f));
}

} // namespace
} // namespace protomind
