// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/alignment.h"
#include "engine/base/random.h"

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

std::map<LayerId, QRectF> randomCards(RandomStream& random, std::uint64_t count) {
    std::map<LayerId, QRectF> cards;
    for (std::uint64_t i = 1; i <= count; ++i)
        cards[LayerId{i}] =
            QRectF(double(random.below(900)), double(random.below(600)), 184, double(80 + random.below(100)));
    return cards;
}

std::map<LayerId, QRectF> moved(std::map<LayerId, QRectF> cards,
                                const std::map<LayerId, Position>& positions) {
    for (const auto& [layer, position] : positions)
        cards[layer].moveTopLeft({position.x, position.y});
    return cards;
}

using Edge = double (*)(const QRectF&);

struct Case {
    Alignment alignment;
    Edge edge;  ///< the same for all afterwards
    Edge other; ///< of each as it was
};

class AlignmentTest : public testing::TestWithParam<Case> {};

TEST_P(AlignmentTest, LinesUpOneEdgeAndLeavesTheOtherDirection) {
    const auto [alignment, edge, other] = GetParam();
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        RandomStream random(seed);
        const auto cards = randomCards(random, 2 + random.below(6));
        const auto positions = aligned(cards, alignment);
        ASSERT_EQ(positions.size(), cards.size());
        const auto after = moved(cards, positions);
        const double level = edge(after.begin()->second);
        for (const auto& [layer, card] : after) {
            EXPECT_NEAR(edge(card), level, 1) << "seed " << seed;
            EXPECT_EQ(other(card), other(cards.at(layer)));
            EXPECT_TRUE(positions.at(layer).byHand);
        }
        EXPECT_EQ(moved(after, aligned(after, alignment)), after) << "twice is as once";
    }
}

double leftOf(const QRectF& r) {
    return r.left();
}
double rightOf(const QRectF& r) {
    return r.right();
}
double topOf(const QRectF& r) {
    return r.top();
}
double bottomOf(const QRectF& r) {
    return r.bottom();
}
double centreOf(const QRectF& r) {
    return r.center().x();
}
double middleOf(const QRectF& r) {
    return r.center().y();
}

INSTANTIATE_TEST_SUITE_P(
    Edges, AlignmentTest,
    testing::Values(Case{Alignment::Left, leftOf, topOf}, Case{Alignment::Centre, centreOf, topOf},
                    Case{Alignment::Right, rightOf, topOf}, Case{Alignment::Top, topOf, leftOf},
                    Case{Alignment::Middle, middleOf, leftOf}, Case{Alignment::Bottom, bottomOf, leftOf}));

TEST(Alignment, SpreadingMakesGapsEvenAndLeavesTheOutermost) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        RandomStream random(seed);
        const auto cards = randomCards(random, 3 + random.below(5));
        const auto after = moved(cards, aligned(cards, Alignment::SpreadAcross));
        std::multiset<double> lefts;
        double first = 1e9;
        double last = -1e9;
        for (const auto& [layer, card] : after) {
            lefts.insert(card.left());
            first = std::min(first, cards.at(layer).left());
            last = std::max(last, cards.at(layer).right());
            EXPECT_EQ(card.top(), cards.at(layer).top());
        }
        EXPECT_EQ(*lefts.begin(), first);
        EXPECT_NEAR(*lefts.rbegin() + 184, last, 1);
        const double step = (*lefts.rbegin() - *lefts.begin()) / double(lefts.size() - 1);
        double expected = first;
        for (const double left : lefts) {
            EXPECT_NEAR(left, expected, 1.5) << "cards are of one width, so the steps are even";
            expected += step;
        }
    }
}

TEST(Alignment, TooFewCardsStay) {
    RandomStream random(1);
    EXPECT_TRUE(aligned(randomCards(random, 1), Alignment::Left).empty());
    EXPECT_TRUE(aligned(randomCards(random, 2), Alignment::SpreadDown).empty());
    EXPECT_TRUE(aligned({}, Alignment::Top).empty());
}

} // namespace
} // namespace protomind
