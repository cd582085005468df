// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/shown_number.h"

#include <QLocale>

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(ShownNumber, HasAPointInEveryLanguage) {
    for (const QLocale::Language language : {QLocale::German, QLocale::English, QLocale::French}) {
        QLocale::setDefault(language);
        EXPECT_EQ(shownNumber(0.5), QStringLiteral("0.5"));
        EXPECT_EQ(shownNumber(12345.5, 'f', 2), QStringLiteral("12345.50"));
        EXPECT_EQ(shownNumber(1e-7, 'g', 3), QStringLiteral("1e-07"));
        EXPECT_EQ(shownCount(60000), QStringLiteral("60\u202f000"));
        EXPECT_EQ(*typedNumber(QStringLiteral("0,5")), 0.5);
        EXPECT_EQ(*typedNumber(QStringLiteral("0.5")), 0.5);
        EXPECT_FALSE(typedNumber(QStringLiteral("1,234")));
    }
    QLocale::setDefault(QLocale::system());
}

TEST(ShownCount, PartsThousandsFromFiveDigitsOn) {
    EXPECT_EQ(shownCount(0), QStringLiteral("0"));
    EXPECT_EQ(shownCount(9999), QStringLiteral("9999"));
    EXPECT_EQ(shownCount(-9999), QStringLiteral("-9999"));
    EXPECT_EQ(shownCount(10000), QStringLiteral("10\u202f000"));
    EXPECT_EQ(shownCount(-123456), QStringLiteral("-123\u202f456"));
    EXPECT_EQ(shownCount(1234567), QStringLiteral("1\u202f234\u202f567"));
}

TEST(ShownCount, IsReadBack) {
    for (const qint64 count : {0LL, 12LL, 9999LL, 60000LL, -60000LL, 123456789LL})
        EXPECT_EQ(*typedNumber(shownCount(count)), double(count));
}

} // namespace
} // namespace protomind
