// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/snapping.h"
#include "engine/base/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

constexpr double kGrid = 8;
constexpr double kReach = 5;

TEST(Snapping, AloneIsOnTheGrid) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        RandomStream random(seed);
        const QRectF card(double(random.uniform(-500, 500)), double(random.uniform(-500, 500)), 184, 96);
        const Snap snap = snapped(card, {}, kGrid, kReach);
        EXPECT_TRUE(snap.guides.empty());
        EXPECT_EQ(std::fmod(snap.topLeft.x(), kGrid), 0);
        EXPECT_EQ(std::fmod(snap.topLeft.y(), kGrid), 0);
        EXPECT_LE(std::abs(snap.topLeft.x() - card.left()), kGrid / 2);
        EXPECT_LE(std::abs(snap.topLeft.y() - card.top()), kGrid / 2);
    }
}

TEST(Snapping, EveryGuideIsLevelWithACardAndNothingMovesFurtherThanItMay) {
    int guides = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed);
        std::vector<QRectF> others;
        for (int i = 0; i < 6; ++i)
            others.emplace_back(double(random.below(60)) * 8 + 3, double(random.below(60)) * 8 + 3, 184, 90);
        const QRectF card(double(random.uniform(0, 500)), double(random.uniform(0, 500)), 184, 100);
        const Snap snap = snapped(card, others, kGrid, kReach);
        EXPECT_LE(std::abs(snap.topLeft.x() - card.left()), kReach);
        EXPECT_LE(std::abs(snap.topLeft.y() - card.top()), kReach);
        const QRectF placed(snap.topLeft, card.size());
        for (const QLineF& line : snap.guides) {
            ++guides;
            const bool upright = line.dx() == 0;
            const auto marks = [&](const QRectF& r) {
                return upright ? std::vector{r.left(), r.center().x(), r.right()}
                               : std::vector{r.top(), r.center().y(), r.bottom()};
            };
            const double at = upright ? line.x1() : line.y1();
            const auto isOn = [&](const QRectF& r) {
                for (const double mark : marks(r))
                    if (std::abs(mark - at) < 1e-9)
                        return true;
                return false;
            };
            EXPECT_TRUE(isOn(placed));
            EXPECT_TRUE(std::ranges::any_of(others, isOn));
        }
    }
    EXPECT_GT(guides, 50);
}

TEST(Snapping, ANearTopIsTaken) {
    const std::vector<QRectF> others{QRectF(400, 21, 184, 96)};
    const Snap snap = snapped(QRectF(100, 24, 184, 130), others, kGrid, kReach);
    EXPECT_EQ(snap.topLeft, QPointF(104, 21));
    ASSERT_EQ(snap.guides.size(), 1U);
    EXPECT_EQ(snap.guides.front(), QLineF(104, 21, 584, 21));
}

} // namespace
} // namespace protomind
