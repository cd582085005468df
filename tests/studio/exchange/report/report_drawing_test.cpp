// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/folded_layout.h"
#include "studio/exchange/report/network_drawing.h"
#include "studio/exchange/report/plot.h"
#include "studio/network/layout.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

Network chainOf(int length, double x, double y) {
    Network network;
    for (int i = 0; i < length; ++i) {
        const LayerId id = network.nextLayerId();
        Layer layer{.id = id, .type = i == 0 ? "input" : "dense", .name = "layer " + std::to_string(i)};
        layer.position = {i * x, i * y};
        network.add(layer);
        if (i > 0)
            network.add(Wire{.id = network.nextWireId(),
                             .from = network.layers()[static_cast<std::size_t>(i) - 1].id,
                             .to = id});
    }
    return network;
}

std::map<LayerId, double> heightsOf(const Network& network) {
    std::map<LayerId, double> heights;
    for (const Layer& layer : network.layers())
        heights[layer.id] = 90 + 10.0 * (layer.id.value % 4);
    return heights;
}

void expectSound(const Network& network) {
    const FoldedLayout layout = foldedLayout(network, heightsOf(network));
    ASSERT_EQ(layout.cards.size(), network.layers().size());
    EXPECT_LT(layout.width, 1100);
    for (const auto& [id, card] : layout.cards) {
        EXPECT_GE(card.corner.x, layout.left);
        EXPECT_LE(card.right(), layout.right + 1e-9);
        EXPECT_GE(card.corner.y, 0);
        EXPECT_LE(card.bottom(), layout.height);
        for (const auto& [otherId, other] : layout.cards) {
            const bool apart = card.right() <= other.corner.x || other.right() <= card.corner.x ||
                               card.bottom() <= other.corner.y || other.bottom() <= card.corner.y;
            EXPECT_TRUE(id == otherId || apart) << id.value << " lies on " << otherId.value;
        }
    }
}

TEST(FoldedLayoutTest, putsNoCardOnAnotherAndNoneOffThePage) {
    for (const NetworkTemplate& one : networkTemplates())
        expectSound(one.make());
    expectSound(chainOf(14, 250, 0));
    expectSound(chainOf(9, 0, 160));
    expectSound(chainOf(30, 260, 40));
}

TEST(FoldedLayoutTest, laysOutAnewWhatLiesOnTopOfEachOther) {
    expectSound(chainOf(5, 0, 0));
    expectSound(chainOf(5, 30, 10));
}

TEST(FoldedLayoutTest, keepsTheOrderOfTheColumns) {
    const Network chain = chainOf(10, 250, 0);
    const FoldedLayout layout = foldedLayout(chain, heightsOf(chain));
    EXPECT_GT(layout.rowTops.size(), 1u);
    for (std::size_t i = 1; i < chain.layers().size(); ++i) {
        const FoldedCard& before = layout.cards.at(chain.layers()[i - 1].id);
        const FoldedCard& card = layout.cards.at(chain.layers()[i].id);
        EXPECT_EQ(card.column, before.column + 1);
        if (card.row == before.row) {
            EXPECT_LT(before.right(), card.corner.x);
        } else {
            EXPECT_LT(before.bottom(), card.corner.y);
        }
    }
}

TEST(FoldedLayoutTest, hasRoomForNothing) {
    EXPECT_TRUE(foldedLayout(Network(), {}).cards.empty());
}

TEST(NetworkDrawingTest, showsEveryCardAndWire) {
    for (const NetworkTemplate& one : networkTemplates()) {
        const Network network = one.make();
        const ReportPicture picture = networkDrawing(network, analyse(network), inEnglish);
        std::size_t wires = 0;
        for (std::size_t at = picture.bytes.find("<path class=\"stroke-wire"); at != std::string::npos;
             at = picture.bytes.find("<path class=\"stroke-wire", at + 1))
            ++wires;
        EXPECT_EQ(wires, network.wires().size()) << one.name;
        for (const Layer& layer : network.layers())
            EXPECT_THAT(picture.alt, HasSubstr(layer.name));
    }
}

TEST(PlotTest, placesTheEndsOfItsAxes) {
    const Plot plot(400, 300,
                    {.x = {0, 10}, .y = {1, 100}, .xTitle = {}, .yTitle = {}, .logarithmicY = true});
    const Spot low = plot.place(0, 1);
    const Spot middle = plot.place(5, 10);
    const Spot high = plot.place(10, 100);
    EXPECT_NEAR(middle.x, (low.x + high.x) / 2, 1e-9);
    EXPECT_NEAR(middle.y, (low.y + high.y) / 2, 1e-9);
    EXPECT_LT(high.y, low.y);
    EXPECT_EQ(plot.place(11, 1000).y, high.y);
    EXPECT_EQ(plot.place(-1, -5).y, low.y);
}

TEST(PlotTest, isLogarithmicWhereItNeedsToBe) {
    EXPECT_TRUE(needsLogarithm(std::vector<Spot>{{0, 2}, {1, 0.01}}));
    EXPECT_FALSE(needsLogarithm(std::vector<Spot>{{0, 2}, {1, 0.5}}));
    EXPECT_FALSE(needsLogarithm(std::vector<Spot>{{0, 2}, {1, 0}}));
}

TEST(PlotTest, spansAnything) {
    EXPECT_LT(spanOf({}, true).low, spanOf({}, true).high);
    const std::vector<Spot> same{{3, 3}, {3, 3}};
    EXPECT_LT(spanOf(same, true).low, spanOf(same, true).high);
    const std::vector<Spot> odd{{0, 1}, {std::nan(""), 5}, {2, 1}};
    EXPECT_DOUBLE_EQ(spanOf(odd, true, 0).high, 2);
}

TEST(PlotTest, keepsPeaksOfLongCurves) {
    std::vector<Spot> values;
    for (int i = 0; i < 100'000; ++i)
        values.push_back({static_cast<double>(i), i == 54'321 ? 1.0 : 0.0});
    Plot plot(680, 300, {.x = {0, 100'000}, .y = {0, 1}, .xTitle = {}, .yTitle = {}});
    plot.curve(values, ink::kTraining);
    const std::string picture = plot.drawing().picture("a").bytes;
    EXPECT_LT(picture.size(), 60'000u);
    EXPECT_THAT(picture, HasSubstr(fmt::format(",{:.1f} ", plot.place(0, 1).y)));
}

TEST(SvgDrawingTest, cutsTextsBetweenLetters) {
    EXPECT_EQ(shortened("abc", 1000, 12), "abc");
    const std::string cut = shortened("ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß", 60, 12);
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_EQ((cut.size() - 3) % 2, 0u);
    EXPECT_LE(textWidth(cut, 12), 60 + 12);
}

} // namespace
} // namespace protomind
