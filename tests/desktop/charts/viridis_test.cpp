// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/viridis.h"

#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

double luminance(QRgb colour) {
    return 0.2126 * qRed(colour) + 0.7152 * qGreen(colour) + 0.0722 * qBlue(colour);
}

TEST(ViridisTest, GoesFromVioletToYellowAndIsCutThere) {
    EXPECT_EQ(viridis(0), qRgb(0x44, 0x01, 0x54));
    EXPECT_EQ(viridis(1), qRgb(0xfd, 0xe7, 0x25));
    EXPECT_EQ(viridis(-3), viridis(0));
    EXPECT_EQ(viridis(3), viridis(1));
}

TEST(ViridisTest, BecomesLighterAllTheWay) {
    double last = -1;
    for (double share = 0; share <= 1; share += 0.02) {
        EXPECT_GT(luminance(viridis(share)), last) << share;
        last = luminance(viridis(share));
    }
}

TEST(ViridisTest, ShowsWhatIsNoNumberInGrey) {
    const QRgb grey = viridis(std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(qRed(grey), qGreen(grey));
    EXPECT_EQ(qRed(grey), qBlue(grey));
}

} // namespace
} // namespace protomind
