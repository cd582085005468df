// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/fix.h"
#include "studio/network/layout.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(Fix, InsertedLayerTakesTheWiresPlaceAmongMergedInputs) {
    TestDrawing drawing;
    const LayerId a = drawing.input({4});
    const LayerId b = drawing.dense(4, {a});
    const LayerId both = drawing.put("concatenate");
    const WireId first = drawing.join(a, both);
    const WireId second = drawing.join(b, both);
    const Network fixed =
        applyFix(drawing.network, {"", Fix::InsertLayer{first, "dropout", {{"rate", 0.25}}}});
    const std::vector<Wire> into = fixed.wiresInto(both);
    ASSERT_EQ(into.size(), 2u);
    EXPECT_EQ(into[0].id, first);
    EXPECT_EQ(fixed.layer(into[0].from)->type, "dropout");
    EXPECT_EQ(fixed.layer(into[0].from)->name, "Dropout");
    EXPECT_EQ(into[1].id, second);
    EXPECT_EQ(fixed.wiresInto(into[0].from).front().from, a);
}

TEST(Fix, InsertedLayerGetsRoomBetweenItsNeighbours) {
    TestDrawing drawing;
    const LayerId a = drawing.input({4});
    const LayerId b = drawing.dense(4, {a});
    const LayerId c = drawing.dense(4, {b});
    const Network fixed =
        applyFix(drawing.network, {"", Fix::InsertLayer{drawing.network.wires()[0].id, "dropout", {}}});
    const double pitch = kCardWidth + kCardGap;
    const double left = fixed.layer(a)->position.x;
    EXPECT_DOUBLE_EQ(fixed.layerNamed("Dropout")->position.x, left + pitch);
    EXPECT_DOUBLE_EQ(fixed.layer(b)->position.x, left + 2 * pitch);
    EXPECT_DOUBLE_EQ(fixed.layer(c)->position.x, left + 3 * pitch);
}

TEST(Fix, RemovedLayerLeavesItsNeighboursWired) {
    TestDrawing drawing;
    const LayerId a = drawing.input({4});
    const LayerId b = drawing.put("dropout", {}, {a});
    const LayerId c = drawing.dense(4, {b});
    const LayerId d = drawing.dense(4, {b});
    const Network fixed = applyFix(drawing.network, {"", Fix::RemoveLayer{b}});
    EXPECT_EQ(fixed.layer(b), nullptr);
    EXPECT_EQ(fixed.wiresInto(c).front().from, a);
    EXPECT_EQ(fixed.wiresInto(d).front().from, a);
    EXPECT_EQ(fixed.wires().size(), 2u);
}

TEST(Fix, RemovedInputLeavesAGeneratorUnwired) {
    TestDrawing drawing;
    const LayerId made = drawing.dense(2, {drawing.latent(3)});
    const LayerId in = drawing.input({2});
    drawing.dense(1, {in});
    drawing.join(made, in);
    const Network fixed = applyFix(drawing.network, {"", Fix::RemoveLayer{in}});
    EXPECT_TRUE(fixed.wiresFrom(made).empty());
    EXPECT_EQ(fixed.wires().size(), 1u);
}

TEST(Fix, EveryEditOfAFixCanBeTakenBack) {
    TestDrawing drawing;
    const LayerId a = drawing.input({4});
    const LayerId b = drawing.dense(4, {a});
    drawing.dense(4, {b});
    drawing.join(b, b);
    const WireId wire = drawing.network.wires().front().id;
    const LayerId loose = drawing.dense(1, {});
    const std::vector<Fix> fixes = {
        {"", Fix::InsertLayer{wire, "dropout", {}}},
        {"", Fix::AddLayer{"dense", {}, b, loose}},
        {"", Fix::AddLayer{"input", {}, {}, loose}},
        {"", Fix::AddLayer{"flatten", {}, {}, {}}},
        {"", Fix::RemoveLayer{b}},
        {"", Fix::AddWire{a, loose, 0}},
        {"", Fix::RemoveWire{wire}},
        {"", Fix::SetField{b, "units", std::int64_t{3}}},
        {"", Fix::SetField{b, "use_bias", false}},
        {"", Fix::ClearField{b, "units"}},
        {"", Fix::RenameLayer{b, "renamed"}},
    };
    for (std::size_t index = 0; index < fixes.size(); ++index) {
        Network network = drawing.network;
        std::vector<NetworkEdit> opposites;
        const std::vector<NetworkEdit> edits = fixEdits(network, fixes[index]);
        EXPECT_FALSE(edits.empty()) << index;
        for (const NetworkEdit& edit : edits) {
            opposites.insert(opposites.begin(), oppositeEdit(network, edit));
            applyEdit(network, edit);
        }
        EXPECT_EQ(network, applyFix(drawing.network, fixes[index])) << index;
        EXPECT_NE(network, drawing.network) << index;
        for (const NetworkEdit& edit : opposites)
            applyEdit(network, edit);
        EXPECT_EQ(network, drawing.network) << index;
    }
}

TEST(Fix, ComesToNothingWhereItsLayerIsGone) {
    const TestDrawing drawing;
    const LayerId gone{99};
    for (const Fix& fix : std::vector<Fix>{{"", Fix::InsertLayer{WireId{99}, "dropout", {}}},
                                           {"", Fix::AddLayer{"dense", {}, gone, {}}},
                                           {"", Fix::RemoveLayer{gone}},
                                           {"", Fix::AddWire{gone, gone, 0}},
                                           {"", Fix::RemoveWire{WireId{99}}},
                                           {"", Fix::SetField{gone, "units", std::int64_t{3}}},
                                           {"", Fix::ClearField{gone, "units"}},
                                           {"", Fix::RenameLayer{gone, "x"}}})
        EXPECT_TRUE(fixEdits(drawing.network, fix).empty()) << fix.action.index();
}

} // namespace
} // namespace protomind
